//! The compression function of SHA-256 and SHA-224 (FIPS 180-4, section 6.2.2), for processors without instructions for it.
#![expect(unsafe_code, reason = "vectors are loaded and stored through pointers; see each SAFETY comment")]

use std::arch::x86_64::{
    __m256i, _mm_loadu_si128, _mm256_add_epi32, _mm256_alignr_epi8, _mm256_broadcastsi128_si256, _mm256_set_epi64x,
    _mm256_shuffle_epi8, _mm256_shuffle_epi32, _mm256_slli_epi32, _mm256_srli_epi32, _mm256_srli_epi64,
    _mm256_storeu_si256, _mm256_xor_si256,
};

use crate::hash::avx2::{has_features, words_of};

/// The constants of the rounds (section 4.2.2).
#[rustfmt::skip]
static K: [[[u32; 4]; 4]; 4] = [
    [
        [0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5], [0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5],
        [0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3], [0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174],
    ],
    [
        [0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc], [0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da],
        [0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7], [0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967],
    ],
    [
        [0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13], [0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85],
        [0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3], [0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070],
    ],
    [
        [0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5], [0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3],
        [0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208], [0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2],
    ],
];

/// Takes blocks into the state.
///
/// # Panics
///
/// If the processor cannot do it; see [`has_features`].
pub(in super::super) fn compress(state: &mut [u32; 8], blocks: &[[u8; 64]]) {
    assert!(has_features(), "the processor has AVX2, BMI1 and BMI2");
    // SAFETY: the processor has the features that the function is compiled for.
    unsafe { compress_with_avx2(state, blocks) };
}

/// What four rounds add: words of the schedule with their constants, of the first block and of the second.
type Sums = [[u32; 4]; 2];

#[target_feature(enable = "avx2,bmi1,bmi2")]
fn compress_with_avx2(state: &mut [u32; 8], blocks: &[[u8; 64]]) {
    for pair in blocks.chunks(2) {
        let (first, _) = pair[0].as_chunks();
        // A block that has no other is its own: its schedule is made twice.
        let (second, _) = pair[pair.len() - 1].as_chunks();
        let mut words: [__m256i; 4] = std::array::from_fn(|at| words_of(&first[at], &second[at]));
        let mut sums: [[Sums; 4]; 4] = Default::default();
        for at in 0..4 {
            put(&mut sums[0][at], words[at], &K[0][at]);
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
        let mut bc = b ^ c;
        macro_rules! round {
            ($sum:expr, $($word:ident)*) => { super::round!(bc, $sum, [6 11 25] [2 13 22], $($word)*) };
        }
        macro_rules! eight_rounds {
            ($sums:expr, $block:literal, $at:literal, $before_four:expr) => {
                $before_four($at);
                let [one, two, three, four] = $sums[$at][$block];
                round!(one, a b c d e f g h);
                round!(two, h a b c d e f g);
                round!(three, g h a b c d e f);
                round!(four, f g h a b c d e);
                $before_four($at + 1);
                let [one, two, three, four] = $sums[$at + 1][$block];
                round!(one, e f g h a b c d);
                round!(two, d e f g h a b c);
                round!(three, c d e f g h a b);
                round!(four, b c d e f g h a);
            };
        }
        // A loop, because what is written out does not fit into where the processor keeps what it has decoded.
        for from in 1..4 {
            let (done, coming) = sums.split_at_mut(from);
            let (done, coming, constants) = (&done[from - 1], &mut coming[0], &K[from]);
            macro_rules! prepare {
                () => {
                    |at: usize| {
                        words[at] = next(&words, at);
                        put(&mut coming[at], words[at], &constants[at]);
                    }
                };
            }
            eight_rounds!(done, 0, 0, (prepare!()));
            eight_rounds!(done, 0, 2, (prepare!()));
        }
        eight_rounds!(sums[3], 0, 0, (|_| ()));
        eight_rounds!(sums[3], 0, 2, (|_| ()));
        super::add!(state, [a, b, c, d, e, f, g, h]);
        if pair.len() == 2 {
            [a, b, c, d, e, f, g, h] = *state;
            bc = b ^ c;
            for sums in &sums {
                eight_rounds!(sums, 1, 0, (|_| ()));
                eight_rounds!(sums, 1, 2, (|_| ()));
            }
            super::add!(state, [a, b, c, d, e, f, g, h]);
        }
        let _ = bc;
    }
}

/// The words of the schedules that come in the place of those at `at`, the oldest of the last sixteen.
#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2")]
fn next(words: &[__m256i; 4], at: usize) -> __m256i {
    let four = |later: usize| words[(at + later) % 4];
    let after_15 = _mm256_alignr_epi8::<4>(four(1), four(0));
    let after_7 = _mm256_alignr_epi8::<4>(four(3), four(2));
    let small_0 = xor(xor(turned::<7, 25>(after_15), turned::<18, 14>(after_15)), _mm256_srli_epi32::<3>(after_15));
    let partial = _mm256_add_epi32(_mm256_add_epi32(four(0), after_7), small_0);
    // The last two of the four need the first two.
    let [low, none] = [0x0b0a_0908_0302_0100, -1];
    let two = small_1(_mm256_shuffle_epi32::<0b11_11_10_10>(four(3)));
    let half = _mm256_add_epi32(partial, _mm256_shuffle_epi8(two, _mm256_set_epi64x(none, low, none, low)));
    let two = small_1(_mm256_shuffle_epi32::<0b01_01_00_00>(half));
    _mm256_add_epi32(half, _mm256_shuffle_epi8(two, _mm256_set_epi64x(low, none, low, none)))
}

/// Of words that stand twice side by side: so shifts of both together rotate them. The result is in the lower of each two.
#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2")]
fn small_1(twice: __m256i) -> __m256i {
    xor(xor(_mm256_srli_epi64::<17>(twice), _mm256_srli_epi64::<19>(twice)), _mm256_srli_epi32::<10>(twice))
}

/// All words rotated to the right; the left is what is missing to 32.
#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2")]
fn turned<const RIGHT: i32, const LEFT: i32>(words: __m256i) -> __m256i {
    xor(_mm256_srli_epi32::<RIGHT>(words), _mm256_slli_epi32::<LEFT>(words))
}

#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2")]
fn xor(a: __m256i, b: __m256i) -> __m256i {
    _mm256_xor_si256(a, b)
}

/// Puts words and their constants where the rounds add them.
#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2")]
fn put(sums: &mut Sums, words: __m256i, constants: &[u32; 4]) {
    // SAFETY: the constants have 16 bytes and the sums 32, and neither needs an alignment.
    unsafe {
        let constants = _mm256_broadcastsi128_si256(_mm_loadu_si128(constants.as_ptr().cast()));
        _mm256_storeu_si256(sums.as_mut_ptr().cast(), _mm256_add_epi32(words, constants));
    }
}

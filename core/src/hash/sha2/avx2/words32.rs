//! The compression function of SHA-256 and SHA-224 (FIPS 180-4, section 6.2.2), for processors without instructions for it.
#![expect(
    unsafe_code,
    reason = "vectors are loaded and stored through pointers, and rounds are in assembly; see each SAFETY comment"
)]

use std::arch::asm;
use std::arch::x86_64::{
    __m256i, _mm_loadu_si128, _mm256_add_epi32, _mm256_alignr_epi8, _mm256_broadcastsi128_si256, _mm256_set_epi64x,
    _mm256_shuffle_epi8, _mm256_shuffle_epi32, _mm256_slli_epi32, _mm256_srli_epi32, _mm256_srli_epi64,
    _mm256_storeu_si256, _mm256_xor_si256,
};

use super::super::constants::K32;
use crate::hash::assembly::{line, sum};
use crate::hash::avx2::{has_features, place, words_of};

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
    // What each sixteen rounds add.
    let mut sums: [[Sums; 4]; 4] = Default::default();
    for pair in blocks.chunks(2) {
        let (first, _) = pair[0].as_chunks();
        // A block that has no other is its own: its schedule is made twice.
        let (second, _) = pair[pair.len() - 1].as_chunks();
        let mut words: [__m256i; 4] = std::array::from_fn(|at| words_of(&first[at], &second[at]));
        for at in 0..4 {
            put(&mut sums[0][at], words[at], &K32[at]);
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
        let (mut bc, mut late) = (b ^ c, 0);
        macro_rules! round {
            ($sums:expr, $block:literal, $round:literal, $($word:ident)*) => {
                super::round!("e" 4 [6 11 25] [2 13 22], bc, late, $sums, [Sums; 4], $block, $round, $($word)*)
            };
        }
        macro_rules! sixteen_rounds {
            ($sums:expr, $block:literal, $before_four:expr) => {
                $before_four(0);
                round!($sums, $block, 0, a b c d e f g h);
                round!($sums, $block, 1, h a b c d e f g);
                round!($sums, $block, 2, g h a b c d e f);
                round!($sums, $block, 3, f g h a b c d e);
                $before_four(1);
                round!($sums, $block, 4, e f g h a b c d);
                round!($sums, $block, 5, d e f g h a b c);
                round!($sums, $block, 6, c d e f g h a b);
                round!($sums, $block, 7, b c d e f g h a);
                $before_four(2);
                round!($sums, $block, 8, a b c d e f g h);
                round!($sums, $block, 9, h a b c d e f g);
                round!($sums, $block, 10, g h a b c d e f);
                round!($sums, $block, 11, f g h a b c d e);
                $before_four(3);
                round!($sums, $block, 12, e f g h a b c d);
                round!($sums, $block, 13, d e f g h a b c);
                round!($sums, $block, 14, c d e f g h a b);
                round!($sums, $block, 15, b c d e f g h a);
            };
        }
        // A loop, because what is written out does not fit into where the processor keeps what it has decoded.
        for from in 1..4 {
            let (done, coming) = sums.split_at_mut(from);
            let (done, coming) = (&done[from - 1], &mut coming[0]);
            sixteen_rounds!(done, 0, |at: usize| {
                words[at] = next(&words, at);
                put(&mut coming[at], words[at], &K32[4 * from + at]);
            });
        }
        sixteen_rounds!(&sums[3], 0, |_| ());
        super::add!(state, [a.wrapping_add(late), b, c, d, e, f, g, h]);
        if pair.len() == 2 {
            [a, b, c, d, e, f, g, h] = *state;
            (bc, late) = (b ^ c, 0);
            for sums in &sums {
                sixteen_rounds!(sums, 1, |_| ());
            }
            super::add!(state, [a.wrapping_add(late), b, c, d, e, f, g, h]);
        }
        let _ = (bc, late);
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

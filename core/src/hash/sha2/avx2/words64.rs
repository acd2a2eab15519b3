//! The compression function of SHA-512, SHA-384 and the short forms (FIPS 180-4, section 6.4.2).
#![expect(unsafe_code, reason = "vectors are loaded and stored through pointers; see each SAFETY comment")]

use std::arch::x86_64::{
    __m256i, _mm_loadu_si128, _mm256_add_epi64, _mm256_alignr_epi8, _mm256_broadcastsi128_si256, _mm256_set_epi64x,
    _mm256_set_m128i, _mm256_shuffle_epi8, _mm256_slli_epi64, _mm256_srli_epi64, _mm256_storeu_si256, _mm256_xor_si256,
};

use crate::hash::avx2::has_features;

/// The constants of the rounds (section 4.2.3).
#[rustfmt::skip]
static K: [[[u64; 2]; 8]; 5] = [
    [
        [0x428a_2f98_d728_ae22, 0x7137_4491_23ef_65cd], [0xb5c0_fbcf_ec4d_3b2f, 0xe9b5_dba5_8189_dbbc],
        [0x3956_c25b_f348_b538, 0x59f1_11f1_b605_d019], [0x923f_82a4_af19_4f9b, 0xab1c_5ed5_da6d_8118],
        [0xd807_aa98_a303_0242, 0x1283_5b01_4570_6fbe], [0x2431_85be_4ee4_b28c, 0x550c_7dc3_d5ff_b4e2],
        [0x72be_5d74_f27b_896f, 0x80de_b1fe_3b16_96b1], [0x9bdc_06a7_25c7_1235, 0xc19b_f174_cf69_2694],
    ],
    [
        [0xe49b_69c1_9ef1_4ad2, 0xefbe_4786_384f_25e3], [0x0fc1_9dc6_8b8c_d5b5, 0x240c_a1cc_77ac_9c65],
        [0x2de9_2c6f_592b_0275, 0x4a74_84aa_6ea6_e483], [0x5cb0_a9dc_bd41_fbd4, 0x76f9_88da_8311_53b5],
        [0x983e_5152_ee66_dfab, 0xa831_c66d_2db4_3210], [0xb003_27c8_98fb_213f, 0xbf59_7fc7_beef_0ee4],
        [0xc6e0_0bf3_3da8_8fc2, 0xd5a7_9147_930a_a725], [0x06ca_6351_e003_826f, 0x1429_2967_0a0e_6e70],
    ],
    [
        [0x27b7_0a85_46d2_2ffc, 0x2e1b_2138_5c26_c926], [0x4d2c_6dfc_5ac4_2aed, 0x5338_0d13_9d95_b3df],
        [0x650a_7354_8baf_63de, 0x766a_0abb_3c77_b2a8], [0x81c2_c92e_47ed_aee6, 0x9272_2c85_1482_353b],
        [0xa2bf_e8a1_4cf1_0364, 0xa81a_664b_bc42_3001], [0xc24b_8b70_d0f8_9791, 0xc76c_51a3_0654_be30],
        [0xd192_e819_d6ef_5218, 0xd699_0624_5565_a910], [0xf40e_3585_5771_202a, 0x106a_a070_32bb_d1b8],
    ],
    [
        [0x19a4_c116_b8d2_d0c8, 0x1e37_6c08_5141_ab53], [0x2748_774c_df8e_eb99, 0x34b0_bcb5_e19b_48a8],
        [0x391c_0cb3_c5c9_5a63, 0x4ed8_aa4a_e341_8acb], [0x5b9c_ca4f_7763_e373, 0x682e_6ff3_d6b2_b8a3],
        [0x748f_82ee_5def_b2fc, 0x78a5_636f_4317_2f60], [0x84c8_7814_a1f0_ab72, 0x8cc7_0208_1a64_39ec],
        [0x90be_fffa_2363_1e28, 0xa450_6ceb_de82_bde9], [0xbef9_a3f7_b2c6_7915, 0xc671_78f2_e372_532b],
    ],
    [
        [0xca27_3ece_ea26_619c, 0xd186_b8c7_21c0_c207], [0xeada_7dd6_cde0_eb1e, 0xf57d_4f7f_ee6e_d178],
        [0x06f0_67aa_7217_6fba, 0x0a63_7dc5_a2c8_98a6], [0x113f_9804_bef9_0dae, 0x1b71_0b35_131c_471b],
        [0x28db_77f5_2304_7d84, 0x32ca_ab7b_40c7_2493], [0x3c9e_be0a_15c9_bebc, 0x431d_67c4_9c10_0d4c],
        [0x4cc5_d4be_cb3e_42b6, 0x597f_299c_fc65_7e2a], [0x5fcb_6fab_3ad6_faec, 0x6c44_198c_4a47_5817],
    ],
];

/// Takes blocks into the state.
///
/// # Panics
///
/// If the processor cannot do it; see [`has_features`].
pub(in super::super) fn compress(state: &mut [u64; 8], blocks: &[[u8; 128]]) {
    assert!(has_features(), "the processor has AVX2, BMI1 and BMI2");
    // SAFETY: the processor has the features that the function is compiled for.
    unsafe { compress_with_avx2(state, blocks) };
}

/// What two rounds add: words of the schedule with their constants, of the first block and of the second.
type Sums = [[u64; 2]; 2];

#[target_feature(enable = "avx2,bmi1,bmi2")]
fn compress_with_avx2(state: &mut [u64; 8], blocks: &[[u8; 128]]) {
    for pair in blocks.chunks(2) {
        let (first, _) = pair[0].as_chunks();
        // A block that has no other is its own: its schedule is made twice.
        let (second, _) = pair[pair.len() - 1].as_chunks();
        let mut words: [__m256i; 8] = std::array::from_fn(|at| words_of(&first[at], &second[at]));
        let mut sums: [[Sums; 8]; 5] = Default::default();
        for at in 0..8 {
            put(&mut sums[0][at], words[at], &K[0][at]);
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
        let mut bc = b ^ c;
        macro_rules! round {
            ($sum:expr, $($word:ident)*) => { super::round!(bc, $sum, [14 18 41] [28 34 39], $($word)*) };
        }
        macro_rules! eight_rounds {
            ($sums:expr, $block:literal, $at:literal, $before_two:expr) => {
                $before_two($at);
                let [one, two] = $sums[$at][$block];
                round!(one, a b c d e f g h);
                round!(two, h a b c d e f g);
                $before_two($at + 1);
                let [one, two] = $sums[$at + 1][$block];
                round!(one, g h a b c d e f);
                round!(two, f g h a b c d e);
                $before_two($at + 2);
                let [one, two] = $sums[$at + 2][$block];
                round!(one, e f g h a b c d);
                round!(two, d e f g h a b c);
                $before_two($at + 3);
                let [one, two] = $sums[$at + 3][$block];
                round!(one, c d e f g h a b);
                round!(two, b c d e f g h a);
            };
        }
        // A loop, because what is written out does not fit into where the processor keeps what it has decoded.
        for from in 1..5 {
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
            eight_rounds!(done, 0, 4, (prepare!()));
        }
        eight_rounds!(sums[4], 0, 0, (|_| ()));
        eight_rounds!(sums[4], 0, 4, (|_| ()));
        super::add!(state, [a, b, c, d, e, f, g, h]);
        if pair.len() == 2 {
            [a, b, c, d, e, f, g, h] = *state;
            bc = b ^ c;
            for sums in &sums {
                eight_rounds!(sums, 1, 0, (|_| ()));
                eight_rounds!(sums, 1, 4, (|_| ()));
            }
            super::add!(state, [a, b, c, d, e, f, g, h]);
        }
        let _ = bc;
    }
}

/// Two words of each of two blocks.
#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2")]
fn words_of(first: &[u8; 16], second: &[u8; 16]) -> __m256i {
    // Each word is written from its highest byte.
    let [low, high] = [0x0001_0203_0405_0607, 0x0809_0a0b_0c0d_0e0f];
    let reverse = _mm256_set_epi64x(high, low, high, low);
    // SAFETY: both arrays have 16 bytes, and the loads need no alignment.
    let loaded =
        unsafe { _mm256_set_m128i(_mm_loadu_si128(second.as_ptr().cast()), _mm_loadu_si128(first.as_ptr().cast())) };
    _mm256_shuffle_epi8(loaded, reverse)
}

/// The words of the schedules that come in the place of those at `at`, the oldest of the last sixteen.
#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2")]
fn next(words: &[__m256i; 8], at: usize) -> __m256i {
    let two = |later: usize| words[(at + later) % 8];
    let after_15 = _mm256_alignr_epi8::<8>(two(1), two(0));
    let after_7 = _mm256_alignr_epi8::<8>(two(5), two(4));
    let after_2 = two(7);
    let small_0 = xor3(turned::<1, 63>(after_15), turned::<8, 56>(after_15), _mm256_srli_epi64::<7>(after_15));
    let small_1 = xor3(turned::<19, 45>(after_2), turned::<61, 3>(after_2), _mm256_srli_epi64::<6>(after_2));
    _mm256_add_epi64(_mm256_add_epi64(two(0), after_7), _mm256_add_epi64(small_0, small_1))
}

/// All words rotated to the right; the left is what is missing to 64.
#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2")]
fn turned<const RIGHT: i32, const LEFT: i32>(words: __m256i) -> __m256i {
    _mm256_xor_si256(_mm256_srli_epi64::<RIGHT>(words), _mm256_slli_epi64::<LEFT>(words))
}

#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2")]
fn xor3(a: __m256i, b: __m256i, c: __m256i) -> __m256i {
    _mm256_xor_si256(_mm256_xor_si256(a, b), c)
}

/// Puts words and their constants where the rounds add them.
#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2")]
fn put(sums: &mut Sums, words: __m256i, constants: &[u64; 2]) {
    // SAFETY: the constants have 16 bytes and the sums 32, and neither needs an alignment.
    unsafe {
        let constants = _mm256_broadcastsi128_si256(_mm_loadu_si128(constants.as_ptr().cast()));
        _mm256_storeu_si256(sums.as_mut_ptr().cast(), _mm256_add_epi64(words, constants));
    }
}

//! The compression function of SHA-512, SHA-384 and the short forms (FIPS 180-4, section 6.4.2).
#![expect(
    unsafe_code,
    reason = "vectors are loaded and stored through pointers, and rounds are in assembly; see each SAFETY comment"
)]

use std::arch::asm;
use std::arch::x86_64::{
    __m256i, _mm_loadu_si128, _mm256_add_epi64, _mm256_alignr_epi8, _mm256_broadcastsi128_si256, _mm256_set_epi64x,
    _mm256_set_m128i, _mm256_shuffle_epi8, _mm256_slli_epi64, _mm256_srli_epi64, _mm256_storeu_si256, _mm256_xor_si256,
};

use super::super::constants::K64;
use crate::hash::assembly::{line, sum};
use crate::hash::avx2::{has_features, place};

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
    // What each sixteen rounds add.
    let mut sums: [[Sums; 8]; 5] = Default::default();
    for pair in blocks.chunks(2) {
        let (first, _) = pair[0].as_chunks();
        // A block that has no other is its own: its schedule is made twice.
        let (second, _) = pair[pair.len() - 1].as_chunks();
        let mut words: [__m256i; 8] = std::array::from_fn(|at| words_of(&first[at], &second[at]));
        for at in 0..8 {
            put(&mut sums[0][at], words[at], &K64[at]);
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
        let (mut bc, mut late) = (b ^ c, 0);
        macro_rules! round {
            ($sums:expr, $block:literal, $round:literal, $($word:ident)*) => {
                super::round!("r" 8 [14 18 41] [28 34 39], bc, late, $sums, [Sums; 8], $block, $round, $($word)*)
            };
        }
        macro_rules! sixteen_rounds {
            ($sums:expr, $block:literal, $before_two:expr) => {
                $before_two(0);
                round!($sums, $block, 0, a b c d e f g h);
                round!($sums, $block, 1, h a b c d e f g);
                $before_two(1);
                round!($sums, $block, 2, g h a b c d e f);
                round!($sums, $block, 3, f g h a b c d e);
                $before_two(2);
                round!($sums, $block, 4, e f g h a b c d);
                round!($sums, $block, 5, d e f g h a b c);
                $before_two(3);
                round!($sums, $block, 6, c d e f g h a b);
                round!($sums, $block, 7, b c d e f g h a);
                $before_two(4);
                round!($sums, $block, 8, a b c d e f g h);
                round!($sums, $block, 9, h a b c d e f g);
                $before_two(5);
                round!($sums, $block, 10, g h a b c d e f);
                round!($sums, $block, 11, f g h a b c d e);
                $before_two(6);
                round!($sums, $block, 12, e f g h a b c d);
                round!($sums, $block, 13, d e f g h a b c);
                $before_two(7);
                round!($sums, $block, 14, c d e f g h a b);
                round!($sums, $block, 15, b c d e f g h a);
            };
        }
        // A loop, because what is written out does not fit into where the processor keeps what it has decoded.
        for from in 1..5 {
            let (done, coming) = sums.split_at_mut(from);
            let (done, coming) = (&done[from - 1], &mut coming[0]);
            sixteen_rounds!(done, 0, |at: usize| {
                words[at] = next(&words, at);
                put(&mut coming[at], words[at], &K64[8 * from + at]);
            });
        }
        sixteen_rounds!(&sums[4], 0, |_| ());
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

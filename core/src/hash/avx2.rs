//! What the compression functions of SHA-1 and SHA-2 with AVX2, BMI1 and BMI2 have in common.
#![expect(unsafe_code, reason = "vectors are loaded through pointers; see the SAFETY comment")]

use std::arch::x86_64::{__m256i, _mm_loadu_si128, _mm256_set_epi64x, _mm256_set_m128i, _mm256_shuffle_epi8};

/// Whether this processor has what they need.
pub(super) fn has_features() -> bool {
    is_x86_feature_detected!("avx2") && is_x86_feature_detected!("bmi1") && is_x86_feature_detected!("bmi2")
}

/// Whether this processor gains by those of SHA-1 and SHA-256: it has what they need, and no instructions for these.
pub(super) fn gains_without_sha() -> bool {
    has_features() && !is_x86_feature_detected!("sha")
}

/// Four words of 32 bits of each of two blocks.
#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2")]
pub(super) fn words_of(first: &[u8; 16], second: &[u8; 16]) -> __m256i {
    // Each word is written from its highest byte.
    let [low, high] = [0x0405_0607_0001_0203, 0x0c0d_0e0f_0809_0a0b];
    let reverse = _mm256_set_epi64x(high, low, high, low);
    // SAFETY: both arrays have 16 bytes, and the loads need no alignment.
    let loaded =
        unsafe { _mm256_set_m128i(_mm_loadu_si128(second.as_ptr().cast()), _mm_loadu_si128(first.as_ptr().cast())) };
    _mm256_shuffle_epi8(loaded, reverse)
}

/// How many bytes behind the start of the sums is what a round adds, a word of so many bytes: sixteen bytes of the first block
/// and sixteen of the second take turns.
pub(super) const fn place<Sums>(round: usize, block: usize, word: usize) -> usize {
    let before = round * word;
    let place = 2 * (before - before % 16) + 16 * block + before % 16;
    assert!(place + word <= size_of::<Sums>(), "there is such a round");
    place
}

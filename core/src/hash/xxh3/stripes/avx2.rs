//! The stripes of XXH3 with AVX2: four words in a vector.
#![expect(unsafe_code, reason = "vectors are loaded and stored through pointers; see each SAFETY comment")]

use std::arch::x86_64::{
    __m256i, _mm256_add_epi64, _mm256_loadu_si256, _mm256_mul_epu32, _mm256_set1_epi64x, _mm256_shuffle_epi32,
    _mm256_slli_epi64, _mm256_srli_epi64, _mm256_storeu_si256, _mm256_xor_si256,
};

use super::super::PRIME32_1;
use super::{Secret, Sums, each};

/// Whether this processor has what it needs.
pub(super) fn is_there() -> bool {
    is_x86_feature_detected!("avx2")
}

/// Takes whole stripes into the sums, which have `done` of their block.
///
/// # Panics
///
/// If the processor cannot do it; see [`is_there`].
pub(super) fn consume(sums: &mut Sums, done: &mut usize, data: &[u8], secret: &Secret) {
    assert!(is_there(), "the processor has AVX2");
    // SAFETY: the processor has the features that the function is compiled for.
    unsafe { consume_with_avx2(sums, done, data, secret) };
}

#[target_feature(enable = "avx2")]
fn consume_with_avx2(sums: &mut Sums, done: &mut usize, data: &[u8], secret: &Secret) {
    let mut halves: [__m256i; 2] = std::array::from_fn(|half| words_loaded(&sums.as_chunks().0[half]));
    let prime = _mm256_set1_epi64x(PRIME32_1.cast_signed());
    each(
        &mut halves,
        done,
        data,
        secret,
        |halves, stripe, keys| {
            for (half, sums) in halves.iter_mut().enumerate() {
                let words = loaded(&stripe.as_chunks().0[half]);
                let mixed = _mm256_xor_si256(words, loaded(&keys.as_chunks().0[half]));
                let product = _mm256_mul_epu32(mixed, _mm256_srli_epi64::<32>(mixed));
                let swapped = _mm256_shuffle_epi32::<0b01_00_11_10>(words);
                *sums = _mm256_add_epi64(*sums, _mm256_add_epi64(product, swapped));
            }
        },
        |halves, keys| {
            for (half, sums) in halves.iter_mut().enumerate() {
                let mixed = _mm256_xor_si256(*sums, _mm256_srli_epi64::<47>(*sums));
                let mixed = _mm256_xor_si256(mixed, loaded(&keys.as_chunks().0[half]));
                let low = _mm256_mul_epu32(mixed, prime);
                let high = _mm256_mul_epu32(_mm256_srli_epi64::<32>(mixed), prime);
                *sums = _mm256_add_epi64(low, _mm256_slli_epi64::<32>(high));
            }
        },
    );
    for (half, vector) in halves.into_iter().enumerate() {
        // SAFETY: half of the sums has 32 bytes, and the store needs no alignment.
        unsafe { _mm256_storeu_si256(sums[4 * half..][..4].as_mut_ptr().cast(), vector) };
    }
}

#[inline]
#[target_feature(enable = "avx2")]
fn words_loaded(words: &[u64; 4]) -> __m256i {
    // SAFETY: the words have 32 bytes, and the load needs no alignment.
    unsafe { _mm256_loadu_si256(words.as_ptr().cast()) }
}

#[inline]
#[target_feature(enable = "avx2")]
fn loaded(bytes: &[u8; 32]) -> __m256i {
    // SAFETY: there are 32 bytes, and the load needs no alignment.
    unsafe { _mm256_loadu_si256(bytes.as_ptr().cast()) }
}

//! What our vectors in WebAssembly have in common, those of SHA-1, SHA-2 and XXH3. No test of this crate runs there: the
//! conformance suite tests them.
#![expect(unsafe_code, reason = "vectors are loaded and stored through pointers; see each SAFETY comment")]

use std::arch::wasm32::{i8x16_shuffle, v128, v128_load, v128_store};

/// What fills a vector.
///
/// # Safety
///
/// It has sixteen bytes, no padding, and may have every value of them.
pub(super) unsafe trait Sixteen: Copy {}
// SAFETY: integers have no padding and every value, and so many of them have sixteen bytes.
unsafe impl Sixteen for [u8; 16] {}
// SAFETY: the same.
unsafe impl Sixteen for [u32; 4] {}
// SAFETY: the same.
unsafe impl Sixteen for [u64; 2] {}

/// Sixteen bytes as they are.
#[inline]
#[target_feature(enable = "simd128")]
pub(super) fn loaded<Words: Sixteen>(words: &Words) -> v128 {
    // SAFETY: the words have sixteen bytes without padding, and the load needs no alignment.
    unsafe { v128_load(std::ptr::from_ref(words).cast()) }
}

/// Puts a vector into words.
#[inline]
#[target_feature(enable = "simd128")]
pub(super) fn store<Words: Sixteen>(words: &mut Words, vector: v128) {
    // SAFETY: the words have sixteen bytes, every value of which they may have, and the store needs no alignment.
    unsafe { v128_store(std::ptr::from_mut(words).cast(), vector) }
}

/// Four words of 32 bits of a block, each written from its highest byte.
#[inline]
#[target_feature(enable = "simd128")]
pub(super) fn words32_of(bytes: &[u8; 16]) -> v128 {
    let bytes = loaded(bytes);
    i8x16_shuffle::<3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12>(bytes, bytes)
}

/// Two words of 64 bits of a block, each written from its highest byte.
#[inline]
#[target_feature(enable = "simd128")]
pub(super) fn words64_of(bytes: &[u8; 16]) -> v128 {
    let bytes = loaded(bytes);
    i8x16_shuffle::<7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8>(bytes, bytes)
}

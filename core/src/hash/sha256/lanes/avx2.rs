//! Eight messages in the vectors of AVX2.
#![expect(unsafe_code, reason = "vectors are loaded and stored through pointers; see each SAFETY comment")]

use std::arch::x86_64::{
    __m256i, _mm256_add_epi32, _mm256_and_si256, _mm256_loadu_si256, _mm256_or_si256, _mm256_permute2x128_si256,
    _mm256_set_epi64x, _mm256_set1_epi32, _mm256_shuffle_epi8, _mm256_slli_epi32, _mm256_srli_epi32,
    _mm256_storeu_si256, _mm256_unpackhi_epi32, _mm256_unpackhi_epi64, _mm256_unpacklo_epi32, _mm256_unpacklo_epi64,
    _mm256_xor_si256,
};

use super::{BLOCK, compression};

/// How many messages are side by side.
pub(in super::super) const LANES: usize = 8;

/// Whether this processor has what [`compress`] needs.
pub(in super::super) fn is_available() -> bool {
    is_x86_feature_detected!("avx2")
}

compression!("avx2", __m256i);

/// The sixteen words of each block: the first of all, the second of all, and so on.
#[inline]
#[target_feature(enable = "avx2")]
fn words_of(blocks: [&[u8; BLOCK]; LANES]) -> [__m256i; 16] {
    let mut words = [all(0); 16];
    for half in 0..2 {
        words[8 * half..][..8].copy_from_slice(&eight_words_of(blocks.map(|block| &block.as_chunks().0[half])));
    }
    words
}

/// The eight words of one half of each block: the first of all, the second of all, and so on.
#[inline]
#[target_feature(enable = "avx2")]
fn eight_words_of(halves: [&[u8; BLOCK / 2]; LANES]) -> [__m256i; 8] {
    // Each word is written from its highest byte.
    let [low, high] = [0x0405_0607_0001_0203, 0x0c0d_0e0f_0809_0a0b];
    let reverse = _mm256_set_epi64x(high, low, high, low);
    let rows = halves.map(|half| {
        // SAFETY: half a block has 32 bytes, and the load needs no alignment.
        let bytes = unsafe { _mm256_loadu_si256(half.as_ptr().cast()) };
        _mm256_shuffle_epi8(bytes, reverse)
    });
    // Columns of four rows come together within each half of a vector, and then the halves of all rows.
    let mut fours = [all(0); LANES];
    for row in (0..LANES).step_by(4) {
        let [a, b, c, d] = [rows[row], rows[row + 1], rows[row + 2], rows[row + 3]];
        let [low_ab, high_ab] = [_mm256_unpacklo_epi32(a, b), _mm256_unpackhi_epi32(a, b)];
        let [low_cd, high_cd] = [_mm256_unpacklo_epi32(c, d), _mm256_unpackhi_epi32(c, d)];
        fours[row] = _mm256_unpacklo_epi64(low_ab, low_cd);
        fours[row + 1] = _mm256_unpackhi_epi64(low_ab, low_cd);
        fours[row + 2] = _mm256_unpacklo_epi64(high_ab, high_cd);
        fours[row + 3] = _mm256_unpackhi_epi64(high_ab, high_cd);
    }
    let mut words = [all(0); 8];
    for at in 0..4 {
        words[at] = _mm256_permute2x128_si256::<0x20>(fours[at], fours[at + 4]);
        words[at + 4] = _mm256_permute2x128_si256::<0x31>(fours[at], fours[at + 4]);
    }
    words
}

#[inline]
#[target_feature(enable = "avx2")]
fn loaded(words: &[u32; LANES]) -> __m256i {
    // SAFETY: eight words have 32 bytes, and the load needs no alignment.
    unsafe { _mm256_loadu_si256(words.as_ptr().cast()) }
}

#[inline]
#[target_feature(enable = "avx2")]
fn store(words: &mut [u32; LANES], vector: __m256i) {
    // SAFETY: eight words have 32 bytes, and the store needs no alignment.
    unsafe { _mm256_storeu_si256(words.as_mut_ptr().cast(), vector) }
}

#[inline]
#[target_feature(enable = "avx2")]
fn all(word: u32) -> __m256i {
    _mm256_set1_epi32(word.cast_signed())
}

#[inline]
#[target_feature(enable = "avx2")]
fn sum(x: __m256i, y: __m256i) -> __m256i {
    _mm256_add_epi32(x, y)
}

#[inline]
#[target_feature(enable = "avx2")]
fn turned<const RIGHT: i32, const LEFT: i32>(x: __m256i) -> __m256i {
    const { assert!(RIGHT + LEFT == 32) };
    _mm256_or_si256(_mm256_srli_epi32::<RIGHT>(x), _mm256_slli_epi32::<LEFT>(x))
}

#[inline]
#[target_feature(enable = "avx2")]
fn shifted<const RIGHT: i32>(x: __m256i) -> __m256i {
    _mm256_srli_epi32::<RIGHT>(x)
}

#[inline]
#[target_feature(enable = "avx2")]
fn parity(x: __m256i, y: __m256i, z: __m256i) -> __m256i {
    _mm256_xor_si256(_mm256_xor_si256(x, y), z)
}

#[inline]
#[target_feature(enable = "avx2")]
fn ch(x: __m256i, y: __m256i, z: __m256i) -> __m256i {
    _mm256_xor_si256(z, _mm256_and_si256(x, _mm256_xor_si256(y, z)))
}

/// The exclusive or of the last two is that of the first two a round ago, so the compiler makes it once.
#[inline]
#[target_feature(enable = "avx2")]
fn maj(x: __m256i, y: __m256i, z: __m256i) -> __m256i {
    _mm256_xor_si256(y, _mm256_and_si256(_mm256_xor_si256(x, y), _mm256_xor_si256(y, z)))
}

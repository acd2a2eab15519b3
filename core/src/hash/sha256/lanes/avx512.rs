//! Sixteen messages in the vectors of AVX-512, which rotate in one instruction, and take any function of three bits in
//! one.
#![expect(unsafe_code, reason = "vectors are loaded and stored through pointers; see each SAFETY comment")]

use std::arch::x86_64::{
    __m512i, _mm_set_epi64x, _mm512_add_epi32, _mm512_broadcast_i32x4, _mm512_loadu_si512, _mm512_ror_epi32,
    _mm512_set1_epi32, _mm512_shuffle_epi8, _mm512_shuffle_i32x4, _mm512_srli_epi32, _mm512_storeu_si512,
    _mm512_ternarylogic_epi32, _mm512_unpackhi_epi32, _mm512_unpackhi_epi64, _mm512_unpacklo_epi32,
    _mm512_unpacklo_epi64,
};

use super::{BLOCK, compression};

/// How many messages are side by side.
pub(in super::super) const LANES: usize = 16;

/// Whether this processor has what [`compress`] needs.
pub(in super::super) fn is_available() -> bool {
    is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512bw")
}

compression!("avx512f,avx512bw", __m512i);

/// The sixteen words of each block: the first of all, the second of all, and so on.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn words_of(blocks: [&[u8; BLOCK]; LANES]) -> [__m512i; 16] {
    // Each word is written from its highest byte.
    let reverse = _mm512_broadcast_i32x4(_mm_set_epi64x(0x0c0d_0e0f_0809_0a0b, 0x0405_0607_0001_0203));
    let rows = blocks.map(|block| {
        // SAFETY: a block has 64 bytes, and the load needs no alignment.
        let bytes = unsafe { _mm512_loadu_si512(block.as_ptr().cast()) };
        _mm512_shuffle_epi8(bytes, reverse)
    });
    // Columns of four rows come together within each quarter of a vector, and then the quarters of all rows.
    let mut fours = [_mm512_set1_epi32(0); LANES];
    for row in (0..LANES).step_by(4) {
        let [a, b, c, d] = [rows[row], rows[row + 1], rows[row + 2], rows[row + 3]];
        let [low_ab, high_ab] = [_mm512_unpacklo_epi32(a, b), _mm512_unpackhi_epi32(a, b)];
        let [low_cd, high_cd] = [_mm512_unpacklo_epi32(c, d), _mm512_unpackhi_epi32(c, d)];
        fours[row] = _mm512_unpacklo_epi64(low_ab, low_cd);
        fours[row + 1] = _mm512_unpackhi_epi64(low_ab, low_cd);
        fours[row + 2] = _mm512_unpacklo_epi64(high_ab, high_cd);
        fours[row + 3] = _mm512_unpackhi_epi64(high_ab, high_cd);
    }
    let mut words = [_mm512_set1_epi32(0); 16];
    for at in 0..4 {
        let [a, b, c, d] = [fours[at], fours[at + 4], fours[at + 8], fours[at + 12]];
        let [even_ab, odd_ab] = [_mm512_shuffle_i32x4::<0x88>(a, b), _mm512_shuffle_i32x4::<0xdd>(a, b)];
        let [even_cd, odd_cd] = [_mm512_shuffle_i32x4::<0x88>(c, d), _mm512_shuffle_i32x4::<0xdd>(c, d)];
        words[at] = _mm512_shuffle_i32x4::<0x88>(even_ab, even_cd);
        words[at + 4] = _mm512_shuffle_i32x4::<0x88>(odd_ab, odd_cd);
        words[at + 8] = _mm512_shuffle_i32x4::<0xdd>(even_ab, even_cd);
        words[at + 12] = _mm512_shuffle_i32x4::<0xdd>(odd_ab, odd_cd);
    }
    words
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn loaded(words: &[u32; LANES]) -> __m512i {
    // SAFETY: sixteen words have 64 bytes, and the load needs no alignment.
    unsafe { _mm512_loadu_si512(words.as_ptr().cast()) }
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn store(words: &mut [u32; LANES], vector: __m512i) {
    // SAFETY: sixteen words have 64 bytes, and the store needs no alignment.
    unsafe { _mm512_storeu_si512(words.as_mut_ptr().cast(), vector) }
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn all(word: u32) -> __m512i {
    _mm512_set1_epi32(word.cast_signed())
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn sum(x: __m512i, y: __m512i) -> __m512i {
    _mm512_add_epi32(x, y)
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn turned<const RIGHT: i32, const LEFT: i32>(x: __m512i) -> __m512i {
    const { assert!(RIGHT + LEFT == 32) };
    _mm512_ror_epi32::<RIGHT>(x)
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn shifted<const RIGHT: u32>(x: __m512i) -> __m512i {
    _mm512_srli_epi32::<RIGHT>(x)
}

// The eight bits are what the function gives for 000, 001 and so on, the lowest first.

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn parity(x: __m512i, y: __m512i, z: __m512i) -> __m512i {
    _mm512_ternarylogic_epi32::<0b1001_0110>(x, y, z)
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn ch(x: __m512i, y: __m512i, z: __m512i) -> __m512i {
    _mm512_ternarylogic_epi32::<0b1100_1010>(x, y, z)
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn maj(x: __m512i, y: __m512i, z: __m512i) -> __m512i {
    _mm512_ternarylogic_epi32::<0b1110_1000>(x, y, z)
}

//! SHA-256 of several messages at a time, with the SHA extensions of x86.
//!
//! Each instruction of a message waits for the one before, so some processors have room for those of other messages:
//! four short ones take as long as two. The order of rounds and message words is that of FIPS 180-4, section 6.2.2.
#![expect(unsafe_code, reason = "vectors are loaded and stored through pointers; see each SAFETY comment")]

use std::arch::x86_64::{
    __m128i, _mm_add_epi32, _mm_alignr_epi8, _mm_loadu_si128, _mm_set_epi32, _mm_set_epi64x, _mm_sha256msg1_epu32,
    _mm_sha256msg2_epu32, _mm_sha256rnds2_epu32, _mm_shuffle_epi8, _mm_shuffle_epi32, _mm_storeu_si128,
    _mm_unpackhi_epi64, _mm_unpacklo_epi64,
};

use super::side_by_side::{BLOCK, Digests, block_of, blocks_of, write_tail};
use crate::hash::sha2::K32;

/// How many messages are worked on at once.
const LANES: usize = 4;

/// Whether this processor has what the functions of this file need.
pub(super) fn is_available() -> bool {
    std::arch::is_x86_feature_detected!("sha")
        && std::arch::is_x86_feature_detected!("sse4.1")
        && std::arch::is_x86_feature_detected!("ssse3")
}

/// Returns the digest of one message.
///
/// # Panics
///
/// If the processor cannot do it; see [`is_available`].
pub(super) fn one(message: &[u8]) -> [u8; 32] {
    assert!(is_available(), "the processor has the SHA extensions");
    // SAFETY: the processor has the features that the function is compiled for.
    let [digest] = unsafe { digest_together([message]) };
    digest
}

/// Digests messages, whose indices are given, those with the fewest blocks first.
///
/// # Panics
///
/// If the processor cannot do it; see [`is_available`].
pub(super) fn digest(messages: &[&[u8]], indices: &[u8], digests: &mut Digests) {
    assert!(is_available(), "the processor has the SHA extensions");
    let (fours, rest) = indices.as_chunks();
    // SAFETY: the processor has the features that the functions are compiled for.
    unsafe {
        for four in fours {
            digest_at::<LANES>(messages, *four, digests);
        }
        match *rest {
            [a, b, c] => digest_at(messages, [a, b, c], digests),
            [a, b] => digest_at(messages, [a, b], digests),
            [a] => digest_at(messages, [a], digests),
            _ => {}
        }
    }
}

/// Digests the messages at `indices`.
#[target_feature(enable = "sha,sse4.1,ssse3")]
fn digest_at<const N: usize>(messages: &[&[u8]], indices: [u8; N], digests: &mut Digests) {
    let indices = indices.map(usize::from);
    let results = digest_together(indices.map(|index| messages[index]));
    for (index, digest) in indices.into_iter().zip(results) {
        digests[index] = digest;
    }
}

/// Returns the digests of messages.
#[inline]
#[target_feature(enable = "sha,sse4.1,ssse3")]
fn digest_together<const N: usize>(messages: [&[u8]; N]) -> [[u8; 32]; N] {
    let mut tails = [[[0; BLOCK]; 2]; N];
    for lane in 0..N {
        write_tail(messages[lane], &mut tails[lane]);
    }
    let mut states = [State::new(); N];
    let together = messages.map(|message| blocks_of(message.len())).into_iter().min().unwrap_or(0);
    for index in 0..together {
        compress(&mut states, std::array::from_fn(|lane| block_of(messages[lane], &tails[lane], index)));
    }
    for lane in 0..N {
        // What longer ones have more.
        for index in together..blocks_of(messages[lane].len()) {
            let block = block_of(messages[lane], &tails[lane], index);
            compress(std::array::from_mut(&mut states[lane]), [block]);
        }
    }
    states.map(|state| state.digest())
}

/// The eight words of a state as the instructions want them: from the highest, `a b e f` and `c d g h`.
#[derive(Clone, Copy)]
struct State {
    abef: __m128i,
    cdgh: __m128i,
}

impl State {
    /// The state before the first block (section 5.3.3).
    #[inline]
    #[target_feature(enable = "sha,sse4.1,ssse3")]
    #[expect(clippy::cast_possible_wrap, reason = "the intrinsic takes signed words")]
    fn new() -> Self {
        const H: [i32; 8] = [
            0x6a09_e667u32 as i32,
            0xbb67_ae85u32 as i32,
            0x3c6e_f372u32 as i32,
            0xa54f_f53au32 as i32,
            0x510e_527fu32 as i32,
            0x9b05_688cu32 as i32,
            0x1f83_d9abu32 as i32,
            0x5be0_cd19u32 as i32,
        ];
        State { abef: _mm_set_epi32(H[0], H[1], H[4], H[5]), cdgh: _mm_set_epi32(H[2], H[3], H[6], H[7]) }
    }

    /// The words from the first to the last, each from its highest byte.
    #[inline]
    #[target_feature(enable = "sha,sse4.1,ssse3")]
    fn digest(self) -> [u8; 32] {
        // Two words, the first one higher, become eight bytes from the highest.
        let reverse = _mm_set_epi64x(0x0809_0a0b_0c0d_0e0f, 0x0001_0203_0405_0607);
        let abcd = _mm_shuffle_epi8(_mm_unpackhi_epi64(self.abef, self.cdgh), reverse);
        let efgh = _mm_shuffle_epi8(_mm_unpacklo_epi64(self.abef, self.cdgh), reverse);
        let mut digest = [0; 32];
        let (first, second) = digest.split_at_mut(16);
        // SAFETY: each half has 16 bytes, and the store needs no alignment.
        unsafe {
            _mm_storeu_si128(first.as_mut_ptr().cast(), abcd);
            _mm_storeu_si128(second.as_mut_ptr().cast(), efgh);
        }
        digest
    }
}

/// Four words of a block.
#[inline]
#[target_feature(enable = "sha,sse4.1,ssse3")]
fn words(block: &[u8; BLOCK], quarter: usize) -> __m128i {
    let bytes = &block[16 * quarter..][..16];
    // Each word is written from its highest byte.
    let reverse = _mm_set_epi64x(0x0c0d_0e0f_0809_0a0b, 0x0405_0607_0001_0203);
    // SAFETY: the slice has 16 bytes, and the load needs no alignment.
    let loaded = unsafe { _mm_loadu_si128(bytes.as_ptr().cast()) };
    _mm_shuffle_epi8(loaded, reverse)
}

/// The constants of four rounds.
#[inline]
#[target_feature(enable = "sha,sse4.1,ssse3")]
fn constants(rounds: usize) -> __m128i {
    // SAFETY: four words are 16 bytes, and the load needs no alignment.
    unsafe { _mm_loadu_si128(K32[rounds].as_ptr().cast()) }
}

/// Takes one block into each state (section 6.2.2), four rounds of each in turn.
#[inline]
#[target_feature(enable = "sha,sse4.1,ssse3")]
#[expect(clippy::needless_range_loop, reason = "iterators here cost a twentieth of the speed")]
fn compress<const N: usize>(states: &mut [State; N], blocks: [&[u8; BLOCK]; N]) {
    let before = *states;
    let mut w: [[__m128i; 4]; N] = blocks.map(|block| std::array::from_fn(|quarter| words(block, quarter)));
    for quarter in 0..4 {
        for lane in 0..N {
            four_rounds(&mut states[lane], w[lane][quarter], constants(quarter));
        }
    }
    for sixteen in 1..4 {
        for quarter in 0..4 {
            let k = constants(4 * sixteen + quarter);
            for lane in 0..N {
                let w = &mut w[lane];
                let [w0, w1, w2, w3] = std::array::from_fn(|step| w[(quarter + step) % 4]);
                let sum = _mm_add_epi32(_mm_sha256msg1_epu32(w0, w1), _mm_alignr_epi8::<4>(w3, w2));
                w[quarter] = _mm_sha256msg2_epu32(sum, w3);
                four_rounds(&mut states[lane], w[quarter], k);
            }
        }
    }
    for lane in 0..N {
        states[lane].abef = _mm_add_epi32(states[lane].abef, before[lane].abef);
        states[lane].cdgh = _mm_add_epi32(states[lane].cdgh, before[lane].cdgh);
    }
}

/// Four rounds with four words of the block.
#[inline]
#[target_feature(enable = "sha,sse4.1,ssse3")]
fn four_rounds(state: &mut State, w: __m128i, k: __m128i) {
    let wk = _mm_add_epi32(w, k);
    state.cdgh = _mm_sha256rnds2_epu32(state.cdgh, state.abef, wk);
    state.abef = _mm_sha256rnds2_epu32(state.abef, state.cdgh, _mm_shuffle_epi32::<0x0e>(wk));
}

//! The stripes of XXH3 with NEON, which every 64-bit ARM processor has: two words in a vector.
#![expect(unsafe_code, reason = "vectors are loaded and stored through pointers; see each SAFETY comment")]

use std::arch::aarch64::{
    uint64x2_t, vaddq_u64, vdup_n_u32, veorq_u64, vextq_u64, vld1q_u8, vld1q_u64, vmlal_u32, vmovn_u64, vmull_u32,
    vreinterpretq_u64_u8, vshlq_n_u64, vshrn_n_u64, vshrq_n_u64, vst1q_u64,
};

use super::super::PRIME32_1;
use super::{Secret, Sums, each};

/// Takes whole stripes into the sums, which have `done` of their block.
pub(super) fn consume(sums: &mut Sums, done: &mut usize, data: &[u8], secret: &Secret) {
    // SAFETY: every processor that this is compiled for has NEON.
    unsafe { consume_with_neon(sums, done, data, secret) };
}

#[target_feature(enable = "neon")]
fn consume_with_neon(sums: &mut Sums, done: &mut usize, data: &[u8], secret: &Secret) {
    let mut pairs: [uint64x2_t; 4] = std::array::from_fn(|pair| words_loaded(&sums.as_chunks().0[pair]));
    let prime = vdup_n_u32(u32::try_from(PRIME32_1).expect("it has 32 bits"));
    each(
        &mut pairs,
        done,
        data,
        secret,
        |pairs, stripe, keys| {
            for (pair, sums) in pairs.iter_mut().enumerate() {
                let words = loaded(&stripe.as_chunks().0[pair]);
                let mixed = veorq_u64(words, loaded(&keys.as_chunks().0[pair]));
                let swapped = vaddq_u64(*sums, vextq_u64::<1>(words, words));
                *sums = vmlal_u32(swapped, vmovn_u64(mixed), vshrn_n_u64::<32>(mixed));
            }
        },
        |pairs, keys| {
            for (pair, sums) in pairs.iter_mut().enumerate() {
                let mixed = veorq_u64(*sums, vshrq_n_u64::<47>(*sums));
                let mixed = veorq_u64(mixed, loaded(&keys.as_chunks().0[pair]));
                let high = vmull_u32(vshrn_n_u64::<32>(mixed), prime);
                *sums = vmlal_u32(vshlq_n_u64::<32>(high), vmovn_u64(mixed), prime);
            }
        },
    );
    for (pair, vector) in sums.as_chunks_mut::<2>().0.iter_mut().zip(pairs) {
        // SAFETY: there are two words.
        unsafe { vst1q_u64(pair.as_mut_ptr(), vector) };
    }
}

#[inline]
#[target_feature(enable = "neon")]
fn words_loaded(words: &[u64; 2]) -> uint64x2_t {
    // SAFETY: there are two words.
    unsafe { vld1q_u64(words.as_ptr()) }
}

#[inline]
#[target_feature(enable = "neon")]
fn loaded(bytes: &[u8; 16]) -> uint64x2_t {
    // SAFETY: there are sixteen bytes, and the load needs no alignment.
    vreinterpretq_u64_u8(unsafe { vld1q_u8(bytes.as_ptr()) })
}

//! The stripes of XXH3 in WebAssembly: two words in a vector.

use std::arch::wasm32::{
    i32x4_shuffle, i64x2_add, i64x2_mul, i64x2_shuffle, i64x2_splat, u64x2_extmul_high_u32x4, u64x2_extmul_low_u32x4,
    u64x2_shr, v128, v128_xor,
};
use std::hint::black_box;

use super::super::PRIME32_1;
use super::{Secret, Sums, each};
use crate::hash::simd128::{loaded, store};

/// Takes whole stripes into the sums, which have `done` of their block.
#[target_feature(enable = "simd128")]
pub(super) fn consume(sums: &mut Sums, done: &mut usize, data: &[u8], secret: &Secret) {
    let mut pairs: [v128; 4] = std::array::from_fn(|pair| loaded::<[u64; 2]>(&sums.as_chunks().0[pair]));
    let prime = i64x2_splat(PRIME32_1.cast_signed());
    // Without this, the compiler sees that both factors have 32 bits, and multiplies with `i64x2.mul`, which takes engines
    // twice as long.
    let zero = black_box(i64x2_splat(0));
    each(
        &mut pairs,
        done,
        data,
        secret,
        |pairs, stripe, keys| {
            let (stripe, keys) = (stripe.as_chunks().0, keys.as_chunks().0);
            for (at, [one, two]) in pairs.as_chunks_mut().0.iter_mut().enumerate() {
                let words = [0, 1].map(|more| loaded::<[u8; 16]>(&stripe[2 * at + more]));
                let mixed = [0, 1].map(|more| v128_xor(words[more], loaded::<[u8; 16]>(&keys[2 * at + more])));
                let lower = v128_xor(i32x4_shuffle::<0, 2, 4, 6>(mixed[0], mixed[1]), zero);
                let upper = v128_xor(i32x4_shuffle::<1, 3, 5, 7>(mixed[0], mixed[1]), zero);
                let swapped = words.map(|words| i64x2_shuffle::<1, 0>(words, words));
                *one = i64x2_add(*one, i64x2_add(u64x2_extmul_low_u32x4(lower, upper), swapped[0]));
                *two = i64x2_add(*two, i64x2_add(u64x2_extmul_high_u32x4(lower, upper), swapped[1]));
            }
        },
        |pairs, keys| {
            for (pair, sums) in pairs.iter_mut().enumerate() {
                let mixed = v128_xor(*sums, u64x2_shr(*sums, 47));
                *sums = i64x2_mul(v128_xor(mixed, loaded::<[u8; 16]>(&keys.as_chunks().0[pair])), prime);
            }
        },
    );
    for (pair, vector) in sums.as_chunks_mut().0.iter_mut().zip(pairs) {
        store::<[u64; 2]>(pair, vector);
    }
}

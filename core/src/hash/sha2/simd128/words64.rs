//! The compression function of SHA-512, SHA-384 and the short forms (FIPS 180-4, section 6.4.2) in WebAssembly.

use std::arch::wasm32::{i64x2_add, i64x2_shl, i64x2_shuffle, u64x2_shr, v128, v128_xor};
use std::hint::black_box;

use super::super::constants::K64;
use crate::hash::simd128::{loaded, store, words64_of};

/// Takes blocks into the state.
#[target_feature(enable = "simd128")]
pub(in super::super) fn compress(state: &mut [u64; 8], blocks: &[[u8; 128]]) {
    // What the next sixteen rounds add: words of the schedule with their constants.
    let mut sums = [[0; 2]; 8];
    for block in blocks {
        let (bytes, _) = block.as_chunks();
        let mut words: [v128; 8] = std::array::from_fn(|at| words64_of(&bytes[at]));
        for at in 0..8 {
            store(&mut sums[at], i64x2_add(words[at], loaded(&K64[at])));
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
        let mut bc = b ^ c;
        macro_rules! round {
            ($sum:expr, $($word:ident)*) => { super::round!(bc, $sum, [14 18 41] [28 34 39], $($word)*) };
        }
        // Eight rounds at a time: of more, the compiler makes all words first, and has no place for them.
        for eight in 0..8 {
            let at = eight % 2 * 4;
            let sums = black_box(&mut sums);
            macro_rules! prepare {
                ($two:literal) => {
                    store(&mut sums[at + $two], i64x2_add(words[$two], loaded(&K64[8 + 4 * eight + $two])));
                };
            }
            words[0] = next(&words, 0);
            round!(sums[at][0], a b c d e f g h);
            round!(sums[at][1], h a b c d e f g);
            prepare!(0);
            words[1] = next(&words, 1);
            round!(sums[at + 1][0], g h a b c d e f);
            round!(sums[at + 1][1], f g h a b c d e);
            prepare!(1);
            words[2] = next(&words, 2);
            round!(sums[at + 2][0], e f g h a b c d);
            round!(sums[at + 2][1], d e f g h a b c);
            prepare!(2);
            words[3] = next(&words, 3);
            round!(sums[at + 3][0], c d e f g h a b);
            round!(sums[at + 3][1], b c d e f g h a);
            prepare!(3);
            let [w0, w1, w2, w3, w4, w5, w6, w7] = words;
            words = [w4, w5, w6, w7, w0, w1, w2, w3];
        }
        for [first, second, third, fourth] in sums.as_chunks().0 {
            round!(first[0], a b c d e f g h);
            round!(first[1], h a b c d e f g);
            round!(second[0], g h a b c d e f);
            round!(second[1], f g h a b c d e);
            round!(third[0], e f g h a b c d);
            round!(third[1], d e f g h a b c);
            round!(fourth[0], c d e f g h a b);
            round!(fourth[1], b c d e f g h a);
        }
        super::add!(state, [a, b, c, d, e, f, g, h]);
    }
}

/// The words of the schedule that come in the place of those at `at`, the oldest of the last sixteen.
#[inline]
#[target_feature(enable = "simd128")]
fn next(words: &[v128; 8], at: usize) -> v128 {
    let two = |later: usize| words[(at + later) % 8];
    let after_15 = i64x2_shuffle::<1, 2>(two(0), two(1));
    let after_7 = i64x2_shuffle::<1, 2>(two(4), two(5));
    let after_2 = two(7);
    let small_0 = xor3(turned::<1, 63>(after_15), turned::<8, 56>(after_15), u64x2_shr(after_15, 7));
    let small_1 = xor3(turned::<19, 45>(after_2), turned::<61, 3>(after_2), u64x2_shr(after_2, 6));
    i64x2_add(i64x2_add(two(0), after_7), i64x2_add(small_0, small_1))
}

/// All words rotated to the right; the left is what is missing to 64.
#[inline]
#[target_feature(enable = "simd128")]
fn turned<const RIGHT: u32, const LEFT: u32>(words: v128) -> v128 {
    v128_xor(u64x2_shr(words, RIGHT), i64x2_shl(words, LEFT))
}

#[inline]
#[target_feature(enable = "simd128")]
fn xor3(a: v128, b: v128, c: v128) -> v128 {
    v128_xor(v128_xor(a, b), c)
}

//! The compression function of SHA-256 and SHA-224 (FIPS 180-4, section 6.2.2) in WebAssembly.

use std::arch::wasm32::{i32x4_add, i32x4_shl, i32x4_shuffle, i32x4_splat, u32x4_shr, u64x2_shr, v128, v128_xor};
use std::hint::black_box;

use super::super::constants::K32;
use crate::hash::simd128::{loaded, store, words32_of};

/// Takes blocks into the state.
#[target_feature(enable = "simd128")]
pub(in super::super) fn compress(state: &mut [u32; 8], blocks: &[[u8; 64]]) {
    // What the next sixteen rounds add: words of the schedule with their constants.
    let mut sums = [[0; 4]; 4];
    for block in blocks {
        let (bytes, _) = block.as_chunks();
        let mut words: [v128; 4] = std::array::from_fn(|at| words32_of(&bytes[at]));
        for at in 0..4 {
            store(&mut sums[at], i32x4_add(words[at], loaded(&K32[at])));
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
        let mut bc = b ^ c;
        macro_rules! round {
            ($sum:expr, $($word:ident)*) => { super::round!(bc, $sum, [6 11 25] [2 13 22], $($word)*) };
        }
        // Eight rounds at a time: of more, the compiler makes all words first, and has no place for them.
        for eight in 0..6 {
            let at = eight % 2 * 2;
            let sums = black_box(&mut sums);
            words[0] = next(&words, 0);
            round!(sums[at][0], a b c d e f g h);
            round!(sums[at][1], h a b c d e f g);
            round!(sums[at][2], g h a b c d e f);
            round!(sums[at][3], f g h a b c d e);
            store(&mut sums[at], i32x4_add(words[0], loaded(&K32[4 + 2 * eight])));
            words[1] = next(&words, 1);
            round!(sums[at + 1][0], e f g h a b c d);
            round!(sums[at + 1][1], d e f g h a b c);
            round!(sums[at + 1][2], c d e f g h a b);
            round!(sums[at + 1][3], b c d e f g h a);
            store(&mut sums[at + 1], i32x4_add(words[1], loaded(&K32[5 + 2 * eight])));
            words = [words[2], words[3], words[0], words[1]];
        }
        for [first, second] in sums.as_chunks().0 {
            round!(first[0], a b c d e f g h);
            round!(first[1], h a b c d e f g);
            round!(first[2], g h a b c d e f);
            round!(first[3], f g h a b c d e);
            round!(second[0], e f g h a b c d);
            round!(second[1], d e f g h a b c);
            round!(second[2], c d e f g h a b);
            round!(second[3], b c d e f g h a);
        }
        super::add!(state, [a, b, c, d, e, f, g, h]);
    }
}

/// The words of the schedule that come in the place of those at `at`, the oldest of the last sixteen.
#[inline]
#[target_feature(enable = "simd128")]
fn next(words: &[v128; 4], at: usize) -> v128 {
    let four = |later: usize| words[(at + later) % 4];
    let none = i32x4_splat(0);
    let after_15 = i32x4_shuffle::<1, 2, 3, 4>(four(0), four(1));
    let after_7 = i32x4_shuffle::<1, 2, 3, 4>(four(2), four(3));
    let small_0 = v128_xor(v128_xor(turned::<7, 25>(after_15), turned::<18, 14>(after_15)), u32x4_shr(after_15, 3));
    let partial = i32x4_add(i32x4_add(four(0), after_7), small_0);
    // The last two of the four need the first two.
    let two = small_1(i32x4_shuffle::<2, 2, 3, 3>(four(3), four(3)));
    let half = i32x4_add(partial, i32x4_shuffle::<0, 2, 4, 4>(two, none));
    let two = small_1(i32x4_shuffle::<0, 0, 1, 1>(half, half));
    i32x4_add(half, i32x4_shuffle::<4, 4, 0, 2>(two, none))
}

/// Of words that stand twice side by side: so shifts of both together rotate them. The result is in the lower of each two.
#[inline]
#[target_feature(enable = "simd128")]
fn small_1(twice: v128) -> v128 {
    v128_xor(v128_xor(u64x2_shr(twice, 17), u64x2_shr(twice, 19)), u32x4_shr(twice, 10))
}

/// All words rotated to the right; the left is what is missing to 32.
#[inline]
#[target_feature(enable = "simd128")]
fn turned<const RIGHT: u32, const LEFT: u32>(words: v128) -> v128 {
    v128_xor(u32x4_shr(words, RIGHT), i32x4_shl(words, LEFT))
}

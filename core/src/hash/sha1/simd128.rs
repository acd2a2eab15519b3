//! The compression function of SHA-1 (FIPS 180-4, section 6.1.2) in WebAssembly, in eight to nine tenths of the time of the
//! crate `sha1`: the rounds read what they add from memory, where vectors have put it, and the next words of the schedule
//! are made between them.

use std::arch::wasm32::{
    i32x4_add, i32x4_shl, i32x4_shuffle, i32x4_splat, i64x2_shuffle, u32x4_shr, u32x4_splat, v128, v128_or, v128_xor,
};
use std::hint::black_box;

use crate::hash::simd128::{store, words32_of};

/// The constants of the rounds, twenty for each (section 4.2.1).
const K: [u32; 4] = [0x5a82_7999, 0x6ed9_eba1, 0x8f1b_bcdc, 0xca62_c1d6];

/// Takes blocks into the state.
#[target_feature(enable = "simd128")]
pub(super) fn compress(state: &mut [u32; 5], blocks: &[[u8; 64]]) {
    // What the next twenty rounds add: words of the schedule with their constant.
    let mut sums = [[0; 4]; 5];
    for block in blocks {
        let (bytes, _) = block.as_chunks();
        // The last eight of the schedule, four words in each.
        let mut words = [i32x4_splat(0); 8];
        for at in 0..5 {
            words[at] = if at < 4 { words32_of(&bytes[at]) } else { next(&words, at) };
            store(&mut sums[at], i32x4_add(words[at], u32x4_splat(K[0])));
        }
        let [mut a, mut b, mut c, mut d, mut e] = *state;
        macro_rules! round {
            ($function:ident, $sum:expr, $a:ident $b:ident $c:ident $d:ident $e:ident) => {
                $e = $e.wrapping_add($sum).wrapping_add($function($b, $c, $d)).wrapping_add($a.rotate_left(5));
                $b = $b.rotate_left(30);
            };
        }
        macro_rules! twenty_rounds {
            ($function:ident, $next:ident) => {
                // Through memory: taken out of the vectors one by one, the words come late.
                let sums = black_box(&mut sums);
                let [first, second, third, fourth, fifth] = sums;
                $next!(make 0);
                round!($function, first[0], a b c d e);
                round!($function, first[1], e a b c d);
                round!($function, first[2], d e a b c);
                round!($function, first[3], c d e a b);
                $next!(put first, 0);
                $next!(make 1);
                round!($function, second[0], b c d e a);
                round!($function, second[1], a b c d e);
                round!($function, second[2], e a b c d);
                round!($function, second[3], d e a b c);
                $next!(put second, 1);
                $next!(make 2);
                round!($function, third[0], c d e a b);
                round!($function, third[1], b c d e a);
                round!($function, third[2], a b c d e);
                round!($function, third[3], e a b c d);
                $next!(put third, 2);
                $next!(make 3);
                round!($function, fourth[0], d e a b c);
                round!($function, fourth[1], c d e a b);
                round!($function, fourth[2], b c d e a);
                round!($function, fourth[3], a b c d e);
                $next!(put fourth, 3);
                $next!(make 4);
                round!($function, fifth[0], e a b c d);
                round!($function, fifth[1], d e a b c);
                round!($function, fifth[2], c d e a b);
                round!($function, fifth[3], b c d e a);
                $next!(put fifth, 4);
            };
        }
        /// Makes words of the twenty rounds after these, and puts them where the words were that these needed.
        macro_rules! of {
            (@ $stage:literal make $at:literal) => {
                let place = 5 * $stage + $at;
                words[place % 8] = if place < 8 { next(&words, place) } else { later(&words, place) };
            };
            (@ $stage:literal put $sums:ident, $at:literal) => {
                store($sums, i32x4_add(words[(5 * $stage + $at) % 8], u32x4_splat(K[$stage])));
            };
        }
        macro_rules! second { ($($what:tt)*) => { of!(@ 1 $($what)*) }; }
        macro_rules! third { ($($what:tt)*) => { of!(@ 2 $($what)*) }; }
        macro_rules! fourth { ($($what:tt)*) => { of!(@ 3 $($what)*) }; }
        macro_rules! no_more {
            ($($what:tt)*) => {};
        }
        twenty_rounds!(choice, second);
        twenty_rounds!(parity, third);
        twenty_rounds!(majority, fourth);
        twenty_rounds!(parity, no_more);
        for (word, more) in state.iter_mut().zip([a, b, c, d, e]) {
            *word = word.wrapping_add(more);
        }
    }
}

/// The function of the first twenty rounds (section 4.1.1), without a complement.
#[inline]
fn choice(x: u32, y: u32, z: u32) -> u32 {
    z ^ (x & (y ^ z))
}

/// That of the second and the fourth twenty.
#[inline]
fn parity(x: u32, y: u32, z: u32) -> u32 {
    x ^ y ^ z
}

/// That of the third twenty: what two of three bits have.
#[inline]
fn majority(x: u32, y: u32, z: u32) -> u32 {
    (x & y).wrapping_add((x ^ y) & z)
}

/// The words of the schedule from 16 to 31, where not all are known that [`later`] needs.
#[inline]
#[target_feature(enable = "simd128")]
fn next(words: &[v128; 8], at: usize) -> v128 {
    let four = |before: usize| words[(at + 8 - before) % 8];
    let none = i32x4_splat(0);
    let after_14 = i64x2_shuffle::<1, 2>(four(4), four(3));
    // The last word needs the first of the four: it is added below, rotated once more.
    let after_3 = i32x4_shuffle::<1, 2, 3, 4>(four(1), none);
    let without = v128_xor(v128_xor(four(4), after_14), v128_xor(four(2), after_3));
    v128_xor(turned::<1, 31>(without), turned::<2, 30>(i32x4_shuffle::<4, 4, 4, 0>(without, none)))
}

/// The words of the schedule from 32, which are the same as by the formula of the standard taken twice.
#[inline]
#[target_feature(enable = "simd128")]
fn later(words: &[v128; 8], at: usize) -> v128 {
    let four = |before: usize| words[(at + 8 - before) % 8];
    let after_6 = i64x2_shuffle::<1, 2>(four(2), four(1));
    turned::<2, 30>(v128_xor(v128_xor(after_6, four(4)), v128_xor(four(7), four(8))))
}

/// All words rotated to the left; the right is what is missing to 32.
#[inline]
#[target_feature(enable = "simd128")]
fn turned<const LEFT: u32, const RIGHT: u32>(words: v128) -> v128 {
    v128_or(i32x4_shl(words, LEFT), u32x4_shr(words, RIGHT))
}

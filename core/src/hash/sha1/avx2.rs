//! The compression function of SHA-1 (FIPS 180-4, section 6.1.2) with AVX2, BMI1 and BMI2, for processors without
//! instructions for it, in two thirds of the time of the crate `sha1`: rounds rotate into other registers. The schedules of
//! two blocks are made at once, one in each half of a vector, beside the rounds of the first.
#![expect(
    unsafe_code,
    reason = "vectors are stored through pointers, and rounds are in assembly; see each SAFETY comment"
)]

use std::arch::asm;
use std::arch::x86_64::{
    __m256i, _mm256_add_epi32, _mm256_alignr_epi8, _mm256_or_si256, _mm256_set1_epi32, _mm256_slli_epi32,
    _mm256_slli_si256, _mm256_srli_epi32, _mm256_srli_si256, _mm256_storeu_si256, _mm256_xor_si256,
};

use crate::hash::assembly::line;
use crate::hash::avx2::{has_features, place, words_of};

/// The constants of the rounds, twenty for each (section 4.2.1).
static K: [u32; 4] = [0x5a82_7999, 0x6ed9_eba1, 0x8f1b_bcdc, 0xca62_c1d6];

/// Takes blocks into the state.
///
/// # Panics
///
/// If the processor cannot do it; see [`has_features`].
pub(super) fn compress(state: &mut [u32; 5], blocks: &[[u8; 64]]) {
    assert!(has_features(), "the processor has AVX2, BMI1 and BMI2");
    // SAFETY: the processor has the features that the function is compiled for.
    unsafe { compress_with_avx2(state, blocks) };
}

/// What four rounds add: words of the schedule with their constant, of the first block and of the second.
type Sums = [[u32; 4]; 2];

/// One round (section 6.1.2) with one of the functions of section 4.1.1: `$sums`, what is added in these rounds, has for each a
/// word of the schedule with a constant. `b` is rotated into another register, so the function may use it up; `a`, which the
/// round before gave, is added last.
///
/// In assembly, because the compiler copies words that no one needs after.
macro_rules! round {
    (choice, $($rest:tt)*) => {
        round!(@ $($rest)*; andn x, b, d; add e, x; rorx x, b, 2; and b, c);
    };
    (parity, $($rest:tt)*) => {
        round!(@ $($rest)*; rorx x, b, 2; xor b, c; xor b, d);
    };
    (majority, $($rest:tt)*) => {
        round!(@ $($rest)*; mov y, b; rorx x, b, 2; and y, c; xor b, c; add e, y; and b, d);
    };
    (
        @ $sums:expr, $block:literal, $round:literal, $a:ident $b:ident $c:ident $d:ident $e:ident
        $(; $operation:ident $($operand:tt),+)+
    ) => {
        let turned;
        // SAFETY: it reads a word of the sums, where they have one, and changes the registers that are named. The processor has
        // BMI1 and BMI2, because the function around it is compiled for them.
        unsafe {
            asm!(
                "add {e:e}, [{sums} + {at}]",
                $(line!("e" $operation $($operand),+),)+
                line!("e" rorx y, a, 27),
                line!("e" add e, b),
                line!("e" add e, y),
                sums = in(reg) std::ptr::from_ref::<[Sums; 5]>($sums),
                at = const place::<[Sums; 5]>($round, $block, 4),
                a = in(reg) $a,
                b = inout(reg) $b => _,
                c = in(reg) $c,
                d = in(reg) $d,
                e = inout(reg) $e,
                x = out(reg) turned,
                y = out(reg) _,
                options(pure, readonly, nostack),
            );
        }
        $b = turned;
    };
}

#[target_feature(enable = "avx2,bmi1,bmi2")]
fn compress_with_avx2(state: &mut [u32; 5], blocks: &[[u8; 64]]) {
    // What each twenty rounds add.
    let mut sums: [[Sums; 5]; 4] = Default::default();
    for pair in blocks.chunks(2) {
        let (first, _) = pair[0].as_chunks();
        // A block that has no other is its own: its schedule is made twice.
        let (second, _) = pair[pair.len() - 1].as_chunks();
        // The last eight of the schedule, four words of each block in one.
        let mut words = [_mm256_set1_epi32(0); 8];
        for at in 0..5 {
            words[at] = if at < 4 { words_of(&first[at], &second[at]) } else { next(&words, at) };
            put(&mut sums[0][at], words[at], K[0]);
        }
        let [mut a, mut b, mut c, mut d, mut e] = *state;
        macro_rules! twenty_rounds {
            ($function:ident, $sums:expr, $block:literal, $before_four:expr) => {
                $before_four(0);
                round!($function, $sums, $block, 0, a b c d e);
                round!($function, $sums, $block, 1, e a b c d);
                round!($function, $sums, $block, 2, d e a b c);
                round!($function, $sums, $block, 3, c d e a b);
                $before_four(1);
                round!($function, $sums, $block, 4, b c d e a);
                round!($function, $sums, $block, 5, a b c d e);
                round!($function, $sums, $block, 6, e a b c d);
                round!($function, $sums, $block, 7, d e a b c);
                $before_four(2);
                round!($function, $sums, $block, 8, c d e a b);
                round!($function, $sums, $block, 9, b c d e a);
                round!($function, $sums, $block, 10, a b c d e);
                round!($function, $sums, $block, 11, e a b c d);
                $before_four(3);
                round!($function, $sums, $block, 12, d e a b c);
                round!($function, $sums, $block, 13, c d e a b);
                round!($function, $sums, $block, 14, b c d e a);
                round!($function, $sums, $block, 15, a b c d e);
                $before_four(4);
                round!($function, $sums, $block, 16, e a b c d);
                round!($function, $sums, $block, 17, d e a b c);
                round!($function, $sums, $block, 18, c d e a b);
                round!($function, $sums, $block, 19, b c d e a);
            };
        }
        // The words of the next twenty rounds are made beside these.
        macro_rules! prepare {
            ($coming:ident, $stage:literal) => {
                |at: usize| {
                    let place = 5 * $stage + at;
                    words[place % 8] = if place < 8 { next(&words, place) } else { later(&words, place) };
                    put(&mut $coming[at], words[place % 8], K[$stage]);
                }
            };
        }
        let [done, coming, ..] = &mut sums;
        twenty_rounds!(choice, done, 0, (prepare!(coming, 1)));
        let [_, done, coming, _] = &mut sums;
        twenty_rounds!(parity, done, 0, (prepare!(coming, 2)));
        let [.., done, coming] = &mut sums;
        twenty_rounds!(majority, done, 0, (prepare!(coming, 3)));
        twenty_rounds!(parity, &sums[3], 0, |_| ());
        add(state, [a, b, c, d, e]);
        if pair.len() == 2 {
            [a, b, c, d, e] = *state;
            twenty_rounds!(choice, &sums[0], 1, |_| ());
            twenty_rounds!(parity, &sums[1], 1, |_| ());
            twenty_rounds!(majority, &sums[2], 1, |_| ());
            twenty_rounds!(parity, &sums[3], 1, |_| ());
            add(state, [a, b, c, d, e]);
        }
    }
}

fn add(state: &mut [u32; 5], more: [u32; 5]) {
    for (word, more) in state.iter_mut().zip(more) {
        *word = word.wrapping_add(more);
    }
}

/// The words of the schedules from 16 to 31, where not all are known that [`later`] needs.
#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2")]
fn next(words: &[__m256i; 8], at: usize) -> __m256i {
    let four = |before: usize| words[(at + 8 - before) % 8];
    let after_14 = _mm256_alignr_epi8::<8>(four(3), four(4));
    // The last word needs the first of the four: it is added below, rotated once more.
    let after_3 = _mm256_srli_si256::<4>(four(1));
    let without = xor(xor(four(4), after_14), xor(four(2), after_3));
    xor(turned::<1, 31>(without), turned::<2, 30>(_mm256_slli_si256::<12>(without)))
}

/// The words of the schedules from 32, which are the same as by the formula of the standard taken twice.
#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2")]
fn later(words: &[__m256i; 8], at: usize) -> __m256i {
    let four = |before: usize| words[(at + 8 - before) % 8];
    let after_6 = _mm256_alignr_epi8::<8>(four(1), four(2));
    turned::<2, 30>(xor(xor(after_6, four(4)), xor(four(7), four(8))))
}

/// All words rotated to the left; the right is what is missing to 32.
#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2")]
fn turned<const LEFT: i32, const RIGHT: i32>(words: __m256i) -> __m256i {
    _mm256_or_si256(_mm256_slli_epi32::<LEFT>(words), _mm256_srli_epi32::<RIGHT>(words))
}

#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2")]
fn xor(a: __m256i, b: __m256i) -> __m256i {
    _mm256_xor_si256(a, b)
}

/// Puts words and their constant where the rounds add them.
#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2")]
fn put(sums: &mut Sums, words: __m256i, constant: u32) {
    let sum = _mm256_add_epi32(words, _mm256_set1_epi32(constant.cast_signed()));
    // SAFETY: the sums have 32 bytes, and the store needs no alignment.
    unsafe { _mm256_storeu_si256(sums.as_mut_ptr().cast(), sum) };
}

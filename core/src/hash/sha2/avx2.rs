//! The compression functions of SHA-2 with AVX2, BMI1 and BMI2, in five tenths (SHA-256) and six tenths (SHA-512) of the time
//! of the crate `sha2`: rounds rotate into other registers, and complement and mask in one step. The schedules of two blocks
//! are made at once, one in each half of a vector, beside the rounds of the first.

pub(super) mod words32;
pub(super) mod words64;

/// One round (FIPS 180-4, sections 6.2.2 and 6.4.2), with the width of words and what it rotates by: `$sums`, what is added in
/// these rounds, has for each a word of the schedule with a constant; `$bc` is `b ^ c`, of which the round makes `a ^ b`, which is
/// that of the next; and `$late` is what `a` still lacks, the upper sigma of the round before.
///
/// In assembly, which takes nine tenths of the time: the compiler has another order, and not enough registers for it. The
/// order, what is late, and `lea` for sums are worth 4 % (SHA-256) and 7 % (SHA-512) on Zen 3.
macro_rules! round {
    (
        $width:literal $word:literal [$e1:literal $e2:literal $e3:literal] [$a1:literal $a2:literal $a3:literal],
        $bc:ident, $late:ident, $sums:expr, $Sums:ty, $block:literal, $round:literal,
        $a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident
    ) => {
        let (ab, late);
        // SAFETY: it reads a word of the sums, where they have one, and changes the registers that are named. The processor has
        // BMI1 and BMI2, because the function around it is compiled for them.
        unsafe {
            asm!(
                concat!("add {h:", $width, "}, [{sums} + {at}]"),
                line!($width mov x, f),
                line!($width and x, e),
                sum!($width a, late),
                line!($width rorx late, e, $e2),
                line!($width rorx y, e, $e3),
                sum!($width h, x),
                line!($width xor y, late),
                line!($width andn x, e, g),
                line!($width rorx late, e, $e1),
                sum!($width h, x),
                line!($width xor y, late),
                line!($width mov x, a),
                line!($width add h, y),
                line!($width rorx late, a, $a3),
                line!($width xor x, b),
                line!($width rorx y, a, $a2),
                sum!($width d, h),
                line!($width and bc, x),
                line!($width xor late, y),
                line!($width rorx y, a, $a1),
                line!($width xor bc, b),
                line!($width xor late, y),
                sum!($width h, bc),
                sums = in(reg) std::ptr::from_ref::<$Sums>($sums),
                at = const place::<$Sums>($round, $block, $word),
                a = inout(reg) $a,
                b = in(reg) $b,
                bc = inout(reg) $bc => _,
                d = inout(reg) $d,
                e = in(reg) $e,
                f = in(reg) $f,
                g = in(reg) $g,
                h = inout(reg) $h,
                x = out(reg) ab,
                y = out(reg) _,
                late = inout(reg) $late => late,
                options(pure, readonly, nostack),
            );
        }
        ($bc, $late) = (ab, late);
    };
}
use round;

/// Adds what came of a block to the state, word by word.
macro_rules! add {
    ($state:expr, $more:expr) => {
        for (word, more) in $state.iter_mut().zip($more) {
            *word = word.wrapping_add(more);
        }
    };
}
use add;

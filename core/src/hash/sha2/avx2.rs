//! The compression functions of SHA-2 with AVX2, BMI1 and BMI2, in five to six tenths of the time of the crate `sha2`:
//! rounds rotate into other registers, and complement and mask in one step. The schedules of two blocks are made at once,
//! one in each half of a vector, beside the rounds of the first.

pub(super) mod words32;
pub(super) mod words64;

/// One round (FIPS 180-4, sections 6.2.2 and 6.4.2), with what it rotates by: `sum` is a word of the schedule and a constant,
/// and `bc`, half of the majority of one round, is half of that of the next.
macro_rules! round {
    (
        $bc:ident, $sum:expr, [$e1:literal $e2:literal $e3:literal] [$a1:literal $a2:literal $a3:literal],
        $a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident
    ) => {
        let choice = $h.wrapping_add($sum).wrapping_add(!$e & $g).wrapping_add($e & $f);
        $h = choice.wrapping_add($e.rotate_right($e1) ^ $e.rotate_right($e2) ^ $e.rotate_right($e3));
        $d = $d.wrapping_add($h);
        let ab = $a ^ $b;
        let majority = (ab & $bc) ^ $b;
        $bc = ab;
        $h = $h.wrapping_add(majority);
        $h = $h.wrapping_add($a.rotate_right($a1) ^ $a.rotate_right($a2) ^ $a.rotate_right($a3));
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

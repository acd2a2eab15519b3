//! The compression functions of SHA-2 in WebAssembly. In V8 they take nine and eight tenths of the time of the crate `sha2`;
//! in JavaScriptCore, SHA-256 takes eleven. The rounds read what they add from memory, where vectors have put it, and the next
//! words of the schedule are made between them.

pub(super) mod words32;
pub(super) mod words64;

/// One round (FIPS 180-4, sections 6.2.2 and 6.4.2), with what it rotates by: `sum` is a word of the schedule and a constant,
/// and `bc` is `b ^ c`, of which the round makes `a ^ b`, which is that of the next. What waits for `a` rotates in place, turn by
/// turn, which takes fewer instructions; what waits for `e` has no time for that.
macro_rules! round {
    (
        $bc:ident, $sum:expr, [$e1:literal $e2:literal $e3:literal] [$a1:literal $a2:literal $a3:literal],
        $a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident
    ) => {
        $h = $h.wrapping_add($sum).wrapping_add($g ^ ($e & ($f ^ $g)));
        $h = $h.wrapping_add($e.rotate_right($e1) ^ $e.rotate_right($e2) ^ $e.rotate_right($e3));
        $d = $d.wrapping_add($h);
        let ab = $a ^ $b;
        $h = $h.wrapping_add((ab & $bc) ^ $b);
        $bc = ab;
        let turned = ($a.rotate_right($a3 - $a2) ^ $a).rotate_right($a2 - $a1) ^ $a;
        $h = $h.wrapping_add(turned.rotate_right($a1));
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

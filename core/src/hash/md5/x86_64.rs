//! The compression function of MD5 in assembly. On a core of its own it is as fast as what the compiler makes of
//! `portable.rs`, but has fewer instructions: beside another thread of the same core it takes nine tenths of the time.
#![expect(unsafe_code, reason = "steps are in assembly; see the SAFETY comment")]

use std::arch::asm;

use super::{CONSTANTS, steps};
use crate::hash::assembly::line;

/// One step, with the lines of its auxiliary function, which end with adding it. What waits for `x`, which the step before gave,
/// comes as late as it can.
macro_rules! step {
    (f, $($rest:tt)*) => { step!(@ $($rest)*; mov t, y; xor t, z; and t, x; xor t, z; add a, t) };
    // No bit is in both halves, so their sum is their union; and only one half waits for `x`.
    (g, $($rest:tt)*) => { step!(@ $($rest)*; mov t, z; not t; and t, y; add a, t; mov t, z; and t, x; add a, t) };
    (h, $($rest:tt)*) => { step!(@ $($rest)*; mov t, y; xor t, z; xor t, x; add a, t) };
    (i, $($rest:tt)*) => { step!(@ $($rest)*; mov t, z; not t; or t, x; xor t, y; add a, t) };
    (
        @ $block:ident, $a:ident $b:ident $c:ident $d:ident, $at:expr, $word:expr, $turn:literal
        $(; $operation:ident $($register:ident),+)+
    ) => {
        // SAFETY: it reads one of the sixteen words of the block, and changes the registers that are named.
        unsafe {
            asm!(
                "add {a:e}, [{block} + {place}]",
                "add {a:e}, {constant}",
                $(line!("e" $operation $($register),+),)+
                line!("e" rol a, $turn),
                line!("e" add a, x),
                block = in(reg) std::ptr::from_ref::<[u8; 64]>($block),
                place = const 4 * $word,
                constant = const CONSTANTS[$at].cast_signed(),
                a = inout(reg) $a,
                x = in(reg) $b,
                y = in(reg) $c,
                z = in(reg) $d,
                t = out(reg) _,
                options(pure, readonly, nostack),
            );
        }
    };
}

pub(super) fn compress(state: &mut [u32; 8], blocks: &[[u8; 64]]) {
    let [mut a, mut b, mut c, mut d, ..] = *state;
    for block in blocks {
        let [a0, b0, c0, d0] = [a, b, c, d];
        macro_rules! step_of_block {
            ($f:ident, $($rest:tt)*) => { step!($f, block, $($rest)*) };
        }
        steps!(step_of_block, a b c d);
        a = a.wrapping_add(a0);
        b = b.wrapping_add(b0);
        c = c.wrapping_add(c0);
        d = d.wrapping_add(d0);
    }
    [state[0], state[1], state[2], state[3]] = [a, b, c, d];
}

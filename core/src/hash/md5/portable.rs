//! The compression function of MD5 without assembly. Constants are read from memory, and so added while the step before is
//! not done; the compiler adds those that it knows last.

use super::{CONSTANTS, steps};

/// The auxiliary functions (RFC 1321, section 3.4), added to what does not depend on the step before.
const fn f(sum: u32, x: u32, y: u32, z: u32) -> u32 {
    sum.wrapping_add(z ^ (x & (y ^ z)))
}

const fn g(sum: u32, x: u32, y: u32, z: u32) -> u32 {
    // No bit is in both halves, so their sum is their union; and only one half waits for `x`.
    sum.wrapping_add(y.wrapping_sub(y & z)).wrapping_add(x & z)
}

const fn h(sum: u32, x: u32, y: u32, z: u32) -> u32 {
    sum.wrapping_add(x ^ (y ^ z))
}

const fn i(sum: u32, x: u32, y: u32, z: u32) -> u32 {
    sum.wrapping_add(y ^ (x | !z))
}

pub(super) fn compress(state: &mut [u32; 8], blocks: &[[u8; 64]]) {
    let constants = std::hint::black_box(&CONSTANTS);
    let [mut a, mut b, mut c, mut d, ..] = *state;
    for block in blocks {
        let (bytes, _) = block.as_chunks();
        let words: [u32; 16] = std::array::from_fn(|at| u32::from_le_bytes(bytes[at]));
        let [a0, b0, c0, d0] = [a, b, c, d];
        macro_rules! step {
            ($f:ident, $a:ident $b:ident $c:ident $d:ident, $at:expr, $word:expr, $turn:literal) => {
                let sum = $a.wrapping_add(words[$word]).wrapping_add(constants[$at]);
                $a = $f(sum, $b, $c, $d).rotate_left($turn).wrapping_add($b);
            };
        }
        steps!(step, a b c d);
        a = a.wrapping_add(a0);
        b = b.wrapping_add(b0);
        c = c.wrapping_add(c0);
        d = d.wrapping_add(d0);
    }
    [state[0], state[1], state[2], state[3]] = [a, b, c, d];
}

//! MD5 (RFC 1321). Broken: two messages with one digest are found in seconds.
//!
//! The crate `md-5` waits longer for each step: it adds constants last, where one that was read from memory is added
//! while the step before is not done. So this takes eight tenths of its time.

use super::padded::padded;

/// The constants of the steps: floor(2^32 * |sin(i + 1)|).
static CONSTANTS: [u32; 64] = [
    0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613, 0xfd46_9501,
    0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821,
    0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8,
    0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed, 0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a,
    0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c, 0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70,
    0x289b_7ec6, 0xeaa1_27fa, 0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665,
    0xf429_2244, 0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1,
    0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1, 0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb, 0xeb86_d391,
];

padded! {
    /// Returns the MD5 digest of `data` (RFC 1321). Broken: only for what asks for it, never for security.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::md5(b"abc")[..4], [0x90, 0x01, 0x50, 0x98]);
    /// ```
    md5 = u32, 16, Method {
        start: [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0, 0, 0, 0],
        words: 4,
        order: Order::Lowest,
        compress,
    };
}

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

fn compress(state: &mut [u32; 8], blocks: &[[u8; 64]]) {
    // Or the compiler knows them, and adds them last.
    let constants = std::hint::black_box(&CONSTANTS);
    let [mut a, mut b, mut c, mut d, ..] = *state;
    for block in blocks {
        let (bytes, _) = block.as_chunks();
        let words: [u32; 16] = std::array::from_fn(|at| u32::from_le_bytes(bytes[at]));
        let [a0, b0, c0, d0] = [a, b, c, d];
        /// Sixteen steps from a number on, which take each `stride`th word from `first` on.
        macro_rules! round {
            ($f:ident, $from:literal, $stride:literal, $first:literal, $turns:tt) => {
                round!(@ $f, $from, $from, $stride, $first, $turns);
                round!(@ $f, $from, $from + 4, $stride, $first, $turns);
                round!(@ $f, $from, $from + 8, $stride, $first, $turns);
                round!(@ $f, $from, $from + 12, $stride, $first, $turns);
            };
            (@ $f:ident, $from:literal, $at:expr, $stride:literal, $first:literal, [$s0:literal $s1:literal $s2:literal $s3:literal]) => {
                step!($f, a b c d, $at, ($at - $from) * $stride + $first, $s0);
                step!($f, d a b c, $at + 1, ($at + 1 - $from) * $stride + $first, $s1);
                step!($f, c d a b, $at + 2, ($at + 2 - $from) * $stride + $first, $s2);
                step!($f, b c d a, $at + 3, ($at + 3 - $from) * $stride + $first, $s3);
            };
        }
        macro_rules! step {
            ($f:ident, $a:ident $b:ident $c:ident $d:ident, $at:expr, $word:expr, $turn:literal) => {
                let sum = $a.wrapping_add(words[($word) % 16]).wrapping_add(constants[$at]);
                $a = $f(sum, $b, $c, $d).rotate_left($turn).wrapping_add($b);
            };
        }
        round!(f, 0, 1, 0, [7 12 17 22]);
        round!(g, 16, 5, 1, [5 9 14 20]);
        round!(h, 32, 3, 5, [4 11 16 23]);
        round!(i, 48, 7, 0, [6 10 15 21]);
        a = a.wrapping_add(a0);
        b = b.wrapping_add(b0);
        c = c.wrapping_add(c0);
        d = d.wrapping_add(d0);
    }
    [state[0], state[1], state[2], state[3]] = [a, b, c, d];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_taken_as_the_crate_takes_them() {
        let bytes: Vec<u8> = (0..64 * 40u32).map(|at| (at.wrapping_mul(0x9e37_79b9) >> 24) as u8).collect();
        let (blocks, _) = bytes.as_chunks();
        for count in 0..=blocks.len() {
            let mut state = [0xffff_ffff, 3, 0x8000_0001, 0x7654_3210, 5, 6, 7, 8];
            let mut expected: [u32; 4] = std::array::from_fn(|at| state[at]);
            compress(&mut state, &blocks[..count]);
            ::md5::block_api::compress(&mut expected, &blocks[..count]);
            assert_eq!(state[..4], expected, "{count} blocks");
            assert_eq!(state[4..], [5, 6, 7, 8], "what MD5 has not");
        }
    }
}

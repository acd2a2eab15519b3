//! MD5 (RFC 1321). Broken: two messages with one digest are found in seconds.
//!
//! Ours takes eight tenths of the time of the crate `md-5`, which waits longer for each step.

#[cfg(any(test, not(target_arch = "x86_64")))]
mod portable;
#[cfg(target_arch = "x86_64")]
mod x86_64;

use super::padded::padded;
#[cfg(not(target_arch = "x86_64"))]
use portable::compress;
#[cfg(target_arch = "x86_64")]
use x86_64::compress;

/// The constants of the steps: floor(2^32 * |sin(i + 1)|).
const CONSTANTS: [u32; 64] = [
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

/// All steps of a block (RFC 1321, section 3.4): `$step` takes the name of a function, the four words of the state in their
/// order, the number of the step, that of the word of the block that it adds, and how far it rotates.
macro_rules! steps {
    ($step:ident, $a:ident $b:ident $c:ident $d:ident) => {
        steps!(@sixteen $step, f, 0, 1, 0, [7 12 17 22], $a $b $c $d);
        steps!(@sixteen $step, g, 16, 5, 1, [5 9 14 20], $a $b $c $d);
        steps!(@sixteen $step, h, 32, 3, 5, [4 11 16 23], $a $b $c $d);
        steps!(@sixteen $step, i, 48, 7, 0, [6 10 15 21], $a $b $c $d);
    };
    // From a number on; they take each `stride`th word from `first` on.
    (@sixteen $step:ident, $f:ident, $from:literal, $stride:literal, $first:literal, $turns:tt, $($word:ident)*) => {
        steps!(@four $step, $f, $from, 0, $stride, $first, $turns, $($word)*);
        steps!(@four $step, $f, $from, 4, $stride, $first, $turns, $($word)*);
        steps!(@four $step, $f, $from, 8, $stride, $first, $turns, $($word)*);
        steps!(@four $step, $f, $from, 12, $stride, $first, $turns, $($word)*);
    };
    (
        @four $step:ident, $f:ident, $from:literal, $at:literal, $stride:literal, $first:literal,
        [$s0:literal $s1:literal $s2:literal $s3:literal], $a:ident $b:ident $c:ident $d:ident
    ) => {
        $step!($f, $a $b $c $d, $from + $at, ($at * $stride + $first) % 16, $s0);
        $step!($f, $d $a $b $c, $from + $at + 1, (($at + 1) * $stride + $first) % 16, $s1);
        $step!($f, $c $d $a $b, $from + $at + 2, (($at + 2) * $stride + $first) % 16, $s2);
        $step!($f, $b $c $d $a, $from + $at + 3, (($at + 3) * $stride + $first) % 16, $s3);
    };
}
use steps;

#[cfg(test)]
mod tests {
    fn check(ours: fn(&mut [u32; 8], &[[u8; 64]])) {
        let bytes: Vec<u8> = (0..64 * 40u32).map(|at| (at.wrapping_mul(0x9e37_79b9) >> 24) as u8).collect();
        let (blocks, _) = bytes.as_chunks();
        for count in 0..=blocks.len() {
            let mut state = [0xffff_ffff, 3, 0x8000_0001, 0x7654_3210, 5, 6, 7, 8];
            let mut expected: [u32; 4] = std::array::from_fn(|at| state[at]);
            ours(&mut state, &blocks[..count]);
            ::md5::block_api::compress(&mut expected, &blocks[..count]);
            assert_eq!(state[..4], expected, "{count} blocks");
            assert_eq!(state[4..], [5, 6, 7, 8], "what MD5 has not");
        }
    }

    #[test]
    fn blocks_are_taken_as_the_crate_takes_them() {
        check(super::portable::compress);
    }

    #[cfg(target_arch = "x86_64")]
    #[test]
    fn blocks_are_taken_so_in_assembly() {
        check(super::x86_64::compress);
    }
}

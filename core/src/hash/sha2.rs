//! SHA-2 (FIPS 180-4, sections 6.2 to 6.7): the compression functions of all, and what there is besides SHA-256.

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(any(target_arch = "x86_64", target_arch = "wasm32"))]
mod constants;
#[cfg(target_arch = "wasm32")]
mod simd128;

#[cfg(target_arch = "x86_64")]
pub(super) use constants::K32;

use super::padded::padded;

padded! {
    /// Returns the SHA-224 digest of `data` (FIPS 180-4, section 6.3).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha224(b"abc")[..4], [0x23, 0x09, 0x7d, 0x22]);
    /// ```
    sha224 = u32, 28, Method {
        start: [0xc105_9ed8, 0x367c_d507, 0x3070_dd17, 0xf70e_5939, 0xffc0_0b31, 0x6858_1511, 0x64f9_8fa7, 0xbefa_4fa4],
        words: 8,
        order: Order::Highest,
        compress: compress256,
    };

    /// Returns the SHA-384 digest of `data` (FIPS 180-4, section 6.5).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha384(b"abc")[..4], [0xcb, 0x00, 0x75, 0x3f]);
    /// ```
    sha384 = u64, 48, Method {
        start: [
            0xcbbb_9d5d_c105_9ed8,
            0x629a_292a_367c_d507,
            0x9159_015a_3070_dd17,
            0x152f_ecd8_f70e_5939,
            0x6733_2667_ffc0_0b31,
            0x8eb4_4a87_6858_1511,
            0xdb0c_2e0d_64f9_8fa7,
            0x47b5_481d_befa_4fa4,
        ],
        words: 8,
        order: Order::Highest,
        compress: compress512,
    };

    /// Returns the SHA-512 digest of `data` (FIPS 180-4, section 6.4).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha512(b"abc")[..4], [0xdd, 0xaf, 0x35, 0xa1]);
    /// ```
    sha512 = u64, 64, Method {
        start: [
            0x6a09_e667_f3bc_c908,
            0xbb67_ae85_84ca_a73b,
            0x3c6e_f372_fe94_f82b,
            0xa54f_f53a_5f1d_36f1,
            0x510e_527f_ade6_82d1,
            0x9b05_688c_2b3e_6c1f,
            0x1f83_d9ab_fb41_bd6b,
            0x5be0_cd19_137e_2179,
        ],
        words: 8,
        order: Order::Highest,
        compress: compress512,
    };

    /// Returns the SHA-512/224 digest of `data` (FIPS 180-4, section 6.6).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha512_224(b"abc")[..4], [0x46, 0x34, 0x27, 0x0f]);
    /// ```
    sha512_224 = u64, 28, Method {
        start: [
            0x8c3d_37c8_1954_4da2,
            0x73e1_9966_89dc_d4d6,
            0x1dfa_b7ae_32ff_9c82,
            0x679d_d514_582f_9fcf,
            0x0f6d_2b69_7bd4_4da8,
            0x77e3_6f73_04c4_8942,
            0x3f9d_85a8_6a1d_36c8,
            0x1112_e6ad_91d6_92a1,
        ],
        words: 8,
        order: Order::Highest,
        compress: compress512,
    };

    /// Returns the SHA-512/256 digest of `data` (FIPS 180-4, section 6.7).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha512_256(b"abc")[..4], [0x53, 0x04, 0x8e, 0x26]);
    /// ```
    sha512_256 = u64, 32, Method {
        start: [
            0x2231_2194_fc2b_f72c,
            0x9f55_5fa3_c84c_64c2,
            0x2393_b86b_6f53_b151,
            0x9638_7719_5940_eabd,
            0x9628_3ee2_a88e_ffe3,
            0xbe5e_1e25_5386_3992,
            0x2b01_99fc_2c85_b8aa,
            0x0eb7_2ddc_81c5_2ca2,
        ],
        words: 8,
        order: Order::Highest,
        compress: compress512,
    };
}

/// The compression function of SHA-256 and SHA-224.
pub(super) fn compress256(state: &mut [u32; 8], blocks: &[[u8; 64]]) {
    #[cfg(target_arch = "x86_64")]
    if super::avx2::gains_without_sha() {
        return avx2::words32::compress(state, blocks);
    }
    #[cfg(target_arch = "wasm32")]
    return simd128::words32::compress(state, blocks);
    #[cfg(not(target_arch = "wasm32"))]
    ::sha2::block_api::compress256(state, blocks);
}

/// The compression function of SHA-512, SHA-384 and the short forms.
fn compress512(state: &mut [u64; 8], blocks: &[[u8; 128]]) {
    #[cfg(target_arch = "x86_64")]
    if super::avx2::has_features() {
        return avx2::words64::compress(state, blocks);
    }
    #[cfg(target_arch = "wasm32")]
    return simd128::words64::compress(state, blocks);
    #[cfg(not(target_arch = "wasm32"))]
    ::sha2::block_api::compress512(state, blocks);
}

#[cfg(test)]
mod tests {
    fn check<Word: Copy + PartialEq + std::fmt::Debug, const BYTES: usize>(
        ours: fn(&mut [Word; 8], &[[u8; BYTES]]),
        theirs: fn(&mut [Word; 8], &[[u8; BYTES]]),
        start: [Word; 8],
    ) {
        let bytes: Vec<u8> = (0..40 * 128u32).map(|at| (at.wrapping_mul(0x9e37_79b9) >> 24) as u8).collect();
        let (blocks, _) = bytes.as_chunks();
        for count in 0..=40 {
            let (mut state, mut expected) = (start, start);
            ours(&mut state, &blocks[..count]);
            theirs(&mut expected, &blocks[..count]);
            assert_eq!(state, expected, "{count} blocks");
        }
    }

    fn check256(ours: fn(&mut [u32; 8], &[[u8; 64]])) {
        check(ours, ::sha2::block_api::compress256, [3, 4, 5, 6, 7, 8, 9, 10].map(|part| u32::MAX / part));
    }

    fn check512(ours: fn(&mut [u64; 8], &[[u8; 128]])) {
        check(ours, ::sha2::block_api::compress512, [3, 4, 5, 6, 7, 8, 9, 10].map(|part| u64::MAX / part));
    }

    /// Whichever way this processor goes: `npm run test:cpu` asks those with and without the instructions.
    #[test]
    fn blocks_are_taken_as_the_crate_takes_them() {
        check256(super::compress256);
        check512(super::compress512);
    }

    /// Also on a processor that has instructions for SHA-256, where `compress256` does not go this way.
    #[cfg(target_arch = "x86_64")]
    #[test]
    fn blocks_are_taken_so_with_avx2() {
        if crate::hash::avx2::has_features() {
            check256(super::avx2::words32::compress);
            check512(super::avx2::words64::compress);
        }
    }
}

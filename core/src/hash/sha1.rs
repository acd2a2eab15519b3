//! SHA-1 (FIPS 180-4, section 6.1). Broken: collisions have been published.

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "wasm32")]
mod simd128;

use super::padded::padded;

padded! {
    /// Returns the SHA-1 digest of `data` (FIPS 180-4, section 6.1). Broken: never for security.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha1(b"abc")[..4], [0xa9, 0x99, 0x3e, 0x36]);
    /// ```
    sha1 = u32, 20, Method {
        start: [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0, 0, 0, 0],
        words: 5,
        order: Order::Highest,
        compress,
    };
}

fn compress(state: &mut [u32; 8], blocks: &[[u8; 64]]) {
    let (state, _) = state.split_first_chunk_mut().expect("five words of eight");
    #[cfg(target_arch = "x86_64")]
    if super::avx2::gains_without_sha() {
        return avx2::compress(state, blocks);
    }
    #[cfg(target_arch = "wasm32")]
    return simd128::compress(state, blocks);
    #[cfg(not(target_arch = "wasm32"))]
    ::sha1::block_api::compress(state, blocks);
}

#[cfg(test)]
mod tests {
    fn check(ours: fn(&mut [u32; 5], &[[u8; 64]])) {
        let bytes: Vec<u8> = (0..40 * 64u32).map(|at| (at.wrapping_mul(0x9e37_79b9) >> 24) as u8).collect();
        let (blocks, _) = bytes.as_chunks();
        for count in 0..=40 {
            let mut state = [3, 4, 5, 6, 7].map(|part| u32::MAX / part);
            let mut expected = state;
            ours(&mut state, &blocks[..count]);
            ::sha1::block_api::compress(&mut expected, &blocks[..count]);
            assert_eq!(state, expected, "{count} blocks");
        }
    }

    /// Whichever way this processor goes: `npm run test:cpu` asks those with and without the instructions.
    #[test]
    fn blocks_are_taken_as_the_crate_takes_them() {
        check(|five, blocks| {
            let mut state = [0; 8];
            state[..5].copy_from_slice(five);
            super::compress(&mut state, blocks);
            five.copy_from_slice(&state[..5]);
        });
    }

    /// Also on a processor that has instructions for SHA-1, where `compress` does not go this way.
    #[cfg(target_arch = "x86_64")]
    #[test]
    fn blocks_are_taken_so_with_avx2() {
        if crate::hash::avx2::has_features() {
            check(super::avx2::compress);
        }
    }
}

//! SHA-1 (FIPS 180-4, section 6.1). Broken: collisions have been published.

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
    ::sha1::block_api::compress(state, blocks);
}

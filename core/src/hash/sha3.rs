//! SHA-3 (FIPS 202, section 6.1), and Keccak as it was before: the same sponge with another padding.

use super::one::rust_crypto;

rust_crypto! {
    /// Returns the SHA3-224 digest of `data` (FIPS 202, section 6.1).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha3_224(b"abc")[..4], [0xe6, 0x42, 0x82, 0x4c]);
    /// ```
    sha3_224 = ::sha3::Sha3_224, 28;

    /// Returns the SHA3-256 digest of `data` (FIPS 202, section 6.1).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha3_256(b"abc")[..4], [0x3a, 0x98, 0x5d, 0xa7]);
    /// ```
    sha3_256 = ::sha3::Sha3_256, 32;

    /// Returns the SHA3-384 digest of `data` (FIPS 202, section 6.1).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha3_384(b"abc")[..4], [0xec, 0x01, 0x49, 0x82]);
    /// ```
    sha3_384 = ::sha3::Sha3_384, 48;

    /// Returns the SHA3-512 digest of `data` (FIPS 202, section 6.1).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha3_512(b"abc")[..4], [0xb7, 0x51, 0x85, 0x0b]);
    /// ```
    sha3_512 = ::sha3::Sha3_512, 64;

    /// Returns the Keccak-256 digest of `data`, with the padding of the Keccak submission, as Ethereum has it.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::keccak256(b"abc")[..4], [0x4e, 0x03, 0x65, 0x7a]);
    /// ```
    keccak256 = ::sha3::Keccak256, 32;
}

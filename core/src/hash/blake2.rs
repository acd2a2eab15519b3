//! BLAKE2 (RFC 7693).

use super::one::rust_crypto;

rust_crypto! {
    /// Returns the BLAKE2b digest of 64 bytes of `data` (RFC 7693).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::blake2b512(b"abc")[..4], [0xba, 0x80, 0xa5, 0x3f]);
    /// ```
    blake2b512 = ::blake2::Blake2b512, 64;

    /// Returns the BLAKE2b digest of 32 bytes of `data` (RFC 7693).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::blake2b256(b"abc")[..4], [0xbd, 0xdd, 0x81, 0x3c]);
    /// ```
    blake2b256 = ::blake2::Blake2b256, 32;

    /// Returns the BLAKE2s digest of 32 bytes of `data` (RFC 7693).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::blake2s256(b"abc")[..4], [0x50, 0x8c, 0x5e, 0x8c]);
    /// ```
    blake2s256 = ::blake2::Blake2s256, 32;
}

//! SHA-2 besides SHA-256 (FIPS 180-4, sections 6.3 to 6.7).

use super::one::rust_crypto;

rust_crypto! {
    /// Returns the SHA-224 digest of `data` (FIPS 180-4, section 6.3).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha224(b"abc")[..4], [0x23, 0x09, 0x7d, 0x22]);
    /// ```
    sha224 = ::sha2::Sha224, 28, counts blocks of 64;

    /// Returns the SHA-384 digest of `data` (FIPS 180-4, section 6.5).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha384(b"abc")[..4], [0xcb, 0x00, 0x75, 0x3f]);
    /// ```
    sha384 = ::sha2::Sha384, 48, counts blocks of 128;

    /// Returns the SHA-512 digest of `data` (FIPS 180-4, section 6.4).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha512(b"abc")[..4], [0xdd, 0xaf, 0x35, 0xa1]);
    /// ```
    sha512 = ::sha2::Sha512, 64, counts blocks of 128;

    /// Returns the SHA-512/224 digest of `data` (FIPS 180-4, section 6.6).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha512_224(b"abc")[..4], [0x46, 0x34, 0x27, 0x0f]);
    /// ```
    sha512_224 = ::sha2::Sha512_224, 28, counts blocks of 128;

    /// Returns the SHA-512/256 digest of `data` (FIPS 180-4, section 6.7).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha512_256(b"abc")[..4], [0x53, 0x04, 0x8e, 0x26]);
    /// ```
    sha512_256 = ::sha2::Sha512_256, 32, counts blocks of 128;
}

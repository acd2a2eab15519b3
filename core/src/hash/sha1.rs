//! SHA-1 (FIPS 180-4, section 6.1). Broken: collisions have been published.

use super::one::rust_crypto;

rust_crypto! {
    /// Returns the SHA-1 digest of `data` (FIPS 180-4, section 6.1). Broken: never for security.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha1(b"abc")[..4], [0xa9, 0x99, 0x3e, 0x36]);
    /// ```
    sha1 = ::sha1::Sha1, 20, counts blocks of 64;
}

//! MD5 (RFC 1321). Broken: two messages with one digest are found in seconds.

use super::one::rust_crypto;

rust_crypto! {
    /// Returns the MD5 digest of `data` (RFC 1321). Broken: only for what asks for it, never for security.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::md5(b"abc")[..4], [0x90, 0x01, 0x50, 0x98]);
    /// ```
    md5 = ::md5::Md5, 16, counts blocks of 64;
}

//! RIPEMD-160 (ISO/IEC 10118-3).

use super::one::rust_crypto;

rust_crypto! {
    /// Returns the RIPEMD-160 digest of `data` (ISO/IEC 10118-3).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::ripemd160(b"abc")[..4], [0x8e, 0xb2, 0x08, 0xf7]);
    /// ```
    ripemd160 = ::ripemd::Ripemd160, 20, counts blocks of 64;
}

//! xxHash (the specification of Yann Collet, versions 0.1 and 0.2). Fast, and no match for an attacker.

use std::hash::Hasher;

use twox_hash::{XxHash3_64, XxHash3_128, XxHash32, XxHash64};

use super::one::numbers;

numbers! {
    /// Returns the XXH32 of `data`, with the seed 0.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::xxh32(b"123456789"), 0x937b_ad67);
    /// ```
    xxh32 = u32, 4, XxHash32 {
        once: |data| XxHash32::oneshot(0, data),
        start: XxHash32::with_seed(0),
        update: XxHash32::write,
        finish: XxHash32::finish_32,
    }

    /// Returns the XXH64 of `data`, with the seed 0.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::xxh64(b"123456789"), 0x8cb8_41db_40e6_ae83);
    /// ```
    xxh64 = u64, 8, XxHash64 {
        once: |data| XxHash64::oneshot(0, data),
        start: XxHash64::with_seed(0),
        update: XxHash64::write,
        finish: XxHash64::finish,
    }

    /// Returns the XXH3 of 64 bits of `data`, with the seed 0.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::xxh3_64(b"123456789"), 0x72dc_b18b_67a1_7dff);
    /// ```
    xxh3_64 = u64, 8, XxHash3_64 {
        once: XxHash3_64::oneshot,
        start: XxHash3_64::new(),
        update: XxHash3_64::write,
        finish: XxHash3_64::finish,
    }

    /// Returns the XXH3 of 128 bits of `data`, with the seed 0.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::xxh3_128(b"123456789"), 0x3311_9477_ede5_dcd5_e971_6427_681d_5860);
    /// ```
    xxh3_128 = u128, 16, XxHash3_128 {
        once: XxHash3_128::oneshot,
        start: XxHash3_128::new(),
        update: XxHash3_128::write,
        finish: XxHash3_128::finish_128,
    }
}

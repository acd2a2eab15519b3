//! XXH32 and XXH64 (the specification of xxHash, version 0.1). Fast, and no match for an attacker.
//!
//! The crate gives their states to serde alone, so they are not saved.

use std::hash::Hasher;

use twox_hash::{XxHash32, XxHash64};

use super::one::numbers;
use super::options::{OptionName, Options, Takes};

const TAKES: Takes = &[(OptionName::Seed, 0..=u64::MAX)];
const TAKES_32: Takes = &[(OptionName::Seed, 0..=0xffff_ffff)];

/// A seed of 32 bits, which was checked.
fn low(options: &Options<'_>) -> u32 {
    u32::try_from(options.seed.unwrap_or(0)).expect("a seed of XXH32 was checked to have 32 bits")
}

numbers! {
    /// Returns the XXH32 of `data`, with the seed 0.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::xxh32(b"123456789"), 0x937b_ad67);
    /// ```
    xxh32 = u32, 4, XxHash32 {
        takes: TAKES_32,
        once: |data, options: &Options<'_>| XxHash32::oneshot(low(options), data),
        start: |options: &Options<'_>| XxHash32::with_seed(low(options)),
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
        takes: TAKES,
        once: |data, options: &Options<'_>| XxHash64::oneshot(options.seed.unwrap_or(0), data),
        start: |options: &Options<'_>| XxHash64::with_seed(options.seed.unwrap_or(0)),
        update: XxHash64::write,
        finish: XxHash64::finish,
    }
}

/// Returns the XXH32 of `data` with a seed.
///
/// # Examples
///
/// ```
/// assert_eq!(oxbridge_core::hash::xxh32_with_seed(b"", 0x9e37_79b1), 0x36b7_8ae7);
/// ```
#[must_use]
pub fn xxh32_with_seed(data: &[u8], seed: u32) -> u32 {
    XxHash32::oneshot(seed, data)
}

/// Returns the XXH64 of `data` with a seed.
///
/// # Examples
///
/// ```
/// assert_eq!(oxbridge_core::hash::xxh64_with_seed(b"", 0x9e37_79b1), 0xac75_fda2_929b_17ef);
/// ```
#[must_use]
pub fn xxh64_with_seed(data: &[u8], seed: u64) -> u64 {
    XxHash64::oneshot(seed, data)
}

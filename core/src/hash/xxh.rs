//! xxHash (the specification of Yann Collet, versions 0.1 and 0.2). Fast, and no match for an attacker.
//!
//! The crate gives the state of XXH32 and XXH64 to serde alone, and that of XXH3 to nobody, so none of them is saved.

use std::hash::Hasher;

use twox_hash::{XxHash3_64, XxHash3_128, XxHash32, XxHash64};

use super::one::numbers;
use super::options::{OptionName, Options, Takes};

const TAKES: Takes = &[(OptionName::Seed, 0..=u64::MAX)];
const TAKES_32: Takes = &[(OptionName::Seed, 0..=0xffff_ffff)];

/// What XXH3 takes at most: the crate counts its bytes in a word, and gives wrong sums when that is full.
const MOST: u64 = usize::MAX as u64;

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

    /// Returns the XXH3 of 64 bits of `data`, with the seed 0.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::xxh3_64(b"123456789"), 0x72dc_b18b_67a1_7dff);
    /// ```
    xxh3_64 = u64, 8, XxHash3_64 {
        takes: TAKES,
        most: MOST,
        once: |data, options: &Options<'_>| match options.seed {
            None | Some(0) => XxHash3_64::oneshot(data),
            Some(seed) => xxh3_64_with_seed(data, seed),
        },
        start: |options: &Options<'_>| match options.seed {
            None | Some(0) => XxHash3_64::new(),
            Some(seed) => XxHash3_64::with_seed(seed),
        },
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
        takes: TAKES,
        most: MOST,
        once: |data, options: &Options<'_>| match options.seed {
            None | Some(0) => XxHash3_128::oneshot(data),
            Some(seed) => xxh3_128_with_seed(data, seed),
        },
        start: |options: &Options<'_>| match options.seed {
            None | Some(0) => XxHash3_128::new(),
            Some(seed) => XxHash3_128::with_seed(seed),
        },
        update: XxHash3_128::write,
        finish: XxHash3_128::finish_128,
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

/// Returns the XXH3 of 64 bits of `data` with a seed.
///
/// # Examples
///
/// ```
/// assert_eq!(oxbridge_core::hash::xxh3_64_with_seed(b"", 0x9e37_79b1_85eb_ca8d), 0xa8a6_b918_b2f0_364a);
/// ```
#[must_use]
#[inline(never)] // once, and not in each place that has a use for it
pub fn xxh3_64_with_seed(data: &[u8], seed: u64) -> u64 {
    XxHash3_64::oneshot_with_seed(seed, data)
}

/// Returns the XXH3 of 128 bits of `data` with a seed.
///
/// # Examples
///
/// ```
/// let number = oxbridge_core::hash::xxh3_128_with_seed(b"", 0x9e37_79b1);
/// assert_eq!(number, 0x9222_0ae5_5e14_ab50_5444_f786_9c67_1ab0);
/// ```
#[must_use]
#[inline(never)] // once, and not in each place that has a use for it
pub fn xxh3_128_with_seed(data: &[u8], seed: u64) -> u128 {
    XxHash3_128::oneshot_with_seed(seed, data)
}

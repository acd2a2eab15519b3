//! Every algorithm of Oxbridge, for Rust programs and for the bridges to JavaScript and C.
//!
//! A function of this crate returns the same bits on every platform, processor and release of the same major version.
//! It uses no platform mathematics library, no fused multiply-add, and no output depends on processor features.
//!
//! | module | feature | what it holds |
//! |---|---|---|
//! | [`hash`] | `hash` | digests of bytes, one at a time or many at once |
//! | [`image`] | `image` | operations on pixels |
//! | [`math`] | `math` | exact and reproducible arithmetic |
//! | [`error`] | always | the one error type and its codes |
//!
//! # Examples
//!
//! ```
//! let digest = oxbridge_core::hash::sha256(b"abc");
//! assert_eq!(digest[..4], [0xba, 0x78, 0x16, 0xbf]);
//! ```

// On docs.rs, what belongs to a feature says so.
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod error;
#[cfg(feature = "hash")]
pub mod hash;
#[cfg(feature = "image")]
pub mod image;
#[cfg(feature = "interface")]
#[doc(hidden)]
pub mod interface;
#[cfg(feature = "math")]
pub mod math;
#[cfg(test)]
mod processor;

pub use error::{Code, Error};

/// The example of the README, which the tests of the documentation run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

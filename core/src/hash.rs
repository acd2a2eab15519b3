//! Digests of bytes: one at a time, or many at once.
//!
//! [`sha256`] and its kin are the algorithms; [`Algorithm`] names them at run time;
//! [`bulk_hash`] digests many messages that lie one after the other in memory.

mod algorithm;
pub(crate) mod bulk;
mod encoding;
mod sha256;

pub use algorithm::Algorithm;
pub use bulk::{bulk_hash, utf16_to_utf8_offsets};
pub use encoding::Encoding;
pub use sha256::sha256;

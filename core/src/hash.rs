//! Digests of bytes: of one message, of one that comes in pieces, or of many at once.
//!
//! [`sha256`] and its kin are the algorithms; [`Algorithm`] names them at run time;
//! [`Hasher`] takes a message in pieces; [`bulk_hash`] digests many messages that lie one after the other in memory.

mod adler32;
mod algorithm;
mod blake2;
mod blake3;
pub(crate) mod bulk;
mod crc;
mod encoding;
mod hasher;
mod md5;
mod one;
mod ripemd160;
mod sha1;
mod sha2;
mod sha256;
mod sha3;
mod xxh;

use crate::{Code, Error};

pub use algorithm::functions::*;
pub use algorithm::{Algorithm, Kind};
pub use bulk::{bulk_hash, utf16_to_utf8_offsets};
pub use encoding::Encoding;
pub use hasher::Hasher;

/// The item of `all` that has this name; `argument` says what the name is for.
fn by_name<T: Copy>(all: &[T], name_of: fn(T) -> &'static str, name: &str, argument: &'static str) -> Result<T, Error> {
    all.iter().copied().find(|&item| name_of(item) == name).ok_or_else(|| {
        let known: Vec<_> = all.iter().map(|&item| name_of(item)).collect();
        let message = format!("hash: {argument} {name:?} is not known; use one of: {}", known.join(", "));
        Error::new(Code::InvalidArgValue, argument, message)
    })
}

//! Digests of bytes: of one message, of one that comes in pieces, or of many at once.
//!
//! [`sha256`] and its kin are the algorithms; [`Algorithm`] names them at run time;
//! [`Hasher`] takes a message in pieces; [`bulk_hash`] digests many messages that lie one after the other in memory.

mod adler32;
mod algorithm;
#[cfg(target_arch = "x86_64")]
mod assembly;
#[cfg(target_arch = "x86_64")]
mod avx2;
mod blake2;
mod blake3;
pub(crate) mod bulk;
mod crc;
mod encoding;
mod hasher;
mod md5;
mod one;
pub(crate) mod options;
mod padded;
mod ripemd160;
mod running;
mod saved;
mod sha1;
mod sha2;
mod sha256;
mod sha3;
#[cfg(target_arch = "wasm32")]
mod simd128;
mod xxh;
mod xxh3;

use crate::{Code, Error};

pub use algorithm::functions::*;
pub use algorithm::{Algorithm, Kind};
pub use bulk::{bulk_hash, bulk_hash_with, utf16_to_utf8_offsets};
pub use encoding::Encoding;
pub use hasher::Hasher;
pub use options::{OptionName, Options};
pub use xxh::{xxh32_with_seed, xxh64_with_seed};
pub use xxh3::{xxh3_64_with_seed, xxh3_128_with_seed};

/// The error for a name that nothing has; `argument` says what it is for.
fn unknown(name: &str, known: &[&str], argument: &'static str) -> Error {
    let near = nearest(name, known);
    let hint = if near.is_empty() {
        format!("use one of: {}", known.join(", "))
    } else {
        format!("did you mean {}?", near.join(" or "))
    };
    Error::new(Code::InvalidArgValue, argument, format!("hash: {argument} {name:?} is not known; {hint}"))
}

/// A name without what people put between its parts, in lower case.
fn plain(name: &str) -> String {
    name.chars()
        .filter(|letter| !matches!(letter, '-' | '_' | '/' | ' '))
        .map(|letter| letter.to_ascii_lowercase())
        .collect()
}

/// The up to three names with the fewest edits, if these are less than half of the name.
fn nearest<'a>(given: &str, known: &[&'a str]) -> Vec<&'a str> {
    const LONGEST: usize = 64; // more letters are far from every name
    if given.len() > LONGEST {
        return Vec::new();
    }
    let mut ranked: Vec<_> =
        known.iter().map(|name| (strsim::levenshtein(&plain(given), &plain(name)), *name)).collect();
    ranked.retain(|(edits, name)| edits * 2 < name.len());
    ranked.sort_by_key(|&(edits, _)| edits);
    ranked.into_iter().take(3).map(|(_, name)| name).collect()
}

//! Adapters of the family [`hash`](crate::hash): numbers become algorithms, encodings and units.

use std::borrow::Cow;

use super::handles::{self, Handle};
use crate::hash::{Algorithm, Encoding, Hasher, bulk, utf16_to_utf8_offsets};
use crate::{Code, Error, hash as family};

/// See [`Algorithm::digest_into`].
///
/// # Errors
///
/// [`Code::InvalidArgValue`] for an unknown number, [`Code::OutOfRange`] for a wrong length of `out`.
pub fn hash(algorithm: u32, data: &[u8], out: &mut [u8]) -> Result<(), Error> {
    algorithm_of(algorithm)?.digest_into(data, out)
}

/// See [`Algorithm::digest`] and [`Encoding::encode`].
///
/// # Errors
///
/// [`Code::InvalidArgValue`] for an unknown number.
pub fn hash_text(algorithm: u32, encoding: u32, data: &[u8]) -> Result<String, Error> {
    let (algorithm, encoding) = (algorithm_of(algorithm)?, encoding_of(encoding)?);
    let mut text = String::with_capacity(encoding.encoded_length(algorithm.digest_length()));
    algorithm.with_digest(data, |digest| encoding.encode(digest, &mut text));
    Ok(text)
}

/// See [`Hasher::new`].
///
/// # Errors
///
/// [`Code::InvalidArgValue`] for an unknown number; else as [`handles::insert`].
pub fn hasher_new(algorithm: u32) -> Result<Handle, Error> {
    handles::insert(Hasher::new(algorithm_of(algorithm)?))
}

/// See [`Hasher::update`].
///
/// # Errors
///
/// As [`handles::with`].
pub fn hasher_update(hasher: Handle, data: &[u8]) -> Result<(), Error> {
    with_hasher(hasher, |hasher| {
        hasher.update(data);
        Ok(())
    })
}

/// See [`Hasher::digest_into`].
///
/// # Errors
///
/// As [`handles::with`]; [`Code::OutOfRange`] for a wrong length of `out`.
pub fn hasher_digest(hasher: Handle, out: &mut [u8]) -> Result<(), Error> {
    with_hasher(hasher, |hasher| hasher.digest_into(out))
}

/// See [`Hasher::digest`] and [`Encoding::encode`].
///
/// # Errors
///
/// As [`handles::with`]; [`Code::InvalidArgValue`] for an unknown number.
pub fn hasher_digest_text(hasher: Handle, encoding: u32) -> Result<String, Error> {
    let encoding = encoding_of(encoding)?;
    with_hasher(hasher, |hasher| {
        let mut text = String::with_capacity(encoding.encoded_length(hasher.algorithm().digest_length()));
        hasher.with_digest(|digest| encoding.encode(digest, &mut text));
        Ok(text)
    })
}

/// Another hasher that has seen the same bytes.
///
/// # Errors
///
/// As [`handles::with`] and [`handles::insert`].
pub fn hasher_clone(hasher: Handle) -> Result<Handle, Error> {
    handles::insert(with_hasher(hasher, |hasher| Ok(hasher.clone()))?)
}

/// See [`Hasher::reset`].
///
/// # Errors
///
/// As [`handles::with`].
pub fn hasher_reset(hasher: Handle) -> Result<(), Error> {
    with_hasher(hasher, |hasher| {
        hasher.reset();
        Ok(())
    })
}

fn with_hasher<R>(hasher: Handle, work: impl FnOnce(&mut Hasher) -> Result<R, Error>) -> Result<R, Error> {
    handles::with(hasher, "hasher", work)
}

/// See [`family::bulk_hash`].
///
/// # Errors
///
/// [`Code::InvalidArgValue`] for an unknown number, [`Code::OutOfRange`] as [`family::bulk_hash`].
pub fn bulk_hash(algorithm: u32, bytes: &[u8], offsets: &[u32], unit: u32, out: &mut [u8]) -> Result<(), Error> {
    family::bulk_hash(algorithm_of(algorithm)?, bytes, &byte_offsets(bytes, offsets, unit)?, out)
}

/// As [`bulk_hash`], each digest as text.
///
/// # Errors
///
/// As [`bulk_hash`].
pub fn bulk_hash_text(
    algorithm: u32,
    encoding: u32,
    bytes: &[u8],
    offsets: &[u32],
    unit: u32,
) -> Result<String, Error> {
    let (algorithm, encoding) = (algorithm_of(algorithm)?, encoding_of(encoding)?);
    let offsets = byte_offsets(bytes, offsets, unit)?;
    let count = offsets.len().saturating_sub(1);
    let mut text = String::with_capacity(count * encoding.encoded_length(algorithm.digest_length()));
    bulk::for_each_digest(algorithm, bytes, &offsets, |digest| encoding.encode(digest, &mut text))?;
    Ok(text)
}

/// See [`Algorithm::append`].
///
/// # Errors
///
/// [`Code::InvalidArgValue`] for an unknown number, or that of an algorithm that does not go on, or has more bits.
pub fn checksum_32(algorithm: u32, data: &[u8], value: u32) -> Result<u32, Error> {
    let algorithm = algorithm_of(algorithm)?;
    let checksum = algorithm.append(u64::from(value), data)?;
    if algorithm.digest_length() != size_of::<u32>() {
        let message = format!("hash: {} has 64 bits; use checksum_64", algorithm.name());
        return Err(Error::new(Code::InvalidArgValue, "algorithm", message));
    }
    Ok(u32::try_from(checksum).expect("a checksum of 4 bytes has 32 bits"))
}

/// See [`Algorithm::append`].
///
/// # Errors
///
/// As [`Algorithm::append`]; [`Code::InvalidArgValue`] for an unknown number.
pub fn checksum_64(algorithm: u32, data: &[u8], value: u64) -> Result<u64, Error> {
    algorithm_of(algorithm)?.append(value, data)
}

/// See [`Algorithm::combine`].
///
/// # Errors
///
/// As [`Algorithm::combine`]; [`Code::InvalidArgValue`] for an unknown number.
pub fn checksum_combine(algorithm: u32, first: u64, second: u64, length: u64) -> Result<u64, Error> {
    algorithm_of(algorithm)?.combine(first, second, length)
}

/// The algorithm with this number.
fn algorithm_of(number: u32) -> Result<Algorithm, Error> {
    numbered(Algorithm::ALL, number, "algorithm")
}

/// The encoding with this number.
fn encoding_of(number: u32) -> Result<Encoding, Error> {
    numbered(Encoding::ALL, number, "encoding")
}

/// The item with this number in a list that is ordered by numbers without gaps.
fn numbered<T: Copy>(all: &[T], number: u32, argument: &'static str) -> Result<T, Error> {
    all.get(number as usize).copied().ok_or_else(|| {
        let last = all.len() - 1;
        let message = format!("hash: {argument} is {number}, but must be a number from 0 to {last}");
        Error::new(Code::InvalidArgValue, argument, message)
    })
}

/// The offsets in bytes, whatever they count.
fn byte_offsets<'a>(bytes: &[u8], offsets: &'a [u32], unit: u32) -> Result<Cow<'a, [u32]>, Error> {
    match unit {
        0 => Ok(Cow::Borrowed(offsets)),
        1 => utf16_to_utf8_offsets(bytes, offsets).map(Cow::Owned),
        _ => {
            let message = format!("bulk_hash: unit is {unit}, but must be 0 (bytes) or 1 (UTF-16 code units)");
            Err(Error::new(Code::InvalidArgValue, "unit", message))
        }
    }
}

//! Adapters of the family [`hash`](crate::hash): numbers become algorithms, encodings and units.

use std::borrow::Cow;

use super::handles::{self, Handle};
use crate::hash::options::Plan;
use crate::hash::{Algorithm, Encoding, Hasher, OptionName, Options, bulk, utf16_to_utf8_offsets};
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

/// See [`Algorithm::digest_with`].
///
/// # Errors
///
/// As [`hash`] and `plan_of`.
pub fn hash_with(algorithm: u32, options: &[u8], data: &[u8], out: &mut [u8]) -> Result<(), Error> {
    plan_of(algorithm, options)?.digest_into(data, out)
}

/// See [`Algorithm::digest_with`] and [`Encoding::encode`].
///
/// # Errors
///
/// As [`hash_text`] and `plan_of`.
pub fn hash_text_with(algorithm: u32, options: &[u8], encoding: u32, data: &[u8]) -> Result<String, Error> {
    let (plan, encoding) = (plan_of(algorithm, options)?, encoding_of(encoding)?);
    Ok(text_of(encoding, &plan.digest(data)))
}

/// See [`Hasher::with_options`].
///
/// # Errors
///
/// As `plan_of` and [`handles::insert`].
pub fn hasher_new(algorithm: u32, options: &[u8]) -> Result<Handle, Error> {
    handles::insert(Hasher::of(&plan_of(algorithm, options)?))
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
    with_hasher(hasher, |hasher| Ok(hasher.with_digest(|digest| text_of(encoding, digest))))
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

/// See [`Hasher::save`]; returns how many bytes it wrote to the beginning of `out`.
///
/// # Errors
///
/// As [`handles::with`] and [`Hasher::save`]; [`Code::OutOfRange`] if `out` is too short.
pub fn hasher_save(hasher: Handle, out: &mut [u8]) -> Result<u32, Error> {
    with_hasher(hasher, |hasher| {
        let saved = hasher.save()?;
        let Some(room) = out.get_mut(..saved.len()) else {
            let message = format!("save: out has {} bytes, but the state has {}", out.len(), saved.len());
            return Err(Error::new(Code::OutOfRange, "out", message));
        };
        room.copy_from_slice(&saved);
        Ok(u32::try_from(saved.len()).expect("a state is short"))
    })
}

/// See [`Hasher::algorithm`].
///
/// # Errors
///
/// As [`handles::with`].
pub fn hasher_algorithm(hasher: Handle) -> Result<u32, Error> {
    with_hasher(hasher, |hasher| Ok(hasher.algorithm() as u32))
}

/// See [`Hasher::restore`].
///
/// # Errors
///
/// As [`Hasher::restore`] and [`handles::insert`].
pub fn hasher_restore(bytes: &[u8]) -> Result<Handle, Error> {
    handles::insert(Hasher::restore(bytes)?)
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
    let plan = Plan::of(algorithm_of(algorithm)?);
    bulk::write_digests(&plan, bytes, &byte_offsets(bytes, offsets, unit)?, out)
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
    bulk_text(&Plan::of(algorithm_of(algorithm)?), encoding, bytes, offsets, unit)
}

/// See [`family::bulk_hash_with`].
///
/// # Errors
///
/// As [`bulk_hash`] and `plan_of`.
pub fn bulk_hash_with(
    algorithm: u32,
    options: &[u8],
    bytes: &[u8],
    offsets: &[u32],
    unit: u32,
    out: &mut [u8],
) -> Result<(), Error> {
    let plan = plan_of(algorithm, options)?;
    bulk::write_digests(&plan, bytes, &byte_offsets(bytes, offsets, unit)?, out)
}

/// As [`bulk_hash_with`], each digest as text.
///
/// # Errors
///
/// As [`bulk_hash_with`].
pub fn bulk_hash_text_with(
    algorithm: u32,
    options: &[u8],
    encoding: u32,
    bytes: &[u8],
    offsets: &[u32],
    unit: u32,
) -> Result<String, Error> {
    bulk_text(&plan_of(algorithm, options)?, encoding, bytes, offsets, unit)
}

fn bulk_text(plan: &Plan<'_>, encoding: u32, bytes: &[u8], offsets: &[u32], unit: u32) -> Result<String, Error> {
    let encoding = encoding_of(encoding)?;
    let offsets = byte_offsets(bytes, offsets, unit)?;
    let count = offsets.len().saturating_sub(1);
    let mut text = String::with_capacity(count * encoding.encoded_length(plan.length()));
    bulk::for_each_digest(plan, bytes, &offsets, |digest| encoding.encode(digest, &mut text))?;
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

/// See [`family::xxh32_with_seed`].
///
/// # Errors
///
/// None.
pub fn xxh32(data: &[u8], seed: u32) -> Result<u32, Error> {
    Ok(family::xxh32_with_seed(data, seed))
}

/// See [`family::xxh64_with_seed`].
///
/// # Errors
///
/// None.
pub fn xxh64(data: &[u8], seed: u64) -> Result<u64, Error> {
    Ok(family::xxh64_with_seed(data, seed))
}

/// See [`family::xxh3_64_with_seed`].
///
/// # Errors
///
/// None.
pub fn xxh3_64(data: &[u8], seed: u64) -> Result<u64, Error> {
    Ok(family::xxh3_64_with_seed(data, seed))
}

/// See [`family::xxh3_128_with_seed`].
///
/// # Errors
///
/// [`Code::OutOfRange`] for a wrong length of `out`.
pub fn xxh3_128(data: &[u8], seed: u64, out: &mut [u8]) -> Result<(), Error> {
    Plan::new(Algorithm::Xxh3_128, Options::new().seed(seed))?.digest_into(data, out)
}

/// The algorithm with this number.
fn algorithm_of(number: u32) -> Result<Algorithm, Error> {
    numbered(Algorithm::ALL, number, "algorithm")
}

/// The algorithm with this number, and options as they cross: for each a byte that says which, the length of its value in
/// 4 bytes, and the value, a number in 8 bytes; numbers from the lowest byte.
///
/// # Errors
///
/// [`Code::InvalidArgValue`] for an unknown number, or bytes that are not such options; else as [`Plan::new`].
fn plan_of(algorithm: u32, bytes: &[u8]) -> Result<Plan<'_>, Error> {
    let algorithm = algorithm_of(algorithm)?;
    let mut options = Options::new();
    let mut rest = bytes;
    while let Some((&tag, after)) = rest.split_first() {
        let name = OptionName::ALL.get(usize::from(tag).wrapping_sub(1));
        let name = *name.ok_or_else(|| not_options("has an option of a number that is not known"))?;
        let value = after.split_first_chunk().and_then(|(length, after)| {
            let length = u32::from_le_bytes(*length) as usize;
            after.split_at_checked(length)
        });
        let (value, after) = value.ok_or_else(|| not_options("ends inside an option"))?;
        options = with_option(options, name, value)?;
        rest = after;
    }
    Plan::new(algorithm, options)
}

/// Options with one more.
fn with_option<'a>(options: Options<'a>, name: OptionName, value: &'a [u8]) -> Result<Options<'a>, Error> {
    let number =
        || value.try_into().map(u64::from_le_bytes).map_err(|_| not_options("has a number that is not of 8 bytes"));
    Ok(match name {
        OptionName::Key => options.key(value),
        OptionName::Seed => options.seed(number()?),
        OptionName::OutputLength => options.output_length(usize::try_from(number()?).unwrap_or(usize::MAX)),
        OptionName::Context => {
            options.context(str::from_utf8(value).map_err(|_| not_options("has a context that is not UTF-8"))?)
        }
        OptionName::Salt => options.salt(value),
        OptionName::Personal => options.personal(value),
    })
}

/// The error for bytes that are not options.
#[cold]
fn not_options(what: &str) -> Error {
    Error::new(Code::InvalidArgValue, "options", format!("hash: options {what}"))
}

/// Bytes as text.
fn text_of(encoding: Encoding, bytes: &[u8]) -> String {
    let mut text = String::with_capacity(encoding.encoded_length(bytes.len()));
    encoding.encode(bytes, &mut text);
    text
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
#[inline(never)] // once, and not in each row that has offsets
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

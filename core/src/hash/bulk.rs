//! Digests of many messages in one call.

use super::algorithm::{Algorithm, wrong_length};
use crate::{Code, Error};

/// Writes the digests of many messages, in order and without gaps, into `out`.
///
/// The messages lie in `bytes`: message `i` is `bytes[offsets[i]..offsets[i + 1]]`.
/// There are `offsets.len() - 1` messages, so `offsets` has at least one element.
///
/// # Errors
///
/// [`Code::OutOfRange`] if `offsets` is empty, falls, or ends behind `bytes`,
/// or if `out` does not have exactly [`Algorithm::digest_length`] bytes for each message.
///
/// # Examples
///
/// ```
/// use oxbridge_core::hash::{Algorithm, bulk_hash, sha256};
///
/// let mut digests = [0; 64];
/// bulk_hash(Algorithm::Sha256, b"onetwo", &[0, 3, 6], &mut digests)?;
/// assert_eq!(digests[32..], sha256(b"two"));
/// # Ok::<(), oxbridge_core::Error>(())
/// ```
pub fn bulk_hash(algorithm: Algorithm, bytes: &[u8], offsets: &[u32], out: &mut [u8]) -> Result<(), Error> {
    let length = algorithm.digest_length();
    let expected = offsets.len().saturating_sub(1).saturating_mul(length);
    if out.len() != expected {
        return Err(wrong_length(algorithm, out.len(), expected));
    }
    let mut position = 0;
    for_each_digest(algorithm, bytes, offsets, |digest| {
        out[position..position + length].copy_from_slice(digest);
        position += length;
    })
}

/// Calls `consume` with the digest of each message, in order, after checking all offsets.
pub(crate) fn for_each_digest(
    algorithm: Algorithm,
    bytes: &[u8],
    offsets: &[u32],
    mut consume: impl FnMut(&[u8]),
) -> Result<(), Error> {
    let Some(&last) = offsets.last() else {
        return Err(bad_offsets("is empty, but must start with an offset and have one more for each message"));
    };
    if let Some(at) = offsets.windows(2).position(|pair| pair[0] > pair[1]) {
        return Err(bad_offsets(&format!("falls from {} to {} after element {at}", offsets[at], offsets[at + 1])));
    }
    if last as usize > bytes.len() {
        return Err(bad_offsets(&format!("ends at {last}, but there are only {} bytes", bytes.len())));
    }
    for pair in offsets.windows(2) {
        algorithm.with_digest(&bytes[pair[0] as usize..pair[1] as usize], &mut consume);
    }
    Ok(())
}

/// Turns offsets that count UTF-16 code units into offsets that count bytes of the UTF-8 text `utf8`.
///
/// JavaScript counts the former, and hashing needs the latter.
///
/// # Errors
///
/// [`Code::OutOfRange`] if an offset falls, lies behind the text, or lies inside a character.
///
/// # Examples
///
/// ```
/// // "é" is one UTF-16 code unit and two bytes, "😀" two and four.
/// let offsets = oxbridge_core::hash::utf16_to_utf8_offsets("é😀".as_bytes(), &[0, 1, 3])?;
/// assert_eq!(offsets, [0, 2, 6]);
/// # Ok::<(), oxbridge_core::Error>(())
/// ```
pub fn utf16_to_utf8_offsets(utf8: &[u8], offsets: &[u32]) -> Result<Vec<u32>, Error> {
    let (mut units, mut position) = (0u32, 0usize);
    offsets
        .iter()
        .map(|&offset| {
            while units < offset && position < utf8.len() {
                let (width, counted) = match utf8[position] {
                    0x00..=0x7f => (1, 1),
                    0x80..=0xdf => (2, 1),
                    0xe0..=0xef => (3, 1),
                    0xf0..=0xff => (4, 2),
                };
                position += width;
                units += counted;
            }
            match u32::try_from(position) {
                Ok(byte) if units == offset && position <= utf8.len() => Ok(byte),
                _ => Err(bad_offsets(&format!("has {offset}, which is not where a character of the text begins"))),
            }
        })
        .collect()
}

/// The error for offsets that do not describe messages.
fn bad_offsets(what: &str) -> Error {
    Error::new(Code::OutOfRange, "offsets", format!("bulk_hash: offsets {what}"))
}

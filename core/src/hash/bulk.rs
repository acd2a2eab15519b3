//! Digests of many messages in one call.

use super::algorithm::{Algorithm, wrong_length};
use super::options::{Options, Plan};
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
    write_digests(&Plan::of(algorithm), bytes, offsets, out)
}

/// As [`bulk_hash`], with options.
///
/// # Errors
///
/// As [`bulk_hash`] and [`Algorithm::digest_with`].
///
/// # Examples
///
/// ```
/// use oxbridge_core::hash::{Algorithm, Options, bulk_hash_with, xxh32_with_seed};
///
/// let mut digests = [0; 8];
/// bulk_hash_with(Algorithm::Xxh32, &Options::new().seed(7), b"onetwo", &[0, 3, 6], &mut digests)?;
/// assert_eq!(digests[4..], xxh32_with_seed(b"two", 7).to_be_bytes());
/// # Ok::<(), oxbridge_core::Error>(())
/// ```
pub fn bulk_hash_with(
    algorithm: Algorithm,
    options: &Options<'_>,
    bytes: &[u8],
    offsets: &[u32],
    out: &mut [u8],
) -> Result<(), Error> {
    write_digests(&Plan::new(algorithm, *options)?, bytes, offsets, out)
}

/// See [`bulk_hash`].
pub(crate) fn write_digests(plan: &Plan<'_>, bytes: &[u8], offsets: &[u32], out: &mut [u8]) -> Result<(), Error> {
    let length = plan.length();
    let expected = offsets.len().saturating_sub(1).saturating_mul(length);
    if out.len() != expected {
        return Err(wrong_length(plan.algorithm(), out.len(), expected));
    }
    let mut position = 0;
    for_each_digest(plan, bytes, offsets, |digest| {
        out[position..position + length].copy_from_slice(digest);
        position += length;
    })
}

/// Calls `consume` with the digest of each message, in order, after checking all offsets.
pub(crate) fn for_each_digest(
    plan: &Plan<'_>,
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
    plan.each_digest(Messages::new(bytes, offsets), &mut consume);
    Ok(())
}

/// Messages that lie one after the other in memory.
#[derive(Clone)]
pub(super) struct Messages<'a> {
    bytes: &'a [u8],
    offsets: std::slice::Windows<'a, u32>,
}

impl<'a> Messages<'a> {
    /// The messages `bytes[offsets[i]..offsets[i + 1]]`.
    pub(super) fn new(bytes: &'a [u8], offsets: &'a [u32]) -> Self {
        Messages { bytes, offsets: offsets.windows(2) }
    }

    /// How many bytes those that are left have together.
    #[cfg(target_arch = "x86_64")]
    pub(super) fn bytes(&self) -> usize {
        let mut ends = self.offsets.clone();
        let [first, last] = [ends.next(), ends.next_back()];
        first.map_or(0, |first| (last.unwrap_or(first)[1] - first[0]) as usize)
    }
}

impl ExactSizeIterator for Messages<'_> {}

impl<'a> Iterator for Messages<'a> {
    type Item = &'a [u8];

    #[inline]
    fn next(&mut self) -> Option<&'a [u8]> {
        self.offsets.next().map(|pair| &self.bytes[pair[0] as usize..pair[1] as usize])
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.offsets.size_hint()
    }
}

/// Turns offsets that count UTF-16 code units into offsets that count bytes of the UTF-8 text `utf8`.
///
/// JavaScript counts the former, and hashing needs the latter.
///
/// # Errors
///
/// [`Code::OutOfRange`] if an offset falls, lies behind the text, or lies inside a character, or if the text ends
/// inside one.
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
    if is_cut_off(utf8) {
        return Err(Error::new(Code::OutOfRange, "offsets", "bulk_hash: the text ends inside a character".to_owned()));
    }
    let (mut units, mut position) = (0u32, 0usize);
    offsets
        .iter()
        .map(|&offset| {
            // Eight bytes have at most eight code units, so as many can be taken at once without passing the offset.
            while offset.saturating_sub(units) >= 8
                && let Some(bytes) = utf8[position..].first_chunk()
            {
                units = units.saturating_add(units_of_eight(u64::from_ne_bytes(*bytes)));
                position += 8;
            }
            while units < offset && position < utf8.len() {
                units = units.saturating_add(units_of_one(utf8[position]));
                position += 1;
            }
            // The rest of the last character.
            while position < utf8.len() && units_of_one(utf8[position]) == 0 {
                position += 1;
            }
            match u32::try_from(position) {
                Ok(byte) if units == offset => Ok(byte),
                _ => Err(bad_offsets(&format!("has {offset}, which is not where a character of the text begins"))),
            }
        })
        .collect()
}

/// Whether a text ends before its last character does.
fn is_cut_off(utf8: &[u8]) -> bool {
    let first = utf8.iter().rev().take(4).position(|&byte| units_of_one(byte) != 0);
    first.is_some_and(|after| {
        let width = match utf8[utf8.len() - 1 - after] {
            0x00..=0x7f => 1,
            0x80..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xff => 4,
        };
        after + 1 < width
    })
}

/// How many UTF-16 code units begin with this byte of UTF-8: none with the second and later bytes of a character,
/// two with the first of four.
fn units_of_one(byte: u8) -> u32 {
    match byte {
        0x80..=0xbf => 0,
        0xf0..=0xff => 2,
        _ => 1,
    }
}

/// The sum of [`units_of_one`] of eight bytes, whatever their order: one bit of each byte stands for what it is.
fn units_of_eight(bytes: u64) -> u32 {
    const LOWEST: u64 = 0x0101_0101_0101_0101;
    let continuations = (bytes >> 7) & !(bytes >> 6) & LOWEST;
    let first_of_four = (bytes >> 7) & (bytes >> 6) & (bytes >> 5) & (bytes >> 4) & LOWEST;
    8 - continuations.count_ones() + first_of_four.count_ones()
}

/// The error for offsets that do not describe messages.
fn bad_offsets(what: &str) -> Error {
    Error::new(Code::OutOfRange, "offsets", format!("bulk_hash: offsets {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Offsets of every character of a text, in code units and in bytes, by Rust's own `char`.
    fn offsets_of(text: &str) -> (Vec<u32>, Vec<u32>) {
        let (mut utf16, mut utf8) = (vec![0], vec![0]);
        for character in text.chars() {
            utf16.push(utf16[utf16.len() - 1] + u32::try_from(character.len_utf16()).expect("1 or 2"));
            utf8.push(utf8[utf8.len() - 1] + u32::try_from(character.len_utf8()).expect("1 to 4"));
        }
        (utf16, utf8)
    }

    #[test]
    fn every_character_is_found_in_texts_of_every_kind() {
        let texts =
            ["", "a", "é", "行", "😀", "plain text that is longer than eight bytes", "aé行😀", "😀😀😀😀行行行éééabc"];
        for text in texts {
            for shift in 0..9 {
                let text = "x".repeat(shift) + text + &"ü😀".repeat(shift);
                let (utf16, utf8) = offsets_of(&text);
                assert_eq!(utf16_to_utf8_offsets(text.as_bytes(), &utf16), Ok(utf8.clone()), "{text}");
                // From the first to the last in one step.
                let (first, last) = (utf16[0], utf16[utf16.len() - 1]);
                let expected = Ok(vec![0, utf8[utf8.len() - 1]]);
                assert_eq!(utf16_to_utf8_offsets(text.as_bytes(), &[first, last]), expected, "{text}");
            }
        }
    }

    #[test]
    fn offsets_inside_a_character_behind_the_text_or_falling_are_refused() {
        for offsets in [vec![1], vec![0, 3], vec![0, 2, 1], vec![u32::MAX]] {
            let error = utf16_to_utf8_offsets("😀".as_bytes(), &offsets).expect_err("they are wrong");
            assert_eq!((error.code(), error.argument()), (Code::OutOfRange, Some("offsets")), "{offsets:?}");
        }
    }

    #[test]
    fn text_that_ends_inside_a_character_is_refused() {
        for text in ["aé", "行", "xyz😀"] {
            for cut in 1..text.chars().last().expect("it has one").len_utf8() {
                let bytes = &text.as_bytes()[..text.len() - cut];
                utf16_to_utf8_offsets(bytes, &[0]).expect_err("the last character is cut off");
            }
        }
    }

    #[test]
    fn eight_bytes_count_as_one_after_the_other() {
        for first in 0..=255u8 {
            let bytes = [first, 0x61, 0x80, 0xbf, 0xc3, 0xe8, 0xf0, !first];
            let expected: u32 = bytes.iter().map(|&byte| units_of_one(byte)).sum();
            assert_eq!(units_of_eight(u64::from_ne_bytes(bytes)), expected);
        }
    }
}

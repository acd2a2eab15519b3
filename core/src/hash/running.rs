//! Checksums that go on from where they were, and the checksum of two parts that are put together.

use super::adler32::adler32_append;
use super::algorithm::Algorithm;
use super::crc;
use crate::{Code, Error};

impl Algorithm {
    /// Returns the checksum of what has the checksum `value`, with `data` behind it.
    ///
    /// The CRCs begin with 0, and Adler-32 with 1.
    ///
    /// # Errors
    ///
    /// [`Code::InvalidArgValue`] if the algorithm is none of these, [`Code::OutOfRange`] for a value with more bits than
    /// the checksum.
    ///
    /// # Examples
    ///
    /// ```
    /// use oxbridge_core::hash::{Algorithm, crc32};
    ///
    /// let first = u64::from(crc32(b"1234"));
    /// assert_eq!(Algorithm::Crc32.append(first, b"56789")?, 0xcbf4_3926);
    /// # Ok::<(), oxbridge_core::Error>(())
    /// ```
    pub fn append(self, value: u64, data: &[u8]) -> Result<u64, Error> {
        self.check_value("value", value)?;
        match self {
            Algorithm::Adler32 => Ok(u64::from(adler32_append(low(value), data))),
            _ => Ok(crc::append(self, value, data)),
        }
    }

    /// Returns the checksum of a message, of which the first part has the checksum `first`, and the rest, of `length`
    /// bytes, the checksum `second`.
    ///
    /// # Errors
    ///
    /// As [`Algorithm::append`].
    ///
    /// # Examples
    ///
    /// ```
    /// use oxbridge_core::hash::{Algorithm, crc32};
    ///
    /// let (first, second) = (u64::from(crc32(b"1234")), u64::from(crc32(b"56789")));
    /// assert_eq!(Algorithm::Crc32.combine(first, second, 5)?, 0xcbf4_3926);
    /// # Ok::<(), oxbridge_core::Error>(())
    /// ```
    pub fn combine(self, first: u64, second: u64, length: u64) -> Result<u64, Error> {
        self.check_value("first", first)?;
        self.check_value("second", second)?;
        match self {
            Algorithm::Adler32 => Ok(u64::from(combine_adler32(low(first), low(second), length))),
            _ => Ok(crc::combine(self, first, second, length)),
        }
    }

    /// Whether a value can be one of this checksum, and whether that goes on at all.
    fn check_value(self, argument: &'static str, value: u64) -> Result<(), Error> {
        let name = self.name();
        let most = match self {
            Algorithm::Crc32 | Algorithm::Crc32c | Algorithm::Adler32 => u64::from(u32::MAX),
            Algorithm::Crc64Nvme | Algorithm::Crc64Xz => u64::MAX,
            _ => {
                let message = format!("hash: {name} does not go on from a value; only CRCs and Adler-32 do");
                return Err(Error::new(Code::InvalidArgValue, "algorithm", message));
            }
        };
        if value > most {
            let message = format!("{name}: {argument} is {value}, but must be an integer from 0 to {most}");
            return Err(Error::new(Code::OutOfRange, argument, message));
        }
        Ok(())
    }
}

/// A value of 32 bits, which was checked.
fn low(value: u64) -> u32 {
    u32::try_from(value).expect("it was checked to have 32 bits")
}

/// The Adler-32 of two parts (RFC 1950, section 8.2): both sums go on, the second by the first for each byte.
fn combine_adler32(first: u32, second: u32, length: u64) -> u32 {
    const BASE: u64 = 65521; // the largest prime below 2^16
    let halves = |value: u32| (u64::from(value & 0xffff) % BASE, u64::from(value >> 16) % BASE);
    let ((a1, b1), (a2, b2)) = (halves(first), halves(second));
    let length = length % BASE;
    // The second part began with 1 and not with a1.
    let more = (a1 + BASE - 1) % BASE;
    let a = (a2 + more) % BASE;
    let b = (b1 + b2 + length * more) % BASE;
    u32::try_from(b << 16 | a).expect("both have 16 bits")
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUNNING: [Algorithm; 5] =
        [Algorithm::Crc32, Algorithm::Crc32c, Algorithm::Crc64Nvme, Algorithm::Crc64Xz, Algorithm::Adler32];

    fn number(digest: &[u8]) -> u64 {
        digest.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
    }

    #[test]
    fn parts_give_what_the_whole_gives_wherever_it_is_cut() {
        let message: Vec<u8> = (0..=255u8).cycle().map(|byte| byte.wrapping_mul(31)).take(6000).collect();
        for algorithm in RUNNING {
            let checksum = |data: &[u8]| number(&algorithm.digest(data));
            let whole = checksum(&message);
            for cut in (0..100).chain((100..6000).step_by(97)).chain([5999, 6000]) {
                let (first, second) = message.split_at(cut);
                let name = algorithm.name();
                assert_eq!(algorithm.append(checksum(first), second), Ok(whole), "{name} cut at {cut}");
                let length = second.len() as u64;
                assert_eq!(algorithm.combine(checksum(first), checksum(second), length), Ok(whole), "{name} at {cut}");
            }
        }
    }

    #[test]
    fn lengths_of_every_size_can_be_combined() {
        for algorithm in RUNNING {
            for power in 0..64 {
                // Twice a length at once, or one after the other.
                let (length, zeros) = (1u64 << power, number(&algorithm.digest(b"")));
                let once = algorithm.combine(5, zeros, length);
                let half = algorithm
                    .combine(5, zeros, length / 2)
                    .and_then(|value| algorithm.combine(value, zeros, length / 2));
                assert!(power == 0 || once == half, "{} of {length}", algorithm.name());
            }
        }
    }

    #[test]
    fn what_is_no_value_is_refused() {
        let error = Algorithm::Crc32.append(1 << 32, b"").expect_err("it has 33 bits");
        assert_eq!((error.code(), error.argument()), (Code::OutOfRange, Some("value")));
        let error = Algorithm::Adler32.combine(1, 1 << 32, 0).expect_err("it has 33 bits");
        assert_eq!((error.code(), error.argument()), (Code::OutOfRange, Some("second")));
        let error = Algorithm::Sha256.append(0, b"").expect_err("a digest has no value");
        assert_eq!((error.code(), error.argument()), (Code::InvalidArgValue, Some("algorithm")));
    }
}

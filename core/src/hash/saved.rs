//! What a hasher knows as bytes: `oxbh`, the version of this form, the number of the algorithm in 4 bytes, the state, and
//! the CRC-32 of all that in 4 bytes; numbers from the lowest byte.

use super::algorithm::{Algorithm, State};
use super::crc32;
use crate::{Code, Error};

const MAGIC: &[u8; 4] = b"oxbh";
const VERSION: u8 = 1;
const HEAD: usize = MAGIC.len() + 1 + 4;
const CHECKSUM: usize = 4;

/// The bytes of a state.
pub(super) fn pack(algorithm: Algorithm, state: &[u8]) -> Vec<u8> {
    let mut saved = Vec::with_capacity(HEAD + state.len() + CHECKSUM);
    saved.extend_from_slice(MAGIC);
    saved.push(VERSION);
    saved.extend_from_slice(&(algorithm as u32).to_le_bytes());
    saved.extend_from_slice(state);
    saved.extend_from_slice(&crc32(&saved).to_le_bytes());
    saved
}

/// The state that these bytes were.
pub(super) fn unpack(saved: &[u8]) -> Result<(Algorithm, State), Error> {
    let Some((head, checksum)) = saved.split_last_chunk::<CHECKSUM>().filter(|(head, _)| head.starts_with(MAGIC))
    else {
        return Err(wrong("are not what save gave; pass those bytes, all of them"));
    };
    if head.get(MAGIC.len()).is_some_and(|&version| version != VERSION) {
        return Err(wrong("have another version than this one knows"));
    }
    if crc32(head) != u32::from_le_bytes(*checksum) || head.len() < HEAD {
        return Err(wrong("were damaged: their checksum is another"));
    }
    let (name, state) = head[MAGIC.len() + 1..].split_first_chunk().expect("a head is that long");
    let number = u32::from_le_bytes(*name);
    let Some(&algorithm) = Algorithm::ALL.get(number as usize) else {
        return Err(wrong("have an algorithm that this version does not know"));
    };
    match State::restore(algorithm, state) {
        Some(state) => Ok((algorithm, state)),
        None => Err(wrong("are no state of their algorithm")),
    }
}

#[cold]
fn wrong(what: &str) -> Error {
    Error::new(Code::InvalidArgValue, "bytes", format!("restoreHash: bytes {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::Hasher;

    /// The bytes with a checksum that is right.
    fn sealed(head: &[u8]) -> Vec<u8> {
        [head, &crc32(head).to_le_bytes()].concat()
    }

    fn refused(saved: &[u8], reason: &str) {
        let error = Hasher::restore(saved).expect_err("it was not saved like that");
        assert_eq!((error.code(), error.argument()), (Code::InvalidArgValue, Some("bytes")));
        assert!(error.to_string().contains(reason), "{error}");
    }

    #[test]
    fn every_bit_counts_and_so_does_the_length() {
        let mut hasher = Hasher::new(Algorithm::Sha256);
        hasher.update(b"some text");
        let saved = hasher.save().expect("it gives its state");
        for bit in 0..saved.len() * 8 {
            let mut damaged = saved.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            Hasher::restore(&damaged).expect_err("a bit is another");
        }
        for length in 0..saved.len() {
            Hasher::restore(&saved[..length]).expect_err("the end is missing");
        }
        Hasher::restore(&[&saved[..], &[0]].concat()).expect_err("there is too much");
    }

    #[test]
    fn what_has_a_right_checksum_and_is_no_state_is_refused() {
        let head = |algorithm: u32, state: &[u8]| [&b"oxbh\x01"[..], &algorithm.to_le_bytes(), state].concat();
        refused(&sealed(b"oxbh\x01"), "damaged");
        refused(&sealed(b"oxbh\x02\0\0\0\0"), "another version");
        refused(&sealed(&head(9999, &[])), "an algorithm that");
        refused(&sealed(&head(Algorithm::Sha256 as u32, &[])), "no state");
        refused(&sealed(&head(Algorithm::Blake3 as u32, &[0; 32])), "no state");
        refused(&sealed(&head(Algorithm::Sha3_256 as u32, &[0xff; 201])), "no state");
        // A block of SHA3-256 has 136 bytes, so that the last position is 135.
        let sponge = |position| sealed(&head(Algorithm::Sha3_256 as u32, &[&[0; 200][..], &[position]].concat()));
        refused(&sponge(136), "no state");
        assert!(Hasher::restore(&sponge(135)).is_ok());
        refused(&sealed(&head(Algorithm::Crc32 as u32, &[0; 5])), "no state");
        refused(&sealed(b"something else"), "are not what save gave");
    }

    #[test]
    fn a_state_with_another_byte_works_or_is_refused() {
        for &algorithm in Algorithm::ALL.iter().filter(|algorithm| algorithm.saves()) {
            for length in [0, 100, 300] {
                let mut hasher = Hasher::new(algorithm);
                hasher.update(&vec![7; length]);
                let saved = hasher.save().expect("it gives its state");
                for (at, byte) in (HEAD..saved.len() - CHECKSUM).flat_map(|at| [(at, 0), (at, 1), (at, 0xff)]) {
                    // Whatever a byte is, the state is one that works and can be saved, or it is refused.
                    let mut changed = saved[..saved.len() - CHECKSUM].to_vec();
                    changed[at] = byte;
                    let changed = sealed(&changed);
                    if let Ok(mut hasher) = Hasher::restore(&changed) {
                        assert_eq!(hasher.save(), Ok(changed), "{} at {at}", algorithm.name());
                        hasher.update(&[7; 300]);
                        assert_eq!(hasher.digest().len(), algorithm.digest_length());
                    }
                }
            }
        }
    }
}

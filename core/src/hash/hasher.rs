//! A digest of bytes that come in pieces.

use super::algorithm::{Algorithm, State, wrong_length};
use crate::Error;

/// Takes bytes in pieces, and gives the digest of all of them so far.
///
/// How they are cut changes nothing. A digest does not end it: more bytes may follow, and the next digest has them too.
///
/// # Examples
///
/// ```
/// use oxbridge_core::hash::{Algorithm, Hasher, sha256};
///
/// let mut hasher = Hasher::new(Algorithm::Sha256);
/// hasher.update(b"one");
/// assert_eq!(hasher.digest(), sha256(b"one"));
///
/// let mut other = hasher.clone();
/// other.update(b"two");
/// assert_eq!(other.digest(), sha256(b"onetwo"));
/// assert_eq!(hasher.digest(), sha256(b"one"));
/// ```
#[derive(Clone, Debug)]
pub struct Hasher {
    state: State,
}

impl Hasher {
    /// Makes a hasher that has seen no bytes.
    #[must_use]
    pub fn new(algorithm: Algorithm) -> Self {
        Hasher { state: State::new(algorithm) }
    }

    /// Returns the algorithm.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        self.state.algorithm()
    }

    /// Takes more bytes.
    pub fn update(&mut self, data: &[u8]) {
        self.state.update(data);
    }

    /// Returns the digest of all bytes so far.
    #[must_use]
    pub fn digest(&self) -> Vec<u8> {
        self.with_digest(<[u8]>::to_vec)
    }

    /// Writes the digest of all bytes so far into `out`.
    ///
    /// # Errors
    ///
    /// [`Code::OutOfRange`](crate::Code::OutOfRange) if `out` does not have exactly [`Algorithm::digest_length`] bytes.
    pub fn digest_into(&self, out: &mut [u8]) -> Result<(), Error> {
        let algorithm = self.algorithm();
        if out.len() != algorithm.digest_length() {
            return Err(wrong_length(algorithm, out.len(), algorithm.digest_length()));
        }
        self.with_digest(|digest| out.copy_from_slice(digest));
        Ok(())
    }

    /// Calls `consume` with the digest of all bytes so far.
    pub(crate) fn with_digest<R>(&self, consume: impl FnOnce(&[u8]) -> R) -> R {
        self.state.with_digest(consume)
    }

    /// Forgets all bytes.
    pub fn reset(&mut self) {
        self.state = State::new(self.algorithm());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_change_nothing_and_a_digest_does_not_end_it() {
        let message: Vec<u8> = (0..=200).collect();
        for &algorithm in Algorithm::ALL {
            for cut in 0..=message.len() {
                let mut hasher = Hasher::new(algorithm);
                hasher.update(&message[..cut]);
                assert_eq!(hasher.digest(), algorithm.digest(&message[..cut]));
                hasher.update(&message[cut..]);
                assert_eq!(hasher.digest(), algorithm.digest(&message), "{} cut at {cut}", algorithm.name());
                hasher.reset();
                assert_eq!(hasher.digest(), algorithm.digest(b""));
            }
        }
    }

    #[test]
    fn an_output_of_another_length_is_refused() {
        let hasher = Hasher::new(Algorithm::Sha256);
        for length in [0, 31, 33] {
            let error = hasher.digest_into(&mut vec![0; length]).expect_err("it has not 32 bytes");
            assert_eq!((error.code(), error.argument()), (crate::Code::OutOfRange, Some("out")));
        }
    }
}

//! A digest of bytes that come in pieces.

use super::algorithm::{Algorithm, LONGEST, State, wrong_length};
use super::options::{Options, Plan};
use crate::{Code, Error};

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
    length: usize,
    /// What it begins with, unless that is what every hasher of its algorithm begins with.
    start: Option<Box<State>>,
}

impl Hasher {
    /// Makes a hasher that has seen no bytes.
    #[must_use]
    pub fn new(algorithm: Algorithm) -> Self {
        Self::of(&Plan::of(algorithm))
    }

    /// Makes a hasher with options.
    ///
    /// # Errors
    ///
    /// As [`Algorithm::digest_with`].
    ///
    /// # Examples
    ///
    /// ```
    /// use oxbridge_core::hash::{Algorithm, Hasher, Options, xxh3_64_with_seed};
    ///
    /// let mut hasher = Hasher::with_options(Algorithm::Xxh3_64, &Options::new().seed(7))?;
    /// hasher.update(b"abc");
    /// assert_eq!(hasher.digest(), xxh3_64_with_seed(b"abc", 7).to_be_bytes());
    /// # Ok::<(), oxbridge_core::Error>(())
    /// ```
    pub fn with_options(algorithm: Algorithm, options: &Options<'_>) -> Result<Self, Error> {
        Ok(Self::of(&Plan::new(algorithm, *options)?))
    }

    pub(crate) fn of(plan: &Plan<'_>) -> Self {
        let state = plan.state();
        let start = plan.has_options().then(|| Box::new(state.clone()));
        Hasher { state, length: plan.length(), start }
    }

    /// Returns the algorithm.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        self.state.algorithm()
    }

    /// Returns the length of its digest in bytes.
    #[must_use]
    pub fn digest_length(&self) -> usize {
        self.length
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

    /// Calls `consume` with the digest of all bytes so far.
    pub(crate) fn with_digest<R>(&self, consume: impl FnOnce(&[u8]) -> R) -> R {
        let mut short = [0; LONGEST];
        if let Some(digest) = short.get_mut(..self.length) {
            self.state.finish(digest);
            return consume(digest);
        }
        let mut digest = vec![0; self.length];
        self.state.finish(&mut digest);
        consume(&digest)
    }

    /// Writes the digest of all bytes so far into `out`.
    ///
    /// # Errors
    ///
    /// [`Code::OutOfRange`] if `out` does not have exactly [`Hasher::digest_length`] bytes.
    pub fn digest_into(&self, out: &mut [u8]) -> Result<(), Error> {
        if out.len() != self.length {
            return Err(wrong_length(self.algorithm(), out.len(), self.length));
        }
        self.state.finish(out);
        Ok(())
    }

    /// Forgets all bytes, but not its options.
    pub fn reset(&mut self) {
        self.state = match &self.start {
            Some(start) => State::clone(start),
            None => State::new(self.algorithm(), &Options::new()),
        };
    }

    /// Returns what the hasher knows as bytes, which [`Hasher::restore`] takes: on every platform the same, with a
    /// checksum behind them.
    ///
    /// # Errors
    ///
    /// [`Code::InvalidArgValue`] if the algorithm's state cannot be had; see [`Algorithm::saves`].
    ///
    /// # Examples
    ///
    /// ```
    /// use oxbridge_core::hash::{Algorithm, Hasher, sha256};
    ///
    /// let mut hasher = Hasher::new(Algorithm::Sha256);
    /// hasher.update(b"one");
    /// let mut restored = Hasher::restore(&hasher.save()?)?;
    /// restored.update(b"two");
    /// assert_eq!(restored.digest(), sha256(b"onetwo"));
    /// # Ok::<(), oxbridge_core::Error>(())
    /// ```
    pub fn save(&self) -> Result<Vec<u8>, Error> {
        match self.state.save() {
            Some(state) => Ok(super::saved::pack(self.algorithm(), &state)),
            None => {
                let message =
                    format!("save: {} does not give its state; clone the hasher instead", self.algorithm().name());
                Err(Error::new(Code::InvalidArgValue, "hasher", message))
            }
        }
    }

    /// Makes the hasher that was saved, with its seed.
    ///
    /// # Errors
    ///
    /// [`Code::InvalidArgValue`] if `saved` are not such bytes, were damaged, or are of another version.
    pub fn restore(saved: &[u8]) -> Result<Self, Error> {
        let (algorithm, state) = super::saved::unpack(saved)?;
        let start = state.emptied().map(Box::new);
        Ok(Hasher { state, length: algorithm.digest_length(), start })
    }
}

impl Algorithm {
    /// Returns whether [`Hasher::save`] gives the state of its hashers.
    #[must_use]
    pub fn saves(self) -> bool {
        State::new(self, &Options::new()).save().is_some()
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
            assert_eq!((error.code(), error.argument()), (Code::OutOfRange, Some("out")));
        }
    }

    #[test]
    fn what_is_saved_goes_on_wherever_it_was_cut() {
        let message: Vec<u8> = (0..=255).cycle().take(3000).collect();
        for &algorithm in Algorithm::ALL.iter().filter(|algorithm| algorithm.saves()) {
            for cut in (0..300).chain([511, 512, 600, 1023, 1024, 1025, 1088, 2048, 2049, 3000]) {
                let mut hasher = Hasher::new(algorithm);
                hasher.update(&message[..cut]);
                let saved = hasher.save().expect("it gives its state");
                let mut other = Hasher::new(algorithm);
                message[..cut].chunks(7).for_each(|piece| other.update(piece));
                assert_eq!(other.save().as_ref(), Ok(&saved), "{} cut at {cut}", algorithm.name());
                let mut restored = Hasher::restore(&saved).expect("it was saved just now");
                restored.update(&message[cut..]);
                assert_eq!(restored.digest(), algorithm.digest(&message), "{} cut at {cut}", algorithm.name());
                restored.reset();
                assert_eq!(restored.digest(), algorithm.digest(b""));
            }
        }
    }

    #[test]
    fn options_are_saved_with_it() {
        for algorithm in [Algorithm::Xxh3_64, Algorithm::Xxh3_128] {
            let options = Options::new().seed(u64::MAX - 1);
            for length in [0, 100, 500] {
                let mut hasher = Hasher::with_options(algorithm, &options).expect("it takes a seed");
                hasher.update(&vec![7; length]);
                let mut restored = Hasher::restore(&hasher.save().expect("it gives its state")).expect("it was saved");
                assert_eq!(restored.digest(), hasher.digest());
                restored.reset();
                hasher.reset();
                assert_eq!(restored.digest(), hasher.digest(), "{} after {length} bytes", algorithm.name());
            }
        }
    }

    #[test]
    fn a_state_that_cannot_be_had_is_an_error() {
        for algorithm in [Algorithm::Blake3, Algorithm::Shake128, Algorithm::Xxh64, Algorithm::Blake2s256] {
            assert!(!algorithm.saves());
            let error = Hasher::new(algorithm).save().expect_err("it does not give its state");
            assert_eq!((error.code(), error.argument()), (Code::InvalidArgValue, Some("hasher")));
        }
    }
}

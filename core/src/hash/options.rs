//! What an algorithm is told besides the bytes, and which algorithm takes what.

use std::ops::RangeInclusive;

use super::algorithm::{Algorithm, State, wrong_length};
use super::bulk::Messages;
use crate::{Code, Error};

/// What an algorithm is told besides the bytes: nothing, until a method says something.
///
/// # Examples
///
/// ```
/// use oxbridge_core::hash::{Algorithm, Options};
///
/// let digest = Algorithm::Blake2b512.digest_with(&Options::new().key(b"secret").output_length(20), b"abc")?;
/// assert_eq!(digest.len(), 20);
/// # Ok::<(), oxbridge_core::Error>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Options<'a> {
    pub(super) key: Option<&'a [u8]>,
    pub(super) seed: Option<u64>,
    pub(super) output_length: Option<usize>,
    pub(super) context: Option<&'a str>,
    pub(super) salt: Option<&'a [u8]>,
    pub(super) personal: Option<&'a [u8]>,
}

impl<'a> Options<'a> {
    /// Nothing is told.
    #[must_use]
    pub const fn new() -> Self {
        Options { key: None, seed: None, output_length: None, context: None, salt: None, personal: None }
    }

    /// The key of a message authentication code: BLAKE2 (RFC 7693, section 2.5) and BLAKE3.
    #[must_use]
    pub const fn key(mut self, key: &'a [u8]) -> Self {
        self.key = Some(key);
        self
    }

    /// The number that xxHash begins with.
    #[must_use]
    pub const fn seed(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// How many bytes the digest has.
    #[must_use]
    pub const fn output_length(mut self, length: usize) -> Self {
        self.output_length = Some(length);
        self
    }

    /// What a key is for that BLAKE3 derives from the message (its paper, section 2.3): a text that is written into the
    /// program and found nowhere else.
    #[must_use]
    pub const fn context(mut self, context: &'a str) -> Self {
        self.context = Some(context);
        self
    }

    /// The salt of BLAKE2; a short one has zeros behind it.
    #[must_use]
    pub const fn salt(mut self, salt: &'a [u8]) -> Self {
        self.salt = Some(salt);
        self
    }

    /// What tells uses of BLAKE2 apart that must not have the same digests; a short one has zeros behind it.
    #[must_use]
    pub const fn personal(mut self, personal: &'a [u8]) -> Self {
        self.personal = Some(personal);
        self
    }

    /// Each option, and the number or the length in bytes that was given.
    fn given(&self) -> [(OptionName, Option<u64>); 6] {
        let bytes = |bytes: Option<&[u8]>| bytes.map(|bytes| bytes.len() as u64);
        [
            (OptionName::Key, bytes(self.key)),
            (OptionName::Seed, self.seed),
            (OptionName::OutputLength, self.output_length.map(|length| length as u64)),
            (OptionName::Context, self.context.map(|context| context.len() as u64)),
            (OptionName::Salt, bytes(self.salt)),
            (OptionName::Personal, bytes(self.personal)),
        ]
    }
}

impl std::fmt::Debug for Options<'_> {
    /// Shows which options there are, and of bytes only how many: a key is secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = f.debug_struct("Options");
        for (name, given) in self.given() {
            if let Some(given) = given {
                shown.field(name.name(), &given);
            }
        }
        shown.finish()
    }
}

macro_rules! option_names {
    ($($(#[$doc:meta])* $variant:ident = $id:literal, $name:literal, $argument:literal;)*) => {
        /// The name of an option.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[repr(u8)]
        pub enum OptionName {
            $($(#[$doc])* $variant = $id,)*
        }

        impl OptionName {
            /// Every name, in the order of their numbers, which begin with 1.
            pub const ALL: &[OptionName] = &[$(OptionName::$variant),*];

            /// Returns the name that JavaScript knows it by.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(OptionName::$variant => $name,)* }
            }

            /// Returns how an error names it.
            #[must_use]
            pub const fn argument(self) -> &'static str {
                match self { $(OptionName::$variant => $argument,)* }
            }
        }
    };
}

option_names! {
    /// [`Options::key`].
    Key = 1, "key", "options.key";
    /// [`Options::seed`].
    Seed = 2, "seed", "options.seed";
    /// [`Options::output_length`].
    OutputLength = 3, "outputLength", "options.outputLength";
    /// [`Options::context`].
    Context = 4, "context", "options.context";
    /// [`Options::salt`].
    Salt = 5, "salt", "options.salt";
    /// [`Options::personal`].
    Personal = 6, "personal", "options.personal";
}

impl OptionName {
    /// Whether its value is a number, and not bytes or text.
    #[must_use]
    pub const fn is_number(self) -> bool {
        matches!(self, OptionName::Seed | OptionName::OutputLength)
    }
}

/// The options that an algorithm takes, and from and to where each goes: a number itself, and of bytes or text the length
/// in bytes.
pub(super) type Takes = &'static [(OptionName, RangeInclusive<u64>)];

/// The most bytes that an algorithm of any output length gives at once.
pub(super) const LONGEST_OUTPUT: u64 = 1 << 24;
/// The most bytes that a context has.
pub(super) const LONGEST_CONTEXT: u64 = 1 << 16;

impl Algorithm {
    /// Returns the options that the algorithm takes, and from and to where each goes: a number itself, and of bytes or
    /// text the length in bytes.
    pub fn options(self) -> impl Iterator<Item = (OptionName, RangeInclusive<u64>)> {
        self.takes().iter().cloned()
    }

    /// Returns the digest of `data`, with options.
    ///
    /// # Errors
    ///
    /// [`Code::InvalidArgValue`] for an option that the algorithm does not take, or not together with another;
    /// [`Code::OutOfRange`] for a number or a length that it does not take.
    ///
    /// # Examples
    ///
    /// ```
    /// use oxbridge_core::hash::{Algorithm, Options};
    ///
    /// let digest = Algorithm::Shake128.digest_with(&Options::new().output_length(4), b"abc")?;
    /// assert_eq!(digest, [0x58, 0x81, 0x09, 0x2d]);
    /// # Ok::<(), oxbridge_core::Error>(())
    /// ```
    pub fn digest_with(self, options: &Options<'_>, data: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(Plan::new(self, *options)?.digest(data))
    }

    /// Writes the digest of `data`, with options, into `out`.
    ///
    /// # Errors
    ///
    /// As [`Algorithm::digest_with`]; [`Code::OutOfRange`] if `out` does not have exactly as many bytes as the digest.
    pub fn digest_into_with(self, options: &Options<'_>, data: &[u8], out: &mut [u8]) -> Result<(), Error> {
        Plan::new(self, *options)?.digest_into(data, out)
    }
}

/// An algorithm, with options that it takes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan<'a> {
    algorithm: Algorithm,
    options: Options<'a>,
    length: usize,
}

impl<'a> Plan<'a> {
    pub(crate) fn new(algorithm: Algorithm, options: Options<'a>) -> Result<Self, Error> {
        for (name, given) in options.given() {
            if let Some(given) = given {
                check(algorithm, name, given)?;
            }
        }
        if options.key.is_some() && options.context.is_some() {
            let message = format!(
                "{}: options.context cannot go with options.key; a key is derived, or a message authenticated",
                algorithm.name()
            );
            return Err(Error::new(Code::InvalidArgValue, OptionName::Context.argument(), message));
        }
        let length = options.output_length.unwrap_or(algorithm.digest_length());
        Ok(Plan { algorithm, options, length })
    }

    /// The algorithm alone.
    pub(crate) const fn of(algorithm: Algorithm) -> Self {
        Plan { algorithm, options: Options::new(), length: algorithm.digest_length() }
    }

    pub(crate) const fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// The length of a digest in bytes.
    pub(crate) const fn length(&self) -> usize {
        self.length
    }

    /// Whether there are any options.
    pub(super) fn has_options(&self) -> bool {
        self.options != Options::new()
    }

    pub(super) fn state(&self) -> State {
        State::new(self.algorithm, &self.options)
    }

    /// The digest of `data`.
    pub(crate) fn digest(&self, data: &[u8]) -> Vec<u8> {
        let mut digest = vec![0; self.length];
        self.algorithm.write_digest(&self.options, data, &mut digest);
        digest
    }

    /// Writes the digest of `data` into `out`, which must have its length.
    pub(crate) fn digest_into(&self, data: &[u8], out: &mut [u8]) -> Result<(), Error> {
        if out.len() != self.length {
            return Err(wrong_length(self.algorithm, out.len(), self.length));
        }
        self.algorithm.write_digest(&self.options, data, out);
        Ok(())
    }

    /// Calls `consume` with the digest of each message, in order.
    pub(super) fn each_digest(&self, messages: Messages<'_>, consume: &mut dyn FnMut(&[u8])) {
        if self.algorithm == Algorithm::Sha256 {
            // It gains by several at a time.
            return super::sha256::each(messages, consume);
        }
        let mut digest = vec![0; self.length];
        for message in messages {
            self.algorithm.write_digest(&self.options, message, &mut digest);
            consume(&digest);
        }
    }
}

/// Whether an algorithm takes a number, or bytes of a length.
fn check(algorithm: Algorithm, name: OptionName, given: u64) -> Result<(), Error> {
    let (what, argument, takes) = (algorithm.name(), name.argument(), algorithm.takes());
    let Some((_, limits)) = takes.iter().find(|(taken, _)| *taken == name) else {
        let taken: Vec<_> = takes.iter().map(|(name, _)| name.name()).collect();
        let known = if taken.is_empty() { "no options".to_owned() } else { format!("only {}", taken.join(", ")) };
        let message = format!("{what}: {argument} is not known; it takes {known}");
        return Err(Error::new(Code::InvalidArgValue, argument, message));
    };
    if limits.contains(&given) {
        return Ok(());
    }
    let (least, most, unit) = (limits.start(), limits.end(), if name.is_number() { "" } else { " bytes" });
    let message = format!("{what}: {argument} is {given}{unit}, but must be {least} to {most}{unit}");
    Err(Error::new(Code::OutOfRange, argument, message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::{Hasher, bulk_hash_with};

    /// Options that only say one thing, at a limit.
    fn with<'a>(name: OptionName, value: u64, bytes: &'a [u8], text: &'a str) -> Options<'a> {
        let length = usize::try_from(value).unwrap_or(usize::MAX);
        let options = Options::new();
        match name {
            OptionName::Key => options.key(&bytes[..length]),
            OptionName::Seed => options.seed(value),
            OptionName::OutputLength => options.output_length(length),
            OptionName::Context => options.context(&text[..length]),
            OptionName::Salt => options.salt(&bytes[..length]),
            OptionName::Personal => options.personal(&bytes[..length]),
        }
    }

    #[test]
    fn what_is_taken_goes_to_its_limits_and_not_beyond() {
        let most = usize::try_from(LONGEST_CONTEXT).expect("it is short") + 1;
        let (bytes, text) = (vec![7; most], "c".repeat(most));
        for &algorithm in Algorithm::ALL {
            for &name in OptionName::ALL {
                let limits = algorithm.options().find(|(taken, _)| *taken == name).map(|(_, limits)| limits);
                let Some(limits) = limits else {
                    let error = Plan::new(algorithm, with(name, 1, &bytes, &text)).expect_err("it is not taken");
                    assert_eq!((error.code(), error.argument()), (Code::InvalidArgValue, Some(name.argument())));
                    continue;
                };
                for value in [*limits.start(), *limits.end()] {
                    let plan = Plan::new(algorithm, with(name, value, &bytes, &text)).expect("it is at a limit");
                    // The longest outputs take a minute without optimization; JavaScript asks for them.
                    assert!(plan.length() > most || plan.digest(b"abc").len() == plan.length());
                }
                for value in [limits.start().checked_sub(1), limits.end().checked_add(1)].into_iter().flatten() {
                    let error = Plan::new(algorithm, with(name, value, &bytes, &text)).expect_err("it is beyond");
                    assert_eq!((error.code(), error.argument()), (Code::OutOfRange, Some(name.argument())));
                }
            }
        }
    }

    #[test]
    fn all_ways_give_the_same_and_a_reset_keeps_the_options() -> Result<(), Error> {
        let key = [5; 32];
        for (algorithm, options) in [
            (Algorithm::Blake3, Options::new().key(&key).output_length(100)),
            (Algorithm::Blake3, Options::new().context("a context")),
            (Algorithm::Blake2b512, Options::new().key(b"k").salt(b"s").personal(b"p").output_length(7)),
            (Algorithm::Xxh3_128, Options::new().seed(9)),
            (Algorithm::Shake256, Options::new().output_length(200)),
        ] {
            let expected = algorithm.digest_with(&options, b"abc")?;
            let mut out = vec![0; expected.len()];
            algorithm.digest_into_with(&options, b"abc", &mut out)?;
            assert_eq!(out, expected);
            algorithm.digest_into_with(&options, b"abc", &mut out[1..]).expect_err("it is too short");
            bulk_hash_with(algorithm, &options, b"xabc", &[1, 4], &mut out)?;
            assert_eq!(out, expected);
            let mut hasher = Hasher::with_options(algorithm, &options)?;
            hasher.update(b"before");
            hasher.reset();
            hasher.update(b"abc");
            assert_eq!((hasher.digest(), hasher.digest_length()), (expected.clone(), expected.len()));
            assert_ne!(algorithm.digest(b"abc"), expected);
        }
        assert_eq!(format!("{:?}", Options::new().key(b"secret").seed(7)), "Options { key: 6, seed: 7 }");
        let both = Options::new().key(&key).context("c");
        let error = Algorithm::Blake3.digest_with(&both, b"").expect_err("they exclude each other");
        assert_eq!((error.code(), error.argument()), (Code::InvalidArgValue, Some("options.context")));
        Ok(())
    }
}

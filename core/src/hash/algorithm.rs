//! The one place that names algorithms: each row is a variant, its number, its name, its digest length, and the module
//! with its function and its state.
//!
//! JavaScript's list is printed from this one. A number crosses the bridges, so it never changes its meaning.

use crate::{Code, Error};

macro_rules! algorithms {
    ($($(#[$doc:meta])* $variant:ident = $id:literal, $name:literal, $length:literal, $module:ident;)*) => {
        /// A digest algorithm, chosen at run time.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[repr(u32)]
        pub enum Algorithm {
            $($(#[$doc])* $variant = $id,)*
        }

        impl Algorithm {
            /// Every algorithm, in the order of their numbers.
            pub const ALL: &[Algorithm] = &[$(Algorithm::$variant),*];

            /// Returns the name that [`str::parse`] and JavaScript know it by.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Algorithm::$variant => $name,)* }
            }

            /// Returns the length of a digest in bytes.
            #[must_use]
            pub const fn digest_length(self) -> usize {
                match self { $(Algorithm::$variant => $length,)* }
            }

            /// Calls `consume` with the digest of `data`.
            pub(crate) fn with_digest<R>(self, data: &[u8], consume: impl FnOnce(&[u8]) -> R) -> R {
                match self { $(Algorithm::$variant => consume(&super::$module::$module(data)),)* }
            }

            /// Calls `consume` with the digest of each message, in order.
            pub(super) fn each_digest<'a>(self, messages: impl Iterator<Item = &'a [u8]>, consume: impl FnMut(&[u8])) {
                match self { $(Algorithm::$variant => super::$module::each(messages, consume),)* }
            }
        }

        /// What an algorithm knows of the bytes that it has seen.
        #[derive(Clone, Debug)]
        pub(super) enum State {
            $($variant(super::$module::State),)*
        }

        impl State {
            pub(super) fn new(algorithm: Algorithm) -> Self {
                match algorithm { $(Algorithm::$variant => State::$variant(super::$module::State::new()),)* }
            }

            pub(super) fn algorithm(&self) -> Algorithm {
                match self { $(State::$variant(_) => Algorithm::$variant,)* }
            }

            pub(super) fn update(&mut self, data: &[u8]) {
                match self { $(State::$variant(state) => state.update(data),)* }
            }

            /// Calls `consume` with the digest of all bytes so far.
            pub(super) fn with_digest<R>(&self, consume: impl FnOnce(&[u8]) -> R) -> R {
                match self { $(State::$variant(state) => consume(&state.digest()),)* }
            }
        }
    };
}

algorithms! {
    /// SHA-256 (FIPS 180-4).
    Sha256 = 0, "sha256", 32, sha256;
}

impl Algorithm {
    /// Returns the digest of `data`.
    ///
    /// # Examples
    ///
    /// ```
    /// use oxbridge_core::hash::{Algorithm, sha256};
    ///
    /// let algorithm: Algorithm = "sha256".parse()?;
    /// assert_eq!(algorithm.digest(b"abc"), sha256(b"abc"));
    /// # Ok::<(), oxbridge_core::Error>(())
    /// ```
    #[must_use]
    pub fn digest(self, data: &[u8]) -> Vec<u8> {
        self.with_digest(data, <[u8]>::to_vec)
    }

    /// Writes the digest of `data` into `out`.
    ///
    /// # Errors
    ///
    /// [`Code::OutOfRange`] if `out` does not have exactly [`Algorithm::digest_length`] bytes.
    pub fn digest_into(self, data: &[u8], out: &mut [u8]) -> Result<(), Error> {
        if out.len() != self.digest_length() {
            return Err(wrong_length(self, out.len(), self.digest_length()));
        }
        self.with_digest(data, |digest| out.copy_from_slice(digest));
        Ok(())
    }
}

/// The error for an output buffer of `actual` bytes where `expected` are needed.
pub(super) fn wrong_length(algorithm: Algorithm, actual: usize, expected: usize) -> Error {
    let name = algorithm.name();
    Error::new(Code::OutOfRange, "out", format!("{name}: out has {actual} bytes, but must have exactly {expected}"))
}

impl std::str::FromStr for Algorithm {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        super::by_name(Self::ALL, Self::name, name, "algorithm")
    }
}

//! The one place that names algorithms: each row is what it is called and where it is specified, a variant, its number, its
//! name, the lengths of its digest and of its block, what it is good for, and its function, of a module that also has its
//! state.
//!
//! JavaScript's list is printed from this one. A number crosses the bridges, so it never changes its meaning.

use super::one::Running;
use super::options::{Options, Takes};
use crate::{Code, Error};

/// The length of the longest digest, in bytes, where nobody asks for a longer one.
pub(super) const LONGEST: usize = 64;

macro_rules! algorithms {
    ($($title:literal ($specification:literal) $variant:ident = $id:literal, $name:literal, $length:literal, $block:expr, $kind:ident, $fn:ident of $($module:ident)::+;)*) => {
        /// A digest algorithm, chosen at run time.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[repr(u32)]
        pub enum Algorithm {
            $(#[doc = concat!($title, " (", $specification, ").")] $variant = $id,)*
        }

        /// The function of each algorithm.
        pub(super) mod functions {
            $(pub use super::super::$($module)::+::$fn;)*
        }

        impl Algorithm {
            /// Every algorithm, in the order of their numbers.
            pub const ALL: &[Algorithm] = &[$(Algorithm::$variant),*];

            /// Returns the name that [`str::parse`] and JavaScript know it by.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Algorithm::$variant => $name,)* }
            }

            /// Returns what people call it, such as `SHA-512/256`.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Algorithm::$variant => $title,)* }
            }

            /// Returns where it is specified.
            #[must_use]
            pub const fn specification(self) -> &'static str {
                match self { $(Algorithm::$variant => $specification,)* }
            }

            /// Returns the length of a digest in bytes, if [`Options::output_length`] asks for no other.
            #[must_use]
            pub const fn digest_length(self) -> usize {
                match self { $(Algorithm::$variant => $length,)* }
            }

            /// Returns whether its output has any length and none of its own (FIPS 202, section 6.2). JavaScript must then be
            /// told one; [`Algorithm::digest_length`] is the one that RFC 8702 has.
            #[must_use]
            pub const fn is_extendable(self) -> bool {
                match self { $(Algorithm::$variant => <super::$($module)::+::State as Running>::EXTENDABLE,)* }
            }

            /// Returns how many bytes the algorithm takes at a time, as HMAC needs it; a checksum has no such number.
            #[must_use]
            pub const fn block_length(self) -> Option<usize> {
                match self { $(Algorithm::$variant => $block,)* }
            }

            /// Returns what the algorithm is good for.
            #[must_use]
            pub const fn kind(self) -> Kind {
                match self { $(Algorithm::$variant => Kind::$kind,)* }
            }

            /// The options that the algorithm takes.
            pub(super) const fn takes(self) -> Takes {
                match self { $(Algorithm::$variant => <super::$($module)::+::State as Running>::TAKES,)* }
            }

            /// Writes the digest of `data` into `out`, which has its length. Whoever wants one gets it here, so that the
            /// algorithms are compiled once and not into each place that has a use for a digest, which makes the
            /// WebAssembly of all of them a tenth larger.
            pub(super) fn write_digest(self, options: &Options<'_>, data: &[u8], out: &mut [u8]) {
                match self { $(Algorithm::$variant => <super::$($module)::+::State as Running>::once(options, data, out),)* }
            }
        }

        /// What an algorithm knows of the bytes that it has seen.
        #[derive(Clone, Debug)]
        pub(super) enum State {
            $($variant(super::$($module)::+::State),)*
        }

        impl State {
            pub(super) fn new(algorithm: Algorithm, options: &Options<'_>) -> Self {
                match algorithm { $(Algorithm::$variant => State::$variant(Running::new(options)),)* }
            }

            pub(super) fn algorithm(&self) -> Algorithm {
                match self { $(State::$variant(_) => Algorithm::$variant,)* }
            }

            pub(super) fn update(&mut self, data: &[u8]) {
                match self { $(State::$variant(state) => state.update(data),)* }
            }

            /// Writes the digest of all bytes so far into `out`, which has its length.
            pub(super) fn finish(&self, out: &mut [u8]) {
                match self { $(State::$variant(state) => state.finish(out),)* }
            }

            /// The state as bytes, if the algorithm can give it.
            pub(super) fn save(&self) -> Option<Vec<u8>> {
                match self { $(State::$variant(state) => state.save(),)* }
            }

            /// The state that these bytes were, if they are such.
            pub(super) fn restore(algorithm: Algorithm, saved: &[u8]) -> Option<Self> {
                match algorithm { $(Algorithm::$variant => Running::restore(saved).map(State::$variant),)* }
            }

            /// The state that has seen nothing, with the options of this one, if it has some and gives them with its bytes.
            pub(super) fn emptied(&self) -> Option<Self> {
                match self { $(State::$variant(state) => state.emptied().map(State::$variant),)* }
            }
        }
    };
}

algorithms! {
    "SHA-256" ("FIPS 180-4")
        Sha256 = 0, "sha256", 32, Some(64), Cryptographic, sha256 of sha256;
    "MD5" ("RFC 1321")
        Md5 = 1, "md5", 16, Some(64), Broken, md5 of md5::md5;
    "SHA-1" ("FIPS 180-4")
        Sha1 = 2, "sha1", 20, Some(64), Broken, sha1 of sha1::sha1;
    "SHA-224" ("FIPS 180-4")
        Sha224 = 3, "sha224", 28, Some(64), Cryptographic, sha224 of sha2::sha224;
    "SHA-384" ("FIPS 180-4")
        Sha384 = 4, "sha384", 48, Some(128), Cryptographic, sha384 of sha2::sha384;
    "SHA-512" ("FIPS 180-4")
        Sha512 = 5, "sha512", 64, Some(128), Cryptographic, sha512 of sha2::sha512;
    "SHA-512/224" ("FIPS 180-4")
        Sha512_224 = 6, "sha512-224", 28, Some(128), Cryptographic, sha512_224 of sha2::sha512_224;
    "SHA-512/256" ("FIPS 180-4")
        Sha512_256 = 7, "sha512-256", 32, Some(128), Cryptographic, sha512_256 of sha2::sha512_256;
    "SHA3-224" ("FIPS 202")
        Sha3_224 = 8, "sha3-224", 28, Some(144), Cryptographic, sha3_224 of sha3::sha3_224;
    "SHA3-256" ("FIPS 202")
        Sha3_256 = 9, "sha3-256", 32, Some(136), Cryptographic, sha3_256 of sha3::sha3_256;
    "SHA3-384" ("FIPS 202")
        Sha3_384 = 10, "sha3-384", 48, Some(104), Cryptographic, sha3_384 of sha3::sha3_384;
    "SHA3-512" ("FIPS 202")
        Sha3_512 = 11, "sha3-512", 64, Some(72), Cryptographic, sha3_512 of sha3::sha3_512;
    "Keccak-256" ("the Keccak submission to SHA-3, as Ethereum has it")
        Keccak256 = 12, "keccak256", 32, Some(136), Cryptographic, keccak256 of sha3::keccak256;
    "RIPEMD-160" ("ISO/IEC 10118-3")
        Ripemd160 = 13, "ripemd160", 20, Some(64), Cryptographic, ripemd160 of ripemd160;
    "BLAKE2b-512" ("RFC 7693")
        Blake2b512 = 14, "blake2b512", 64, Some(128), Cryptographic, blake2b512 of blake2::blake2b512;
    "BLAKE2b-256" ("RFC 7693")
        Blake2b256 = 15, "blake2b256", 32, Some(128), Cryptographic, blake2b256 of blake2::blake2b256;
    "BLAKE2s-256" ("RFC 7693")
        Blake2s256 = 16, "blake2s256", 32, Some(64), Cryptographic, blake2s256 of blake2::blake2s256;
    "BLAKE3" ("the BLAKE3 paper of 2020")
        Blake3 = 17, "blake3", 32, Some(64), Cryptographic, blake3 of blake3;
    "CRC-32/ISO-HDLC" ("RFC 1952, as gzip, PNG and zip have it")
        Crc32 = 18, "crc32", 4, None, Checksum, crc32 of crc::crc32;
    "CRC-32/ISCSI" ("RFC 3720, as ext4 and Btrfs have it")
        Crc32c = 19, "crc32c", 4, None, Checksum, crc32c of crc::crc32c;
    "CRC-64/NVME" ("NVM Command Set Specification")
        Crc64Nvme = 20, "crc64-nvme", 8, None, Checksum, crc64_nvme of crc::crc64_nvme;
    "CRC-64/XZ" ("ECMA-182, reflected, as xz has it")
        Crc64Xz = 21, "crc64-xz", 8, None, Checksum, crc64_xz of crc::crc64_xz;
    "Adler-32" ("RFC 1950, as zlib has it")
        Adler32 = 22, "adler32", 4, None, Checksum, adler32 of adler32::adler32;
    "XXH32" ("xxHash specification 0.2")
        Xxh32 = 23, "xxh32", 4, None, Checksum, xxh32 of xxh::xxh32;
    "XXH64" ("xxHash specification 0.2")
        Xxh64 = 24, "xxh64", 8, None, Checksum, xxh64 of xxh::xxh64;
    "XXH3-64" ("xxHash specification 0.2")
        Xxh3_64 = 25, "xxh3-64", 8, None, Checksum, xxh3_64 of xxh3::xxh3_64;
    "XXH3-128" ("xxHash specification 0.2")
        Xxh3_128 = 26, "xxh3-128", 16, None, Checksum, xxh3_128 of xxh3::xxh3_128;
    "SHAKE128" ("FIPS 202")
        Shake128 = 27, "shake128", 32, Some(168), Cryptographic, shake128 of sha3::shake128;
    "SHAKE256" ("FIPS 202")
        Shake256 = 28, "shake256", 64, Some(136), Cryptographic, shake256 of sha3::shake256;
}

/// What an algorithm is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Nobody knows how to find two messages with one digest.
    Cryptographic,
    /// It was made for that, but today such messages can be found.
    Broken,
    /// It finds errors and spreads keys, and was never made to withstand anybody.
    Checksum,
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

    /// Calls `consume` with the digest of `data`.
    pub(crate) fn with_digest<R>(self, data: &[u8], consume: impl FnOnce(&[u8]) -> R) -> R {
        // The one that most people ask for, and often for a few bytes, takes no detour.
        if self == Algorithm::Sha256 {
            return consume(&super::sha256(data));
        }
        let mut digest = [0; LONGEST];
        let digest = &mut digest[..self.digest_length()];
        self.write_digest(&Options::new(), data, digest);
        consume(digest)
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

    /// Finds an algorithm by a common spelling of its name: neither case nor the signs `-`, `_`, `/` and the space matter,
    /// so `SHA-256`, `sha3_256` and `SHA-512/256` are known.
    fn from_str(name: &str) -> Result<Self, Error> {
        let wanted = super::plain(name);
        Self::ALL.iter().copied().find(|algorithm| super::plain(algorithm.name()) == wanted).ok_or_else(|| {
            let known: Vec<_> = Self::ALL.iter().map(|algorithm| algorithm.name()).collect();
            super::unknown(name, &known, "algorithm")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::bulk_hash;

    #[test]
    fn names_and_numbers_are_told_apart_in_every_spelling() {
        let mut seen = std::collections::HashSet::new();
        for (number, &algorithm) in Algorithm::ALL.iter().enumerate() {
            assert_eq!(algorithm as usize, number);
            assert!(seen.insert(super::super::plain(algorithm.name())), "{}", algorithm.name());
            let upper = algorithm.name().to_uppercase().replace('-', "_");
            assert_eq!(upper.parse(), Ok(algorithm));
        }
        for (spelling, algorithm) in [
            ("SHA-256", Algorithm::Sha256),
            ("SHA-512/256", Algorithm::Sha512_256),
            ("BLAKE2b-512", Algorithm::Blake2b512),
        ] {
            assert_eq!(spelling.parse(), Ok(algorithm));
        }
        let hint = |name: &str| name.parse::<Algorithm>().expect_err("there is none").to_string();
        assert!(hint("sha257").ends_with("did you mean sha256 or sha224 or sha3-256?"), "{}", hint("sha257"));
        assert!(hint("whirlpool").contains("use one of: sha256, md5, "), "{}", hint("whirlpool"));
        assert!(hint(&"a".repeat(1000)).contains("use one of"));
    }

    #[test]
    fn digests_have_the_length_that_is_said_in_each_way_of_making_them() {
        let message: Vec<u8> = (0..=255).cycle().take(3000).collect();
        for &algorithm in Algorithm::ALL {
            for length in [0, 1, 63, 64, 240, 241, 1024, 3000] {
                let expected = algorithm.digest(&message[..length]);
                assert_eq!(expected.len(), algorithm.digest_length());
                let mut state = State::new(algorithm, &Options::new());
                message[..length].chunks(97).for_each(|piece| state.update(piece));
                let mut digest = vec![0; expected.len()];
                state.finish(&mut digest);
                assert_eq!(digest, expected, "{} of {length}", algorithm.name());
                let end = u32::try_from(length).expect("it is short");
                let twice = [&message[..length], &message[..length]].concat();
                let mut digests = vec![0; 3 * expected.len()];
                bulk_hash(algorithm, &twice, &[0, end, end, 2 * end], &mut digests).expect("they are in order");
                let each: Vec<_> = digests.chunks(expected.len()).collect();
                assert_eq!([each[0], each[2]], [&expected, &expected], "{} of {length}", algorithm.name());
            }
        }
    }
}

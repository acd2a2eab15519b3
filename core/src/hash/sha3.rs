//! SHA-3 (FIPS 202): digests, outputs of any length, and Keccak as it was before; one sponge with other rates and paddings.
//!
//! The permutation is that of the crate `keccak` on ARM, which has instructions for it, and elsewhere `sha3/unrolled.rs`;
//! where the processor has AVX-512, `sha3/avx512.rs` absorbs and squeezes what is long.
//! The sponge around it is ours, because those of the crates `sha3` and `shake` are compiled once more for each rate, and
//! there are seven.

#[cfg(target_arch = "x86_64")]
mod avx512;
mod sponge;
#[cfg(any(test, not(target_arch = "aarch64")))]
#[cfg_attr(target_arch = "aarch64", allow(dead_code, reason = "tests compare it"))]
mod unrolled;

/// What stands behind a message (FIPS 202, sections 6.1 and 6.2): bits of a domain, and the first 1 of the padding.
const SHA3: u8 = 0x06;
const SHAKE: u8 = 0x1f;
const KECCAK: u8 = 0x01;

/// Modules of algorithms: in each a function, and the state.
macro_rules! sponges {
    ($($(#[$doc:meta])* $name:ident = $padding:ident, $rate:literal, $length:literal $(, up to $longest:ident)?;)*) => {$(
        pub(super) mod $name {
            use super::sponge::Sponge;
            use crate::hash::one::Running;
            use crate::hash::options::Options;

            $(#[$doc])*
            #[must_use]
            pub fn $name(data: &[u8]) -> [u8; $length] {
                let mut digest = [0; $length];
                State::once(&Options::new(), data, &mut digest);
                digest
            }

            #[derive(Clone, Debug)]
            pub(in crate::hash) struct State(Sponge);

            impl Running for State {
                $(
                    const TAKES: crate::hash::options::Takes = {
                        use crate::hash::options::{$longest, OptionName};
                        &[(OptionName::OutputLength, 1..=$longest)]
                    };
                    const EXTENDABLE: bool = true;
                )?

                fn new(_options: &Options<'_>) -> Self {
                    State(Sponge::new())
                }

                fn update(&mut self, data: &[u8]) {
                    self.0.absorb(data, $rate);
                }

                fn finish(&self, out: &mut [u8]) {
                    self.0.squeeze(super::$padding, $rate, out);
                }

                fn save(&self) -> Option<Vec<u8>> {
                    // Saved bytes have no place for the length of the output, which is no part of the state.
                    (!Self::EXTENDABLE).then(|| self.0.save())
                }

                fn restore(saved: &[u8]) -> Option<Self> {
                    Sponge::restore(saved, $rate).filter(|_| !Self::EXTENDABLE).map(State)
                }
            }
        }
    )*};
}

sponges! {
    /// Returns the SHA3-224 digest of `data` (FIPS 202, section 6.1).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha3_224(b"abc")[..4], [0xe6, 0x42, 0x82, 0x4c]);
    /// ```
    sha3_224 = SHA3, 144, 28;

    /// Returns the SHA3-256 digest of `data` (FIPS 202, section 6.1).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha3_256(b"abc")[..4], [0x3a, 0x98, 0x5d, 0xa7]);
    /// ```
    sha3_256 = SHA3, 136, 32;

    /// Returns the SHA3-384 digest of `data` (FIPS 202, section 6.1).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha3_384(b"abc")[..4], [0xec, 0x01, 0x49, 0x82]);
    /// ```
    sha3_384 = SHA3, 104, 48;

    /// Returns the SHA3-512 digest of `data` (FIPS 202, section 6.1).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::sha3_512(b"abc")[..4], [0xb7, 0x51, 0x85, 0x0b]);
    /// ```
    sha3_512 = SHA3, 72, 64;

    /// Returns the Keccak-256 digest of `data`, with the padding of the Keccak submission, as Ethereum has it.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::keccak256(b"abc")[..4], [0x4e, 0x03, 0x65, 0x7a]);
    /// ```
    keccak256 = KECCAK, 136, 32;

    /// Returns 32 bytes of the SHAKE128 of `data` (FIPS 202, section 6.2), as RFC 8702 has it;
    /// [`Algorithm::digest_with`](crate::hash::Algorithm::digest_with) gives as many as are asked for.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::shake128(b"abc")[..4], [0x58, 0x81, 0x09, 0x2d]);
    /// ```
    shake128 = SHAKE, 168, 32, up to LONGEST_OUTPUT;

    /// Returns 64 bytes of the SHAKE256 of `data` (FIPS 202, section 6.2), as RFC 8702 has it;
    /// [`Algorithm::digest_with`](crate::hash::Algorithm::digest_with) gives as many as are asked for.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::shake256(b"abc")[..4], [0x48, 0x33, 0x66, 0x60]);
    /// ```
    shake256 = SHAKE, 136, 64, up to LONGEST_OUTPUT;
}

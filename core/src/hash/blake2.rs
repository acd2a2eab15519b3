//! BLAKE2 (RFC 7693).

/// Modules of BLAKE2 digests: in each a function, and the state.
macro_rules! blake2 {
    ($($(#[$doc:meta])* $name:ident = $krate:ident, $length:literal;)*) => {$(
        pub(super) mod $name {
            use $krate::Params;

            use crate::hash::one::Running;
            use crate::hash::options::{OptionName, Options, Takes};

            fn parameters() -> Params {
                let mut parameters = Params::new();
                parameters.hash_length($length);
                parameters
            }

            $(#[$doc])*
            #[must_use]
            pub fn $name(data: &[u8]) -> [u8; $length] {
                array(parameters().hash(data).as_bytes())
            }

            fn array(bytes: &[u8]) -> [u8; $length] {
                bytes.try_into().expect("the digest has the length that was asked for")
            }

            /// What the algorithm knows of the bytes that it has seen.
            #[derive(Clone, Debug)]
            pub(in crate::hash) struct State($krate::State);

            impl Running for State {
                const TAKES: Takes = &[
                    (OptionName::Key, 1..=$krate::KEYBYTES as u64),
                    (OptionName::OutputLength, 1..=$krate::OUTBYTES as u64),
                    (OptionName::Salt, 1..=$krate::SALTBYTES as u64),
                    (OptionName::Personal, 1..=$krate::PERSONALBYTES as u64),
                ];

                fn new(options: &Options<'_>) -> Self {
                    let mut parameters = parameters();
                    if let Some(length) = options.output_length {
                        parameters.hash_length(length);
                    }
                    if let Some(key) = options.key {
                        parameters.key(key);
                    }
                    if let Some(salt) = options.salt {
                        parameters.salt(salt);
                    }
                    if let Some(personal) = options.personal {
                        parameters.personal(personal);
                    }
                    State(parameters.to_state())
                }

                fn update(&mut self, data: &[u8]) {
                    self.0.update(data);
                }

                fn finish(&self, out: &mut [u8]) {
                    out.copy_from_slice(self.0.finalize().as_bytes());
                }
            }
        }
    )*};
}

blake2! {
    /// Returns the BLAKE2b digest of 64 bytes of `data` (RFC 7693).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::blake2b512(b"abc")[..4], [0xba, 0x80, 0xa5, 0x3f]);
    /// ```
    blake2b512 = blake2b_simd, 64;

    /// Returns the BLAKE2b digest of 32 bytes of `data` (RFC 7693).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::blake2b256(b"abc")[..4], [0xbd, 0xdd, 0x81, 0x3c]);
    /// ```
    blake2b256 = blake2b_simd, 32;

    /// Returns the BLAKE2s digest of 32 bytes of `data` (RFC 7693).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::blake2s256(b"abc")[..4], [0x50, 0x8c, 0x5e, 0x8c]);
    /// ```
    blake2s256 = blake2s_simd, 32;
}

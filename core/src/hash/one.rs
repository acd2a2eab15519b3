//! What algorithms have in common: a function for one message, and a loop for many, made from a state that takes bytes.

/// Calls `consume` with the digest of each message, in order, one after the other.
pub(super) fn one_by_one<'a, const N: usize>(
    messages: impl Iterator<Item = &'a [u8]>,
    digest: impl Fn(&[u8]) -> [u8; N],
    mut consume: impl FnMut(&[u8]),
) {
    messages.for_each(|message| consume(&digest(message)));
}

/// Modules of algorithms that a crate of RustCrypto has: in each a function, the state, and a loop over messages.
macro_rules! rust_crypto {
    ($($(#[$doc:meta])* $name:ident = $crate_type:ty, $length:literal;)*) => {$(
        pub(super) mod $name {
            use ::digest::Digest as _;

            $(#[$doc])*
            #[must_use]
            pub fn $name(data: &[u8]) -> [u8; $length] {
                <$crate_type>::digest(data).into()
            }

            pub(in crate::hash) use $name as digest;

            /// What the algorithm knows of the bytes that it has seen.
            #[derive(Clone, Debug)]
            pub(in crate::hash) struct State($crate_type);

            impl State {
                pub(in crate::hash) fn new() -> Self {
                    State(<$crate_type>::new())
                }

                pub(in crate::hash) fn update(&mut self, data: &[u8]) {
                    self.0.update(data);
                }

                pub(in crate::hash) fn digest(&self) -> [u8; $length] {
                    self.0.clone().finalize().into()
                }
            }

            /// Calls `consume` with the digest of each message, in order.
            pub(in crate::hash) fn each<'a>(messages: impl Iterator<Item = &'a [u8]>, consume: impl FnMut(&[u8])) {
                crate::hash::one::one_by_one(messages, $name, consume);
            }
        }
    )*};
}

pub(super) use rust_crypto;

/// Modules of algorithms whose result is a number: written from its highest byte, as every digest of them is.
///
/// `once` gives the number of one message, `start` a state, and `update` and `finish` are functions over it.
macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident = $number:ty, $length:literal, $state:ty {
        once: $once:expr, start: $start:expr, update: $update:expr, finish: $finish:expr $(,)?
    })*) => {$(
        pub(super) mod $name {
            #[allow(unused_imports, reason = "not every algorithm has something to use")]
            use super::*;

            $(#[$doc])*
            #[must_use]
            pub fn $name(data: &[u8]) -> $number {
                ($once)(data)
            }

            pub(in crate::hash) fn digest(data: &[u8]) -> [u8; $length] {
                $name(data).to_be_bytes()
            }

            /// What the algorithm knows of the bytes that it has seen.
            #[derive(Clone)]
            pub(in crate::hash) struct State($state);

            impl std::fmt::Debug for State {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.debug_struct(stringify!($name)).finish_non_exhaustive()
                }
            }

            impl State {
                pub(in crate::hash) fn new() -> Self {
                    State($start)
                }

                pub(in crate::hash) fn update(&mut self, data: &[u8]) {
                    ($update)(&mut self.0, data);
                }

                pub(in crate::hash) fn digest(&self) -> [u8; $length] {
                    let number: $number = ($finish)(&self.0);
                    number.to_be_bytes()
                }
            }

            /// Calls `consume` with the digest of each message, in order.
            pub(in crate::hash) fn each<'a>(messages: impl Iterator<Item = &'a [u8]>, consume: impl FnMut(&[u8])) {
                crate::hash::one::one_by_one(messages, digest, consume);
            }
        }
    )*};
}

pub(super) use numbers;

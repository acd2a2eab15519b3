//! What algorithms have in common: a function for one message, and a state that takes bytes.

/// Modules of algorithms that a crate of RustCrypto has: in each a function, and the state.
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
        }
    )*};
}

pub(super) use numbers;

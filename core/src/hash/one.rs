//! What algorithms have in common: a function for one message, and a state that takes bytes.

use super::options::{Options, Takes};

/// What an algorithm knows of the bytes that it has seen.
pub(super) trait Running: Clone + std::fmt::Debug {
    /// The options that it takes.
    const TAKES: Takes = &[];
    /// Whether its output has any length and none of its own.
    const EXTENDABLE: bool = false;

    /// The state that has seen nothing. The options are such as it takes.
    fn new(options: &Options<'_>) -> Self;

    fn update(&mut self, data: &[u8]);

    /// Writes the digest of all bytes so far into `out`, which has the length of it.
    fn finish(&self, out: &mut [u8]);

    /// Writes the digest of one message, if there is a faster way than this one.
    fn once(options: &Options<'_>, data: &[u8], out: &mut [u8]) {
        let mut state = Self::new(options);
        state.update(data);
        state.finish(out);
    }

    /// The state as bytes, if they can be had.
    fn save(&self) -> Option<Vec<u8>> {
        None
    }

    /// The state that these bytes were, if they are such.
    fn restore(_saved: &[u8]) -> Option<Self> {
        None
    }

    /// The state that has seen nothing, with the options of this one, if it has some and gives them with its bytes.
    fn emptied(&self) -> Option<Self> {
        None
    }
}

/// Modules of algorithms whose result is a number: written from its highest byte, as every digest of them is.
///
/// `once` gives the number of one message with options, `start` a state with them; `update` and `finish` are functions
/// over it. `takes` are the options. `restore` makes a state of its number, if that is all that it knows; `save` makes bytes
/// of one that knows more, `restored` a state of these, and `emptied` one with the same options and no bytes, if there are
/// options.
macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident = $number:ty, $length:literal, $state:ty {
        $(takes: $takes:expr,)?
        once: $once:expr,
        start: $start:expr,
        update: $update:expr,
        finish: $finish:expr
        $(, restore: $restore:expr)?
        $(, save: $save:expr, restored: $restored:expr, emptied: $emptied:expr)? $(,)?
    })*) => {$(
        pub(super) mod $name {
            #[allow(unused_imports, reason = "not every algorithm has something to use")]
            use super::*;
            use crate::hash::one::Running;

            $(#[$doc])*
            #[must_use]
            pub fn $name(data: &[u8]) -> $number {
                ($once)(data, &Options::new())
            }

            #[derive(Clone)]
            pub(in crate::hash) struct State($state);

            impl std::fmt::Debug for State {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.debug_struct(stringify!($name)).finish_non_exhaustive()
                }
            }

            impl State {
                fn number(&self) -> $number {
                    ($finish)(&self.0)
                }
            }

            impl Running for State {
                $(const TAKES: crate::hash::options::Takes = $takes;)?

                fn new(options: &Options<'_>) -> Self {
                    State(($start)(options))
                }

                fn update(&mut self, data: &[u8]) {
                    ($update)(&mut self.0, data);
                }

                fn finish(&self, out: &mut [u8]) {
                    out.copy_from_slice(&self.number().to_be_bytes());
                }

                fn once(options: &Options<'_>, data: &[u8], out: &mut [u8]) {
                    let number: $number = ($once)(data, options);
                    out.copy_from_slice(&number.to_be_bytes());
                }

                $(
                    fn save(&self) -> Option<Vec<u8>> {
                        Some(self.number().to_be_bytes().to_vec())
                    }

                    fn restore(saved: &[u8]) -> Option<Self> {
                        let bytes: [u8; $length] = saved.try_into().ok()?;
                        Some(State(($restore)(<$number>::from_be_bytes(bytes))))
                    }
                )?
                $(
                    fn save(&self) -> Option<Vec<u8>> {
                        Some(($save)(&self.0))
                    }

                    fn restore(saved: &[u8]) -> Option<Self> {
                        ($restored)(saved).map(State)
                    }

                    fn emptied(&self) -> Option<Self> {
                        ($emptied)(&self.0).map(State)
                    }
                )?
            }
        }
    )*};
}

pub(super) use numbers;

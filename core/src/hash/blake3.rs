//! BLAKE3 (the paper of 2020, "BLAKE3: one function, fast everywhere").

use super::one::Running;
use super::options::{LONGEST_CONTEXT, LONGEST_OUTPUT, OptionName, Options, Takes};

/// Returns the BLAKE3 digest of 32 bytes of `data`.
///
/// # Examples
///
/// ```
/// assert_eq!(oxbridge_core::hash::blake3(b"abc")[..4], [0x64, 0x37, 0xb3, 0xac]);
/// ```
#[must_use]
pub fn blake3(data: &[u8]) -> [u8; 32] {
    ::blake3::hash(data).into()
}

/// What the algorithm knows of the bytes that it has seen.
#[derive(Clone, Debug)]
pub(super) struct State(Box<::blake3::Hasher>);

impl Running for State {
    const TAKES: Takes = &[
        (OptionName::Key, 32..=32),
        (OptionName::OutputLength, 1..=LONGEST_OUTPUT),
        (OptionName::Context, 1..=LONGEST_CONTEXT),
    ];

    fn new(options: &Options<'_>) -> Self {
        State(Box::new(hasher(options)))
    }

    fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    fn finish(&self, out: &mut [u8]) {
        self.0.finalize_xof().fill(out);
    }

    fn once(options: &Options<'_>, data: &[u8], out: &mut [u8]) {
        match <&mut [u8; 32]>::try_from(&mut *out) {
            Ok(out) if options.key.is_none() && options.context.is_none() => *out = blake3(data),
            _ => hasher(options).update(data).finalize_xof().fill(out),
        }
    }
}

/// A hasher that has seen nothing.
fn hasher(options: &Options<'_>) -> ::blake3::Hasher {
    match (options.key, options.context) {
        (Some(key), _) => ::blake3::Hasher::new_keyed(&whole(key)),
        (_, Some(context)) => ::blake3::Hasher::new_derive_key(context),
        _ => ::blake3::Hasher::new(),
    }
}

/// A key, whose length was checked.
fn whole(key: &[u8]) -> [u8; 32] {
    key.try_into().expect("a key of BLAKE3 was checked to have 32 bytes")
}

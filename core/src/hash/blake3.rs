//! BLAKE3 (the paper of 2020, "BLAKE3: one function, fast everywhere").

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

pub(super) use blake3 as digest;

/// What the algorithm knows of the bytes that it has seen.
#[derive(Clone, Debug)]
pub(super) struct State(Box<::blake3::Hasher>);

impl State {
    pub(super) fn new() -> Self {
        State(Box::default())
    }

    pub(super) fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    pub(super) fn digest(&self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

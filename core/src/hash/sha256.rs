//! SHA-256 (FIPS 180-4, section 6.2).

use sha2::{Digest, Sha256};

/// Returns the SHA-256 digest of `data` (FIPS 180-4, section 6.2).
///
/// # Examples
///
/// ```
/// let digest = oxbridge_core::hash::sha256(b"");
/// assert_eq!(digest[..4], [0xe3, 0xb0, 0xc4, 0x42]);
/// ```
#[must_use]
pub fn sha256(data: &[u8]) -> [u8; 32] {
    Sha256::digest(data).into()
}

/// What SHA-256 knows of the bytes that it has seen.
#[derive(Clone, Debug)]
pub(super) struct State(Sha256);

impl State {
    pub(super) fn new() -> Self {
        State(Sha256::new())
    }

    pub(super) fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    pub(super) fn digest(&self) -> [u8; 32] {
        self.0.clone().finalize().into()
    }
}

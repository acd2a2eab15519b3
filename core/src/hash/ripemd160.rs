//! RIPEMD-160 (ISO/IEC 10118-3).

use digest::Digest;
use digest::common::hazmat::SerializableState;
use ripemd::Ripemd160;

use super::one::Running;
use super::options::Options;

/// Returns the RIPEMD-160 digest of `data` (ISO/IEC 10118-3).
///
/// # Examples
///
/// ```
/// assert_eq!(oxbridge_core::hash::ripemd160(b"abc")[..4], [0x8e, 0xb2, 0x08, 0xf7]);
/// ```
#[must_use]
pub fn ripemd160(data: &[u8]) -> [u8; 20] {
    Ripemd160::digest(data).into()
}

/// What RIPEMD-160 knows of the bytes that it has seen.
#[derive(Clone, Debug)]
pub(super) struct State(Ripemd160);

impl Running for State {
    fn new(_options: &Options<'_>) -> Self {
        State(Ripemd160::new())
    }

    fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    fn finish(&self, out: &mut [u8]) {
        let digest: [u8; 20] = self.0.clone().finalize().into();
        out.copy_from_slice(&digest);
    }

    fn save(&self) -> Option<Vec<u8>> {
        Some(self.0.serialize().to_vec())
    }

    fn restore(saved: &[u8]) -> Option<Self> {
        // The count of blocks stands before the block that is not full; its length in bits must fit into 64.
        let count = saved.len().checked_sub(64).and_then(|end| saved[..end].last_chunk())?;
        if u64::from_le_bytes(*count) >> 55 != 0 {
            return None;
        }
        Ripemd160::deserialize(saved.try_into().ok()?).ok().map(State)
    }
}

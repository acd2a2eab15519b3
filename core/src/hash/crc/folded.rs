//! Checks by carry-less multiplication, where the processor has it, and by tables elsewhere.
//!
//! CRC-32 has a crate of its own, because that one folds 256 bits at a time where there is no AVX-512, and takes half to
//! two thirds of the time for short data.

use crc_fast::{CrcAlgorithm, Digest, checksum};

/// One of the checks.
#[derive(Clone, Copy)]
pub(super) enum Check {
    Crc32,
    Other(CrcAlgorithm),
}

pub(super) const CRC_32: Check = Check::Crc32;
pub(super) const CRC_32C: Check = Check::Other(CrcAlgorithm::Crc32Iscsi);
pub(super) const CRC_64_NVME: Check = Check::Other(CrcAlgorithm::Crc64Nvme);
pub(super) const CRC_64_XZ: Check = Check::Other(CrcAlgorithm::Crc64Xz);

/// The check of `data`.
pub(super) fn checked(which: Check, data: &[u8]) -> u64 {
    match which {
        Check::Crc32 => u64::from(crc32fast::hash(data)),
        Check::Other(which) => checksum(which, data),
    }
}

/// The check of what has the check `value`, with `data` behind it.
pub(super) fn continued(which: Check, value: u64, data: &[u8]) -> u64 {
    match which {
        Check::Crc32 => {
            let mut hasher = crc32fast::Hasher::new_with_initial(super::low(value));
            hasher.update(data);
            u64::from(hasher.finalize())
        }
        Check::Other(which) => {
            // All of these end with an exclusive or of ones in each bit; the register is what was there before.
            let ones = match which {
                CrcAlgorithm::Crc32Iscsi => u64::from(u32::MAX),
                _ => u64::MAX,
            };
            let mut digest = Digest::new_with_init_state(which, value ^ ones);
            digest.update(data);
            digest.finalize()
        }
    }
}

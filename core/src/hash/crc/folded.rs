//! Checks by carry-less multiplication, where the processor has it, and by tables elsewhere.

use crc_fast::{CrcAlgorithm, Digest, checksum};

pub(super) use CrcAlgorithm::{
    Crc32Iscsi as CRC_32C, Crc32IsoHdlc as CRC_32, Crc64Nvme as CRC_64_NVME, Crc64Xz as CRC_64_XZ,
};

/// The check of `data`.
pub(super) fn checked(which: CrcAlgorithm, data: &[u8]) -> u64 {
    checksum(which, data)
}

/// The check of what has the check `value`, with `data` behind it.
pub(super) fn continued(which: CrcAlgorithm, value: u64, data: &[u8]) -> u64 {
    // All of these end with an exclusive or of ones in each bit; the register is what was there before.
    let ones = match which {
        CRC_32 | CRC_32C => u64::from(u32::MAX),
        _ => u64::MAX,
    };
    let mut digest = Digest::new_with_init_state(which, value ^ ones);
    digest.update(data);
    digest.finalize()
}

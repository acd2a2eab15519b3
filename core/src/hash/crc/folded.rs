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

#[cfg(test)]
mod tests {
    use super::*;
    use crc::{CRC_32_ISCSI, CRC_32_ISO_HDLC, CRC_64_NVME as NVME, CRC_64_XZ as XZ, Crc};

    /// The crates take other ways from 16, 128, 256 and 2,048 bytes on; whichever this processor has are tried.
    #[test]
    fn each_length_has_the_check_of_the_tables() {
        let bytes: Vec<u8> = (0..5000_u32).map(|at| at.wrapping_mul(0x9e37_79b9).to_be_bytes()[0]).collect();
        let (iso, iscsi) = (Crc::<u32>::new(&CRC_32_ISO_HDLC), Crc::<u32>::new(&CRC_32_ISCSI));
        let (nvme, xz) = (Crc::<u64>::new(&NVME), Crc::<u64>::new(&XZ));
        for length in (0..2600).chain([4095, 4096, 4097, 5000]) {
            let data = &bytes[bytes.len() - length..];
            for (which, expected) in [
                (CRC_32, u64::from(iso.checksum(data))),
                (CRC_32C, u64::from(iscsi.checksum(data))),
                (CRC_64_NVME, nvme.checksum(data)),
                (CRC_64_XZ, xz.checksum(data)),
            ] {
                let (first, second) = data.split_at(length / 3);
                assert_eq!(checked(which, data), expected, "{length} bytes");
                assert_eq!(continued(which, checked(which, first), second), expected, "{length} bytes in two parts");
            }
        }
    }
}

//! Cyclic redundancy checks, by the names of the RevEng catalogue. They find errors, not attackers.

use crc_fast::{CrcAlgorithm, Digest, checksum};

use super::one::numbers;

/// A check of 32 bits, which the crate gives in a wider number.
fn low(wide: u64) -> u32 {
    u32::try_from(wide).expect("a check of 32 bits fits into them")
}

numbers! {
    /// Returns the CRC-32 of `data`, as gzip, PNG and zip have it (CRC-32/ISO-HDLC; RFC 1952, section 8).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::crc32(b"123456789"), 0xcbf4_3926);
    /// ```
    crc32 = u32, 4, Digest {
        once: |data| low(checksum(CrcAlgorithm::Crc32IsoHdlc, data)),
        start: Digest::new(CrcAlgorithm::Crc32IsoHdlc),
        update: Digest::update,
        finish: |state: &Digest| low(state.finalize()),
    }

    /// Returns the CRC-32C of `data`, as iSCSI, ext4 and Btrfs have it (CRC-32/ISCSI; RFC 3720, appendix B.4).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::crc32c(b"123456789"), 0xe306_9283);
    /// ```
    crc32c = u32, 4, Digest {
        once: |data| low(checksum(CrcAlgorithm::Crc32Iscsi, data)),
        start: Digest::new(CrcAlgorithm::Crc32Iscsi),
        update: Digest::update,
        finish: |state: &Digest| low(state.finalize()),
    }

    /// Returns the CRC-64 of `data` that NVMe has (CRC-64/NVME; NVM Command Set Specification).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::crc64_nvme(b"123456789"), 0xae8b_1486_0a79_9888);
    /// ```
    crc64_nvme = u64, 8, Digest {
        once: |data| checksum(CrcAlgorithm::Crc64Nvme, data),
        start: Digest::new(CrcAlgorithm::Crc64Nvme),
        update: Digest::update,
        finish: |state: &Digest| state.finalize(),
    }

    /// Returns the CRC-64 of `data` that xz has (CRC-64/XZ; ECMA-182, reflected).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::crc64_xz(b"123456789"), 0x995d_c9bb_df19_39fa);
    /// ```
    crc64_xz = u64, 8, Digest {
        once: |data| checksum(CrcAlgorithm::Crc64Xz, data),
        start: Digest::new(CrcAlgorithm::Crc64Xz),
        update: Digest::update,
        finish: |state: &Digest| state.finalize(),
    }
}

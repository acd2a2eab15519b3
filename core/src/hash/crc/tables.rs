//! Checks by tables of sixteen bytes at a time. They are made when they are first used: as data, all four would be half as
//! large as everything else of the module.

use std::sync::LazyLock;

use crc::{Crc, Table};

/// One of the checks.
#[derive(Clone, Copy)]
pub(super) enum Check {
    Narrow(&'static LazyLock<Box<Crc<u32, Table<16>>>>),
    Wide(&'static LazyLock<Box<Crc<u64, Table<16>>>>),
}

macro_rules! checks {
    ($($name:ident = $kind:ident $width:ty, $parameters:ident;)*) => {$(
        pub(super) const $name: Check = {
            static TABLE: LazyLock<Box<Crc<$width, Table<16>>>> = LazyLock::new(|| Box::new(Crc::<$width, Table<16>>::new(&crc::$parameters)));
            Check::$kind(&TABLE)
        };
    )*};
}

checks! {
    CRC_32 = Narrow u32, CRC_32_ISO_HDLC;
    CRC_32C = Narrow u32, CRC_32_ISCSI;
    CRC_64_NVME = Wide u64, CRC_64_NVME;
    CRC_64_XZ = Wide u64, CRC_64_XZ;
}

/// The check of `data`.
pub(super) fn checked(which: Check, data: &[u8]) -> u64 {
    match which {
        Check::Narrow(check) => u64::from(check.checksum(data)),
        Check::Wide(check) => check.checksum(data),
    }
}

/// The check of what has the check `value`, with `data` behind it.
pub(super) fn continued(which: Check, value: u64, data: &[u8]) -> u64 {
    // All of these end with an exclusive or of ones in each bit, and the crate mirrors what it begins with.
    match which {
        Check::Narrow(check) => {
            let mut digest = check.digest_with_initial((!super::low(value)).reverse_bits());
            digest.update(data);
            u64::from(digest.finalize())
        }
        Check::Wide(check) => {
            let mut digest = check.digest_with_initial((!value).reverse_bits());
            digest.update(data);
            digest.finalize()
        }
    }
}

//! Cyclic redundancy checks, by the names of the RevEng catalogue. They find errors, not attackers.
//!
//! Native code multiplies without carries where the processor can (`crc/folded.rs`); WebAssembly cannot, and the crate
//! crc-fast would bring half a megabyte of tables for every check that there is, so there it is tables of these four
//! (`crc/tables.rs`).

use super::algorithm::Algorithm;
use super::one::numbers;
use super::options::Options;

#[cfg(not(target_arch = "wasm32"))]
#[path = "crc/folded.rs"]
mod registers;
#[cfg(target_arch = "wasm32")]
#[path = "crc/tables.rs"]
mod registers;

/// A check of 32 bits, which crosses to the registers in a wider number.
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
    crc32 = u32, 4, u32 {
        once: |data, _: &Options<'_>| low(registers::checked(registers::CRC_32, data)),
        start: |_: &Options<'_>| 0,
        update: |value: &mut u32, data| *value = low(registers::continued(registers::CRC_32, u64::from(*value), data)),
        finish: |value: &u32| *value,
        restore: |value| value,
    }

    /// Returns the CRC-32C of `data`, as iSCSI, ext4 and Btrfs have it (CRC-32/ISCSI; RFC 3720, appendix B.4).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::crc32c(b"123456789"), 0xe306_9283);
    /// ```
    crc32c = u32, 4, u32 {
        once: |data, _: &Options<'_>| low(registers::checked(registers::CRC_32C, data)),
        start: |_: &Options<'_>| 0,
        update: |value: &mut u32, data| *value = low(registers::continued(registers::CRC_32C, u64::from(*value), data)),
        finish: |value: &u32| *value,
        restore: |value| value,
    }

    /// Returns the CRC-64 of `data` that NVMe has (CRC-64/NVME; NVM Command Set Specification).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::crc64_nvme(b"123456789"), 0xae8b_1486_0a79_9888);
    /// ```
    crc64_nvme = u64, 8, u64 {
        once: |data, _: &Options<'_>| registers::checked(registers::CRC_64_NVME, data),
        start: |_: &Options<'_>| 0,
        update: |value: &mut u64, data| *value = registers::continued(registers::CRC_64_NVME, *value, data),
        finish: |value: &u64| *value,
        restore: |value| value,
    }

    /// Returns the CRC-64 of `data` that xz has (CRC-64/XZ; ECMA-182, reflected).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::crc64_xz(b"123456789"), 0x995d_c9bb_df19_39fa);
    /// ```
    crc64_xz = u64, 8, u64 {
        once: |data, _: &Options<'_>| registers::checked(registers::CRC_64_XZ, data),
        start: |_: &Options<'_>| 0,
        update: |value: &mut u64, data| *value = registers::continued(registers::CRC_64_XZ, *value, data),
        finish: |value: &u64| *value,
        restore: |value| value,
    }
}

/// The check of what has the check `value`, with `data` behind it.
///
/// # Panics
///
/// If the algorithm is no CRC.
pub(super) fn append(algorithm: Algorithm, value: u64, data: &[u8]) -> u64 {
    let which = match algorithm {
        Algorithm::Crc32 => registers::CRC_32,
        Algorithm::Crc32c => registers::CRC_32C,
        Algorithm::Crc64Nvme => registers::CRC_64_NVME,
        Algorithm::Crc64Xz => registers::CRC_64_XZ,
        _ => unreachable!("{} is no CRC", algorithm.name()),
    };
    // To go on, crc-fast copies all parameters of the check first, which nothing needs that just begins.
    if value == 0 { registers::checked(which, data) } else { registers::continued(which, value, data) }
}

/// A polynomial as the registers have it: the highest power in the lowest bit.
struct Field {
    polynomial: u64,
    /// The bit that stands for 1.
    one: u64,
}

impl Field {
    fn of(algorithm: Algorithm) -> Self {
        let (polynomial, bits) = match algorithm {
            Algorithm::Crc32 => (0xedb8_8320, 32),
            Algorithm::Crc32c => (0x82f6_3b78, 32),
            Algorithm::Crc64Nvme => (0x9a6c_9329_ac4b_c9b5, 64),
            Algorithm::Crc64Xz => (0xc96c_5795_d787_0f42, 64),
            _ => unreachable!("{} is no CRC", algorithm.name()),
        };
        Field { polynomial, one: 1 << (bits - 1) }
    }

    /// The product of two polynomials, modulo that of the check.
    fn product(&self, a: u64, mut b: u64) -> u64 {
        let mut product = 0;
        // Bit by bit from the highest: to test it with a mask that moves, Bun 1.4 compiles wrongly where it has 64 bits.
        for power in (0..=self.one.trailing_zeros()).rev() {
            if a >> power & 1 != 0 {
                product ^= b;
            }
            b = if b & 1 == 0 { b >> 1 } else { b >> 1 ^ self.polynomial };
        }
        product
    }

    /// The eighth power of the variable, to the power of `exponent`: so many bytes of zeros multiply a register by it.
    fn bytes(&self, mut exponent: u64) -> u64 {
        let (mut power, mut square) = (self.one, self.one >> 8);
        while exponent != 0 {
            if exponent & 1 != 0 {
                power = self.product(power, square);
            }
            square = self.product(square, square);
            exponent >>= 1;
        }
        power
    }
}

/// The check of two parts, as zlib's `crc32_combine` has it: the first goes on over as many zeros as the second is long.
///
/// # Panics
///
/// If the algorithm is no CRC.
pub(super) fn combine(algorithm: Algorithm, first: u64, second: u64, length: u64) -> u64 {
    let field = Field::of(algorithm);
    field.product(field.bytes(length), first) ^ second
}

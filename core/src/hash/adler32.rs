//! Adler-32 (RFC 1950, section 9). It finds errors, not attackers.

use simd_adler32::Adler32;

use super::one::numbers;
use super::options::Options;

numbers! {
    /// Returns the Adler-32 of `data`, as zlib has it (RFC 1950, section 9).
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::adler32(b"123456789"), 0x091e_01de);
    /// ```
    adler32 = u32, 4, Adler32 {
        once: |data: &[u8], _: &Options<'_>| simd_adler32::adler32(&data),
        start: |_: &Options<'_>| Adler32::new(),
        update: Adler32::write,
        finish: Adler32::finish,
        restore: Adler32::from_checksum,
    }
}

/// The checksum of what has the checksum `value`, with `data` behind it.
pub(super) fn adler32_append(value: u32, data: &[u8]) -> u32 {
    let mut checksum = Adler32::from_checksum(value);
    checksum.write(data);
    checksum.finish()
}

//! XXH3 (the specification of xxHash, version 0.2.0). Fast, and no match for an attacker.
//!
//! Up to 240 bytes by the crate `twox-hash`. What is longer, or comes in pieces, is ours: the crate counts bytes in a word, so
//! that WebAssembly would have to refuse what native code takes, and it gives its state to nobody.

mod stripes;

use twox_hash::{XxHash3_64, XxHash3_128};

use super::one::numbers;
use super::options::{OptionName, Options, Takes};
use stripes::{BLOCK, STRIPE, Secret, Sums, accumulate, consume};

const TAKES: Takes = &[(OptionName::Seed, 0..=u64::MAX)];

/// What is longer goes by stripes.
const SHORT: usize = 240;
/// So many bytes are held back, because nobody knows yet whether they are the last.
const HELD: usize = 4 * STRIPE;

const PRIME32_1: u64 = 0x9e37_79b1;
const PRIME32_2: u64 = 0x85eb_ca77;
const PRIME32_3: u64 = 0xc2b2_ae3d;
const PRIME64_1: u64 = 0x9e37_79b1_85eb_ca87;
const PRIME64_2: u64 = 0xc2b2_ae3d_27d4_eb4f;
const PRIME64_3: u64 = 0x1656_67b1_9e37_79f9;
const PRIME64_4: u64 = 0x85eb_ca77_c2b2_ae63;
const PRIME64_5: u64 = 0x27d4_eb2f_1656_67c5;
const PRIME_MX1: u64 = 0x1656_6791_9e37_79f9;

/// What the sums begin with.
const START: Sums = [PRIME32_3, PRIME64_1, PRIME64_2, PRIME64_3, PRIME64_4, PRIME32_2, PRIME64_5, PRIME32_1];

/// The default secret, as words.
#[rustfmt::skip]
const WORDS: [u64; 24] = [
    0xbe4b_a423_396c_feb8, 0x1cad_21f7_2c81_017c, 0xdb97_9083_e96d_d4de, 0x1f67_b3b7_a4a4_4072,
    0x78e5_c0cc_4ee6_79cb, 0x2172_ffcc_7dd0_5a82, 0x8e24_43f7_7446_08b8, 0x4c26_3a81_e690_35e0,
    0xcb00_c391_bb52_283c, 0xa32e_531b_8b65_d088, 0x4ef9_0da2_9748_6471, 0xd8ac_dea9_46ef_1938,
    0x3f34_9ce3_3f76_faa8, 0x1d4f_0bc7_c7bb_dcf9, 0x3159_b4cd_4be0_518a, 0x6473_78d9_c97e_9fc8,
    0xc3eb_d334_83ac_c5ea, 0xeb63_13fa_ffa0_81c5, 0x49da_f0b7_51dd_0d17, 0x9e68_d429_2655_16d3,
    0xfca1_477d_58be_162b, 0xce31_d07a_d1b8_f88f, 0x2804_1695_8f3a_cb45, 0x7e40_4bbb_cafb_d7af,
];

/// The default secret.
static SECRET: Secret = secret_of(0);

/// The secret of a seed.
const fn secret_of(seed: u64) -> Secret {
    let mut secret = [0; size_of::<Secret>()];
    let (words, _) = secret.as_chunks_mut();
    let mut at = 0;
    while at < words.len() {
        let (plus, minus) = (WORDS[at].wrapping_add(seed), WORDS[at + 1].wrapping_sub(seed));
        words[at] = plus.to_le_bytes();
        words[at + 1] = minus.to_le_bytes();
        at += 2;
    }
    secret
}

#[expect(clippy::cast_possible_truncation, reason = "the upper half is for others")]
const fn low(wide: u128) -> u64 {
    wide as u64
}

/// Eight bytes of a secret from any on.
fn word(secret: &Secret, from: usize) -> u64 {
    u64::from_le_bytes(*secret[from..].first_chunk().expect("eight bytes of the secret are left"))
}

/// The sums with the last stripe, which may have bytes of the one before it.
fn with_last(mut sums: Sums, last: &[u8; STRIPE], secret: &Secret) -> Sums {
    accumulate(&mut sums, last, secret[121..].first_chunk().expect("so many bytes of the secret are left"));
    sums
}

/// One number of all sums.
fn merge(sums: &Sums, secret: &Secret, from: usize, start: u64) -> u64 {
    let mut number = start;
    for (at, sum) in sums.iter().enumerate().step_by(2) {
        let one = sum ^ word(secret, from + 8 * at);
        let other = sums[at + 1] ^ word(secret, from + 8 * at + 8);
        let product = u128::from(one) * u128::from(other);
        number = number.wrapping_add(low(product) ^ low(product >> 64));
    }
    number = (number ^ number >> 37).wrapping_mul(PRIME_MX1);
    number ^ number >> 32
}

fn number64(sums: &Sums, secret: &Secret, length: u64) -> u64 {
    merge(sums, secret, 11, length.wrapping_mul(PRIME64_1))
}

fn number128(sums: &Sums, secret: &Secret, length: u64) -> u128 {
    let high = merge(sums, secret, 117, !length.wrapping_mul(PRIME64_2));
    u128::from(high) << 64 | u128::from(number64(sums, secret, length))
}

/// The number of a short message. It says that it is short, so that the compiler leaves the rest of the crate out.
#[inline(never)]
fn short64(data: &[u8], seed: u64) -> u64 {
    XxHash3_64::oneshot_with_seed(seed, &data[..data.len().min(SHORT)])
}

/// The same, of 128 bits.
#[inline(never)]
fn short128(data: &[u8], seed: u64) -> u128 {
    XxHash3_128::oneshot_with_seed(seed, &data[..data.len().min(SHORT)])
}

/// The sums of a whole message that is not short.
fn sums_of(data: &[u8], secret: &Secret) -> Sums {
    let mut sums = START;
    consume(&mut sums, &mut 0, &data[..(data.len() - 1) / STRIPE * STRIPE], secret);
    with_last(sums, data.last_chunk().expect("it is longer than a stripe"), secret)
}

/// What is known of a message that comes in pieces.
#[derive(Clone)]
struct Pieces {
    seed: u64,
    secret: Secret,
    sums: Sums,
    /// How many stripes of its block the sums have, of sixteen.
    stripes: usize,
    length: u64,
    /// It begins with `count` bytes that the sums do not have. While these are less than a stripe, it ends with the last
    /// stripe that the sums do have: the last 64 bytes of a message are asked for, wherever stripes end.
    held: [u8; HELD],
    count: usize,
}

impl Pieces {
    fn new(options: &Options<'_>) -> Self {
        Self::with_seed(options.seed.unwrap_or(0))
    }

    fn with_seed(seed: u64) -> Self {
        Pieces { seed, secret: secret_of(seed), sums: START, stripes: 0, length: 0, held: [0; HELD], count: 0 }
    }

    fn update(&mut self, mut data: &[u8]) {
        self.length = self.length.wrapping_add(data.len() as u64);
        let room = HELD - self.count;
        if data.len() > room {
            if self.count > 0 {
                let (now, rest) = data.split_at(room);
                self.held[self.count..].copy_from_slice(now);
                consume(&mut self.sums, &mut self.stripes, &self.held, &self.secret);
                data = rest;
                self.count = 0;
            }
            if data.len() > HELD {
                let (now, rest) = data.split_at((data.len() - 1) / STRIPE * STRIPE);
                consume(&mut self.sums, &mut self.stripes, now, &self.secret);
                self.held[HELD - STRIPE..].copy_from_slice(&now[now.len() - STRIPE..]);
                data = rest;
            }
        }
        self.held[self.count..][..data.len()].copy_from_slice(data);
        self.count += data.len();
    }

    /// All bytes, if these are few.
    fn short(&self) -> Option<&[u8]> {
        (self.length <= SHORT as u64).then_some(&self.held[..self.count])
    }

    /// All bytes, if these are many: the sums of all stripes but the last, and the last 64 bytes, of which some may be of the
    /// stripe before.
    fn long(&self) -> (Sums, [u8; STRIPE]) {
        let held = &self.held[..self.count];
        let mut sums = self.sums;
        if let Some(&last) = held.last_chunk() {
            consume(&mut sums, &mut { self.stripes }, &held[..(held.len() - 1) / STRIPE * STRIPE], &self.secret);
            return (sums, last);
        }
        let mut last = [0; STRIPE];
        let (before, after) = last.split_at_mut(STRIPE - held.len());
        before.copy_from_slice(&self.held[HELD - before.len()..]);
        after.copy_from_slice(held);
        (sums, last)
    }

    /// The sums of all bytes, if these are many.
    fn sums(&self) -> Sums {
        let (sums, last) = self.long();
        with_last(sums, &last, &self.secret)
    }

    /// The seed and the length; then the bytes, or the sums and the last bytes. How they were cut is not in it.
    fn save(&self) -> Vec<u8> {
        let numbers = |numbers: &[u64]| numbers.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<u8>>();
        let head = numbers(&[self.seed, self.length]);
        match self.short() {
            Some(data) => [&head, data].concat(),
            None => {
                let (sums, last) = self.long();
                [&head, &numbers(&sums), &last[..]].concat()
            }
        }
    }

    fn restored(saved: &[u8]) -> Option<Self> {
        let (seed, rest) = saved.split_first_chunk()?;
        let (length, rest) = rest.split_first_chunk()?;
        let length = u64::from_le_bytes(*length);
        if length >> 61 != 0 {
            return None; // more bits than a number has, so no message was as long
        }
        let mut pieces = Self::with_seed(u64::from_le_bytes(*seed));
        if length <= SHORT as u64 {
            pieces.update(rest);
            return (pieces.length == length).then_some(pieces);
        }
        let (words, last) = rest.split_at_checked(size_of::<Sums>())?;
        let last: &[u8; STRIPE] = last.try_into().ok()?;
        let before = (length - 1) / STRIPE as u64;
        pieces.length = length;
        pieces.sums = std::array::from_fn(|at| u64::from_le_bytes(words.as_chunks().0[at]));
        pieces.stripes = usize::try_from(before % BLOCK as u64).expect("less than a block");
        pieces.count = usize::try_from(length - before * STRIPE as u64).expect("a stripe at most");
        let (of_before, of_last) = last.split_at(STRIPE - pieces.count);
        pieces.held[HELD - of_before.len()..].copy_from_slice(of_before);
        pieces.held[..of_last.len()].copy_from_slice(of_last);
        Some(pieces)
    }
}

numbers! {
    /// Returns the XXH3 of 64 bits of `data`, with the seed 0.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::xxh3_64(b"123456789"), 0x72dc_b18b_67a1_7dff);
    /// ```
    xxh3_64 = u64, 8, Pieces {
        takes: TAKES,
        once: |data, options: &Options<'_>| xxh3_64_with_seed(data, options.seed.unwrap_or(0)),
        start: Pieces::new,
        update: Pieces::update,
        finish: |pieces: &Pieces| match pieces.short() {
            Some(data) => short64(data, pieces.seed),
            None => number64(&pieces.sums(), &pieces.secret, pieces.length),
        },
        save: Pieces::save,
        restored: Pieces::restored,
        emptied: |pieces: &Pieces| (pieces.seed != 0).then(|| Pieces::with_seed(pieces.seed)),
    }

    /// Returns the XXH3 of 128 bits of `data`, with the seed 0.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(oxbridge_core::hash::xxh3_128(b"123456789"), 0x3311_9477_ede5_dcd5_e971_6427_681d_5860);
    /// ```
    xxh3_128 = u128, 16, Pieces {
        takes: TAKES,
        once: |data, options: &Options<'_>| xxh3_128_with_seed(data, options.seed.unwrap_or(0)),
        start: Pieces::new,
        update: Pieces::update,
        finish: |pieces: &Pieces| match pieces.short() {
            Some(data) => short128(data, pieces.seed),
            None => number128(&pieces.sums(), &pieces.secret, pieces.length),
        },
        save: Pieces::save,
        restored: Pieces::restored,
        emptied: |pieces: &Pieces| (pieces.seed != 0).then(|| Pieces::with_seed(pieces.seed)),
    }
}

/// Returns the XXH3 of 64 bits of `data` with a seed.
///
/// # Examples
///
/// ```
/// assert_eq!(oxbridge_core::hash::xxh3_64_with_seed(b"", 0x9e37_79b1_85eb_ca8d), 0xa8a6_b918_b2f0_364a);
/// ```
#[must_use]
#[inline(never)] // once, and not in each place that has a use for it
pub fn xxh3_64_with_seed(data: &[u8], seed: u64) -> u64 {
    if data.len() <= SHORT {
        return short64(data, seed);
    }
    let number = |secret| number64(&sums_of(data, secret), secret, data.len() as u64);
    if seed == 0 { number(&SECRET) } else { number(&secret_of(seed)) }
}

/// Returns the XXH3 of 128 bits of `data` with a seed.
///
/// # Examples
///
/// ```
/// let number = oxbridge_core::hash::xxh3_128_with_seed(b"", 0x9e37_79b1);
/// assert_eq!(number, 0x9222_0ae5_5e14_ab50_5444_f786_9c67_1ab0);
/// ```
#[must_use]
#[inline(never)] // once, and not in each place that has a use for it
pub fn xxh3_128_with_seed(data: &[u8], seed: u64) -> u128 {
    if data.len() <= SHORT {
        return short128(data, seed);
    }
    let number = |secret| number128(&sums_of(data, secret), secret, data.len() as u64);
    if seed == 0 { number(&SECRET) } else { number(&secret_of(seed)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All lengths around which the crate takes another way, and cuts of each.
    #[test]
    fn long_messages_and_pieces_give_what_the_crate_gives() {
        let bytes: Vec<u8> = (0..5000u32).map(|at| (at.wrapping_mul(0x9e37_79b9) >> 24) as u8).collect();
        for length in (0..1300).chain([2047, 2048, 2049, 3071, 3072, 3073, 5000]) {
            let data = &bytes[..length];
            for seed in [0, 1, u64::MAX / 3] {
                let expected = (XxHash3_64::oneshot_with_seed(seed, data), XxHash3_128::oneshot_with_seed(seed, data));
                assert_eq!((xxh3_64_with_seed(data, seed), xxh3_128_with_seed(data, seed)), expected, "{length} bytes");
            }
        }
        for piece in [1, 7, 63, 64, 65, 191, 255, 256, 257, 1000, 1024, 1025] {
            let mut pieces = Pieces::with_seed(7);
            for (at, data) in bytes.chunks(piece).enumerate() {
                pieces.update(data);
                let before = &bytes[..at * piece + data.len()];
                let number = match pieces.short() {
                    Some(data) => XxHash3_128::oneshot_with_seed(7, data),
                    None => number128(&pieces.sums(), &pieces.secret, pieces.length),
                };
                assert_eq!(number, XxHash3_128::oneshot_with_seed(7, before), "{} by {piece}", before.len());
            }
        }
    }
}

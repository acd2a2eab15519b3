//! SHA-256 (FIPS 180-4, section 6.2).

#[cfg(target_arch = "x86_64")]
mod interleaved;
#[cfg(target_arch = "x86_64")]
mod lanes;
#[cfg(target_arch = "x86_64")]
mod side_by_side;

use super::bulk::Messages;
use super::one::Running;
use super::options::Options;
use super::padded::{self, Blocks, Method, Order};
use super::sha2;

static METHOD: Method<u32> = Method {
    start: [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19],
    words: 8,
    order: Order::Highest,
    compress: sha2::compress256,
};

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
    #[cfg(target_arch = "x86_64")]
    if interleaved::is_available() {
        return interleaved::one(data);
    }
    let mut digest = [0; 32];
    padded::digest(&METHOD, data, &mut digest);
    digest
}

/// Calls `consume` with the digest of each message, in order; several at a time, where the processor gains by that.
pub(super) fn each(
    messages: Messages<'_>,
    #[cfg_attr(target_arch = "x86_64", expect(unused_mut))] mut consume: impl FnMut(&[u8]),
) {
    #[cfg(target_arch = "x86_64")]
    side_by_side::each(messages, consume);
    #[cfg(not(target_arch = "x86_64"))]
    messages.for_each(|message| consume(&sha256(message)));
}

/// What SHA-256 knows of the bytes that it has seen.
#[derive(Clone, Debug)]
pub(super) struct State(Blocks<u32>);

impl Running for State {
    fn new(_options: &Options<'_>) -> Self {
        State(Blocks::new(&METHOD))
    }

    fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    fn finish(&self, out: &mut [u8]) {
        self.0.finish(out);
    }

    fn once(_options: &Options<'_>, data: &[u8], out: &mut [u8]) {
        out.copy_from_slice(&sha256(data));
    }

    fn save(&self) -> Option<Vec<u8>> {
        Some(self.0.save())
    }

    fn restore(saved: &[u8]) -> Option<Self> {
        Blocks::restore(&METHOD, saved).map(State)
    }
}

#[cfg(test)]
mod tests {
    use ::sha2::{Digest, Sha256};

    use super::*;

    /// Each message must have the digest that the crate gives it.
    fn check(lengths: impl IntoIterator<Item = usize>) {
        let messages: Vec<Vec<u8>> = lengths
            .into_iter()
            .enumerate()
            .map(|(seed, length)| (0..length).map(|at| (at * 31 + seed * 7).to_le_bytes()[0]).collect())
            .collect();
        let expected: Vec<[u8; 32]> = messages.iter().map(|message| Sha256::digest(message).into()).collect();
        let ends = messages.iter().scan(0, |end, message| {
            *end += u32::try_from(message.len()).expect("messages are short");
            Some(*end)
        });
        let (bytes, offsets) = (messages.concat(), [0].into_iter().chain(ends).collect::<Vec<u32>>());
        let mut digests = Vec::new();
        each(Messages::new(&bytes, &offsets), |digest| digests.push(digest.to_vec()));
        assert_eq!(digests, expected);
        #[cfg(target_arch = "x86_64")]
        for (way, digests) in side_by_side::by_every_way(&Messages::new(&bytes, &offsets)) {
            assert_eq!(digests, expected, "{way}");
        }
        for (message, digest) in messages.iter().zip(expected) {
            assert_eq!(sha256(message), digest, "{} bytes alone", message.len());
        }
    }

    #[test]
    fn many_of_each_length_are_as_one() {
        for length in 0..=200 {
            check([length; 19]);
        }
        for length in [1000, 1023, 1024, 1025, 5000] {
            check([length; 19]);
        }
    }

    #[test]
    fn as_many_as_there_can_be_together_and_less_and_more() {
        for count in 0..=140 {
            check((0..count).map(|_| 30));
        }
    }

    #[test]
    fn lengths_of_all_kinds_side_by_side() {
        for factor in [1, 7, 61, 331] {
            check((0..300).map(|index| index * factor % 307));
            check((0..40).map(|index| index * factor * 53 % 3001));
        }
        check([100_000, 1, 64, 70_000, 0, 3, 56, 120_000, 55]);
    }
}

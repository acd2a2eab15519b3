//! SHA-256 of many messages: those of similar length side by side, in the way in which this processor is the fastest.

use super::lanes::{self, Lanes, avx2, avx512};
use super::{interleaved, sha256};
use crate::hash::bulk::Messages;

pub(super) const BLOCK: usize = 64;

/// How many messages are looked at to find such as have equally many blocks.
const WINDOW: usize = 64;

/// The digests of the messages of a window.
pub(super) type Digests = [[u8; 32]; WINDOW];

/// The last one or two blocks of a message: what is left of it, and the padding (FIPS 180-4, section 5.1.1).
pub(super) type Tail = [[u8; BLOCK]; 2];

/// How messages are digested.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// Sixteen in vectors, or fewer, but at least so many. On Emerald Rapids a short message takes half the time
    /// that it takes with the SHA extensions, by which several are no faster there than one.
    Avx512 {
        least: usize,
    },
    /// Four with the SHA extensions, which an AMD EPYC digests in the time of two.
    Sha,
    /// Eight in vectors, or fewer: each in a quarter of the time that it takes alone without the SHA extensions, so that
    /// three gain already.
    Avx2,
    OneByOne,
}

impl Way {
    /// For fewer blocks, vectors of 512 bits do not pay: on Ice Lake, they slow down what runs within a millisecond
    /// after.
    const LEAST_AVX512: usize = 256;

    /// The fastest of this processor, for so many blocks in all.
    fn fastest(blocks: usize) -> Self {
        if blocks >= Way::LEAST_AVX512 && avx512::is_available() {
            Way::Avx512 { least: if interleaved::is_available() { 8 } else { 3 } }
        } else {
            Way::narrow()
        }
    }

    /// The fastest without vectors of 512 bits.
    fn narrow() -> Self {
        if interleaved::is_available() {
            Way::Sha
        } else if avx2::is_available() {
            Way::Avx2
        } else {
            Way::OneByOne
        }
    }

    /// Digests messages, whose indices are given, those with the fewest blocks first.
    fn digest(self, messages: &[&[u8]], order: &[u8], digests: &mut Digests) {
        match self {
            Way::Avx512 { least } => {
                let few = |order: &[u8], digests: &mut Digests| Way::narrow().digest(messages, order, digests);
                lanes::digest(&Lanes { compress: avx512::compress, least, few }, messages, order, digests);
            }
            Way::Sha => interleaved::digest(messages, order, digests),
            Way::Avx2 => {
                let few = |order: &[u8], digests: &mut Digests| Way::OneByOne.digest(messages, order, digests);
                lanes::digest(&Lanes { compress: avx2::compress, least: 3, few }, messages, order, digests);
            }
            Way::OneByOne => {
                for index in order.iter().copied().map(usize::from) {
                    digests[index] = sha256(messages[index]);
                }
            }
        }
    }
}

/// Calls `consume` with the digest of each message, in order.
pub(super) fn each(messages: Messages<'_>, consume: impl FnMut(&[u8])) {
    // Each has its bytes, and padding.
    let blocks = messages.len() + messages.bytes() / BLOCK;
    each_by(Way::fastest(blocks), messages, consume);
}

fn each_by(way: Way, mut messages: Messages<'_>, mut consume: impl FnMut(&[u8])) {
    let mut window: [&[u8]; WINDOW] = [&[]; WINDOW];
    let mut digests = [[0; 32]; WINDOW];
    loop {
        let mut count = 0;
        for (place, message) in window.iter_mut().zip(&mut messages) {
            *place = message;
            count += 1;
        }
        let messages = &window[..count];
        way.digest(messages, in_order_of_blocks(messages, &mut [0; WINDOW]), &mut digests);
        for digest in &digests[..count] {
            consume(digest);
        }
        if count < WINDOW {
            return;
        }
    }
}

/// How many blocks a message of this length has, with its padding.
pub(super) fn blocks_of(length: usize) -> usize {
    (length + 1 + 8).div_ceil(BLOCK)
}

/// The indices of messages in the order of how many blocks they have.
fn in_order_of_blocks<'a>(messages: &[&[u8]], order: &'a mut [u8; WINDOW]) -> &'a [u8] {
    const KINDS: usize = 16;
    static AS_THEY_ARE: [u8; WINDOW] = {
        let mut order = [0; WINDOW];
        let mut index = 0u8;
        while (index as usize) < WINDOW {
            order[index as usize] = index;
            index += 1;
        }
        order
    };
    let mut all_blocks = messages.iter().map(|message| blocks_of(message.len()));
    let first = all_blocks.next();
    if all_blocks.all(|blocks| Some(blocks) == first) {
        return &AS_THEY_ARE[..messages.len()];
    }
    let kind = |message: &[u8]| blocks_of(message.len()).min(KINDS) - 1;
    // Counted, which takes a fifth of the time of comparing.
    let mut places = [0; KINDS];
    for message in messages {
        places[kind(message)] += 1;
    }
    let mut next = 0;
    for place in &mut places {
        next += std::mem::replace(place, next);
    }
    let long = places[KINDS - 1];
    for (index, message) in (0..).zip(messages) {
        let place = &mut places[kind(message)];
        order[*place] = index;
        *place += 1;
    }
    let order = &mut order[..messages.len()];
    order[long..].sort_unstable_by_key(|&index| messages[usize::from(index)].len());
    order
}

/// Writes the last blocks of a message into blank memory.
#[inline]
pub(super) fn write_tail(message: &[u8], tail: &mut Tail) {
    let rest = message.as_chunks::<BLOCK>().1;
    copy_short(rest, &mut tail[0]);
    tail[0][rest.len()] = 0x80;
    let bits = (message.len() as u64) << 3;
    tail[usize::from(rest.len() >= BLOCK - 8)][BLOCK - 8..].copy_from_slice(&bits.to_be_bytes());
}

/// Copies less than a block. That is a tenth of the work for a short message if the length is left to `memcpy`; here
/// two copies of a fixed length overlap.
#[inline]
fn copy_short(from: &[u8], to: &mut [u8; BLOCK]) {
    let length = from.len();
    macro_rules! ends {
        ($size:literal) => {{
            to[..$size].copy_from_slice(&from[..$size]);
            to[length - $size..length].copy_from_slice(&from[length - $size..]);
        }};
    }
    match length {
        32.. => ends!(32),
        16.. => ends!(16),
        8.. => ends!(8),
        4.. => ends!(4),
        _ => to[..length].copy_from_slice(from),
    }
}

/// A block of a message with its padding.
#[inline]
pub(super) fn block_of<'a>(message: &'a [u8], tail: &'a Tail, index: usize) -> &'a [u8; BLOCK] {
    let whole = message.as_chunks().0;
    whole.get(index).unwrap_or_else(|| &tail[index - whole.len()])
}

/// The digests of messages in every way that this processor has, and what it is called.
#[cfg(test)]
pub(super) fn by_every_way(messages: &Messages<'_>) -> Vec<(String, Vec<Vec<u8>>)> {
    let there = [
        (Way::Avx512 { least: 3 }, avx512::is_available()),
        (Way::Avx512 { least: 8 }, avx512::is_available()),
        (Way::Sha, interleaved::is_available()),
        (Way::Avx2, avx2::is_available()),
        (Way::OneByOne, true),
    ];
    let digests = |way| {
        let mut digests = Vec::new();
        each_by(way, messages.clone(), |digest| digests.push(digest.to_vec()));
        digests
    };
    there.into_iter().filter(|&(_, is_there)| is_there).map(|(way, _)| (format!("{way:?}"), digests(way))).collect()
}

//! The hot functions of the core, each with what it is counted with.
//!
//! The core asks which features the processor has, and valgrind pretends to have another one: versions 3.19 to 3.24 have
//! AVX2 where the processor has, and SHA extensions nowhere. So SHA-256 is counted on its portable way, and the way of
//! `core/src/hash/sha256/interleaved.rs` is not counted at all; `limits.txt` says which features were found.
//!
//! What a process does once, such as asking for features, is done before counting begins. Short work is done many times,
//! so that the allocator, whose work depends on what was allocated before, does not matter.

use std::hint::black_box;

use gungraun::{library_benchmark, library_benchmark_group, main};
use oxbridge_core::hash::{self, Algorithm, Encoding, Hasher};
use oxbridge_core::interface::{guard, handles, hash as rows};
use oxbridge_core::{Error, image, math};

const SHA256: Algorithm = Algorithm::Sha256;
/// The numbers that stand for an algorithm, an encoding and units where they cross a bridge.
const ALGORITHM: u32 = SHA256 as u32;
const HEX: u32 = Encoding::Hex as u32;
const BYTES: u32 = 0;
const CODE_UNITS: u32 = 1;

/// How many messages there are where there are many, and how often short work is done.
const COUNT: usize = 1000;

/// What a process does once: it asks for features, and makes an owner of handles.
fn begin() {
    let handle = rows::hasher_new(ALGORITHM, &[]).expect("there is room for a handle");
    handles::release(handle, "hasher").expect("it is live");
    Encoding::Hex.encode(&hash::sha256(b""), &mut String::new());
    image::invert_colors(&mut []);
}

/// So many bytes.
fn bytes(length: usize) -> Vec<u8> {
    begin();
    (0..length).map(|at| (at * 31).to_le_bytes()[0]).collect()
}

/// Messages that lie one after the other, what their offsets count, and room for their digests.
struct Messages {
    bytes: Vec<u8>,
    offsets: Vec<u32>,
    unit: u32,
    digests: Vec<u8>,
}

impl Messages {
    /// Many messages; `message` makes each from its index and says how long it is.
    fn new(unit: u32, message: impl Fn(usize) -> (String, usize)) -> Self {
        begin();
        let (mut bytes, mut offsets, mut end) = (Vec::new(), vec![0], 0);
        for (text, length) in (0..COUNT).map(message) {
            bytes.extend_from_slice(text.as_bytes());
            end += u32::try_from(length).expect("messages are short");
            offsets.push(end);
        }
        Messages { bytes, offsets, unit, digests: vec![0; COUNT * SHA256.digest_length()] }
    }
}

/// Messages of 30 bytes, which is one block each.
fn short() -> Messages {
    Messages::new(BYTES, |index| (format!("{index:030}"), 30))
}

/// Messages of 0 to 306 bytes, which is one block to five, in no order.
fn uneven() -> Messages {
    Messages::new(BYTES, |index| {
        let length = index * 61 % 307;
        ("x".repeat(length), length)
    })
}

/// Messages of 30 code units, one in five with characters of two, three and four bytes.
fn code_units() -> Messages {
    Messages::new(CODE_UNITS, |index| {
        let is_ascii = index % 5 != 0;
        (if is_ascii { format!("{index:030}") } else { format!("{index:026}é行😀") }, 30)
    })
}

#[library_benchmark]
#[bench::bytes_64(args = (64), setup = bytes)]
#[bench::kib_4(args = (4 << 10), setup = bytes)]
#[bench::kib_64(args = (64 << 10), setup = bytes)]
fn sha256(message: Vec<u8>) -> (Vec<u8>, [u8; 32]) {
    let digest = hash::sha256(black_box(&message));
    (message, digest)
}

#[library_benchmark]
#[bench::short(setup = short)]
#[bench::uneven(setup = uneven)]
fn bulk_hash(mut messages: Messages) -> (Messages, Result<(), Error>) {
    let Messages { bytes, offsets, digests, .. } = black_box(&mut messages);
    let result = hash::bulk_hash(SHA256, bytes, offsets, digests);
    (messages, result)
}

#[library_benchmark]
#[bench::code_units(setup = code_units)]
fn utf16_to_utf8_offsets(messages: Messages) -> (Messages, Result<Vec<u32>, Error>) {
    let Messages { bytes, offsets, .. } = black_box(&messages);
    let result = hash::utf16_to_utf8_offsets(bytes, offsets);
    (messages, result)
}

#[library_benchmark]
#[bench::odd_pieces(args = (16 << 10), setup = bytes)]
fn hasher(message: Vec<u8>) -> (Vec<u8>, [u8; 32]) {
    let mut hasher = Hasher::new(SHA256);
    let mut rest = black_box(message.as_slice());
    for length in [1, 3, 64, 61, 200].into_iter().cycle() {
        let Some((piece, others)) = rest.split_at_checked(length) else { break };
        hasher.update(piece);
        rest = others;
    }
    let mut digest = [0; 32];
    hasher.digest_into(&mut digest).expect("it has 32 bytes");
    (message, digest)
}

/// A digest, an encoding, and room for as many texts as are made.
fn encoding(encoding: Encoding) -> (Vec<u8>, Encoding, String) {
    let digest = bytes(SHA256.digest_length());
    let room = COUNT * encoding.encoded_length(digest.len());
    (digest, encoding, String::with_capacity(room))
}

#[library_benchmark]
#[bench::hex(args = (Encoding::Hex), setup = encoding)]
#[bench::base64(args = (Encoding::Base64), setup = encoding)]
#[bench::base64url(args = (Encoding::Base64Url), setup = encoding)]
fn encode((digest, encoding, mut text): (Vec<u8>, Encoding, String)) -> (Vec<u8>, String) {
    for _ in 0..COUNT {
        black_box(encoding).encode(black_box(&digest), &mut text);
    }
    (digest, text)
}

#[library_benchmark]
#[bench::bytes_30(args = (30), setup = bytes)]
fn row_hash(message: Vec<u8>) -> (Vec<u8>, [u8; 32]) {
    let mut digest = [0; 32];
    for _ in 0..COUNT {
        let result = guard(|| rows::hash(black_box(ALGORITHM), black_box(&message), &mut digest));
        black_box(&result);
    }
    (message, digest)
}

#[library_benchmark]
#[bench::bytes_30(args = (30), setup = bytes)]
fn row_hash_text(message: Vec<u8>) -> Vec<u8> {
    for _ in 0..COUNT {
        let result = guard(|| rows::hash_text(black_box(ALGORITHM), black_box(HEX), black_box(&message)));
        black_box(&result);
    }
    message
}

#[library_benchmark]
#[bench::bytes_30(args = (30), setup = bytes)]
fn row_hasher(message: Vec<u8>) -> Vec<u8> {
    for _ in 0..COUNT {
        let text = guard(|| rows::hasher_new(black_box(ALGORITHM), &[])).and_then(|hasher| {
            guard(|| rows::hasher_update(hasher, black_box(&message)))?;
            let text = guard(|| rows::hasher_digest_text(hasher, black_box(HEX)))?;
            guard(|| handles::release(hasher, "hasher"))?;
            Ok(text)
        });
        black_box(&text);
    }
    message
}

#[library_benchmark]
#[bench::short(setup = short)]
#[bench::uneven(setup = uneven)]
#[bench::code_units(setup = code_units)]
fn row_bulk_hash(mut messages: Messages) -> (Messages, Result<(), Error>) {
    let Messages { bytes, offsets, unit, digests } = black_box(&mut messages);
    let result = guard(|| rows::bulk_hash(ALGORITHM, bytes, offsets, *unit, digests));
    (messages, result)
}

#[library_benchmark]
#[bench::short(setup = short)]
#[bench::uneven(setup = uneven)]
#[bench::code_units(setup = code_units)]
fn row_bulk_hash_text(messages: Messages) -> (Messages, Result<String, Error>) {
    let Messages { bytes, offsets, unit, .. } = black_box(&messages);
    let result = guard(|| rows::bulk_hash_text(ALGORITHM, HEX, bytes, offsets, *unit));
    (messages, result)
}

#[library_benchmark]
#[bench::kib_64(args = (64 << 10), setup = bytes)]
fn invert_colors(mut pixels: Vec<u8>) -> Vec<u8> {
    image::invert_colors(black_box(&mut pixels));
    pixels
}

#[library_benchmark]
#[bench::each(setup = begin)]
fn fibonacci(_begun: ()) {
    for n in 0..=math::FIBONACCI_MAX {
        black_box(math::fibonacci(black_box(n))).expect("it fits");
    }
}

library_benchmark_group!(
    name = hot,
    benchmarks = [
        sha256,
        bulk_hash,
        utf16_to_utf8_offsets,
        hasher,
        encode,
        row_hash,
        row_hash_text,
        row_hasher,
        row_bulk_hash,
        row_bulk_hash_text,
        invert_colors,
        fibonacci
    ]
);

main!(library_benchmark_groups = hot);

//! The interface table: every function that crosses a bridge, on one page; and the same as data.
//!
//! A binding hands [`for_each_function!`](crate::for_each_function) the name of a macro that expands the rows.
//! The C header, the call wrappers of the FFI loaders and the names that JavaScript knows are printed from [`FUNCTIONS`].
//! A row's types are the closed set in [`types`]; a row calls a thin adapter in the module of its family,
//! which turns those types into the idiomatic ones. Every row may fail.

pub mod bytes;
#[cfg(feature = "fault")]
pub mod fault;
pub mod handles;
#[cfg(feature = "hash")]
pub mod hash;
#[cfg(feature = "image")]
pub mod image;
#[cfg(feature = "math")]
pub mod math;
mod memory;
pub mod meta;
pub mod types;

pub use memory::{Memory, check_disjoint};
pub use meta::{ABI_VERSION, describe, guard};
pub use types::Type;

/// Hands all rows to the macro `$expand`, grouped by family.
///
/// The family is written twice because a Cargo feature needs it as text.
#[doc(hidden)]
#[macro_export]
macro_rules! for_each_function {
    ($expand:ident) => {
        $crate::with_fault_rows! { $expand
            meta "meta" {
                /// Digest of the table that this build was made from; a loader compares it with its own.
                fn interface_digest "interface_digest" = meta::digest() -> Text;
                /// How many rows of this build were called so far, this one included; proves which backend answered.
                fn interface_calls "interface_calls" = meta::calls() -> u64;
                /// Keeps a copy of `data` for an asynchronous call of a bridge, which takes it by its handle in the place of bytes.
                fn keep "keep" = bytes::keep(data: Bytes) -> Handle;
                /// Ends a handle of any kind; one that is not released ends with the thread that made it.
                fn release "release" = bytes::release(handle: Handle) -> Nothing;
            }
            math "math" {
                /// Sum of two doubles.
                fn add "add" = math::add(a: f64, b: f64) -> f64;
                /// The n-th Fibonacci number, exactly; n is at most 93.
                fn fibonacci "fibonacci" = math::fibonacci(n: u32) -> u64;
            }
            hash "hash" {
                /// Digest of `data` into `out`, which has exactly the digest's length.
                fn hash "hash" = hash::hash(algorithm: u32, data: Bytes, out: BytesMut) -> Nothing;
                /// Digest of `data` as text.
                fn hash_text "hash_text" = hash::hash_text(algorithm: u32, encoding: u32, data: Bytes) -> Text;
                /// Digest of `data` with options into `out`, which has exactly the digest's length. `options` are for each option a
                /// byte that says which, the length of its value in 4 bytes, and the value: bytes, UTF-8, or a number in 8 bytes;
                /// numbers from the lowest byte. In C, oxb_put_option and oxb_put_number write them.
                fn hash_with "hash_with" = hash::hash_with(algorithm: u32, options: Bytes, data: Bytes, out: BytesMut) -> Nothing;
                /// The same digest as text.
                fn hash_text_with "hash_text_with" = hash::hash_text_with(algorithm: u32, options: Bytes, encoding: u32, data: Bytes) -> Text;
                /// A hasher, which takes bytes in pieces; `options` are as in `hash_with`, or empty.
                fn hasher_new "hasher_new" = hash::hasher_new(algorithm: u32, options: Bytes) -> Handle;
                /// Gives a hasher more bytes.
                fn hasher_update "hasher_update" = hash::hasher_update(hasher: Handle, data: Bytes) -> Nothing;
                /// Digest of all bytes so far into `out`, which has exactly the digest's length; more may follow.
                fn hasher_digest "hasher_digest" = hash::hasher_digest(hasher: Handle, out: BytesMut) -> Nothing;
                /// The same digest as text.
                fn hasher_digest_text "hasher_digest_text" = hash::hasher_digest_text(hasher: Handle, encoding: u32) -> Text;
                /// Another hasher that has seen the same bytes.
                fn hasher_clone "hasher_clone" = hash::hasher_clone(hasher: Handle) -> Handle;
                /// Lets a hasher forget all bytes, but not its options.
                fn hasher_reset "hasher_reset" = hash::hasher_reset(hasher: Handle) -> Nothing;
                /// Writes what a hasher knows to the beginning of `out`, and returns how many bytes that are.
                fn hasher_save "hasher_save" = hash::hasher_save(hasher: Handle, out: BytesMut) -> u32;
                /// The number of a hasher's algorithm.
                fn hasher_algorithm "hasher_algorithm" = hash::hasher_algorithm(hasher: Handle) -> u32;
                /// The hasher that was saved.
                fn hasher_restore "hasher_restore" = hash::hasher_restore(bytes: Bytes) -> Handle;
                /// Digests of the messages `bytes[offsets[i] .. offsets[i + 1]]` into `out`, without gaps.
                /// `unit` says what the offsets count: 0 bytes, 1 UTF-16 code units of the UTF-8 text in `bytes`.
                fn bulk_hash "bulk_hash" = hash::bulk_hash(algorithm: u32, bytes: Bytes, offsets: Indices, unit: u32, out: BytesMut) -> Nothing;
                /// The same digests as text, without gaps.
                fn bulk_hash_text "bulk_hash_text" = hash::bulk_hash_text(algorithm: u32, encoding: u32, bytes: Bytes, offsets: Indices, unit: u32) -> Text;
                /// The digests with options, which are as in `hash_with`.
                fn bulk_hash_with "bulk_hash_with" = hash::bulk_hash_with(algorithm: u32, options: Bytes, bytes: Bytes, offsets: Indices, unit: u32, out: BytesMut) -> Nothing;
                /// The same digests as text, without gaps.
                fn bulk_hash_text_with "bulk_hash_text_with" = hash::bulk_hash_text_with(algorithm: u32, options: Bytes, encoding: u32, bytes: Bytes, offsets: Indices, unit: u32) -> Text;
                /// Checksum of 32 bits of what has the checksum `value`, with `data` behind it; CRCs begin with 0, Adler-32 with 1.
                fn checksum_32 "checksum_32" = hash::checksum_32(algorithm: u32, data: Bytes, value: u32) -> u32;
                /// The same of 64 bits.
                fn checksum_64 "checksum_64" = hash::checksum_64(algorithm: u32, data: Bytes, value: u64) -> u64;
                /// Checksum of a message from that of its first part, and that of the rest, which has `length` bytes.
                fn checksum_combine "checksum_combine" = hash::checksum_combine(algorithm: u32, first: u64, second: u64, length: u64) -> u64;
                /// XXH32 of `data`.
                fn xxh32 "xxh32" = hash::xxh32(data: Bytes, seed: u32) -> u32;
                /// XXH64 of `data`.
                fn xxh64 "xxh64" = hash::xxh64(data: Bytes, seed: u64) -> u64;
                /// XXH3 of 64 bits of `data`.
                fn xxh3_64 "xxh3_64" = hash::xxh3_64(data: Bytes, seed: u64) -> u64;
                /// XXH3 of 128 bits of `data` into `out`, which has 16 bytes, from the highest.
                fn xxh3_128 "xxh3_128" = hash::xxh3_128(data: Bytes, seed: u64, out: BytesMut) -> Nothing;
            }
            image "image" {
                /// Inverts every byte of `pixels` in place.
                fn invert_colors "invert_colors" = image::invert_colors(pixels: BytesMut) -> Nothing;
            }
        }
    };
}

/// Appends the rows that fail on purpose to a build that asks for them.
#[cfg(not(feature = "fault"))]
#[doc(hidden)]
#[macro_export]
macro_rules! with_fault_rows {
    ($expand:ident $($rows:tt)*) => { $expand! { $($rows)* } };
}

/// Appends the rows that fail on purpose to a build that asks for them.
#[cfg(feature = "fault")]
#[doc(hidden)]
#[macro_export]
macro_rules! with_fault_rows {
    ($expand:ident $($rows:tt)*) => {
        $expand! { $($rows)*
            fault "fault" {
                /// Panics.
                fn panic "panic" = fault::panic() -> Nothing;
                /// Recurses `depth` times, each time with a kilobyte on the stack.
                fn recurse "recurse" = fault::recurse(depth: u32) -> u32;
                /// Counts to `millions` million, and returns it.
                fn toil "toil" = fault::toil(millions: u32) -> u32;
                /// Panics while it uses `hasher`.
                fn panic_with "panic_with" = fault::panic_with(handle: Handle) -> Nothing;
            }
        }
    };
}

/// One row of the table.
#[derive(Debug)]
pub struct Function {
    /// The family, which is also the Cargo feature.
    pub family: &'static str,
    /// The name on every bridge; in C behind the prefix `oxb_`.
    pub name: &'static str,
    /// What it does, line by line.
    pub docs: &'static [&'static str],
    /// Names and types of the arguments.
    pub arguments: &'static [(&'static str, Type)],
    /// What it returns.
    pub returns: Type,
}

macro_rules! functions {
    ($($family:ident $feature:literal {
        $($(#[doc = $doc:literal])* fn $name:ident $literal:literal = $($path:ident)::+ ($($arg:ident: $ty:ident),*) -> $ret:ident;)*
    })*) => {
        /// Every row of the table, in its order.
        pub const FUNCTIONS: &[Function] = &[
            $($(Function {
                family: $feature,
                name: $literal,
                docs: &[$($doc),*],
                arguments: &[$((stringify!($arg), <types::$ty as types::Named>::TYPE)),*],
                returns: <types::$ret as types::Named>::TYPE,
            },)*)*
        ];
    };
}

for_each_function!(functions);

//! What every build can say of itself, and the guard that each call of a row goes through.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use super::{FUNCTIONS, Function};
use crate::{Code, Error};

/// The version of the C calling convention: how types cross, not which functions there are.
pub const ABI_VERSION: u32 = 1;

static CALLS: AtomicU64 = AtomicU64::new(0);

/// Runs one row: counts the call, and turns a panic into an error, so that nothing unwinds into foreign code.
///
/// # Errors
///
/// What the row returns, or [`Code::Internal`] if it panicked.
pub fn guard<R>(row: impl FnOnce() -> Result<R, Error>) -> Result<R, Error> {
    // A load and a store instead of one atomic addition: 1 ns instead of 5 on every crossing.
    // Calls on two threads at the same instant may count as one.
    CALLS.store(CALLS.load(Relaxed).wrapping_add(1), Relaxed);
    // State behind a handle is dropped if a row panics with it, so nothing half-done is seen afterwards
    // but the caller's own output buffer.
    catch_unwind(AssertUnwindSafe(row)).unwrap_or_else(|payload| {
        let reason = payload
            .downcast_ref::<&str>()
            .map(|text| (*text).to_owned())
            .or_else(|| payload.downcast_ref::<String>().cloned())
            .unwrap_or_else(|| "a panic without a message".to_owned());
        Err(Error::new(
            Code::Internal,
            "",
            format!(
                "Oxbridge failed inside ({reason}); this is a bug in Oxbridge, please report it; further calls are safe"
            ),
        ))
    })
}

/// Returns how many rows were called so far.
///
/// # Errors
///
/// None; every row may fail.
pub fn calls() -> Result<u64, Error> {
    Ok(CALLS.load(Relaxed))
}

/// What [`digest`] gives. It is computed when the crate is compiled, so that the bindings that only say it have no table.
const DIGEST: &str = {
    const DIGITS: [u8; 16] = digits();
    match str::from_utf8(&DIGITS) {
        Ok(text) => text,
        Err(_) => panic!("digits are ASCII"),
    }
};

/// The digits of [`DIGEST`].
const fn digits() -> [u8; 16] {
    let mut hash = hashed(0xcbf2_9ce4_8422_2325, env!("CARGO_PKG_VERSION"));
    let mut row = 0;
    while row < FUNCTIONS.len() {
        if !is_fault(&FUNCTIONS[row]) {
            hash = hashed_row(hash, &FUNCTIONS[row]);
        }
        row += 1;
    }
    let mut digits = [0; 16];
    let mut at = 0;
    while at < digits.len() {
        digits[at] = b"0123456789abcdef"[(hash >> (60 - 4 * at) & 0xf) as usize];
        at += 1;
    }
    digits
}

/// FNV-1a of 64 bits, with more text.
const fn hashed(mut hash: u64, text: &str) -> u64 {
    let mut at = 0;
    while at < text.len() {
        hash = (hash ^ text.as_bytes()[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

/// The same with a row: `family.name(argument:type,)type;`.
const fn hashed_row(mut hash: u64, function: &Function) -> u64 {
    hash = hashed(hashed(hashed(hashed(hash, function.family), "."), function.name), "(");
    let mut at = 0;
    while at < function.arguments.len() {
        let (name, ty) = function.arguments[at];
        hash = hashed(hashed(hashed(hashed(hash, name), ":"), ty.name()), ",");
        at += 1;
    }
    hashed(hashed(hashed(hash, ")"), function.returns.name()), ";")
}

/// Whether a row is one that fails on purpose.
const fn is_fault(function: &Function) -> bool {
    matches!(function.family.as_bytes(), b"fault")
}

/// Returns the digest of this version and its shipped rows: FNV-1a (64 bits) over the number of the version and the
/// signatures of the rows, as 16 hexadecimal digits.
///
/// The version is part of it because the numbers of algorithms, encodings and codes belong to the interface too.
/// Rows that fail on purpose do not count, so that a build with them passes for the one it tests.
///
/// # Errors
///
/// None; every row may fail.
pub fn digest() -> Result<String, Error> {
    Ok(DIGEST.to_owned())
}

/// Returns the whole table as JSON: `{ abi, version, digest, functions: [{ family, name, arguments, returns }] }`.
///
/// # Errors
///
/// None; it has the form of a row.
pub fn describe() -> Result<String, Error> {
    let functions: Vec<_> = FUNCTIONS.iter().map(signature).collect();
    Ok(format!(
        r#"{{"abi":{ABI_VERSION},"version":"{}","digest":"{}","functions":[{}]}}"#,
        env!("CARGO_PKG_VERSION"),
        digest()?,
        functions.join(",")
    ))
}

/// One row as JSON. Every name is an identifier, so nothing needs escaping.
fn signature(function: &Function) -> String {
    let arguments: Vec<_> =
        function.arguments.iter().map(|(name, ty)| format!(r#"["{name}","{}"]"#, ty.name())).collect();
    format!(
        r#"{{"family":"{}","name":"{}","arguments":[{}],"returns":"{}"}}"#,
        function.family,
        function.name,
        arguments.join(","),
        function.returns.name()
    )
}

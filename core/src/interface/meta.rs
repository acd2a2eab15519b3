//! What every build can say of itself, and the guard that each call of a row goes through.

use std::iter;
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
    let shipped = FUNCTIONS.iter().filter(|function| function.family != "fault");
    let text: String = iter::once(env!("CARGO_PKG_VERSION").to_owned()).chain(shipped.map(signature)).collect();
    let digest = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    Ok(format!("{digest:016x}"))
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

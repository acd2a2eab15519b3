//! Rows that fail on purpose, for tests of what the bridges do then.

use std::hint::black_box;

use super::handles::{self, Handle};
use crate::Error;

/// Panics.
///
/// # Panics
///
/// Always.
///
/// # Errors
///
/// None; every row may fail.
pub fn panic() -> Result<(), Error> {
    panic!("a row that panics on purpose")
}

/// Recurses `depth` times, each time with a kilobyte on the stack, and returns `depth`.
///
/// # Errors
///
/// None; every row may fail.
pub fn recurse(depth: u32) -> Result<u32, Error> {
    let filler = black_box([1u8; 1024]);
    let rest = if depth == 0 { 0 } else { recurse(depth - 1)? + 1 };
    Ok(rest + u32::from(black_box(filler)[0]) - 1)
}

/// Counts to `millions` million, and returns it: work that takes long and cannot be divided.
///
/// # Errors
///
/// None; every row may fail.
pub fn toil(millions: u32) -> Result<u32, Error> {
    for _ in 0..millions {
        for step in 0..1_000_000u32 {
            black_box(step);
        }
    }
    Ok(millions)
}

/// Panics while it uses what `handle` names.
///
/// # Panics
///
/// Always, if the handle is live.
///
/// # Errors
///
/// [`Code::Disposed`](crate::Code::Disposed) if it is not.
pub fn panic_with(handle: Handle) -> Result<(), Error> {
    handles::with(handle, "handle", |_: &mut crate::hash::Hasher| panic!("a row that panics with a hasher on purpose"))
}

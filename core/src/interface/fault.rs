//! Rows that fail on purpose, for tests of what the bridges do then.

use std::hint::black_box;

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

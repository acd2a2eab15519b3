//! Exact and reproducible arithmetic.

use crate::{Code, Error};

/// The largest `n` whose Fibonacci number fits into 64 bits.
pub const FIBONACCI_MAX: u32 = 93;

/// Returns the sum of `a` and `b`, rounded to the nearest double, ties to even (IEEE 754-2019, 5.4.1).
///
/// A result that is not a number has the same bits on every processor: those of [`f64::NAN`].
/// x86-64 and AArch64 by themselves give different ones.
///
/// # Examples
///
/// ```
/// assert_eq!(oxbridge_core::math::add(0.1, 0.2), 0.30000000000000004);
/// ```
#[must_use]
pub fn add(a: f64, b: f64) -> f64 {
    let sum = a + b;
    if sum.is_nan() { f64::NAN } else { sum }
}

/// Returns the `n`-th Fibonacci number exactly: F(0) = 0, F(1) = 1, F(n) = F(n-1) + F(n-2) (OEIS A000045).
///
/// # Errors
///
/// [`Code::OutOfRange`] if `n` is over [`FIBONACCI_MAX`], because the number would not fit into 64 bits.
///
/// # Examples
///
/// ```
/// assert_eq!(oxbridge_core::math::fibonacci(93)?, 12_200_160_415_121_876_738);
/// # Ok::<(), oxbridge_core::Error>(())
/// ```
pub fn fibonacci(n: u32) -> Result<u64, Error> {
    if n > FIBONACCI_MAX {
        return Err(Error::new(
            Code::OutOfRange,
            "n",
            format!(
                "fibonacci: n is {n}, but must be an integer from 0 to {FIBONACCI_MAX}; larger results do not fit into 64 bits"
            ),
        ));
    }
    let (mut current, mut next) = (0u64, 1u64);
    for _ in 0..n {
        // `next` is one ahead of the answer, so its last value, F(94), wraps and is never used.
        (current, next) = (next, current.wrapping_add(next));
    }
    Ok(current)
}

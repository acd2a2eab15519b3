//! Adapters of the family [`math`](crate::math).

use crate::{Error, math};

/// See [`math::add`].
///
/// # Errors
///
/// None; every row may fail.
pub fn add(a: f64, b: f64) -> Result<f64, Error> {
    Ok(math::add(a, b))
}

/// See [`math::fibonacci`].
///
/// # Errors
///
/// As [`math::fibonacci`].
pub fn fibonacci(n: u32) -> Result<u64, Error> {
    math::fibonacci(n)
}

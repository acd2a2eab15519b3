//! Refuses arguments that share memory when one of them is written to.
//!
//! Rust's references must not overlap then, and the bridges that lend foreign memory cannot know by its type.

use std::ops::Range;

use crate::{Code, Error};

/// The memory that an argument lends, and whether it may be written to.
#[derive(Debug)]
pub struct Memory {
    /// Its addresses.
    pub addresses: Range<usize>,
    /// Whether the core may write to it.
    pub writable: bool,
}

/// Checks all arguments of a call; numbers have no memory.
///
/// # Errors
///
/// [`Code::InvalidArgValue`] if two overlap, and one of them is written to.
#[inline]
pub fn check_disjoint(arguments: &[Option<Memory>]) -> Result<(), Error> {
    for (index, a) in arguments.iter().enumerate() {
        for b in &arguments[index + 1..] {
            if let (Some(a), Some(b)) = (a, b)
                && (a.writable || b.writable)
                && a.addresses.start < b.addresses.end
                && b.addresses.start < a.addresses.end
            {
                let message = "two arguments share memory that would be written to; pass a copy of one".to_owned();
                return Err(Error::new(Code::InvalidArgValue, "", message));
            }
        }
    }
    Ok(())
}

//! Copies of bytes that work goes on with after the call that brought them.
//!
//! Fresh memory of a MiB can take as long to be mapped as it takes to be hashed, so that of large copies is used again.

use std::ops::{Deref, DerefMut};
use std::sync::{Mutex, PoisonError};

use super::handles::{self, Handle};
use crate::{Code, Error};

/// Smaller copies are left to the allocator, which keeps memory of such sizes itself.
const LARGE: usize = 64 * 1024;
/// A copy takes spare memory of at most so many times its size.
const WASTE: usize = 4;
/// How much memory waits to be used again.
const MOST_SPARE: usize = 64 * 1024 * 1024;

/// Memory that waits to be used again, and its size.
struct Spare {
    all: Vec<Vec<u8>>,
    size: usize,
}

static SPARE: Mutex<Spare> = Mutex::new(Spare { all: Vec::new(), size: 0 });

/// A copy of bytes.
#[derive(Debug)]
pub struct Copied(Vec<u8>);

impl Copied {
    /// Copies bytes; where there is no memory for them, that is an error and not the end of the process.
    ///
    /// # Errors
    ///
    /// [`Code::OutOfRange`] if the machine has no memory for as many.
    pub fn new(bytes: &[u8], argument: &'static str) -> Result<Self, Error> {
        let mut copied = spare(bytes.len()).unwrap_or_default();
        reserve(&mut copied, bytes.len(), argument)?;
        copied.extend_from_slice(bytes);
        Ok(Copied(copied))
    }
}

impl Deref for Copied {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl DerefMut for Copied {
    fn deref_mut(&mut self) -> &mut [u8] {
        &mut self.0
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        let size = self.0.capacity();
        if size < LARGE {
            return;
        }
        let mut spare = SPARE.lock().unwrap_or_else(PoisonError::into_inner);
        if spare.size + size <= MOST_SPARE {
            spare.size += size;
            let mut memory = std::mem::take(&mut self.0);
            memory.clear();
            spare.all.push(memory);
        }
    }
}

/// Memory for `length` bytes that was used before.
fn spare(length: usize) -> Option<Vec<u8>> {
    if length < LARGE {
        return None;
    }
    let mut spare = SPARE.lock().unwrap_or_else(PoisonError::into_inner);
    // The one that was used last is the likeliest to be in a cache.
    let index = spare.all.iter().rposition(|memory| (length..=length * WASTE).contains(&memory.capacity()))?;
    let memory = spare.all.swap_remove(index);
    spare.size -= memory.capacity();
    Some(memory)
}

/// Makes room for so many more elements.
fn reserve<T>(elements: &mut Vec<T>, length: usize, argument: &'static str) -> Result<(), Error> {
    elements.try_reserve_exact(length).map_err(|_| {
        let message =
            format!("{argument} has {length} elements, for a copy of which there is no memory; pass fewer at once");
        Error::new(Code::OutOfRange, argument, message)
    })
}

/// Copies offsets.
///
/// # Errors
///
/// As [`Copied::new`].
pub fn copy_indices(indices: &[u32], argument: &'static str) -> Result<Vec<u32>, Error> {
    let mut copied = Vec::new();
    reserve(&mut copied, indices.len(), argument)?;
    copied.extend_from_slice(indices);
    Ok(copied)
}

/// Keeps a copy of `data`; an asynchronous call takes it by its handle in the place of bytes, which ends the handle.
///
/// # Errors
///
/// As [`Copied::new`] and [`handles::insert`].
pub fn keep(data: &[u8]) -> Result<Handle, Error> {
    handles::insert(Copied::new(data, "data")?)
}

/// Takes the bytes that [`keep`] keeps.
///
/// # Errors
///
/// As [`handles::take`].
pub fn kept(handle: Handle, argument: &'static str) -> Result<Copied, Error> {
    handles::take(handle, argument)
}

/// Ends a handle of any kind.
///
/// # Errors
///
/// As [`handles::release`].
pub fn release(handle: Handle) -> Result<(), Error> {
    handles::release(handle, "handle")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_of_every_size_hold_what_was_copied() {
        for length in [0, 1, LARGE - 1, LARGE, LARGE + 1, 1 << 20, (1 << 20) - 5, 100_000, 5 << 20] {
            for byte in [1u8, 2] {
                let bytes: Vec<u8> = (0..length).map(|at| byte.wrapping_mul(at.to_le_bytes()[0])).collect();
                let copied = Copied::new(&bytes, "data").expect("there is memory");
                assert_eq!(&copied[..], &bytes[..]);
            }
        }
    }

    #[test]
    fn spare_memory_has_an_end() {
        let bytes = vec![0; MOST_SPARE / 4];
        let copies: Vec<_> = (0..8).map(|_| Copied::new(&bytes, "data").expect("there is memory")).collect();
        drop(copies);
        let spare = SPARE.lock().unwrap_or_else(PoisonError::into_inner);
        assert!(spare.size <= MOST_SPARE);
        assert_eq!(spare.size, spare.all.iter().map(Vec::capacity).sum::<usize>());
    }

    #[test]
    fn kept_bytes_are_taken_once() {
        let handle = keep(b"abc").expect("there is room");
        assert_eq!(&kept(handle, "data").expect("it is live")[..], b"abc");
        assert_eq!(kept(handle, "data").expect_err("it was taken").code(), Code::Disposed);
    }
}

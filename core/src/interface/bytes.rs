//! Copies of bytes that work goes on with after the call that brought them.

use super::handles::{self, Handle};
use crate::{Code, Error};

/// Copies bytes; where there is no memory for them, that is an error and not the end of the process.
///
/// # Errors
///
/// [`Code::OutOfRange`] if the machine has no memory for as many.
pub fn copy<T: Copy>(elements: &[T], argument: &'static str) -> Result<Vec<T>, Error> {
    let mut copied = Vec::new();
    if copied.try_reserve_exact(elements.len()).is_err() {
        let message = format!(
            "{argument} has {} bytes, for a copy of which there is no memory; pass fewer at once",
            size_of_val(elements)
        );
        return Err(Error::new(Code::OutOfRange, argument, message));
    }
    copied.extend_from_slice(elements);
    Ok(copied)
}

/// Keeps a copy of `data`; an asynchronous call takes it by its handle in the place of bytes, which ends the handle.
///
/// # Errors
///
/// As [`copy`] and [`handles::insert`].
pub fn keep(data: &[u8]) -> Result<Handle, Error> {
    handles::insert(copy(data, "data")?)
}

/// Takes the bytes that [`keep`] keeps.
///
/// # Errors
///
/// As [`handles::take`].
pub fn kept(handle: Handle, argument: &'static str) -> Result<Vec<u8>, Error> {
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

//! How each interface type crosses to C.
#![expect(
    unsafe_code,
    reason = "C passes raw pointers; they are checked for null, size and alignment before they are lent"
)]

use std::ffi::c_char;
use std::{mem, ptr, slice};

use oxbridge_core::interface::Memory;
use oxbridge_core::interface::types::Handle;
use oxbridge_core::{Code, Error};

/// Where a row without a result writes it.
pub(crate) const NO_RESULT: *mut () = ptr::NonNull::dangling().as_ptr();

/// What is kept for a call, and lent to the core.
pub(crate) trait Lend {
    /// What the core gets.
    type Lent<'a>
    where
        Self: 'a;

    /// Lends the value for the duration of the call.
    ///
    /// # Safety
    ///
    /// The memory is valid for the call, and nothing else that is lent overlaps it if it is written to.
    unsafe fn lend(&mut self) -> Self::Lent<'_>;

    /// The memory that is lent, if there is any.
    fn memory(&self) -> Option<Memory> {
        None
    }
}

macro_rules! numbers {
    ($($ty:ty)*) => {$(
        impl Lend for $ty {
            type Lent<'a> = $ty;

            unsafe fn lend(&mut self) -> $ty {
                *self
            }
        }
    )*};
}

numbers!(f64 u32 u64 Handle);

/// A pointer and a length that C passed.
pub(crate) struct View<T, const WRITABLE: bool> {
    data: *mut T,
    length: usize,
}

impl<T, const WRITABLE: bool> View<T, WRITABLE> {
    /// Checks what can be checked; a null pointer may stand for no elements.
    pub(crate) fn new(data: *const T, length: usize, name: &'static str) -> Result<Self, Error> {
        let fail = |code, what: &str| Err(Error::new(code, name, format!("{name} {what}")));
        if length == 0 {
            return Ok(View { data: ptr::NonNull::dangling().as_ptr(), length });
        }
        if data.is_null() {
            return fail(Code::InvalidArgValue, "is NULL, but its length is not 0");
        }
        if !data.is_aligned() {
            return fail(Code::InvalidArgValue, "is not aligned for its elements");
        }
        // A slice has at most isize::MAX bytes and does not wrap around the address space.
        match length.checked_mul(size_of::<T>()) {
            Some(size) if isize::try_from(size).is_ok() && (data as usize).checked_add(size).is_some() => {
                Ok(View { data: data.cast_mut(), length })
            }
            _ => fail(Code::OutOfRange, "has a length that no memory can have"),
        }
    }

    fn addresses(&self) -> Memory {
        let start = self.data as usize;
        Memory { addresses: start..start + self.length * size_of::<T>(), writable: WRITABLE }
    }
}

impl<T: 'static> Lend for View<T, false> {
    type Lent<'a> = &'a [T];

    unsafe fn lend(&mut self) -> &[T] {
        // SAFETY: not null, aligned and of possible size; valid as the caller promises.
        unsafe { slice::from_raw_parts(self.data, self.length) }
    }

    fn memory(&self) -> Option<Memory> {
        Some(self.addresses())
    }
}

impl<T: 'static> Lend for View<T, true> {
    type Lent<'a> = &'a mut [T];

    unsafe fn lend(&mut self) -> &mut [T] {
        // SAFETY: not null, aligned and of possible size; valid and not overlapped as the caller promises.
        unsafe { slice::from_raw_parts_mut(self.data, self.length) }
    }

    fn memory(&self) -> Option<Memory> {
        Some(self.addresses())
    }
}

/// Refuses a null pointer for the result.
pub(crate) fn check_out<T>(out: *mut T) -> Result<(), Error> {
    if out.is_null() || !out.is_aligned() {
        let what = if out.is_null() { "NULL" } else { "not aligned" };
        return Err(Error::new(
            Code::InvalidArgValue,
            "result",
            format!("result is {what}, but the result is written there"),
        ));
    }
    Ok(())
}

/// The memory that the result is written to.
pub(crate) fn memory_of<T>(out: *mut T) -> Memory {
    let start = out as usize;
    Memory { addresses: start..start + size_of::<T>(), writable: true }
}

/// Text that the library allocated: UTF-8, not terminated; given back with [`oxb_free`].
#[repr(C)]
#[derive(Debug)]
pub struct OxbText {
    data: *mut c_char,
    length: usize,
    capacity: usize,
}

/// Gives text back to the library and empties it, so that doing it twice is harmless.
///
/// # Safety
///
/// `text` is null, or points to what a function of this library wrote, or to zeros.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oxb_free(text: *mut OxbText) {
    if text.is_null() {
        return;
    }
    // SAFETY: not null, and valid as the caller promises.
    let OxbText { data, length, capacity } =
        unsafe { mem::replace(&mut *text, OxbText { data: ptr::null_mut(), length: 0, capacity: 0 }) };
    if !data.is_null() {
        // SAFETY: `Return::give` took these from a String.
        drop(unsafe { Vec::from_raw_parts(data.cast::<u8>(), length, capacity) });
    }
}

/// An interface type as a result.
pub trait Return {
    /// What C sees.
    type C;

    /// Writes the result.
    ///
    /// # Safety
    ///
    /// `out` is valid for one write.
    unsafe fn give(self, out: *mut Self::C);
}

macro_rules! returns {
    ($($ty:ty)*) => {$(
        impl Return for $ty {
            type C = $ty;

            unsafe fn give(self, out: *mut $ty) {
                // SAFETY: as the caller promises.
                unsafe { out.write(self) };
            }
        }
    )*};
}

returns!(() f64 u32 u64);

impl Return for Handle {
    type C = u64;

    unsafe fn give(self, out: *mut u64) {
        // SAFETY: as the caller promises.
        unsafe { out.write(self.number()) };
    }
}

impl Return for String {
    type C = OxbText;

    unsafe fn give(self, out: *mut OxbText) {
        let mut bytes = mem::ManuallyDrop::new(self.into_bytes());
        let text = OxbText { data: bytes.as_mut_ptr().cast(), length: bytes.len(), capacity: bytes.capacity() };
        // SAFETY: as the caller promises.
        unsafe { out.write(text) };
    }
}

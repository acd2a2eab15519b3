//! How each interface type crosses Node-API.
//!
//! An argument is held first (its type checked, its memory found) and lent to the core then, without a copy:
//! no JavaScript runs between the two, so nothing can detach or move what is lent.
//! For a call that ends later, what is held is copied, because JavaScript runs meanwhile.
#![expect(unsafe_code, reason = "Node-API is a C interface; typed arrays are lent as slices of their memory")]

use std::ffi::c_void;
use std::{ptr, slice};

use napi::sys;
use oxbridge_core::interface::Memory;
use oxbridge_core::interface::bytes::{self, Copied};
use oxbridge_core::interface::types::{Bytes, BytesMut, Handle, Indices};
use oxbridge_core::{Code, Error};

use crate::error::{Thrown, check};
use crate::string::{Data, Text};

/// What a crossing gives: a value, or what JavaScript shall see thrown.
pub(crate) type Result<T> = std::result::Result<T, Thrown>;

/// Reads exactly `N` arguments of a call; missing ones are `undefined`.
///
/// # Safety
///
/// `env` and `info` belong to a live call.
pub(crate) unsafe fn arguments<const N: usize>(
    env: sys::napi_env,
    info: sys::napi_callback_info,
) -> Result<[sys::napi_value; N]> {
    let mut values = [ptr::null_mut(); N];
    let mut count = N;
    // SAFETY: `values` has room for `count` handles.
    check(unsafe {
        sys::napi_get_cb_info(env, info, &mut count, values.as_mut_ptr(), ptr::null_mut(), ptr::null_mut())
    })?;
    Ok(values)
}

/// Adds a function to an object.
///
/// # Safety
///
/// `env` and `object` belong to the module that is being registered.
pub(crate) unsafe fn export(
    env: sys::napi_env,
    object: sys::napi_value,
    name: &'static str,
    callback: sys::napi_callback,
) -> napi::Result<()> {
    let mut key = ptr::null_mut();
    let mut function = ptr::null_mut();
    let length = name.len() as isize;
    // SAFETY: the name is given with its length, and both results are written before they are used.
    let status = unsafe {
        sys::napi_create_function(env, name.as_ptr().cast(), length, callback, ptr::null_mut(), &mut function)
            .max(sys::napi_create_string_utf8(env, name.as_ptr().cast(), length, &mut key))
            .max(sys::napi_set_property(env, object, key, function))
    };
    napi::check_status!(status, "oxbridge: could not export {name}")
}

/// An interface type as an argument.
pub(crate) trait Argument {
    /// What is kept while the core works.
    type Held: Lend;

    /// Checks the type of `value` and keeps what it takes to lend it.
    ///
    /// # Safety
    ///
    /// `env` and `value` belong to a live call; `value` may be null, which stands for `undefined`.
    unsafe fn hold(env: sys::napi_env, value: sys::napi_value, name: &'static str) -> Result<Self::Held>;

    /// What a call that ends later owns.
    type Owned: Lend + Written + Send + 'static;

    /// Takes what the call needs of `value`, which JavaScript may change meanwhile.
    ///
    /// # Safety
    ///
    /// As [`Argument::hold`].
    unsafe fn own(env: sys::napi_env, value: sys::napi_value, name: &'static str) -> Result<Self::Owned>;
}

/// What a call that ends later has written into an argument, which becomes its result.
pub(crate) trait Written {
    /// The bytes, if the row writes to this argument.
    fn written(self) -> Option<Copied>;
}

/// What is held for a call.
pub(crate) trait Lend {
    /// What the core gets.
    type Lent<'a>
    where
        Self: 'a;

    /// Lends the value for the duration of the call.
    fn lend(&mut self) -> Self::Lent<'_>;

    /// The memory that is lent, if it belongs to JavaScript.
    #[inline]
    fn memory(&self) -> Option<Memory> {
        None
    }
}

/// The error for a value of another type than the row takes.
#[cold]
fn wrong_type(name: &'static str, expected: &str) -> Thrown {
    Error::new(Code::InvalidArgType, name, format!("{name} must be {expected}")).into()
}

/// Numbers are owned as they are held.
macro_rules! numbers {
    ($($ty:ty)*) => { $(
        impl Lend for $ty {
            type Lent<'a> = $ty;

            #[inline]
            fn lend(&mut self) -> $ty {
                *self
            }
        }

        impl Written for $ty {
            fn written(self) -> Option<Copied> {
                None
            }
        }
    )* };
}

numbers!(f64 u32 u64 Handle);

macro_rules! owned_as_held {
    () => {
        type Owned = Self;

        unsafe fn own(env: sys::napi_env, value: sys::napi_value, name: &'static str) -> Result<Self> {
            // SAFETY: as the caller promises.
            unsafe { Self::hold(env, value, name) }
        }
    };
}

impl Argument for f64 {
    type Held = f64;

    owned_as_held!();

    #[inline]
    unsafe fn hold(env: sys::napi_env, value: sys::napi_value, name: &'static str) -> Result<f64> {
        let mut number = 0.0;
        // SAFETY: the result is written before it is read; a null value gives an error status.
        match unsafe { sys::napi_get_value_double(env, value, &mut number) } {
            sys::Status::napi_ok => Ok(number),
            _ => Err(wrong_type(name, "a number")),
        }
    }
}

impl Argument for u32 {
    type Held = u32;

    owned_as_held!();

    #[inline]
    unsafe fn hold(env: sys::napi_env, value: sys::napi_value, name: &'static str) -> Result<u32> {
        // Read as a double, because Node-API's own conversion to 32 bits wraps silently.
        // SAFETY: as the caller promises.
        let number = unsafe { <f64 as Argument>::hold(env, value, name) }?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "compared with the original next")]
        let integer = number as u32;
        if f64::from(integer) == number {
            return Ok(integer);
        }
        let message = format!("{name} is {number}, but must be an integer from 0 to {}", u32::MAX);
        Err(Error::new(Code::OutOfRange, name, message).into())
    }
}

impl Argument for u64 {
    type Held = u64;

    owned_as_held!();

    #[inline]
    unsafe fn hold(env: sys::napi_env, value: sys::napi_value, name: &'static str) -> Result<u64> {
        let (mut integer, mut is_whole) = (0, false);
        // SAFETY: the results are written before they are read; another value gives an error status.
        match unsafe { sys::napi_get_value_bigint_uint64(env, value, &mut integer, &mut is_whole) } {
            sys::Status::napi_ok if is_whole => Ok(integer),
            sys::Status::napi_ok => {
                let message = format!("{name} must be a bigint from 0 to {}", u64::MAX);
                Err(Error::new(Code::OutOfRange, name, message).into())
            }
            _ => Err(wrong_type(name, "a bigint")),
        }
    }
}

impl Argument for Handle {
    type Held = Handle;

    owned_as_held!();

    #[inline]
    unsafe fn hold(env: sys::napi_env, value: sys::napi_value, name: &'static str) -> Result<Handle> {
        // SAFETY: as the caller promises.
        let number = unsafe { <f64 as Argument>::hold(env, value, name) }?;
        Ok(Handle::from_double(number, name)?)
    }
}

/// Where the elements of a typed array are.
pub(crate) struct View<T, const WRITABLE: bool> {
    data: *mut T,
    length: usize,
}

impl<T, const WRITABLE: bool> View<T, WRITABLE> {
    /// Finds the elements of the typed array `value`, which must be of type `wanted`.
    ///
    /// # Safety
    ///
    /// `env` and `value` belong to a live call, and `wanted` is the type whose elements are `T`.
    #[inline]
    unsafe fn of(
        env: sys::napi_env,
        value: sys::napi_value,
        wanted: sys::napi_typedarray_type,
        name: &'static str,
        expected: &str,
    ) -> Result<Self> {
        let (mut kind, mut length) = (-1, 0);
        let mut data: *mut c_void = ptr::null_mut();
        // SAFETY: results are written before they are read; other values give an error status.
        let status = unsafe {
            sys::napi_get_typedarray_info(
                env,
                value,
                &mut kind,
                &mut length,
                &mut data,
                ptr::null_mut(),
                ptr::null_mut(),
            )
        };
        if status != sys::Status::napi_ok || kind != wanted {
            return Err(wrong_type(name, expected));
        }
        // A detached array has no memory, and an empty one may have none.
        if data.is_null() || length == 0 {
            return Ok(View { data: ptr::NonNull::dangling().as_ptr(), length: 0 });
        }
        Ok(View { data: data.cast(), length })
    }
}

impl<T, const WRITABLE: bool> View<T, WRITABLE> {
    #[inline]
    fn range(&self) -> Memory {
        let start = self.data as usize;
        Memory { addresses: start..start + self.length * size_of::<T>(), writable: WRITABLE }
    }
}

impl<T: 'static> Lend for View<T, false> {
    type Lent<'a> = &'a [T];

    #[inline]
    fn lend(&mut self) -> &[T] {
        // SAFETY: the runtime gave this memory for a live typed array; no JavaScript of this thread runs while it is
        // lent, the package copies memory that other threads share before it comes here, and `check_disjoint` has
        // refused any argument that is written to and overlaps it.
        unsafe { slice::from_raw_parts(self.data, self.length) }
    }

    #[inline]
    fn memory(&self) -> Option<Memory> {
        Some(self.range())
    }
}

impl<T: 'static> Lend for View<T, true> {
    type Lent<'a> = &'a mut [T];

    #[inline]
    fn lend(&mut self) -> &mut [T] {
        // SAFETY: as above; nothing else that is lent overlaps it.
        unsafe { slice::from_raw_parts_mut(self.data, self.length) }
    }

    #[inline]
    fn memory(&self) -> Option<Memory> {
        Some(self.range())
    }
}

/// Bytes that a call owns, for a row that reads them or one that writes to them.
pub(crate) struct Owned<const WRITABLE: bool>(Copied);

impl Lend for Owned<false> {
    type Lent<'a> = &'a [u8];

    fn lend(&mut self) -> &[u8] {
        &self.0
    }
}

impl Lend for Owned<true> {
    type Lent<'a> = &'a mut [u8];

    fn lend(&mut self) -> &mut [u8] {
        &mut self.0
    }
}

impl Written for Owned<false> {
    fn written(self) -> Option<Copied> {
        None
    }
}

impl Written for Owned<true> {
    fn written(self) -> Option<Copied> {
        Some(self.0)
    }
}

impl Lend for Vec<u32> {
    type Lent<'a> = &'a [u32];

    fn lend(&mut self) -> &[u32] {
        self
    }
}

impl Written for Vec<u32> {
    fn written(self) -> Option<Copied> {
        None
    }
}

impl<T, const WRITABLE: bool> View<T, WRITABLE> {
    /// The elements, to be copied at once.
    fn elements(&self) -> &[T] {
        // SAFETY: the runtime gave this memory for a live typed array, and no JavaScript of this thread runs meanwhile.
        unsafe { slice::from_raw_parts(self.data, self.length) }
    }
}

impl Argument for Bytes {
    type Held = Data;
    type Owned = Owned<false>;

    unsafe fn own(env: sys::napi_env, value: sys::napi_value, name: &'static str) -> Result<Self::Owned> {
        // SAFETY: as the caller promises.
        unsafe {
            // In the place of bytes a handle of some that the core keeps.
            if let Ok(handle) = <Handle as Argument>::hold(env, value, name) {
                return Ok(Owned(bytes::kept(handle, name)?));
            }
            Ok(Owned(Copied::new(<Self as Argument>::hold(env, value, name)?.lend(), name)?))
        }
    }

    #[inline(always)]
    unsafe fn hold(env: sys::napi_env, value: sys::napi_value, name: &'static str) -> Result<Self::Held> {
        // SAFETY: as the caller promises; a Uint8Array has bytes.
        unsafe {
            if let Some(text) = Text::of(env, value, name)? {
                return Ok(Data::Text(text));
            }
            View::of(env, value, sys::TypedarrayType::uint8_array, name, "a Uint8Array").map(Data::Array)
        }
    }
}

impl Argument for BytesMut {
    type Held = View<u8, true>;
    type Owned = Owned<true>;

    unsafe fn own(env: sys::napi_env, value: sys::napi_value, name: &'static str) -> Result<Self::Owned> {
        // SAFETY: as the caller promises.
        Ok(Owned(Copied::new(unsafe { <Self as Argument>::hold(env, value, name) }?.elements(), name)?))
    }

    #[inline]
    unsafe fn hold(env: sys::napi_env, value: sys::napi_value, name: &'static str) -> Result<Self::Held> {
        // SAFETY: as the caller promises; a Uint8Array has bytes.
        unsafe { View::of(env, value, sys::TypedarrayType::uint8_array, name, "a Uint8Array") }
    }
}

impl Argument for Indices {
    type Held = View<u32, false>;
    type Owned = Vec<u32>;

    unsafe fn own(env: sys::napi_env, value: sys::napi_value, name: &'static str) -> Result<Self::Owned> {
        // SAFETY: as the caller promises.
        Ok(bytes::copy_indices(unsafe { <Self as Argument>::hold(env, value, name) }?.elements(), name)?)
    }

    #[inline]
    unsafe fn hold(env: sys::napi_env, value: sys::napi_value, name: &'static str) -> Result<Self::Held> {
        // SAFETY: as the caller promises; a Uint32Array has aligned 32-bit integers.
        unsafe { View::of(env, value, sys::TypedarrayType::uint32_array, name, "a Uint32Array") }
    }
}

/// An interface type as a result.
pub(crate) trait Return {
    /// Makes the JavaScript value.
    ///
    /// # Safety
    ///
    /// `env` belongs to a live call.
    unsafe fn give(self, env: sys::napi_env) -> Result<sys::napi_value>;
}

macro_rules! returns {
    ($($ty:ty, |$env:ident, $value:ident, $out:ident| $call:expr;)*) => { $(impl Return for $ty {
        #[inline]
        unsafe fn give(self, $env: sys::napi_env) -> Result<sys::napi_value> {
            let $value = self;
            let mut handle = ptr::null_mut();
            let $out = &mut handle;
            // SAFETY: the environment is live, and the handle is written before it is used.
            check(unsafe { $call })?;
            Ok(handle)
        }
    })* };
}

returns! {
    (), |env, _nothing, out| sys::napi_get_undefined(env, out);
    f64, |env, value, out| sys::napi_create_double(env, value, out);
    Handle, |env, handle, out| sys::napi_create_double(env, handle.to_double(), out);
    u32, |env, value, out| sys::napi_create_uint32(env, value, out);
    u64, |env, value, out| sys::napi_create_bigint_uint64(env, value, out);
    String, |env, text, out| {
        // Engines need not look for longer characters then.
        let create = if text.is_ascii() { sys::napi_create_string_latin1 } else { sys::napi_create_string_utf8 };
        create(env, text.as_ptr().cast(), text.len() as isize, out)
    };
}

/// Makes a Uint8Array of the engine's own memory with these bytes.
///
/// # Safety
///
/// `env` belongs to a live call.
pub(crate) unsafe fn array(env: sys::napi_env, bytes: &[u8]) -> Result<sys::napi_value> {
    let (mut data, mut buffer, mut array) = (ptr::null_mut(), ptr::null_mut(), ptr::null_mut());
    // SAFETY: the environment is live, and results are written before they are used; the new buffer has as many bytes,
    // and nobody else knows it yet.
    unsafe {
        check(sys::napi_create_arraybuffer(env, bytes.len(), &mut data, &mut buffer))?;
        if !bytes.is_empty() {
            ptr::copy_nonoverlapping(bytes.as_ptr(), data.cast(), bytes.len());
        }
        check(sys::napi_create_typedarray(env, sys::TypedarrayType::uint8_array, bytes.len(), buffer, 0, &mut array))?;
    }
    Ok(array)
}

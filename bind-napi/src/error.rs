//! How a failure of the core becomes a thrown JavaScript error with `code` and `argument`.
#![expect(unsafe_code, reason = "Node-API is a C interface; errors are made and thrown through it")]

use std::ptr;

use napi::sys;
use oxbridge_core::Error;
use oxbridge_core::error::Class;

/// Why a crossing gives no value.
pub(crate) enum Thrown {
    /// The core, or a check of an argument, failed.
    Error(Error),
    /// The runtime refused a call and may have an exception pending already.
    Runtime,
}

impl From<Error> for Thrown {
    fn from(error: Error) -> Self {
        Thrown::Error(error)
    }
}

/// Turns a status of Node-API into a result.
#[inline]
pub(crate) fn check(status: sys::napi_status) -> Result<(), Thrown> {
    if status == sys::Status::napi_ok { Ok(()) } else { Err(Thrown::Runtime) }
}

/// Returns the value, or throws and returns null.
///
/// # Safety
///
/// `env` belongs to a live call.
#[inline]
pub(crate) unsafe fn throw_on_error(env: sys::napi_env, result: Result<sys::napi_value, Thrown>) -> sys::napi_value {
    result.unwrap_or_else(|thrown| {
        // SAFETY: as the caller promises.
        unsafe { throw(env, &thrown) };
        ptr::null_mut()
    })
}

/// Throws the error, unless the runtime has thrown one already.
///
/// # Safety
///
/// `env` belongs to a live call.
#[cold]
unsafe fn throw(env: sys::napi_env, thrown: &Thrown) {
    // SAFETY: the environment is live; results are written before they are used.
    unsafe {
        let Thrown::Error(error) = thrown else {
            let mut pending = false;
            sys::napi_is_exception_pending(env, &mut pending);
            if !pending {
                sys::napi_throw_error(
                    env,
                    c"ERR_INTERNAL".as_ptr(),
                    c"the runtime refused a call of Node-API".as_ptr(),
                );
            }
            return;
        };
        sys::napi_throw(env, object(env, error));
    }
}

/// Makes the error object; null if the runtime cannot.
///
/// # Safety
///
/// `env` belongs to a live call.
pub(crate) unsafe fn object(env: sys::napi_env, error: &Error) -> sys::napi_value {
    let create = match error.code().class() {
        Class::Error => sys::napi_create_error,
        Class::RangeError => sys::napi_create_range_error,
        Class::TypeError => sys::napi_create_type_error,
    };
    let mut object = ptr::null_mut();
    // SAFETY: the environment is live; results are written before they are used.
    unsafe {
        create(env, text(env, error.code().name()), text(env, error.message()), &mut object);
        if let Some(argument) = error.argument() {
            sys::napi_set_named_property(env, object, c"argument".as_ptr(), text(env, argument));
        }
    }
    object
}

/// Makes a JavaScript string.
///
/// # Safety
///
/// `env` belongs to a live call.
unsafe fn text(env: sys::napi_env, text: &str) -> sys::napi_value {
    let mut value = ptr::null_mut();
    // SAFETY: the text is given with its length.
    unsafe { sys::napi_create_string_utf8(env, text.as_ptr().cast(), text.len() as isize, &mut value) };
    value
}

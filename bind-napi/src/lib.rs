//! The bridge to JavaScript by Node-API, with napi-rs.
//!
//! Each row of the interface table becomes a raw Node-API callback:
//! that costs a quarter of a function with the `#[napi]` attribute, whose borrow scope is paid on every call.
#![expect(unsafe_code, reason = "Node-API is a C interface; each row is a callback that JavaScript calls")]

mod convert;
mod error;

use convert::{Argument, Lend, Result, Return};
use napi::bindgen_prelude::{Env, JsObjectValue, JsValue, Object};
use napi::sys;
use oxbridge_core::for_each_function;
use oxbridge_core::interface::{self, types};

macro_rules! rows {
    ($($family:ident $feature:literal {
        $($(#[$doc:meta])* fn $name:ident $literal:literal = $($path:ident)::+ ($($arg:ident: $ty:ident),*) -> $ret:ident;)*
    })*) => {
        $($(
            $(#[$doc])*
            unsafe extern "C" fn $name(env: sys::napi_env, info: sys::napi_callback_info) -> sys::napi_value {
                let cross = || -> Result<sys::napi_value> {
                    // SAFETY: Node-API calls this with the environment and call information of a live call.
                    unsafe {
                        let [$($arg),*] = convert::arguments(env, info)?;
                        $(let mut $arg = <types::$ty as Argument>::hold(env, $arg, stringify!($arg))?;)*
                        interface::check_disjoint(&[$($arg.memory()),*])?;
                        interface::guard(|| interface::$($path)::+($($arg.lend()),*))?.give(env)
                    }
                };
                // SAFETY: as above; the call is still live.
                unsafe { error::throw_on_error(env, cross()) }
            }
        )*)*

        const ROWS: &[(&str, sys::napi_callback)] = &[$($(($literal, Some($name)),)*)*];
    };
}

for_each_function!(rows);

/// Gives the module one function for each row, and the name of this bridge.
///
/// # Errors
///
/// If the runtime cannot make a function.
#[napi_derive::napi(module_exports)]
pub fn register(mut exports: Object<'_>, env: Env) -> napi::Result<()> {
    exports.set_named_property("bridge", "napi")?;
    for &(name, callback) in ROWS {
        // SAFETY: both handles are those that the runtime registers this module with.
        unsafe { convert::export(env.raw(), exports.raw(), name, callback) }?;
    }
    Ok(())
}

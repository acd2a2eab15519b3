//! The bridge to JavaScript by Node-API, with napi-rs.
//!
//! Each row of the interface table becomes a raw Node-API callback:
//! that costs a quarter of a function with the `#[napi]` attribute, whose borrow scope is paid on every call.
//! Under `promises` each row is once more, as a call that ends later.
#![expect(unsafe_code, reason = "Node-API is a C interface; each row is a callback that JavaScript calls")]

mod convert;
mod error;
mod string;
mod task;

use convert::{Argument, Lend, Result, Return, Written};
use napi::bindgen_prelude::{Env, JsObjectValue, JsValue, Object};
use napi::sys;
use oxbridge_core::for_each_function;
use oxbridge_core::interface::handles::Owner;
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

        /// The rows as calls that end later.
        mod later {
            use super::*;

            $($(
                $(#[$doc])*
                #[allow(unused_mut, unused_variables, reason = "a row without arguments has no use for some")]
                pub(super) unsafe extern "C" fn $name(env: sys::napi_env, info: sys::napi_callback_info) -> sys::napi_value {
                    let start = || -> Result<sys::napi_value> {
                        // SAFETY: Node-API calls this with the environment and call information of a live call.
                        unsafe {
                            let [$($arg),*] = convert::arguments(env, info)?;
                            $(let mut $arg = <types::$ty as Argument>::own(env, $arg, stringify!($arg))?;)*
                            let owner = Owner::current();
                            task::start(env, move || {
                                let result = owner.act(|| interface::guard(|| interface::$($path)::+($($arg.lend()),*)))?;
                                Ok((result, [None $(, $arg.written())*].into_iter().flatten().next()))
                            })
                        }
                    };
                    // SAFETY: as above; the call is still live.
                    unsafe { error::throw_on_error(env, start()) }
                }
            )*)*
        }

        const ROWS: &[(&str, sys::napi_callback, sys::napi_callback)] = &[$($(($literal, Some($name), Some(later::$name)),)*)*];
    };
}

for_each_function!(rows);

/// Gives the module two functions for each row, one of them under `promises`, the name of this bridge,
/// and that a string may stand in the place of bytes that are read.
///
/// # Errors
///
/// If the runtime cannot make a function.
#[napi_derive::napi(module_exports)]
pub fn register(mut exports: Object<'_>, env: Env) -> napi::Result<()> {
    exports.set_named_property("bridge", "napi")?;
    exports.set_named_property("takes_strings", true)?;
    let promises = Object::new(&env)?;
    for &(name, now, later) in ROWS {
        // SAFETY: both objects belong to this environment, which registers this module.
        unsafe {
            convert::export(env.raw(), exports.raw(), name, now)?;
            convert::export(env.raw(), promises.raw(), name, later)?;
        }
    }
    exports.set_named_property("promises", promises)
}

//! `add(a, b)` of two doubles, by hand on Node-API: the least that a crossing with checked arguments costs.

use std::ptr;

use napi_sys as sys;

unsafe extern "C" fn add(env: sys::napi_env, info: sys::napi_callback_info) -> sys::napi_value {
    let mut arguments = [ptr::null_mut(); 2];
    let mut count = arguments.len();
    let (mut a, mut b) = (0.0, 0.0);
    let mut sum = ptr::null_mut();
    // SAFETY: Node-API calls this with a live environment and call, and writes to live variables.
    unsafe {
        let taken =
            sys::napi_get_cb_info(env, info, &mut count, arguments.as_mut_ptr(), ptr::null_mut(), ptr::null_mut())
                == sys::Status::napi_ok
                && sys::napi_get_value_double(env, arguments[0], &mut a) == sys::Status::napi_ok
                && sys::napi_get_value_double(env, arguments[1], &mut b) == sys::Status::napi_ok;
        if !taken {
            sys::napi_throw_type_error(env, ptr::null(), c"add takes two numbers".as_ptr());
        } else if sys::napi_create_double(env, a + b, &mut sum) != sys::Status::napi_ok {
            sys::napi_throw_error(env, ptr::null(), c"the sum could not be returned".as_ptr());
        }
    }
    sum
}

/// Exports `add`; Node calls this when it loads the addon.
///
/// # Safety
///
/// Only a runtime with Node-API may call this, with a live environment and object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn napi_register_module_v1(env: sys::napi_env, exports: sys::napi_value) -> sys::napi_value {
    let mut function = ptr::null_mut();
    // SAFETY: as the caller promises; the name ends with a zero byte, and its length is given.
    unsafe {
        let name = c"add";
        if sys::napi_create_function(env, name.as_ptr(), 3, Some(add), ptr::null_mut(), &mut function)
            != sys::Status::napi_ok
            || sys::napi_set_named_property(env, exports, name.as_ptr(), function) != sys::Status::napi_ok
        {
            sys::napi_throw_error(env, ptr::null(), c"add could not be exported".as_ptr());
        }
    }
    exports
}

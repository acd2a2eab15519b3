//! `sha2Loop(bytes, offsets)`: SHA-256 of each message `bytes[offsets[i] .. offsets[i + 1]]`, one after the other with the
//! crate `sha2`, into one new `Uint8Array`.

use std::{ptr, slice};

use napi_sys as sys;
use sha2::{Digest, Sha256};

const DIGEST: usize = 32;

/// Digests every message, or gives `None` if an offset is wrong.
fn digest_all(bytes: &[u8], offsets: &[u32], digests: &mut [u8]) -> Option<()> {
    for (ends, digest) in offsets.windows(2).zip(digests.chunks_exact_mut(DIGEST)) {
        let message = bytes.get(ends[0] as usize..ends[1] as usize)?;
        digest.copy_from_slice(&Sha256::digest(message));
    }
    Some(())
}

/// The elements of a typed array of a type, if `value` is one.
///
/// # Safety
///
/// `env` and `value` are live, and the elements are used only while nobody else writes to them.
unsafe fn elements<'a, T>(env: sys::napi_env, value: sys::napi_value, wanted: i32) -> Option<&'a [T]> {
    let (mut kind, mut length, mut data) = (-1, 0, ptr::null_mut());
    // SAFETY: as the caller promises; the other pointers lead to live variables, or are null where that is allowed.
    let status = unsafe {
        sys::napi_get_typedarray_info(env, value, &mut kind, &mut length, &mut data, ptr::null_mut(), ptr::null_mut())
    };
    if status != sys::Status::napi_ok || kind != wanted {
        return None;
    }
    if length == 0 {
        return Some(&[]);
    }
    // SAFETY: Node-API says that so many elements of this type are there.
    Some(unsafe { slice::from_raw_parts(data.cast(), length) })
}

/// # Safety
///
/// `env` and `info` are live.
unsafe fn try_loop(env: sys::napi_env, info: sys::napi_callback_info) -> Option<sys::napi_value> {
    let mut arguments = [ptr::null_mut(); 2];
    let mut count = arguments.len();
    let (mut data, mut buffer, mut view) = (ptr::null_mut(), ptr::null_mut(), ptr::null_mut());
    // SAFETY: as the caller promises; every pointer leads to a live variable, and the new buffer has no other user yet.
    unsafe {
        let taken =
            sys::napi_get_cb_info(env, info, &mut count, arguments.as_mut_ptr(), ptr::null_mut(), ptr::null_mut());
        if taken != sys::Status::napi_ok || count != arguments.len() {
            return None;
        }
        let bytes: &[u8] = elements(env, arguments[0], sys::TypedarrayType::uint8_array)?;
        let offsets: &[u32] = elements(env, arguments[1], sys::TypedarrayType::uint32_array)?;
        let length = offsets.len().checked_sub(1)? * DIGEST;
        if sys::napi_create_arraybuffer(env, length, &mut data, &mut buffer) != sys::Status::napi_ok {
            return None;
        }
        if length > 0 {
            digest_all(bytes, offsets, slice::from_raw_parts_mut(data.cast(), length))?;
        }
        let kind = sys::TypedarrayType::uint8_array;
        let made = sys::napi_create_typedarray(env, kind, length, buffer, 0, &mut view);
        (made == sys::Status::napi_ok).then_some(view)
    }
}

unsafe extern "C" fn sha2_loop(env: sys::napi_env, info: sys::napi_callback_info) -> sys::napi_value {
    // SAFETY: Node-API calls this with a live environment and call.
    unsafe { try_loop(env, info) }.unwrap_or_else(|| {
        // SAFETY: as above; the message ends with a zero byte.
        unsafe { sys::napi_throw_type_error(env, ptr::null(), c"sha2Loop takes bytes and their offsets".as_ptr()) };
        ptr::null_mut()
    })
}

/// Exports `sha2Loop`; Node calls this when it loads the addon.
///
/// # Safety
///
/// Only a runtime with Node-API may call this, with a live environment and object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn napi_register_module_v1(env: sys::napi_env, exports: sys::napi_value) -> sys::napi_value {
    let mut function = ptr::null_mut();
    let name = c"sha2Loop";
    let length = name.count_bytes() as isize;
    // SAFETY: as the caller promises; the name ends with a zero byte, and its length is given.
    unsafe {
        if sys::napi_create_function(env, name.as_ptr(), length, Some(sha2_loop), ptr::null_mut(), &mut function)
            != sys::Status::napi_ok
            || sys::napi_set_named_property(env, exports, name.as_ptr(), function) != sys::Status::napi_ok
        {
            sys::napi_throw_error(env, ptr::null(), c"sha2Loop could not be exported".as_ptr());
        }
    }
    exports
}

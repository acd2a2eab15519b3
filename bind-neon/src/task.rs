//! A call that ends later: a row that runs on a thread of the runtime's pool, and settles a promise.
//!
//! Neon's own tasks end the process if a worker is terminated at the wrong moment: Node-API refuses calls then, and Neon
//! takes each refusal for a bug. Here a refusal ends the call unseen, because nobody is left to see it.
#![expect(
    unsafe_code,
    reason = "Neon cannot start a task or settle a promise without panicking where the runtime refuses"
)]

use std::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;

use neon::prelude::*;
use neon::sys::bindings as napi;

use crate::convert::{self, Output, Return};
use crate::error;

/// A row, then what came of it, and the promise that waits for it.
struct Call<F, R> {
    row: Option<F>,
    output: Option<Output<R>>,
    deferred: napi::Deferred,
    work: napi::AsyncWork,
}

/// Starts a row, and returns the promise of its result; `undefined` where the runtime refuses, because it is ending.
pub(crate) fn start<'cx, R, F>(cx: &mut FunctionContext<'cx>, row: F) -> JsResult<'cx, JsValue>
where
    R: Return + Send + 'static,
    F: FnOnce() -> Output<R> + Send + 'static,
{
    let env = cx.to_raw();
    let name = cx.string("oxbridge").to_raw();
    let mut call =
        Box::new(Call::<F, R> { row: Some(row), output: None, deferred: ptr::null_mut(), work: ptr::null_mut() });
    let mut promise = ptr::null_mut();
    // SAFETY: `env` is that of a live call; the box lives until `complete` takes it back, or here if it is never queued.
    unsafe {
        if napi::create_promise(env, &mut call.deferred, &mut promise).is_err() {
            return Ok(cx.undefined().upcast());
        }
        let call = Box::into_raw(call);
        let (execute, complete) = (execute::<F, R>, complete::<F, R>);
        let resource = ptr::null_mut();
        let created =
            napi::create_async_work(env, resource, name, Some(execute), Some(complete), call.cast(), &mut (*call).work);
        if created.is_err() || napi::queue_async_work(env, (*call).work).is_err() {
            drop(Box::from_raw(call));
            return Ok(cx.undefined().upcast());
        }
        Ok(JsValue::from_raw(cx, promise))
    }
}

/// Runs the row, on a thread of the pool.
unsafe extern "C" fn execute<F: FnOnce() -> Output<R>, R>(_env: napi::Env, data: *mut c_void) {
    // SAFETY: `start` gave this box, and nobody else uses it before `complete`.
    let call = unsafe { &mut *data.cast::<Call<F, R>>() };
    let row = call.row.take();
    call.output = catch_unwind(AssertUnwindSafe(|| row.map(|row| row()))).unwrap_or(None);
}

/// Settles the promise, on the thread that made it.
unsafe extern "C" fn complete<F, R: Return>(env: napi::Env, _status: napi::Status, data: *mut c_void) {
    // SAFETY: `start` gave this box, and this is called once.
    let Call { output, deferred, work, .. } = *unsafe { Box::from_raw(data.cast::<Call<F, R>>()) };
    if env.is_null() {
        return;
    }
    // SAFETY: `env` is live; whatever it refuses was wanted by nobody any more.
    unsafe {
        let _ = napi::delete_async_work(env, work);
        let Some(output) = output else { return };
        if !can_call(env) {
            return;
        }
        let mut cx = Cx::from_raw(env);
        let given = catch_unwind(AssertUnwindSafe(|| match output {
            Ok((_, Some(written))) => convert::array(&mut cx, &written),
            Ok((value, None)) => value.give(&mut cx),
            Err(error) => error::throw(&mut cx, &error),
        }));
        match given {
            Ok(Ok(value)) => _ = napi::resolve_deferred(env, deferred, value.to_raw()),
            Ok(Err(_)) => {
                let mut thrown = ptr::null_mut();
                if napi::get_and_clear_last_exception(env, &mut thrown).is_ok() {
                    _ = napi::reject_deferred(env, deferred, thrown);
                }
            }
            Err(_) => {}
        }
    }
}

/// Whether the runtime still takes calls: it looks at that before it looks at the value, which is none.
///
/// # Safety
///
/// `env` is live.
unsafe fn can_call(env: napi::Env) -> bool {
    // SAFETY: as the caller promises; there is nothing to throw.
    unsafe { napi::throw(env, ptr::null_mut()) == Err(napi::Status::InvalidArg) }
}

//! A call that ends later: a row that runs on a thread of the runtime's pool, and settles a promise.
#![expect(unsafe_code, reason = "results and errors are made through Node-API, which is a C interface")]

use napi::bindgen_prelude::{Env, Unknown};
use napi::{JsValue, Task, sys};
use oxbridge_core::Error;
use oxbridge_core::interface::bytes::Copied;

use crate::convert::{self, Result, Return};
use crate::error::{self, Thrown};

/// What a row gives: its result, and the bytes that it has written into an argument, which are the result then.
pub(crate) type Output<R> = std::result::Result<(R, Option<Copied>), Error>;

/// A row and the arguments that it owns.
struct Call<F> {
    row: Option<F>,
}

/// Starts a row, and returns the promise of its result.
///
/// # Safety
///
/// `env` belongs to a live call.
pub(crate) unsafe fn start<R, F>(env: sys::napi_env, row: F) -> Result<sys::napi_value>
where
    R: Return + Send + 'static,
    F: FnOnce() -> Output<R> + Send + 'static,
{
    let started = Env::from_raw(env).spawn(Call { row: Some(row) });
    started.map(|work| work.promise_object().raw()).map_err(|_| Thrown::Runtime)
}

impl<R, F> Task for Call<F>
where
    R: Return + Send + 'static,
    F: FnOnce() -> Output<R> + Send + 'static,
{
    type Output = Output<R>;
    type JsValue = Unknown<'static>;

    fn compute(&mut self) -> napi::Result<Self::Output> {
        Ok(self.row.take().expect("a task is computed once")())
    }

    fn resolve(&mut self, env: Env, output: Self::Output) -> napi::Result<Self::JsValue> {
        let env = env.raw();
        // SAFETY: the runtime completes the task with a live environment.
        unsafe {
            let given = match output {
                Ok((_, Some(written))) => convert::array(env, &written),
                Ok((value, None)) => value.give(env),
                Err(error) => Err(error.into()),
            };
            let failed = match given {
                Ok(value) => return Ok(Unknown::from_raw_unchecked(env, value)),
                Err(Thrown::Error(error)) => error::object(env, &error),
                Err(Thrown::Runtime) => return Err(napi::Error::from_reason("the runtime refused a call of Node-API")),
            };
            Err(Unknown::from_raw_unchecked(env, failed).into())
        }
    }
}

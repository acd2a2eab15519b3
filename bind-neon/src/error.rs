//! How a failure of the core becomes a thrown JavaScript error with `code` and `argument`.

use neon::prelude::*;
use oxbridge_core::Error;
use oxbridge_core::error::Class;

/// Throws the error.
#[cold]
pub(crate) fn throw<'cx, T>(cx: &mut impl Context<'cx>, error: &Error) -> NeonResult<T> {
    let object = match error.code().class() {
        Class::Error => cx.error(error.message()),
        Class::RangeError => cx.range_error(error.message()),
        Class::TypeError => cx.type_error(error.message()),
    }?;
    let code = cx.string(error.code().name());
    object.set(cx, "code", code)?;
    if let Some(argument) = error.argument() {
        let argument = cx.string(argument);
        object.set(cx, "argument", argument)?;
    }
    cx.throw(object)
}

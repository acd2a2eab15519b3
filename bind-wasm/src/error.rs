//! How a failure of the core becomes a thrown JavaScript error with `code` and `argument`.

use oxbridge_core::Error;
use oxbridge_core::error::Class;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A JavaScript error that takes the two properties.
    type Failure;

    #[wasm_bindgen(method, setter)]
    fn set_code(this: &Failure, code: &str);

    #[wasm_bindgen(method, setter)]
    fn set_argument(this: &Failure, argument: &str);
}

/// Makes the JavaScript error.
#[cold]
pub(crate) fn to_js(error: &Error) -> JsValue {
    let message = error.message();
    let object: JsValue = match error.code().class() {
        Class::Error => js_sys::Error::new(message).into(),
        Class::RangeError => js_sys::RangeError::new(message).into(),
        Class::TypeError => js_sys::TypeError::new(message).into(),
    };
    let failure: Failure = object.unchecked_into();
    failure.set_code(error.code().name());
    if let Some(argument) = error.argument() {
        failure.set_argument(argument);
    }
    failure.into()
}

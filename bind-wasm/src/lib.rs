//! The bridge to WebAssembly, with wasm-bindgen.
//!
//! A build has one family of the interface table, chosen by Cargo features, and the rows that describe the build.

pub mod convert;
mod error;

use convert::Lend;
use oxbridge_core::for_each_function;
use oxbridge_core::interface;
use wasm_bindgen::prelude::*;

macro_rules! rows {
    ($($family:ident $feature:literal {
        $($(#[$doc:meta])* fn $name:ident $literal:literal = $($path:ident)::+ ($($arg:ident: $ty:ident),*) -> $ret:ident;)*
    })*) => {$(
        #[cfg(feature = $feature)]
        #[doc = concat!("The rows of the family `", $feature, "`.")]
        pub mod $family {
            use super::*;

            $(
                $(#[$doc])*
                ///
                /// # Errors
                ///
                /// Any row may fail.
                #[wasm_bindgen]
                pub fn $name($(mut $arg: convert::$ty),*) -> Result<convert::$ret, JsValue> {
                    let result = interface::guard(|| interface::$($path)::+($($arg.lend()),*));
                    result.map(Into::into).map_err(|error| error::to_js(&error))
                }
            )*
        }
    )*};
}

for_each_function!(rows);

//! A library that says which features the processor has, by the same detection as the core. It is loaded into the process
//! that runs the suite, so that what is said there holds for the binary that answers there.
#![allow(unsafe_code)]

use std::ffi::{CString, c_char};

#[path = "../../core/src/processor.rs"]
mod processor;

/// The names, with a space between them, as text that ends with NUL and is never given back.
#[unsafe(no_mangle)]
pub extern "C" fn processor_features() -> *const c_char {
    CString::new(processor::features().join(" ")).expect("no name has a NUL").into_raw()
}

//! How a failure of the core becomes a status, and what the library remembers of it for the thread.
#![expect(unsafe_code, reason = "the functions are exported to C by their names")]

use std::cell::RefCell;
use std::ffi::{CStr, CString, c_char};
use std::sync::OnceLock;

use oxbridge_core::{Code, Error, interface};

thread_local! {
    /// Message and argument of the last failure on this thread.
    static LAST: RefCell<(CString, CString)> = RefCell::default();
}

/// Runs one function and returns 0, or the number of the error's code.
pub(crate) fn status(function: impl FnOnce() -> Result<(), Error>) -> i32 {
    match function() {
        Ok(()) => 0,
        Err(error) => {
            // A thread that is ending has no place left to remember the text; the status still says what failed.
            let _ = LAST.try_with(|last| {
                last.replace((c_string(error.message()), c_string(error.argument().unwrap_or_default())));
            });
            error.code() as i32
        }
    }
}

/// Text for C: what follows a NUL would be lost, so NULs become spaces.
fn c_string(text: &str) -> CString {
    CString::new(text.replace('\0', " ")).expect("NULs are replaced")
}

/// The message of the last failure on this thread; valid until the next call that fails on it.
#[unsafe(no_mangle)]
pub extern "C" fn oxb_error_message() -> *const c_char {
    LAST.try_with(|last| last.borrow().0.as_ptr()).unwrap_or(c"".as_ptr())
}

/// The name of the argument that was at fault in the last failure on this thread, or an empty string.
#[unsafe(no_mangle)]
pub extern "C" fn oxb_error_argument() -> *const c_char {
    LAST.try_with(|last| last.borrow().1.as_ptr()).unwrap_or(c"".as_ptr())
}

/// The name of a status, such as `ERR_OUT_OF_RANGE`, or an empty string for one that no function returns.
#[unsafe(no_mangle)]
pub extern "C" fn oxb_error_name(status: i32) -> *const c_char {
    static NAMES: OnceLock<Vec<CString>> = OnceLock::new();
    let names = NAMES.get_or_init(|| Code::ALL.iter().map(|code| c_string(code.name())).collect());
    let index = Code::ALL.iter().position(|&code| code as i32 == status);
    index.map_or(c"".as_ptr(), |index| names[index].as_ptr())
}

/// The interface table as JSON.
pub(crate) fn interface() -> *const c_char {
    static TABLE: OnceLock<CString> = OnceLock::new();
    let table: &CStr = TABLE.get_or_init(|| c_string(&interface::describe().unwrap_or_default()));
    table.as_ptr()
}

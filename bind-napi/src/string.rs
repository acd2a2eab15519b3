//! Strings in the place of bytes that are read: for short ones that takes half the time of an array that JavaScript
//! encodes them into.
#![expect(unsafe_code, reason = "Node-API is a C interface; it writes into memory that is not initialised yet")]

use std::cell::Cell;
use std::ptr;

use napi::sys;
use oxbridge_core::interface::Memory;
use oxbridge_core::{Code, Error};

use crate::convert::{Lend, Result, View};
use crate::error::check;

/// How many bytes of text are read without asking first how many there are.
const SHORT: usize = 4096;
/// What the runtime may leave free at the end: most of a character that does not fit, and the NUL behind the text.
const SLACK: usize = 4;

thread_local! {
    /// Memory for the next short string.
    static SPARE: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Bytes of a typed array, or of a string as UTF-8.
pub(crate) enum Data {
    Array(View<u8, false>),
    Text(Text),
}

/// The UTF-8 of a string, in which the runtime has replaced halves of surrogate pairs as `TextEncoder` does.
pub(crate) struct Text(Vec<u8>);

impl Text {
    /// Reads a string; `None` if `value` is none.
    ///
    /// # Safety
    ///
    /// `env` and `value` belong to a live call.
    // Always inlined, so that the parts of the vector stay in registers: to move it through memory, as words that were just
    // written one by one and are read two at a time, takes as long as to read the string.
    #[inline(always)]
    pub(crate) unsafe fn of(env: sys::napi_env, value: sys::napi_value, name: &'static str) -> Result<Option<Self>> {
        let mut text = Text(SPARE.take());
        if text.0.capacity() < SHORT {
            text.make_room(SHORT, name)?;
        }
        // SAFETY: as the caller promises, and there is so much room.
        unsafe {
            if text.read(env, value, SHORT) != sys::Status::napi_ok {
                return Ok(None);
            }
            if text.0.len() >= SHORT - SLACK {
                text.read_long(env, value, name)?;
            }
        }
        Ok(Some(text))
    }

    /// Reads a string that may be longer than the memory is.
    ///
    /// # Safety
    ///
    /// `env` and `value` belong to a live call.
    #[cold]
    unsafe fn read_long(&mut self, env: sys::napi_env, value: sys::napi_value, name: &'static str) -> Result<()> {
        let mut length = 0;
        // SAFETY: as the caller promises; without memory the runtime only says how long the text is.
        unsafe {
            check(sys::napi_get_value_string_utf8(env, value, ptr::null_mut(), 0, &mut length))?;
            self.make_room(length + SLACK, name)?;
            check(self.read(env, value, length + SLACK))
        }
    }

    fn make_room(&mut self, room: usize, name: &'static str) -> Result<()> {
        self.0.clear();
        self.0.try_reserve(room).map_err(|_| {
            let message =
                format!("{name} is a string of {room} bytes, for which there is no memory; pass a shorter one");
            Error::new(Code::OutOfRange, name, message).into()
        })
    }

    /// Reads as much of a string as has room.
    ///
    /// # Safety
    ///
    /// `env` and `value` belong to a live call, and there is room for `room` bytes.
    #[inline(always)]
    unsafe fn read(&mut self, env: sys::napi_env, value: sys::napi_value, room: usize) -> sys::napi_status {
        let mut length = 0;
        // SAFETY: the runtime writes at most `room` bytes, says how many of them are text, and has written those.
        unsafe {
            let status = sys::napi_get_value_string_utf8(env, value, self.0.as_mut_ptr().cast(), room, &mut length);
            self.0.set_len(length);
            status
        }
    }
}

impl Drop for Text {
    fn drop(&mut self) {
        if self.0.capacity() <= 2 * SHORT {
            SPARE.set(std::mem::take(&mut self.0));
        }
    }
}

impl Lend for Data {
    type Lent<'a> = &'a [u8];

    #[inline]
    fn lend(&mut self) -> &[u8] {
        match self {
            Data::Array(view) => view.lend(),
            Data::Text(Text(text)) => text,
        }
    }

    #[inline]
    fn memory(&self) -> Option<Memory> {
        match self {
            Data::Array(view) => view.memory(),
            Data::Text(_) => None,
        }
    }
}

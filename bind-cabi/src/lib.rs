//! The bridge to C, and through it to every runtime that can call C: bun:ffi, Deno.dlopen, node:ffi, koffi.
//!
//! Each row of the interface table becomes a C function with the prefix `oxb_` that returns a status;
//! `include/oxbridge.h` is printed from the same table.
//! Slices are a pointer and a length; results are written through a pointer, and only on success.
#![expect(unsafe_code, reason = "C passes raw pointers; each function says what they must be")]

pub mod convert;
mod error;

use oxbridge_core::for_each_function;

pub use convert::{OxbText, oxb_free};
pub use error::{oxb_error_argument, oxb_error_message, oxb_error_name};

/// The version of the calling convention: how types cross, not which functions there are.
#[unsafe(no_mangle)]
pub extern "C" fn oxb_abi_version() -> u32 {
    oxbridge_core::interface::ABI_VERSION
}

/// The interface table of this build as JSON: `{ abi, version, digest, functions }`; it lives as long as the library.
#[unsafe(no_mangle)]
pub extern "C" fn oxb_interface() -> *const std::ffi::c_char {
    error::interface()
}

/// Expands one row; each step turns one argument of the table into what C passes for it.
macro_rules! c_function {
    ({$($head:tt)*} [$arg:ident: Bytes, $($rest:tt)*] {$($params:tt)*} {$($lent:tt)*} -> $ret:ident) => {
        c_function! { {$($head)*} [$($rest)*]
            {$($params)* data: *const u8, length: usize,}
            {$($lent)* $arg = convert::View::<u8, false>::new(data, length, stringify!($arg));} -> $ret }
    };
    ({$($head:tt)*} [$arg:ident: BytesMut, $($rest:tt)*] {$($params:tt)*} {$($lent:tt)*} -> $ret:ident) => {
        c_function! { {$($head)*} [$($rest)*]
            {$($params)* data: *mut u8, length: usize,}
            {$($lent)* $arg = convert::View::<u8, true>::new(data, length, stringify!($arg));} -> $ret }
    };
    ({$($head:tt)*} [$arg:ident: Indices, $($rest:tt)*] {$($params:tt)*} {$($lent:tt)*} -> $ret:ident) => {
        c_function! { {$($head)*} [$($rest)*]
            {$($params)* data: *const u32, length: usize,}
            {$($lent)* $arg = convert::View::<u32, false>::new(data, length, stringify!($arg));} -> $ret }
    };
    ({$($head:tt)*} [$arg:ident: Handle, $($rest:tt)*] {$($params:tt)*} {$($lent:tt)*} -> $ret:ident) => {
        c_function! { {$($head)*} [$($rest)*]
            {$($params)* number: u64,}
            {$($lent)* $arg = Ok(types::Handle::from_number(number));} -> $ret }
    };
    ({$($head:tt)*} [$arg:ident: $number:ident, $($rest:tt)*] {$($params:tt)*} {$($lent:tt)*} -> $ret:ident) => {
        c_function! { {$($head)*} [$($rest)*]
            {$($params)* number: $number,}
            {$($lent)* $arg = Ok(number);} -> $ret }
    };
    ({$($head:tt)*} [] {$($params:tt)*} $lent:tt -> Nothing) => {
        c_function! { @ {$($head)*} {$($params)*} $lent, convert::NO_RESULT }
    };
    ({$($head:tt)*} [] {$($params:tt)*} $lent:tt -> $ret:ident) => {
        c_function! { @ {$($head)*} {$($params)* out: *mut <types::$ret as convert::Return>::C,} $lent, out }
    };
    (@ {$(#[$doc:meta])* $name:ident $literal:literal $($path:ident)::+} {$($params:tt)*} {$($arg:ident = $lent:expr;)*}, $out:expr) => {
        $(#[$doc])*
        ///
        /// # Safety
        ///
        /// Each pointer is valid for its length, and the result's pointer for one value.
        #[unsafe(export_name = concat!("oxb_", $literal))]
        pub unsafe extern "C" fn $name($($params)*) -> i32 {
            error::status(|| {
                let out = $out;
                convert::check_out(out)?;
                $(#[allow(unused_mut, reason = "numbers lend themselves")] let mut $arg = $lent?;)*
                interface::check_disjoint(&[$($arg.memory(),)* Some(convert::memory_of(out))])?;
                // SAFETY: as the caller promises; lengths and alignment are checked, and nothing that is written to overlaps.
                let result = interface::guard(|| interface::$($path)::+($(unsafe { $arg.lend() }),*))?;
                // SAFETY: as the caller promises, and not null.
                unsafe { convert::Return::give(result, out) };
                Ok(())
            })
        }
    };
}

macro_rules! rows {
    ($($family:ident $feature:literal {
        $($(#[$doc:meta])* fn $name:ident $literal:literal = $($path:ident)::+ ($($arg:ident: $ty:ident),*) -> $ret:ident;)*
    })*) => {
        /// One C function for each row of the table.
        pub mod functions {
            use oxbridge_core::interface::{self, types};

            use crate::convert::{self, Lend};
            use crate::error;

            $($(c_function! { {$(#[$doc])* $name $literal $($path)::+} [$($arg: $ty,)*] {} {} -> $ret })*)*
        }
    };
}

for_each_function!(rows);

//! How each interface type crosses to WebAssembly.
//!
//! wasm-bindgen recognises `&[u8]` only where it is written out, and in a row it is a word of the table.
//! So each slice type has a wrapper here that crosses exactly as the reference would:
//! the glue copies the bytes in, and back out after the call where they are written to.
#![expect(unsafe_code, reason = "wasm-bindgen's conversion traits are unsafe; they are only passed through")]

use oxbridge_core::interface::types::Handle as Number;
use wasm_bindgen::convert::{FromWasmAbi, IntoWasmAbi, RefFromWasmAbi, RefMutFromWasmAbi};
use wasm_bindgen::describe::WasmDescribe;

pub use core::primitive::{f64, u32, u64};

/// No result.
pub type Nothing = ();

/// Text as a result.
pub type Text = String;

/// What an argument lends to the core.
pub trait Lend {
    /// What the core gets.
    type Lent<'a>
    where
        Self: 'a;

    /// Lends the value for the duration of the call.
    fn lend(&mut self) -> Self::Lent<'_>;
}

macro_rules! numbers {
    ($($ty:ty)*) => {$(
        impl Lend for $ty {
            type Lent<'a> = $ty;

            fn lend(&mut self) -> $ty {
                *self
            }
        }
    )*};
}

numbers!(f64 u32 u64);

/// A handle, which crosses as a double.
#[derive(Clone, Copy)]
pub struct Handle(Number);

impl From<Number> for Handle {
    fn from(number: Number) -> Self {
        Handle(number)
    }
}

impl WasmDescribe for Handle {
    fn describe() {
        f64::describe();
    }
}

impl FromWasmAbi for Handle {
    type Abi = f64;

    unsafe fn from_abi(number: f64) -> Self {
        // No handle has the number 0: the core says of it what it says of every other that is not live.
        Handle(Number::of_double(number).unwrap_or(Number::from_number(0)))
    }
}

impl IntoWasmAbi for Handle {
    type Abi = f64;

    fn into_abi(self) -> f64 {
        self.0.to_double()
    }
}

impl Lend for Handle {
    type Lent<'a> = Number;

    fn lend(&mut self) -> Number {
        self.0
    }
}

macro_rules! views {
    ($($(#[$doc:meta])* $name:ident = $lent:ty, $slice:ty, $convert:ident::$method:ident;)*) => {$(
        $(#[$doc])*
        pub struct $name(<$slice as $convert>::Anchor);

        impl WasmDescribe for $name {
            fn describe() {
                <Self as Lend>::Lent::describe();
            }
        }

        impl FromWasmAbi for $name {
            type Abi = <$slice as $convert>::Abi;

            unsafe fn from_abi(abi: Self::Abi) -> Self {
                // SAFETY: the glue passes what it would pass for the reference, because the description is the same.
                $name(unsafe { <$slice as $convert>::$method(abi) })
            }
        }

        impl Lend for $name {
            type Lent<'a> = $lent;

            fn lend(&mut self) -> Self::Lent<'_> {
                &mut self.0
            }
        }
    )*};
}

views! {
    /// Bytes that are read.
    Bytes = &'a [u8], [u8], RefFromWasmAbi::ref_from_abi;
    /// Bytes that are read and written in place.
    BytesMut = &'a mut [u8], [u8], RefMutFromWasmAbi::ref_mut_from_abi;
    /// Unsigned 32-bit integers that are read.
    Indices = &'a [u32], [u32], RefFromWasmAbi::ref_from_abi;
}

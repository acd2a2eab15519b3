//! How each interface type crosses by Neon.
//!
//! An argument is held first (its type checked), then borrowed under Neon's lock, then lent to the core without a copy.
//! For a call that ends later it is copied instead, because JavaScript runs meanwhile.

use neon::context::Lock;
use neon::prelude::*;
use neon::types::JsBigInt;
use neon::types::buffer::{Ref, RefMut, TypedArray};
use oxbridge_core::interface::bytes::{self, Copied};
use oxbridge_core::interface::types::{Bytes, BytesMut, Handle as Number, Indices};
use oxbridge_core::{Code, Error};

use crate::error;

/// An interface type as an argument.
pub(crate) trait Argument {
    /// What is kept from the moment that the argument's type is known.
    type Held<'cx>;
    /// What is kept while the core works.
    type Borrowed<'a>;
    /// What the core gets.
    type Lent<'a>;

    /// Reads the argument at `index` and checks its type.
    fn hold<'cx>(cx: &mut FunctionContext<'cx>, index: usize, name: &'static str) -> NeonResult<Self::Held<'cx>>;

    /// Borrows its memory, which must not overlap with any other that is written to.
    fn borrow<'a, 'cx: 'a>(
        held: &'a mut Self::Held<'cx>,
        lock: &'a Lock<'a, FunctionContext<'cx>>,
        name: &'static str,
    ) -> Result<Self::Borrowed<'a>, Error>;

    /// Lends it to the core.
    fn lend<'a>(borrowed: &'a mut Self::Borrowed<'_>) -> Self::Lent<'a>;

    /// What a call that ends later owns.
    type Owned: Send + 'static;

    /// Takes what the call needs of the argument at `index`, which JavaScript may change meanwhile.
    fn own(cx: &mut FunctionContext<'_>, index: usize, name: &'static str) -> NeonResult<Self::Owned>;

    /// Lends what is owned to the core.
    fn lend_owned(owned: &mut Self::Owned) -> Self::Lent<'_>;

    /// The bytes that the row has written into what is owned, which become its result.
    fn written(owned: Self::Owned) -> Option<Copied>;
}

/// Reads the argument at `index` as a `T`; `expected` says what a `T` is.
fn typed<'cx, T: Value>(
    cx: &mut FunctionContext<'cx>,
    index: usize,
    name: &'static str,
    expected: &str,
) -> NeonResult<Handle<'cx, T>> {
    match cx.argument_opt(index).and_then(|value| value.downcast::<T, _>(cx).ok()) {
        Some(value) => Ok(value),
        None => error::throw(cx, &Error::new(Code::InvalidArgType, name, format!("{name} must be {expected}"))),
    }
}

/// The error for memory that is lent twice, once of it to be written to.
fn overlap(name: &'static str) -> Error {
    let message = format!("{name} shares memory that would be written to with another argument; pass a copy of one");
    Error::new(Code::InvalidArgValue, name, message)
}

/// Numbers are read when they are held, and have nothing to borrow.
macro_rules! numbers {
    ($($number:ty, $read:ident;)*) => {$(
        impl Argument for $number {
            type Held<'cx> = $number;
            type Borrowed<'a> = $number;
            type Lent<'a> = $number;

            fn hold(cx: &mut FunctionContext<'_>, index: usize, name: &'static str) -> NeonResult<$number> {
                $read(cx, index, name)
            }

            fn borrow<'a, 'cx: 'a>(
                held: &'a mut $number,
                _lock: &'a Lock<'a, FunctionContext<'cx>>,
                _name: &'static str,
            ) -> Result<$number, Error> {
                Ok(*held)
            }

            fn lend(borrowed: &mut $number) -> $number {
                *borrowed
            }

            type Owned = $number;

            fn own(cx: &mut FunctionContext<'_>, index: usize, name: &'static str) -> NeonResult<$number> {
                $read(cx, index, name)
            }

            fn lend_owned(owned: &mut $number) -> $number {
                *owned
            }

            fn written(_owned: $number) -> Option<Copied> {
                None
            }
        }
    )*};
}

numbers! {
    f64, double;
    u32, integer;
    u64, large;
    Number, number;
}

fn double(cx: &mut FunctionContext<'_>, index: usize, name: &'static str) -> NeonResult<f64> {
    let number = typed::<JsNumber>(cx, index, name, "a number")?;
    Ok(number.value(cx))
}

fn integer(cx: &mut FunctionContext<'_>, index: usize, name: &'static str) -> NeonResult<u32> {
    let number = double(cx, index, name)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "compared with the original next")]
    let integer = number as u32;
    if f64::from(integer) == number {
        return Ok(integer);
    }
    let message = format!("{name} is {number}, but must be an integer from 0 to {}", u32::MAX);
    error::throw(cx, &Error::new(Code::OutOfRange, name, message))
}

fn large(cx: &mut FunctionContext<'_>, index: usize, name: &'static str) -> NeonResult<u64> {
    let integer = typed::<JsBigInt>(cx, index, name, "a bigint")?.to_u64(cx);
    integer.or_else(|_| {
        let message = format!("{name} must be a bigint from 0 to {}", u64::MAX);
        error::throw(cx, &Error::new(Code::OutOfRange, name, message))
    })
}

fn number(cx: &mut FunctionContext<'_>, index: usize, name: &'static str) -> NeonResult<Number> {
    let number = double(cx, index, name)?;
    Number::from_double(number, name).or_else(|error| error::throw(cx, &error))
}

/// Bytes that the core keeps, if their handle stands in the place of bytes.
fn kept(cx: &mut FunctionContext<'_>, index: usize, name: &'static str) -> Option<Result<Copied, Error>> {
    let number = cx.argument_opt(index)?.downcast::<JsNumber, _>(cx).ok()?.value(cx);
    Some(Number::from_double(number, name).and_then(|handle| bytes::kept(handle, name)))
}

/// Nothing else is kept.
fn unkept<T>(_cx: &mut FunctionContext<'_>, _index: usize, _name: &'static str) -> Option<Result<T, Error>> {
    None
}

/// What is only read becomes no result.
fn unwritten<T>(_owned: T) -> Option<Copied> {
    None
}

macro_rules! views {
    ($($marker:ty, $element:ty, $array:ty, $expected:literal, $borrow:ident, $guard:ident, $lent:ty, $owned:ty, $copy:path, $kept:ident, $written:path;)*) => {$(
        impl Argument for $marker {
            type Held<'cx> = Handle<'cx, $array>;
            type Borrowed<'a> = $guard<'a, $element>;
            type Lent<'a> = $lent;

            fn hold<'cx>(cx: &mut FunctionContext<'cx>, index: usize, name: &'static str) -> NeonResult<Self::Held<'cx>> {
                typed(cx, index, name, $expected)
            }

            fn borrow<'a, 'cx: 'a>(
                held: &'a mut Self::Held<'cx>,
                lock: &'a Lock<'a, FunctionContext<'cx>>,
                name: &'static str,
            ) -> Result<Self::Borrowed<'a>, Error> {
                held.$borrow(lock).map_err(|_| overlap(name))
            }

            fn lend<'a>(borrowed: &'a mut Self::Borrowed<'_>) -> Self::Lent<'a> {
                borrowed
            }

            type Owned = $owned;

            fn own(cx: &mut FunctionContext<'_>, index: usize, name: &'static str) -> NeonResult<$owned> {
                if let Some(kept) = $kept(cx, index, name) {
                    return kept.or_else(|error| error::throw(cx, &error));
                }
                let array: Self::Held<'_> = typed(cx, index, name, $expected)?;
                $copy(array.as_slice(cx), name).or_else(|error| error::throw(cx, &error))
            }

            fn lend_owned(owned: &mut $owned) -> Self::Lent<'_> {
                owned
            }

            fn written(owned: $owned) -> Option<Copied> {
                $written(owned)
            }
        }
    )*};
}

views! {
    Bytes, u8, JsUint8Array, "a Uint8Array", try_borrow, Ref, &'a [u8], Copied, Copied::new, kept, unwritten;
    BytesMut, u8, JsUint8Array, "a Uint8Array", try_borrow_mut, RefMut, &'a mut [u8], Copied, Copied::new, unkept, Some;
    Indices, u32, JsUint32Array, "a Uint32Array", try_borrow, Ref, &'a [u32], Vec<u32>, bytes::copy_indices, unkept, unwritten;
}

/// What a call that ends later gives: its result, and the bytes written into an argument, which are the result then.
pub(crate) type Output<R> = Result<(R, Option<Copied>), Error>;

/// An interface type as a result.
pub(crate) trait Return {
    /// Makes the JavaScript value.
    fn give<'cx>(self, cx: &mut impl Context<'cx>) -> JsResult<'cx, JsValue>;
}

macro_rules! returns {
    ($($ty:ty, |$cx:ident, $value:ident| $make:expr;)*) => {$(
        impl Return for $ty {
            fn give<'cx>(self, $cx: &mut impl Context<'cx>) -> JsResult<'cx, JsValue> {
                let $value = self;
                Ok($make.upcast())
            }
        }
    )*};
}

returns! {
    (), |cx, _nothing| cx.undefined();
    f64, |cx, value| cx.number(value);
    u32, |cx, value| cx.number(value);
    Number, |cx, handle| cx.number(handle.to_double());
    u64, |cx, value| JsBigInt::from_u64(cx, value);
    String, |cx, text| cx.string(text);
}

/// Makes a Uint8Array of the engine's own memory with these bytes.
pub(crate) fn array<'cx>(cx: &mut impl Context<'cx>, bytes: &[u8]) -> JsResult<'cx, JsValue> {
    Ok(JsUint8Array::from_slice(cx, bytes)?.upcast())
}

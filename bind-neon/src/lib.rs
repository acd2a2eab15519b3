//! The bridge to JavaScript by Node-API, with Neon.
//!
//! Each row of the interface table becomes a Neon function; Neon's lock checks that what is lent does not overlap.
//! Under `promises` each row is once more, as a call that ends later, on a thread of the runtime's pool.

mod convert;
mod error;
mod task;

use convert::{Argument, Return};
use neon::prelude::*;
use oxbridge_core::for_each_function;
use oxbridge_core::interface::handles::Owner;
use oxbridge_core::interface::{self, types};

macro_rules! rows {
    ($($family:ident $feature:literal {
        $($(#[$doc:meta])* fn $name:ident $literal:literal = $($path:ident)::+ ($($arg:ident: $ty:ident),*) -> $ret:ident;)*
    })*) => {
        $($(
            $(#[$doc])*
            #[allow(unused_mut, unused_variables, reason = "a row without arguments, or with numbers alone, has no use for some")]
            fn $name(mut cx: FunctionContext<'_>) -> JsResult<'_, JsValue> {
                let mut index = 0..;
                $(let mut $arg = <types::$ty as Argument>::hold(&mut cx, index.next().expect("the range has no end"), stringify!($arg))?;)*
                let result = {
                    let lock = cx.lock();
                    let mut cross = || {
                        $(let mut $arg = <types::$ty as Argument>::borrow(&mut $arg, &lock, stringify!($arg))?;)*
                        interface::guard(|| interface::$($path)::+($(<types::$ty as Argument>::lend(&mut $arg)),*))
                    };
                    cross()
                };
                match result {
                    Ok(value) => value.give(&mut cx),
                    Err(error) => error::throw(&mut cx, &error),
                }
            }
        )*)*

        /// The rows as calls that end later.
        mod later {
            use super::*;

            $($(
                $(#[$doc])*
                #[allow(unused_mut, unused_variables, reason = "a row without arguments has no use for some")]
                pub(super) fn $name(mut cx: FunctionContext<'_>) -> JsResult<'_, JsValue> {
                    let mut index = 0..;
                    $(let mut $arg = <types::$ty as Argument>::own(&mut cx, index.next().expect("the range has no end"), stringify!($arg))?;)*
                    let owner = Owner::current();
                    let row = move || -> convert::Output<types::$ret> {
                        let result = owner.act(|| {
                            interface::guard(|| interface::$($path)::+($(<types::$ty as Argument>::lend_owned(&mut $arg)),*))
                        })?;
                        Ok((result, [None $(, <types::$ty as Argument>::written($arg))*].into_iter().flatten().next()))
                    };
                    task::start(&mut cx, row)
                }
            )*)*
        }

        /// Gives the module two functions for each row, one of them under `promises`, and the name of this bridge.
        #[neon::main]
        fn register(mut cx: ModuleContext<'_>) -> NeonResult<()> {
            let bridge = cx.string("neon");
            cx.export_value("bridge", bridge)?;
            let promises = cx.empty_object();
            $($(
                cx.export_function($literal, $name)?;
                let later = JsFunction::new(&mut cx, later::$name)?;
                promises.set(&mut cx, $literal, later)?;
            )*)*
            cx.export_value("promises", promises)?;
            Ok(())
        }
    };
}

for_each_function!(rows);

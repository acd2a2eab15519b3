//! The one error type, and the table of its codes.
//!
//! The codes are those of Node.js where Node.js has one, so that JavaScript programs can treat both alike.
//! The number of a code is the status that a C function returns; it never changes.

use std::fmt;

/// The JavaScript class that a code is thrown as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// `Error`.
    Error,
    /// `RangeError`.
    RangeError,
    /// `TypeError`.
    TypeError,
}

impl Class {
    /// Returns the name of the class, such as `"TypeError"`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Class::Error => "Error",
            Class::RangeError => "RangeError",
            Class::TypeError => "TypeError",
        }
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $variant:ident = $status:literal, $name:literal, $class:ident;)*) => {
        /// What kind of failure an [`Error`] is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[repr(i32)]
        pub enum Code {
            $($(#[doc = $doc])* $variant = $status,)*
        }

        impl Code {
            /// Every code, in the order of their numbers.
            pub const ALL: &[Code] = &[$(Code::$variant),*];

            /// Returns the name of the code, such as `"ERR_OUT_OF_RANGE"`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// Returns the JavaScript class that errors with this code have.
            #[must_use]
            pub const fn class(self) -> Class {
                match self { $(Code::$variant => Class::$class,)* }
            }

            /// Returns one sentence on what the code means.
            #[must_use]
            pub fn description(self) -> &'static str {
                match self { $(Code::$variant => concat!($($doc),*).trim_ascii(),)* }
            }
        }
    };
}

codes! {
    /// An argument has the wrong type.
    InvalidArgType = 1, "ERR_INVALID_ARG_TYPE", TypeError;
    /// An argument has the right type, but not a value that the function knows.
    InvalidArgValue = 2, "ERR_INVALID_ARG_VALUE", TypeError;
    /// A number is not in the range that the function takes, or is not an integer where one is needed.
    OutOfRange = 3, "ERR_OUT_OF_RANGE", RangeError;
    /// Oxbridge itself is at fault; the process and later calls are not affected.
    Internal = 4, "ERR_INTERNAL", Error;
    /// No backend that the program allows could be loaded.
    BackendUnavailable = 5, "ERR_BACKEND_UNAVAILABLE", Error;
    /// What is used was freed, or went with the thread or the instance that it belonged to.
    Disposed = 6, "ERR_DISPOSED", Error;
    /// What is used is in use by another call, or was used up.
    InvalidState = 7, "ERR_INVALID_STATE", Error;
    /// A method was called on something else than an object of its class.
    InvalidThis = 8, "ERR_INVALID_THIS", TypeError;
    /// The runtime lacks what the function needs.
    FeatureUnavailable = 9, "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM", TypeError;
    /// A worker ended before its work did.
    WorkerExited = 10, "ERR_WORKER_EXITED", Error;
}

/// Why a function failed: a code for programs, a message for people, and the argument at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    code: Code,
    argument: &'static str,
    message: String,
}

impl Error {
    /// Makes an error; `argument` is the name of the parameter at fault, or empty.
    #[must_use]
    pub fn new(code: Code, argument: &'static str, message: String) -> Self {
        Error { code, argument, message }
    }

    /// Returns the code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.code
    }

    /// Returns the name of the parameter at fault, if one is.
    #[must_use]
    pub fn argument(&self) -> Option<&'static str> {
        (!self.argument.is_empty()).then_some(self.argument)
    }

    /// Returns what was done, with which value, and the way out.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code.name(), self.message)
    }
}

impl std::error::Error for Error {}

//! The closed set of types that cross a bridge: markers that a binding gives its conversions to.

pub use core::primitive::{f64, u32, u64};

pub use super::handles::Handle;

/// Bytes that are read.
#[derive(Debug)]
pub enum Bytes {}

/// Bytes that are read and written in place.
#[derive(Debug)]
pub enum BytesMut {}

/// Unsigned 32-bit integers that are read.
#[derive(Debug)]
pub enum Indices {}

/// No result.
pub type Nothing = ();

/// UTF-8 text as a result.
pub type Text = String;

/// An interface type as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// [`Bytes`].
    Bytes,
    /// [`BytesMut`].
    BytesMut,
    /// A double.
    F64,
    /// [`Handle`].
    Handle,
    /// [`Indices`].
    Indices,
    /// [`Nothing`].
    Nothing,
    /// [`Text`].
    Text,
    /// An unsigned 32-bit integer.
    U32,
    /// An unsigned 64-bit integer.
    U64,
}

impl Type {
    /// Returns the name that the table uses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Type::Bytes => "Bytes",
            Type::BytesMut => "BytesMut",
            Type::F64 => "f64",
            Type::Handle => "Handle",
            Type::Indices => "Indices",
            Type::Nothing => "Nothing",
            Type::Text => "Text",
            Type::U32 => "u32",
            Type::U64 => "u64",
        }
    }
}

/// Gives the data form of an interface type.
pub trait Named {
    /// The type as data.
    const TYPE: Type;
}

macro_rules! named {
    ($($ty:ty = $variant:ident,)*) => { $(impl Named for $ty { const TYPE: Type = Type::$variant; })* };
}

named! {
    Bytes = Bytes,
    BytesMut = BytesMut,
    Handle = Handle,
    Indices = Indices,
    Nothing = Nothing,
    Text = Text,
    f64 = F64,
    u32 = U32,
    u64 = U64,
}

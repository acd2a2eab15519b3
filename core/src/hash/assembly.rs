//! How our compression functions for x86-64 write assembly.

/// A line of assembly: an operation, the names of its registers, which are as wide as `"e"` (32 bits) or `"r"` (64 bits) says,
/// and how far it rotates.
macro_rules! line {
    ($width:literal $operation:ident $first:ident $(, $more:ident)* $(, $bits:literal)?) => {
        concat!(
            stringify!($operation), " {", stringify!($first), ":", $width, "}",
            $(", {", stringify!($more), ":", $width, "}",)* $(", ", $bits)?
        )
    };
}
pub(super) use line;

/// A line of assembly that adds the second register to the first, with `lea`, which writes no flags.
macro_rules! sum {
    ($width:literal $to:ident, $more:ident) => {
        concat!("lea {", stringify!($to), ":", $width, "}, [{", stringify!($to), ":r} + {", stringify!($more), ":r}]")
    };
}
pub(super) use sum;

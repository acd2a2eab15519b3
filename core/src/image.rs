//! Operations on pixels.

mod invert_colors;

pub use invert_colors::invert_colors;

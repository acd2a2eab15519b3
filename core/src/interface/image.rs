//! Adapters of the family [`image`](crate::image).

use crate::{Error, image};

/// See [`image::invert_colors`].
///
/// # Errors
///
/// None; every row may fail.
pub fn invert_colors(pixels: &mut [u8]) -> Result<(), Error> {
    image::invert_colors(pixels);
    Ok(())
}

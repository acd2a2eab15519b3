//! Operations on pixels.

/// Inverts every byte of `pixels` in place: each becomes 255 minus itself.
///
/// For 8-bit channels this is the photographic negative, whatever their number and order; alpha is inverted too.
/// Twice gives the original back.
///
/// # Examples
///
/// ```
/// let mut pixels = [0, 1, 127, 128, 255];
/// oxbridge_core::image::invert_colors(&mut pixels);
/// assert_eq!(pixels, [255, 254, 128, 127, 0]);
/// ```
pub fn invert_colors(pixels: &mut [u8]) {
    for byte in pixels {
        *byte = !*byte;
    }
}

// The family `image`: operations on pixels.

import * as check from "./check.js";

// Long work is cut, so that no backend has to hold more than this at once.
const PIECE = 4 * 1024 * 1024;

/**
 * @param {import("./load.js").Rows} rows
 */
export function imageFamily(rows) {
  /**
   * Inverts every byte in place: each becomes 255 minus itself. For 8-bit channels this is the photographic negative;
   * alpha is inverted too. Twice gives the original back.
   *
   * @template {ArrayBuffer | ArrayBufferView<ArrayBuffer>} Pixels
   * @param {Pixels} pixels the bytes of a buffer, or those that a view shows
   * @returns {Pixels} `pixels` itself
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` if `pixels` is something else, shared, or detached
   * @example <caption>Invert three pixels</caption>
   * invertColors(new Uint8Array([0, 127, 255])); // Uint8Array [255, 128, 0]
   */
  function invertColors(pixels) {
    const view = check.bytesInPlace(pixels, "invertColors", "pixels");
    if (view.length <= PIECE) rows.invert_colors(view);
    else for (let at = 0; at < view.length; at += PIECE) rows.invert_colors(view.subarray(at, at + PIECE));
    return pixels;
  }

  return { invertColors };
}

// The family `image`: operations on pixels.

import { bytesInPlace } from "./check.js";
import { pieces } from "./now.js";

/** @param {import("./now.js").Bridge} bridge */
export function imageFamily(bridge) {
  /**
   * Inverts every byte: each becomes 255 minus itself. For 8-bit channels this is the photographic negative; alpha is
   * inverted too. Twice gives the original back.
   * It works in place.
   *
   * @template {ArrayBuffer | ArrayBufferView<ArrayBuffer>} Pixels
   * @param {Pixels} pixels the bytes of a buffer, or those that a view shows
   * @returns {Pixels} `pixels` itself
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` if `pixels` is something else, shared, or detached
   * @example <caption>Invert three pixels</caption>
   * invertColors(new Uint8Array([0, 127, 255])); // Uint8Array [255, 128, 0]
   */
  function invertColors(pixels) {
    bridge.control("invertColors");
    const view = bytesInPlace(pixels, "invertColors", "pixels");
    if (view.length > bridge.piece()) return bridge.run(inPieces(view, pixels));
    return bridge.once(bridge.rows().invert_colors(view), view.length) ?? pixels;
  }

  /**
   * @template Pixels
   * @param {Uint8Array<ArrayBuffer>} view
   * @param {Pixels} pixels
   * @returns {Generator<any, Pixels, any>}
   */
  function* inPieces(view, pixels) {
    const own = bridge.own(view);
    // Not those of the bridge, which a promise would copy: here each piece is written to.
    for (const { piece, done } of pieces(own, bridge.piece())) {
      bridge.put(yield bridge.rows().invert_colors(bridge.out(piece, true)), piece);
      bridge.progress(done, own.length);
    }
    return bridge.target(pixels, own);
  }

  return { invertColors };
}

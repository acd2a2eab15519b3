// `oxbridge/image/promises`: the promises of the family image, on the backend of this process. Printed; do not edit.

import * as source from "#wasm/image";
import { worker } from "#wasm-worker/image";
import { bindPromises } from "#bound";

const family = bindPromises("image", source, worker);

/**
 * Inverts every byte: each becomes 255 minus itself. For 8-bit channels this is the photographic negative; alpha is
 * inverted too. Twice gives the original back.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {ArrayBuffer | ArrayBufferView<ArrayBuffer>} pixels the bytes of a buffer, or those that a view shows
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<Uint8Array<ArrayBuffer>>} new bytes; what was passed stays as it is
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` if `pixels` is something else, shared, or detached
 * @example <caption>Invert three pixels</caption>
 * await invertColors(new Uint8Array([0, 127, 255])); // Uint8Array [255, 128, 0]
 */
export function invertColors(pixels, options) {
  return family.invertColors(pixels, options);
}

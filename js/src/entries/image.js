// `oxbridge/image`: the family image, on the backend of this process. Printed; do not edit.

import * as source from "#wasm/image";
import { bindFamily } from "#bound";

const family = bindFamily("image", source);

/**
 * Inverts every byte: each becomes 255 minus itself. For 8-bit channels this is the photographic negative; alpha is
 * inverted too. Twice gives the original back.
 * It works in place.
 *
 * @param pixels the bytes of a buffer, or those that a view shows
 * @returns `pixels` itself
 * @throws TypeError `ERR_INVALID_ARG_TYPE` if `pixels` is something else, shared, or detached
 * @example <caption>Invert three pixels</caption>
 * invertColors(new Uint8Array([0, 127, 255])); // Uint8Array [255, 128, 0]
 */
export const invertColors = family.invertColors;

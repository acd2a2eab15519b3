// Gives the C library one byte more than there is: C cannot know, but AddressSanitizer must. Run with the library.

import { openLibrary } from "../../../js/src/backends/cabi.js";

const BYTES = 1000; // too many for memory that belongs to the engine's own heap
const pixels = Object.defineProperty(new Uint8Array(BYTES), "length", { value: BYTES + 1 });
openLibrary(process.argv[2]).invert_colors(pixels);

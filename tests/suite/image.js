// Cases of the family `image`.

import { inverted, noise } from "./oracle.js";

/** @typedef {import("./case.js").Case} Case */

const SOURCE = "255 minus each byte";

/** @type {(length: number) => Case} */
const ofLength = (length) => ({
  id: `invert ${length} bytes`,
  fn: "invertColors",
  args: () => [noise(length)],
  expect: () => ({ value: inverted(noise(length)) }),
  source: SOURCE,
  portable: true,
  also: (outcome, [pixels], isProgram) => {
    const isArgument = isProgram || ("value" in outcome && outcome.value === pixels);
    return isArgument ? undefined : "the result is not the argument";
  },
});

/** A view inside a buffer whose other bytes must stay as they are. @type {(offset: number, length: number) => Case} */
const inside = (offset, length) => ({
  id: `invert ${length} bytes at offset ${offset} and leave their neighbours`,
  fn: "invertColors",
  args: () => [new Uint8Array(new Uint8Array(length + 16).fill(0xa5).buffer, offset, length)],
  expect: () => {
    const whole = new Uint8Array(length + 16).fill(0xa5);
    whole.fill(0x5a, offset, offset + length);
    return { value: new Uint8Array(whole.buffer, offset, length) };
  },
  source: SOURCE,
  also: (_outcome, [pixels]) => {
    const whole = new Uint8Array(pixels.buffer);
    const outside = whole.filter((_, at) => at < offset || at >= offset + length);
    return outside.every((byte) => byte === 0xa5) ? undefined : "a byte outside the view changed";
  },
});

/** Longer work is cut into pieces of these lengths: in WebAssembly, and elsewhere. */
const PIECES = [128 * 1024, 4 * 1024 * 1024];
const lengths = [...Array.from({ length: 67 }, (_, length) => length), 255, 256, 257, 4095, 4096, 65537];
const offsets = [0, 1, 2, 3, 4, 5, 6, 7, 8];

export const imageCases = [
  ...lengths.map(ofLength),
  ...PIECES.flatMap((piece) => [piece, piece + 1, 2 * piece + 3]).map(ofLength),
  ...offsets.flatMap((offset) => [0, 1, 7, 31, 33].map((length) => inside(offset, length))),
  /** @type {Case} */ ({
    id: "invert every byte value",
    fn: "invertColors",
    args: () => [Uint8Array.from({ length: 256 }, (_, byte) => byte)],
    expect: () => ({ value: Uint8Array.from({ length: 256 }, (_, byte) => 255 - byte) }),
    source: SOURCE,
    portable: true,
  }),
];

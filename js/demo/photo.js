// The photograph of the demo, in the simplest format that viewers open: binary PPM, a short header before the pixels.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The header and the pixels (red, green, blue, a byte each) of the photograph. */
export function readPhoto() {
  const file = readFileSync(new URL("data/astronaut.ppm", import.meta.url));
  // Four fields, each ended by one white space: magic number, width, height, largest value.
  const header = file.toString("latin1", 0, 64).match(/^P6\s(\d+)\s(\d+)\s255\s/);
  if (header === null) throw new Error("js/demo/data/astronaut.ppm is not a binary PPM with 8 bits a channel");
  const start = header[0].length;
  const length = 3 * Number(header[1]) * Number(header[2]);
  return { header: file.subarray(0, start), pixels: new Uint8Array(file.subarray(start, start + length)) };
}

/**
 * Writes a photograph into the folder `dist/demo`, which git ignores, and returns its path.
 *
 * @param {string} name
 * @param {Uint8Array} header
 * @param {Uint8Array} pixels
 */
export function writePhoto(name, header, pixels) {
  const folder = new URL("../../dist/demo/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  const path = fileURLToPath(new URL(name, folder));
  writeFileSync(path, Buffer.concat([header, pixels]));
  return path;
}

// The options that algorithms are tested with, and the messages; and what other implementations give for them.

import { MESSAGE } from "./algorithms.js";
import { hexOf } from "./case.js";
import { bytesOfHex, noise } from "./oracle.js";

/** @typedef {{ key?: string, salt?: string, personal?: string, seed?: bigint, outputLength?: number, context?: string }} Given */

/**
 * Options as they are written in a file: bytes in hexadecimal.
 *
 * @typedef {{ algorithm: string, options: Given }} OptionSet
 */

/** So many bytes in hexadecimal, which look random. @type {(length: number, seed: number) => string} */
const hex = (length, seed) => hexOf(noise(length, seed));

/** Lengths at which some of these algorithms change their way of working. */
export const OPTION_LENGTHS = [0, 1, 3, 8, 16, 17, 63, 64, 65, 128, 129, 136, 168, 240, 241, 1024, 1025, 2049, 8193];

/** A message that is longer than a piece of the implementation. */
export const LONG = 4 * 1024 * 1024 + 1;
/** @param {number} length */
export const optionMessage = (length) => (length === LONG ? noise(LONG, 3) : MESSAGE.slice(0, length));

/** @type {(algorithm: string, largest: number) => OptionSet[]} */
const blake2 = (algorithm, largest) => [
  { algorithm, options: { key: hex(1, 1) } },
  { algorithm, options: { key: hex(largest, 2) } },
  { algorithm, options: { outputLength: 1 } },
  { algorithm, options: { outputLength: 20 } },
  { algorithm, options: { outputLength: largest } },
  { algorithm, options: { salt: hex(largest / 4, 3) } },
  { algorithm, options: { personal: hex(largest / 4, 4) } },
  {
    algorithm,
    options: { key: hex(17, 5), outputLength: 31, salt: hex(largest / 4, 6), personal: hex(largest / 4, 7) },
  },
];

const CONTEXT = "example.org 2026-11-27 tests é行😀";

/** @type {OptionSet[]} */
export const OPTION_SETS = [
  ...blake2("blake2b512", 64),
  ...blake2("blake2b256", 64),
  ...blake2("blake2s256", 32),
  { algorithm: "blake3", options: { key: hex(32, 8) } },
  { algorithm: "blake3", options: { context: CONTEXT } },
  { algorithm: "blake3", options: { context: "c" } },
  ...[1, 31, 64, 65, 1000].map((outputLength) => ({ algorithm: "blake3", options: { outputLength } })),
  { algorithm: "blake3", options: { key: hex(32, 9), outputLength: 100 } },
  { algorithm: "blake3", options: { context: CONTEXT, outputLength: 16 } },
  ...[1n, 0x9e3779b1n, 2n ** 32n - 1n].map((seed) => ({ algorithm: "xxh32", options: { seed } })),
  ...["xxh64", "xxh3-64", "xxh3-128"].flatMap((algorithm) =>
    [1n, 0x9e3779b185ebca8dn, 2n ** 53n, 2n ** 64n - 1n].map((seed) => ({ algorithm, options: { seed } })),
  ),
  ...["shake128", "shake256"].flatMap((algorithm) =>
    [1, 32, 64, 136, 168, 169, 1000].map((outputLength) => ({ algorithm, options: { outputLength } })),
  ),
];

/** How a set is called in the file and in names of cases. @param {OptionSet} set */
export const nameOfSet = ({ algorithm, options }) =>
  `${algorithm} with ${Object.entries(options)
    .map(([name, value]) => `${name} ${String(value).length > 24 ? `of ${String(value).length}` : value}`)
    .join(", ")}`;

/** The options as a program passes them. @param {Given} options @returns {Record<string, any>} */
export const passed = ({ key, salt, personal, ...others }) => ({
  ...(key === undefined ? {} : { key: bytesOfHex(key) }),
  ...(salt === undefined ? {} : { salt: bytesOfHex(salt) }),
  ...(personal === undefined ? {} : { personal: bytesOfHex(personal) }),
  ...others,
});

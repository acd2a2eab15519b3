// The options of the family `hash`: the encoding of a digest, and what an algorithm is told besides the bytes. They are
// read once, held to the limits of the algorithm, and become the bytes that cross to the core.

import * as check from "./check.js";
import { failure } from "./error.js";
import { ALGORITHMS, ENCODINGS, OPTIONS } from "./interface.js";

/** @typedef {import("./algorithm.js").Algorithm} Algorithm */
/** @typedef {import("./check.js").Data} Data */
/** @typedef {keyof typeof ENCODINGS} TextEncoding */
/** @typedef {keyof typeof OPTIONS} OptionName */

/**
 * What an algorithm is told besides the bytes; `hashes()` says which takes what.
 *
 * @typedef {object} AlgorithmOptions
 * @property {Data} [key] the key of a message authentication code: BLAKE3, of 32 bytes, and BLAKE2
 * @property {number | bigint} [seed] what xxHash begins with: an integer from 0 to 2^64 - 1, and of XXH32 to 2^32 - 1
 * @property {number} [outputLength] the length of the digest in bytes: SHAKE, which has none of its own, BLAKE3 and BLAKE2
 * @property {string} [context] what the key is for that BLAKE3 derives: a text written into the program, and used nowhere else
 * @property {Data} [salt] the salt of BLAKE2; a short one has zeros behind it
 * @property {Data} [personal] what tells uses of BLAKE2 apart; a short one has zeros behind it
 */

/**
 * @template {string} E
 * @template {keyof AlgorithmOptions} [N=never]
 * @typedef {E | { [K in "encoding" | N]?: K extends keyof AlgorithmOptions ? AlgorithmOptions[K] : E }} EncodingOption the encoding, or an object with it and
 *   the options of the algorithm
 */

/**
 * @template {string} E
 * @typedef {{ encoding?: E, outputLength: number }} LengthOption an object with the length of the digest
 */

/**
 * What is to be done: an algorithm, with its options as they cross if there are any, and how its digest is given.
 *
 * @template {string} [E=string]
 * @typedef {object} Plan
 * @property {Algorithm} name
 * @property {number} id
 * @property {number} digestLength
 * @property {Uint8Array<ArrayBuffer> | undefined} options
 * @property {E} encoding
 */

/** How one digest can be given. */
export const SINGLE = { ...ENCODINGS, bytes: undefined };
/** How many can be given. */
export const BULK = { ...SINGLE, packed: undefined };

/** What crosses where there are no options. */
export const NONE = new Uint8Array(0);

/** The options of each algorithm, in the order in which they are read. */
const NAMES = /** @type {Record<Algorithm, OptionName[]>} */ (
  Object.fromEntries(Object.entries(ALGORITHMS).map(([name, { options }]) => [name, Object.keys(options)]))
);

/** Plans that have no options, by the algorithm and the encoding. @type {Record<string, Record<string, Plan<any>>>} */
const plain = Object.fromEntries(Object.keys(ALGORITHMS).map((name) => [name, {}]));

/**
 * Reads the options of an algorithm.
 *
 * @template {object} Known
 * @param {{ options: import("./now.js").Bridge["options"] }} bridge
 * @param {Algorithm} name
 * @param {unknown} options
 * @param {Known} encodings
 * @param {string} where
 * @returns {Plan<Extract<keyof Known, string>>}
 */
export function planOf(bridge, name, options, encodings, where) {
  if (options === undefined && !ALGORITHMS[name].extendable) return planWithout(name, "hex");
  const given = bridge.options(options, ["encoding", ...NAMES[name]], where, "encoding");
  const encoding = given.encoding === undefined ? "hex" : nameOf(given.encoding, encodings, where);
  const told = NAMES[name].filter((option) => given[option] !== undefined);
  if (ALGORITHMS[name].extendable && given.outputLength === undefined) {
    const [least, most] = /** @type {any} */ (ALGORITHMS[name].options).outputLength;
    const expected = `an integer from ${least} to ${most}, because ${name} has no length of its own`;
    throw check.wrongType(undefined, where, "options.outputLength", expected);
  }
  if (told.length === 0) return planWithout(name, encoding);
  const values = told.map((option) => bytesOf(name, option, given[option], where));
  if (told.includes("key") && told.includes("context")) {
    const message = `${where}: options.context cannot go with options.key; a key is derived, or a message authenticated`;
    throw failure("ERR_INVALID_ARG_VALUE", "options.context", message);
  }
  const digestLength = /** @type {number} */ (given.outputLength ?? ALGORITHMS[name].digestLength);
  const crossing = packed(told, values);
  return { name, id: ALGORITHMS[name].id, digestLength, options: crossing, encoding: /** @type {any} */ (encoding) };
}

/**
 * @param {Algorithm} name
 * @param {PropertyKey} encoding
 */
export function planWithout(name, encoding) {
  const key = /** @type {string} */ (encoding);
  const { id, digestLength } = ALGORITHMS[name];
  plain[name][key] ??= { name, id, digestLength, options: undefined, encoding: key };
  return plain[name][key];
}

/**
 * The encoding that options say, where there are no others.
 *
 * @param {{ options: import("./now.js").Bridge["options"] }} bridge
 * @param {unknown} options
 * @param {string} where
 */
export function encodingOf(bridge, options, where) {
  if (options === undefined) return undefined;
  const { encoding } = bridge.options(options, ["encoding"], where, "encoding");
  return encoding === undefined ? undefined : nameOf(encoding, SINGLE, where);
}

/**
 * @template {object} Known
 * @param {unknown} encoding
 * @param {Known} encodings
 * @param {string} where
 */
const nameOf = (encoding, encodings, where) => check.name(encoding, encodings, where, "options.encoding");

/**
 * The bytes of one option.
 *
 * @param {Algorithm} name
 * @param {OptionName} option
 * @param {unknown} value
 * @param {string} where
 */
function bytesOf(name, option, value, where) {
  const argument = `options.${option}`;
  /** @type {[number, number] | [bigint, bigint]} */
  const [least, most] = /** @type {any} */ (ALGORITHMS[name].options)[option];
  if (OPTIONS[option].isNumber) {
    const number =
      option === "seed"
        ? check.integer64(value, where, argument, BigInt(most))
        : check.integer(value, Number(least), Number(most), where, argument);
    return new Uint8Array(new BigUint64Array([BigInt(number)]).buffer);
  }
  if (option === "context" && typeof value !== "string") throw check.wrongType(value, where, argument, "a string");
  const bytes = check.bytes(value, where, argument);
  if (bytes.length >= least && bytes.length <= most) return bytes;
  const range = least === most ? `exactly ${least}` : `${least} to ${most}`;
  throw failure(
    "ERR_OUT_OF_RANGE",
    argument,
    `${where}: ${argument} has ${bytes.length} bytes, but must have ${range}`,
  );
}

/**
 * Options as they cross: for each its number, the length of its value in 4 bytes, and the value.
 *
 * @param {OptionName[]} names
 * @param {Uint8Array[]} values
 */
function packed(names, values) {
  const HEAD = 5;
  const bytes = new Uint8Array(values.reduce((size, { length }) => size + HEAD + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [index, value] of values.entries()) {
    view.setUint8(at, OPTIONS[names[index]].id);
    view.setUint32(at + 1, value.length, true);
    bytes.set(value, at + HEAD);
    at += HEAD + value.length;
  }
  return bytes;
}

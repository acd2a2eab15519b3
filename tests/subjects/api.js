// Makes the API of Oxbridge from what another implementation has. It translates names, encodings, and numbers to
// digests and back; what the implementation does not have is not there, or throws `Lacks`.

import { DIGEST_FUNCTIONS, NAMES } from "../suite/algorithms.js";
import { CHECKSUM_FUNCTIONS } from "../suite/checksums.js";
import { encode } from "../suite/oracle.js";
import { XXH_FUNCTIONS } from "../suite/xxh.js";

/** @typedef {string | Uint8Array} Data */
/** @typedef {{ encoding: string, [name: string]: unknown }} Options what was asked for; the encoding is always there */
/** @typedef {string | Uint8Array} Digest text in the encoding that was asked for, or bytes */

/**
 * A digest of bytes that come in pieces.
 *
 * @typedef {object} Digester
 * @property {(data: Data) => unknown} update
 * @property {(encoding: string) => Digest} digest ends it
 * @property {() => Digester} [clone]
 * @property {() => unknown} [reset] begins anew, also after the end
 * @property {() => unknown} [free]
 */

/**
 * What an implementation has of one algorithm.
 *
 * @typedef {object} Way
 * @property {(data: Data, options: Options) => Digest} [digest]
 * @property {(data: Data, options: Options) => Promise<Digest>} [later]
 * @property {(options: Options) => Digester} [hasher]
 * @property {(data: Data, value?: any) => number | bigint} [checksum] a number of 32 bits, or a bigint of 64; the value
 *   is the checksum that it goes on from, or the seed of xxHash
 * @property {readonly string[]} [options] the options that it knows, besides the encoding
 */

/** Thrown for what an implementation does not have. The command knows it by its name. */
export class Lacks extends Error {
  name = "Lacks";
}

/**
 * The algorithms of Oxbridge that an implementation has, each with its way.
 *
 * @param {(algorithm: string) => Way | undefined} wayOf
 * @returns {Record<string, Way>}
 */
export function waysOf(wayOf) {
  const entries = NAMES.map((algorithm) => /** @type {const} */ ([algorithm, wayOf(algorithm)]));
  return Object.fromEntries(entries.flatMap(([name, way]) => (way === undefined ? [] : [[name, way]])));
}

/**
 * @param {Record<string, Way>} ways by the algorithm's name in Oxbridge
 * @returns {Record<string, any>}
 */
export function apiOf(ways) {
  const kept = /** @type {(keyof Way)[]} */ (["digest", "later", "hasher", "checksum"]);
  const has = Object.fromEntries(kept.map((kind) => [kind, Object.values(ways).some((way) => way[kind])]));
  const all = { ways, has };
  return { ...functionsOf(all), ...(has.later ? { promises: promisesOf(ways) } : {}) };
}

/** @param {{ ways: Record<string, Way>, has: Record<string, boolean> }} all */
function functionsOf({ ways, has }) {
  /** @type {Record<string, Function>} */
  const api = {};
  if (has.digest || has.checksum) {
    api.hash = (/** @type {string} */ algorithm, /** @type {Data} */ data, /** @type {unknown} */ options) =>
      digestBy(wayFor(ways, algorithm), data, options, algorithm);
  }
  if (has.hasher) {
    api.createHash = (/** @type {string} */ algorithm, /** @type {unknown} */ options) => {
      const way = wayFor(ways, algorithm);
      if (way.hasher === undefined) throw new Lacks(`createHash of ${algorithm}`);
      const read = optionsOf(options, way.options);
      return hasherOver(way.hasher(read), read.encoding);
    };
  }
  for (const [algorithm, way] of Object.entries(ways)) {
    const fn = algorithm.replaceAll("-", "_");
    if (DIGEST_FUNCTIONS.includes(fn) && way.digest) {
      api[fn] = (/** @type {Data} */ data, /** @type {unknown} */ options) => digestBy(way, data, options, algorithm);
    }
    if (CHECKSUM_FUNCTIONS.includes(fn) && (way.checksum || way.digest)) {
      api[fn] = (/** @type {Data} */ data, /** @type {unknown} */ value) => checksumBy(way, data, value, algorithm);
    }
    if (XXH_FUNCTIONS.includes(fn) && (way.checksum || way.digest)) {
      api[fn] = (/** @type {Data} */ data, /** @type {unknown} */ seed) => sumBy(way, data, seed, algorithm);
    }
  }
  return api;
}

/** @param {Record<string, Way>} ways */
function promisesOf(ways) {
  /** @type {(algorithm: string, data: Data, options: unknown) => Promise<any>} */
  const hash = async (algorithm, data, options) => {
    const { later, options: known } = wayFor(ways, algorithm);
    if (later === undefined) throw new Lacks(`a promise of ${algorithm}`);
    const read = optionsOf(options, known);
    return encoded(await later(data, read), read.encoding);
  };
  /** @type {Record<string, Function>} */
  const promises = { hash };
  for (const [algorithm, { later }] of Object.entries(ways)) {
    const fn = algorithm.replaceAll("-", "_");
    if (later && DIGEST_FUNCTIONS.includes(fn)) {
      promises[fn] = (/** @type {Data} */ data, /** @type {unknown} */ options) => hash(algorithm, data, options);
    }
    if (later && CHECKSUM_FUNCTIONS.includes(fn)) {
      promises[fn] = async (/** @type {Data} */ data, /** @type {unknown} */ value, /** @type {unknown} */ options) => {
        refuseValue(value, algorithm);
        return numberOf(await hash(algorithm, data, options));
      };
    }
    if (later && XXH_FUNCTIONS.includes(fn)) {
      promises[fn] = async (/** @type {Data} */ data, /** @type {unknown} */ seed, /** @type {object} */ options) =>
        numberOf(await hash(algorithm, data, { ...options, seed }));
    }
  }
  return promises;
}

/**
 * @param {Record<string, Way>} ways
 * @param {string} algorithm
 */
function wayFor(ways, algorithm) {
  if (!Object.hasOwn(ways, algorithm)) throw new Lacks(`the algorithm ${algorithm}`);
  return ways[algorithm];
}

/**
 * @param {Way} way
 * @param {Data} data
 * @param {unknown} options
 * @param {string} algorithm
 */
function digestBy({ digest, checksum, options: known }, data, options, algorithm) {
  const read = optionsOf(options, known);
  if (digest) return encoded(digest(data, read), read.encoding);
  if (checksum) return encoded(bytesOfDigits(digitsOf(checksum(data, read.seed))), read.encoding);
  throw new Lacks(`a digest of ${algorithm} in one call`);
}

/**
 * @param {Way} way
 * @param {Data} data
 * @param {unknown} value
 * @param {string} algorithm
 */
function checksumBy({ checksum, digest }, data, value, algorithm) {
  if (checksum) return checksum(data, value);
  refuseValue(value, algorithm);
  if (digest) return numberOf(/** @type {string} */ (encoded(digest(data, { encoding: "hex" }), "hex")));
  throw new Lacks(`a checksum by ${algorithm}`);
}

/**
 * An xxHash as a number.
 *
 * @param {Way} way
 * @param {Data} data
 * @param {unknown} seed
 * @param {string} algorithm
 */
function sumBy(way, data, seed, algorithm) {
  const { checksum, options: known } = way;
  if (checksum) return checksum(data, optionsOf({ seed }, known).seed);
  return numberOf(/** @type {string} */ (digestBy(way, data, { seed }, algorithm)));
}

/**
 * For checksums that cannot go on from a value.
 *
 * @param {unknown} value
 * @param {string} algorithm
 */
export function refuseValue(value, algorithm) {
  if (value !== undefined) throw new Lacks(`${algorithm} that goes on from a value`);
}

/**
 * A hasher as that of Oxbridge, with the methods that the implementation has.
 *
 * @param {Digester} digester
 * @param {string} encoding
 * @returns {any}
 */
function hasherOver(digester, encoding) {
  let ended = false;
  const live = () => {
    if (ended) throw new Lacks("a hasher that goes on after its digest");
    return digester;
  };
  const { clone, reset, free } = digester;
  const hasher = {
    update(/** @type {Data} */ data) {
      live().update(data);
      return hasher;
    },
    digest(/** @type {unknown} */ options) {
      const asked = options === undefined ? encoding : optionsOf(options).encoding;
      const digest = encoded(live().digest(asked), asked);
      ended = true;
      return digest;
    },
    ...(clone && { clone: () => hasherOver(live() && clone(), encoding) }),
    ...(reset && {
      reset: () => {
        reset();
        ended = false;
        return hasher;
      },
    }),
    ...(free && { [Symbol.dispose]: () => free() }),
  };
  return hasher;
}

/**
 * The options as an object, without those that are undefined; one that is not known is lacking.
 *
 * @param {unknown} options
 * @param {readonly string[]} [known]
 * @returns {Options}
 */
function optionsOf(options, known = []) {
  if (options === undefined) return { encoding: "hex" };
  if (typeof options === "string") return { encoding: encodingOf(options) };
  const { encoding = "hex", ...more } = /** @type {Record<string, any>} */ (options);
  const given = Object.entries(more).filter(([, value]) => value !== undefined);
  const unknown = given.find(([name]) => !known.includes(name));
  if (unknown !== undefined) throw new Lacks(`the option ${unknown[0]}`);
  return { ...Object.fromEntries(given), encoding: encodingOf(encoding) };
}

/** @param {string} encoding */
function encodingOf(encoding) {
  if (["hex", "base64", "base64url", "bytes"].includes(encoding)) return encoding;
  throw new Lacks(`the encoding ${encoding}`);
}

/**
 * A digest in an encoding that the implementation may not have. Bytes become a plain array, because some give a
 * `Buffer`.
 *
 * @param {Digest} digest
 * @param {string} encoding
 */
const encoded = (digest, encoding) => (typeof digest === "string" ? digest : encode(new Uint8Array(digest), encoding));

/** @param {string} digits */
export const bytesOfDigits = (digits) =>
  Uint8Array.from({ length: digits.length / 2 }, (_, at) => parseInt(digits.slice(2 * at, 2 * at + 2), 16));

/** A number as the digits of a digest. @param {number | bigint} value */
const digitsOf = (value) => value.toString(16).padStart(typeof value === "bigint" ? 16 : 8, "0");

/** The digits of a digest as a number. @param {string} digits */
const numberOf = (digits) => (digits.length > 8 ? BigInt(`0x${digits}`) : Number(`0x${digits}`));

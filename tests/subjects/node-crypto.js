// The subject `node:crypto`: OpenSSL in Node; Bun and Deno have implementations of their own under this name.

import { apiOf, Lacks, waysOf } from "./api.js";

/** @typedef {typeof import("node:crypto")} Crypto */

export const name = "node:crypto";
export const title = "node:crypto, hash and createHash";

const load = () => /** @type {Crypto | undefined} */ (globalThis.process?.getBuiltinModule?.("node:crypto"));

/** What Node calls an algorithm, where that is another name. @type {Record<string, string>} */
const NAMES = { keccak256: "keccak-256" };
/** The length that SHAKE has where none is asked for; Node deprecates that. @type {Record<string, number>} */
const SHAKE = { shake128: 16, shake256: 32 };

/** Why this runtime does not have it. */
export const available = () => (load() ? undefined : "this runtime has no node:crypto");

/** @returns {Promise<Record<string, any>>} */
export async function api() {
  const crypto = /** @type {Crypto} */ (load());
  const takesLength = hashTakesLength(crypto);
  return apiOf(waysOf((algorithm) => wayOf(crypto, takesLength, algorithm)));
}

/**
 * @param {Crypto} crypto
 * @param {boolean} takesLength whether `hash` can be told a length, and not only `createHash`
 * @param {string} algorithm
 * @returns {import("./api.js").Way | undefined}
 */
function wayOf({ createHash, hash }, takesLength, algorithm) {
  const named = NAMES[algorithm] ?? algorithm;
  const length = lengthOf(createHash, named);
  if (length === undefined) return undefined;
  /** The options for a digest of some length. @param {any} outputLength */
  const lengthening = (outputLength) => {
    if (outputLength === undefined) return {};
    if (outputLength !== length && !Object.hasOwn(SHAKE, named)) throw new Lacks(`${algorithm} of another length`);
    return { outputLength };
  };
  /** @type {(hasher: import("node:crypto").Hash, more: { outputLength?: number }) => import("./api.js").Digester} */
  const digester = (hasher, more) => ({
    update: (data) => hasher.update(data),
    digest: (encoding) => (encoding === "bytes" ? hasher.digest() : hasher.digest(/** @type {any} */ (encoding))),
    // A copy has the length that the algorithm has, unless it is told another one.
    clone: () => digester(hasher.copy(more), more),
  });
  return {
    digest: (data, { encoding, outputLength }) => {
      const more = lengthening(outputLength);
      const outputEncoding = /** @type {any} */ (encoding === "bytes" ? "buffer" : encoding);
      if (outputLength !== undefined && takesLength) {
        return hash(named, data, /** @type {any} */ ({ outputEncoding, ...more }));
      }
      if (outputLength !== undefined && outputLength !== length) throw new Lacks("hash with the option outputLength");
      return hash(named, data, outputEncoding);
    },
    hasher: ({ outputLength }) => {
      const more = lengthening(outputLength);
      return digester(createHash(named, more), more);
    },
    options: ["outputLength"],
  };
}

/**
 * The length of its digests where no other is asked for; `undefined` if it cannot be made. `getHashes()` of Bun does
 * not list all that it has.
 *
 * @param {Crypto["createHash"]} createHash
 * @param {string} named
 */
function lengthOf(createHash, named) {
  try {
    const more = Object.hasOwn(SHAKE, named) ? { outputLength: SHAKE[named] } : undefined;
    return createHash(named, more).digest().length;
  } catch {
    return undefined;
  }
}

/** Newer versions take options in the place of the encoding. @param {Crypto} crypto */
function hashTakesLength({ hash }) {
  try {
    const options = /** @type {any} */ ({ outputEncoding: "hex", outputLength: 1 });
    return /** @type {unknown} */ (hash("shake128", "", options)) === "7f";
  } catch {
    return false;
  }
}

// The subject `node:crypto`: OpenSSL in Node; Bun and Deno have implementations of their own under this name.

import process from "node:process";
import { apiOf, waysOf } from "./api.js";

export const name = "node:crypto";
export const title = "node:crypto, hash and createHash";

const load = () => /** @type {typeof import("node:crypto") | undefined} */ (process.getBuiltinModule?.("node:crypto"));

/** What Node calls an algorithm, where that is another name. @type {Record<string, string>} */
const NAMES = { keccak256: "keccak-256" };

/** Why this runtime does not have it. */
export const available = () => (load() ? undefined : "this runtime has no node:crypto");

/** @returns {Promise<Record<string, any>>} */
export async function api() {
  const { createHash, hash } = /** @type {typeof import("node:crypto")} */ (load());
  /** @type {(hasher: import("node:crypto").Hash) => import("./api.js").Digester} */
  const digester = (hasher) => ({
    update: (data) => hasher.update(data),
    digest: (encoding) => (encoding === "bytes" ? hasher.digest() : hasher.digest(/** @type {any} */ (encoding))),
    clone: () => digester(hasher.copy()),
  });
  return apiOf(
    waysOf((algorithm) => {
      const named = NAMES[algorithm] ?? algorithm;
      if (!isKnown(createHash, named)) return undefined;
      return {
        digest: (data, { encoding }) =>
          hash(named, data, /** @type {any} */ (encoding === "bytes" ? "buffer" : encoding)),
        hasher: () => digester(createHash(named)),
      };
    }),
  );
}

/**
 * Whether it can be made: `getHashes()` of Bun does not list all that it has.
 *
 * @param {typeof import("node:crypto").createHash} createHash
 * @param {string} named
 */
function isKnown(createHash, named) {
  try {
    createHash(named);
    return true;
  } catch {
    return false;
  }
}

// The subject `webcrypto`: `crypto.subtle.digest`, which gives promises and takes a message as a whole.

import { bytesOf } from "../suite/oracle.js";
import { apiOf } from "./api.js";

export const name = "webcrypto";
export const title = "crypto.subtle.digest";

const subtle = globalThis.crypto?.subtle;

/** Why this runtime does not have it. */
export const available = () => (subtle ? undefined : "this runtime has no crypto.subtle");

/** What Web Crypto calls the algorithms; those of SHA-3 are newer than others, and not everywhere. */
const NAMES = {
  sha1: "SHA-1",
  sha256: "SHA-256",
  sha384: "SHA-384",
  sha512: "SHA-512",
  "sha3-256": "SHA3-256",
  "sha3-384": "SHA3-384",
  "sha3-512": "SHA3-512",
};

/** @returns {Promise<Record<string, any>>} */
export async function api() {
  /** @type {Record<string, import("./api.js").Way>} */
  const ways = {};
  for (const [algorithm, named] of Object.entries(NAMES)) {
    if (!(await isKnown(named))) continue;
    ways[algorithm] = {
      later: async (data) => new Uint8Array(await subtle.digest(named, /** @type {any} */ (bytesOf(data)))),
    };
  }
  return apiOf(ways);
}

/**
 * There is no list of what is known, but an error that the specification names.
 *
 * @param {string} named
 */
const isKnown = (named) =>
  subtle.digest(named, new Uint8Array()).then(
    () => true,
    (error) => {
      if (error.name === "NotSupportedError") return false;
      throw error;
    },
  );

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

/** cSHAKE without a function name and a customization is SHAKE (NIST SP 800-185, section 3.3). */
const EXTENDABLE = { shake128: "cSHAKE128", shake256: "cSHAKE256" };

/** @returns {Promise<Record<string, any>>} */
export async function api() {
  /** @type {Record<string, import("./api.js").Way>} */
  const ways = {};
  for (const [algorithm, named] of Object.entries(NAMES)) {
    if (!(await isKnown(named))) continue;
    ways[algorithm] = { later: (data) => digest(named, data) };
  }
  for (const [algorithm, named] of Object.entries(EXTENDABLE)) {
    const ofBytes = (/** @type {number} */ length) => ({ name: named, outputLength: length * 8 });
    if (!(await isKnown(ofBytes(1)))) continue;
    ways[algorithm] = {
      later: (data, { outputLength }) => digest(ofBytes(/** @type {number} */ (outputLength)), data),
      options: ["outputLength"],
    };
  }
  return apiOf(ways);
}

/** @typedef {string | { name: string, outputLength: number }} Named the length is in bits */

/** @type {(named: Named, data: import("./api.js").Data) => Promise<Uint8Array>} */
const digest = async (named, data) => new Uint8Array(await subtle.digest(named, /** @type {any} */ (bytesOf(data))));

/**
 * There is no list of what is known, but an error that the specification names.
 *
 * @param {Named} named
 */
const isKnown = (named) =>
  subtle.digest(named, new Uint8Array()).then(
    () => true,
    (error) => {
      if (error.name === "NotSupportedError") return false;
      throw error;
    },
  );

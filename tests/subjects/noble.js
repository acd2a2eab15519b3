// The subject `noble`: the package @noble/hashes, which is JavaScript and takes bytes.

import { blake2b, blake2s } from "@noble/hashes/blake2.js";
import { blake3 } from "@noble/hashes/blake3.js";
import { md5, ripemd160, sha1 } from "@noble/hashes/legacy.js";
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from "@noble/hashes/sha2.js";
import { keccak_256, sha3_224, sha3_256, sha3_384, sha3_512, shake128, shake256 } from "@noble/hashes/sha3.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { apiOf, Lacks } from "./api.js";

export const name = "noble";
export const title = "@noble/hashes";

/** Why this runtime does not have it: it runs wherever JavaScript does. */
export const available = () => undefined;

/** @type {Record<string, any>} */
const HASHES = {
  md5,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  "sha512-224": sha512_224,
  "sha512-256": sha512_256,
  "sha3-224": sha3_224,
  "sha3-256": sha3_256,
  "sha3-384": sha3_384,
  "sha3-512": sha3_512,
  keccak256: keccak_256,
  ripemd160,
  blake2b512: blake2b,
  blake2b256: blake2b,
  blake2s256: blake2s,
  blake3,
  shake128,
  shake256,
};
/** What an algorithm of Oxbridge is to @noble/hashes with options. @type {Record<string, object>} */
const FIXED = { blake2b256: { dkLen: 32 } };
const BLAKE2 = ["key", "outputLength", "salt", "personal"];
/** The options of Oxbridge that an algorithm has. @type {Record<string, string[]>} */
const OPTIONS = {
  blake2b512: BLAKE2,
  blake2b256: BLAKE2,
  blake2s256: BLAKE2,
  blake3: ["key", "outputLength", "context"],
  shake128: ["outputLength"],
  shake256: ["outputLength"],
};

/** @param {import("./api.js").Data} data */
const bytesOf = (data) => (typeof data === "string" ? utf8ToBytes(data) : data);
/** @type {(digest: Uint8Array, encoding: string) => import("./api.js").Digest} */
const given = (digest, encoding) => (encoding === "hex" ? bytesToHex(digest) : digest);

/**
 * Options as @noble/hashes takes them. A salt and a personalization have all their bytes there: a short one is not
 * followed by zeros.
 *
 * @param {string} algorithm
 * @param {import("./api.js").Options} options
 * @returns {object}
 */
function translated(algorithm, { encoding: _, ...options }) {
  const full = algorithm === "blake2s256" ? 8 : 16;
  const given = Object.entries(options).map(([option, value]) => {
    if (option === "outputLength") return ["dkLen", value];
    const bytes = bytesOf(/** @type {import("./api.js").Data} */ (value));
    const isPart = ["salt", "personal"].includes(option) && bytes.length !== full;
    if (isPart) throw new Lacks(`${option} of ${bytes.length} bytes, where it takes ${full}`);
    return [option === "personal" ? "personalization" : option, bytes];
  });
  return { ...FIXED[algorithm], ...Object.fromEntries(given) };
}

/** @returns {Promise<Record<string, any>>} */
export async function api() {
  /** @type {(hasher: any) => import("./api.js").Digester} */
  const digester = (hasher) => ({
    update: (data) => hasher.update(bytesOf(data)),
    digest: (encoding) => given(hasher.digest(), encoding),
    clone: () => digester(hasher.clone()),
  });
  const ways = Object.entries(HASHES).map(([algorithm, hash]) => {
    /** @type {import("./api.js").Way} */
    const way = {
      digest: (data, options) => given(hash(bytesOf(data), translated(algorithm, options)), options.encoding),
      hasher: (options) => digester(hash.create(translated(algorithm, options))),
      options: OPTIONS[algorithm],
    };
    return [algorithm, way];
  });
  return apiOf(Object.fromEntries(ways));
}

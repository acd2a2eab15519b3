// What algorithms are called in lines with a tag: by the tools that write such lines, which do not all agree.

import { ALGORITHMS } from "../../src/interface.js";
import { plain } from "../../src/nearest.js";

/** @typedef {import("../../src/algorithm.js").Algorithm} Algorithm */

/**
 * Tags that are written, where they are not the title: by coreutils (`cksum -a`), by b2sum of BLAKE2, by rhash for
 * CRC-32, and by xxhsum.
 *
 * @type {Partial<Record<Algorithm, string>>}
 */
const TAGS = {
  sha1: "SHA1",
  sha224: "SHA224",
  sha256: "SHA256",
  sha384: "SHA384",
  sha512: "SHA512",
  blake2b512: "BLAKE2b",
  blake2s256: "BLAKE2s",
  crc32: "CRC32",
  crc32c: "CRC32C",
  "xxh3-64": "XXH3",
  "xxh3-128": "XXH128",
};

/**
 * Tags that others write: the BSDs, and OpenSSL 3. In none of them do case, `-`, `_` and `/` matter.
 *
 * @type {Record<string, Algorithm>}
 */
const OTHERS = {
  RMD160: "ripemd160",
  SHA512t224: "sha512-224",
  SHA512t256: "sha512-256",
  "SHA2-224": "sha224",
  "SHA2-256": "sha256",
  "SHA2-384": "sha384",
  "SHA2-512": "sha512",
  "SHA2-512/224": "sha512-224",
  "SHA2-512/256": "sha512-256",
};

/** The algorithms whose tags have the length in bits where it is another than the usual one, as b2sum writes it. */
const WITH_LENGTH = /** @type {const} */ (["blake2b512", "blake2s256"]);

/**
 * @param {Algorithm} algorithm
 * @param {number} [length] of a digest in bytes
 */
export function tagOf(algorithm, length = ALGORITHMS[algorithm].digestLength) {
  const base = WITH_LENGTH.find((one) => one === algorithm || (algorithm === "blake2b256" && one === "blake2b512"));
  const isUsual = length === ALGORITHMS[algorithm].digestLength;
  if (base !== undefined && !isUsual) return `${TAGS[base]}-${8 * length}`;
  return TAGS[algorithm] ?? ALGORITHMS[algorithm].title;
}

/** @type {Map<string, Algorithm>} */
const known = new Map();

/**
 * The algorithm that a tag stands for, with the length of the digest in bytes if the tag says one.
 *
 * @param {string} tag
 * @returns {import("./line.js").Kind | undefined}
 */
export function kindOfTag(tag) {
  const algorithm = algorithmOfTag(tag);
  if (algorithm !== undefined) {
    const saysLength = algorithm.startsWith("blake2");
    return { algorithm, length: saysLength ? ALGORITHMS[algorithm].digestLength : undefined };
  }
  const [, base, bits] = /^(.*)-(\d{1,3})$/.exec(tag) ?? [];
  const found = WITH_LENGTH.find((one) => plain(tagOf(one)) === plain(base ?? ""));
  const length = Number(bits) / 8;
  const isOne =
    found !== undefined && Number.isInteger(length) && length > 0 && length <= ALGORITHMS[found].digestLength;
  return isOne ? { algorithm: found, length } : undefined;
}

/**
 * @param {string} tag
 * @returns {Algorithm | undefined}
 */
function algorithmOfTag(tag) {
  if (known.size === 0) {
    for (const [other, algorithm] of Object.entries(OTHERS)) known.set(plain(other), algorithm);
    for (const algorithm of /** @type {Algorithm[]} */ (Object.keys(ALGORITHMS))) {
      for (const name of [algorithm, ALGORITHMS[algorithm].title, tagOf(algorithm)]) known.set(plain(name), algorithm);
    }
  }
  return known.get(plain(tag));
}

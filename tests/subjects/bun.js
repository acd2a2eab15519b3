// The subject `bun`: what Bun has built in under its own name, `Bun.CryptoHasher` and `Bun.hash`.

import { apiOf, Lacks, refuseValue, waysOf } from "./api.js";

export const name = "bun";
export const title = "Bun.CryptoHasher and Bun.hash";

const { Bun } = /** @type {any} */ (globalThis);

/** Why this runtime does not have it. */
export const available = () => (Bun ? undefined : "this runtime is not Bun");

/**
 * What Bun calls the checksums, and the options that they have. `crc32` goes on from a value, which Bun calls a seed.
 *
 * @type {Record<string, { named: string, goesOn?: boolean, options?: string[] }>}
 */
const CHECKSUMS = {
  crc32: { named: "crc32", goesOn: true },
  adler32: { named: "adler32" },
  xxh32: { named: "xxHash32", options: ["seed"] },
  xxh64: { named: "xxHash64", options: ["seed"] },
  "xxh3-64": { named: "xxHash3", options: ["seed"] },
};

/** @returns {Promise<Record<string, any>>} */
export async function api() {
  const { CryptoHasher, hash } = Bun;
  /** @type {(hasher: any) => import("./api.js").Digester} */
  const digester = (hasher) => ({
    update: (data) => hasher.update(data),
    digest: (encoding) => (encoding === "bytes" ? hasher.digest() : hasher.digest(encoding)),
    clone: () => digester(hasher.copy()),
  });
  const digests = waysOf((algorithm) => {
    if (!CryptoHasher.algorithms.includes(algorithm)) return undefined;
    const { byteLength } = new CryptoHasher(algorithm);
    // Each has one length, SHAKE too. What takes a key is HMAC, also of BLAKE2.
    const checkLength = (/** @type {unknown} */ length) => {
      if (length !== undefined && length !== byteLength) throw new Lacks(`${algorithm} of another length`);
    };
    return {
      digest: (data, { encoding, outputLength }) => {
        checkLength(outputLength);
        return CryptoHasher.hash(algorithm, data, ...(encoding === "bytes" ? [] : [encoding]));
      },
      hasher: ({ outputLength }) => {
        checkLength(outputLength);
        return digester(new CryptoHasher(algorithm));
      },
      options: ["outputLength"],
    };
  });
  const checksums = Object.entries(CHECKSUMS).map(([algorithm, { named, goesOn, options }]) => {
    /** @type {import("./api.js").Way["checksum"]} */
    const checksum = (data, value) => {
      if (value === undefined) return hash[named](data);
      if (!goesOn && options === undefined) refuseValue(value, algorithm);
      return hash[named](data, value);
    };
    return [algorithm, { checksum, options }];
  });
  return apiOf({ ...digests, ...Object.fromEntries(checksums) });
}

// The subject `bun`: what Bun has built in under its own name, `Bun.CryptoHasher` and `Bun.hash`.

import { apiOf, refuseValue, waysOf } from "./api.js";

export const name = "bun";
export const title = "Bun.CryptoHasher and Bun.hash";

const { Bun } = /** @type {any} */ (globalThis);

/** Why this runtime does not have it. */
export const available = () => (Bun ? undefined : "this runtime is not Bun");

/** What Bun calls the checksums. Of these, `crc32` goes on from a value, which Bun calls a seed. */
const CHECKSUMS = {
  crc32: "crc32",
  adler32: "adler32",
  xxh32: "xxHash32",
  xxh64: "xxHash64",
  "xxh3-64": "xxHash3",
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
    return {
      digest: (data, { encoding }) => CryptoHasher.hash(algorithm, data, ...(encoding === "bytes" ? [] : [encoding])),
      hasher: () => digester(new CryptoHasher(algorithm)),
    };
  });
  const checksums = Object.entries(CHECKSUMS).map(([algorithm, named]) => {
    /** @type {import("./api.js").Way["checksum"]} */
    const checksum = (data, value) => {
      if (algorithm === "crc32" && value !== undefined) return hash.crc32(data, value);
      refuseValue(value, algorithm);
      return hash[named](data);
    };
    return [algorithm, { checksum }];
  });
  return apiOf({ ...digests, ...Object.fromEntries(checksums) });
}

// The data of `npm run test:huge`: 4 GiB, 2 MiB and a little, so that a count of bytes or bits with 32 bits is wrong, and
// what has the first MiB before it still has more than 4 GiB behind. It is made in chunks, and never in memory at once.

export const MIB = 2 ** 20;
export const CHUNKS = 4098;
export const CHUNK = Uint8Array.from({ length: MIB }, (_, i) => i % 251);
/** What comes behind the chunks; no block of any algorithm ends with it. */
export const TAIL = CHUNK.subarray(0, 12_345);
export const LENGTH = CHUNKS * MIB + TAIL.length;

/** Algorithms that get the data together, and whose digests are asked for by the same name. */
export const GROUPS = /** @type {Record<string, string[]>} */ ({
  "MD5, SHA-1 and SHA-2": ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha512-224", "sha512-256"],
  "SHA-3": ["sha3-224", "sha3-256", "sha3-384", "sha3-512", "keccak256", "shake128", "shake256"],
  "RIPEMD-160 and BLAKE": ["ripemd160", "blake2b512", "blake2b256", "blake2s256", "blake3"],
  "checksums and xxHash": [
    ...["crc32", "crc32c", "crc64-nvme", "crc64-xz", "adler32"],
    ...["xxh32", "xxh64", "xxh3-64", "xxh3-128"],
  ],
});

/** How many bytes are asked for of algorithms that give as many as one likes: more than a block has. */
export const OUTPUTS = /** @type {Record<string, number>} */ ({ shake128: 200, shake256: 200, blake3: 131 });

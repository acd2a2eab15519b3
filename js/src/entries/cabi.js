// `oxbridge/cabi`: the whole API, on the backend that calls the C library and no other. Printed; do not edit.

import { bindApi } from "#bound";

const api = bindApi("cabi");

export const add = api.add;
export const fibonacci = api.fibonacci;
export const sha256 = api.sha256;
export const md5 = api.md5;
export const sha1 = api.sha1;
export const sha224 = api.sha224;
export const sha384 = api.sha384;
export const sha512 = api.sha512;
export const sha512_224 = api.sha512_224;
export const sha512_256 = api.sha512_256;
export const sha3_224 = api.sha3_224;
export const sha3_256 = api.sha3_256;
export const sha3_384 = api.sha3_384;
export const sha3_512 = api.sha3_512;
export const keccak256 = api.keccak256;
export const ripemd160 = api.ripemd160;
export const blake2b512 = api.blake2b512;
export const blake2b256 = api.blake2b256;
export const blake2s256 = api.blake2s256;
export const blake3 = api.blake3;
export const shake128 = api.shake128;
export const shake256 = api.shake256;
export const hash = api.hash;
export const bulkHash = api.bulkHash;
export const crc32 = api.crc32;
export const crc32c = api.crc32c;
export const crc64_nvme = api.crc64_nvme;
export const crc64_xz = api.crc64_xz;
export const adler32 = api.adler32;
export const xxh32 = api.xxh32;
export const xxh64 = api.xxh64;
export const xxh3_64 = api.xxh3_64;
export const xxh3_128 = api.xxh3_128;
export const crc32Combine = api.crc32Combine;
export const crc32cCombine = api.crc32cCombine;
export const crc64NvmeCombine = api.crc64NvmeCombine;
export const crc64XzCombine = api.crc64XzCombine;
export const adler32Combine = api.adler32Combine;
export const createHash = api.createHash;
export const restoreHash = api.restoreHash;
export const hashes = api.hashes;
export const invertColors = api.invertColors;
export const promises = api.promises;

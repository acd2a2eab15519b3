// Whether the signature of a Mach-O file fits it. macOS ends a process on Apple's processors that maps a page whose digest
// is another, so a tool that changes a file after it was signed makes it useless.
// The layout is that of Apple's cs_blobs.h; all numbers are big-endian.

import { createHash } from "node:crypto";

const SUPER_BLOB = 0xfade0cc0;
const CODE_DIRECTORY = 0xfade0c02;
const SHA_256 = 2;

/**
 * How many pages of a file do not have the digest that its signature says.
 *
 * @param {Buffer} bytes
 * @param {number} at where the signature is
 */
export function brokenPages(bytes, at) {
  if (bytes.readUInt32BE(at) !== SUPER_BLOB) throw new Error("the signature does not begin as one");
  const count = bytes.readUInt32BE(at + 8);
  const blobs = Array.from({ length: count }, (_, i) => at + bytes.readUInt32BE(at + 12 + 8 * i + 4));
  const directory = blobs.find((blob) => bytes.readUInt32BE(blob) === CODE_DIRECTORY);
  if (directory === undefined) throw new Error("the signature has no code directory");
  const digests = directory + bytes.readUInt32BE(directory + 16);
  const pages = bytes.readUInt32BE(directory + 28);
  const end = bytes.readUInt32BE(directory + 32);
  const length = bytes.readUInt8(directory + 36);
  if (bytes.readUInt8(directory + 37) !== SHA_256) throw new Error("the signature has other digests than SHA-256");
  const pageSize = 2 ** bytes.readUInt8(directory + 39);
  const broken = Array.from({ length: pages }, (_, page) => {
    const content = bytes.subarray(page * pageSize, Math.min((page + 1) * pageSize, end));
    const digest = createHash("sha256").update(content).digest().subarray(0, length);
    return !digest.equals(bytes.subarray(digests + page * length, digests + (page + 1) * length));
  });
  return broken.filter(Boolean).length;
}

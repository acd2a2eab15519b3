// One JavaScript function for each C function of the library. Printed from the interface table; do not edit.
// Each has a call site of its own, so that a runtime can compile the call into machine code.

/**
 * @param {Record<string, any>} lib the functions of the opened library
 * @param {import("./cabi.js").Cell} cell where C writes results
 * @param {(status: number) => void} check throws unless the status is 0
 * @param {(length: number) => number | bigint} size what C's size_t and uint64_t are given as
 */
export const calls = (lib, cell, check, size) => ({
  /** @type {() => string} */
  interface_digest: () => {
    check(lib.oxb_interface_digest(cell.out));
    return cell.takeText();
  },
  /** @type {() => bigint} */
  interface_calls: () => {
    check(lib.oxb_interface_calls(cell.out));
    return cell.u64[0];
  },
  /** @type {(data: Uint8Array) => number} */
  keep: (data) => {
    const read = cell.read(data);
    check(lib.oxb_keep(read, size(cell.length), cell.out));
    return Number(cell.u64[0]);
  },
  /** @type {(handle: number) => void} */
  release: (handle) => {
    check(lib.oxb_release(size(handle)));
  },
  /** @type {(a: number, b: number) => number} */
  add: (a, b) => {
    check(lib.oxb_add(a, b, cell.out));
    return cell.f64[0];
  },
  /** @type {(n: number) => bigint} */
  fibonacci: (n) => {
    check(lib.oxb_fibonacci(n, cell.out));
    return cell.u64[0];
  },
  /** @type {(algorithm: number, data: Uint8Array, out: Uint8Array) => void} */
  hash: (algorithm, data, out) => {
    const read = cell.read(data);
    check(lib.oxb_hash(algorithm, read, size(cell.length), out, size(out.length)));
  },
  /** @type {(algorithm: number, encoding: number, data: Uint8Array) => string} */
  hash_text: (algorithm, encoding, data) => {
    const read = cell.read(data);
    check(lib.oxb_hash_text(algorithm, encoding, read, size(cell.length), cell.out));
    return cell.takeText();
  },
  /** @type {(algorithm: number, options: Uint8Array, data: Uint8Array, out: Uint8Array) => void} */
  hash_with: (algorithm, options, data, out) => {
    const read = cell.read(data);
    check(lib.oxb_hash_with(algorithm, options, size(options.length), read, size(cell.length), out, size(out.length)));
  },
  /** @type {(algorithm: number, options: Uint8Array, encoding: number, data: Uint8Array) => string} */
  hash_text_with: (algorithm, options, encoding, data) => {
    const read = cell.read(data);
    check(lib.oxb_hash_text_with(algorithm, options, size(options.length), encoding, read, size(cell.length), cell.out));
    return cell.takeText();
  },
  /** @type {(algorithm: number, options: Uint8Array) => number} */
  hasher_new: (algorithm, options) => {
    const read = cell.read(options);
    check(lib.oxb_hasher_new(algorithm, read, size(cell.length), cell.out));
    return Number(cell.u64[0]);
  },
  /** @type {(hasher: number, data: Uint8Array) => void} */
  hasher_update: (hasher, data) => {
    const read = cell.read(data);
    check(lib.oxb_hasher_update(size(hasher), read, size(cell.length)));
  },
  /** @type {(hasher: number, out: Uint8Array) => void} */
  hasher_digest: (hasher, out) => {
    check(lib.oxb_hasher_digest(size(hasher), out, size(out.length)));
  },
  /** @type {(hasher: number, encoding: number) => string} */
  hasher_digest_text: (hasher, encoding) => {
    check(lib.oxb_hasher_digest_text(size(hasher), encoding, cell.out));
    return cell.takeText();
  },
  /** @type {(hasher: number) => number} */
  hasher_clone: (hasher) => {
    check(lib.oxb_hasher_clone(size(hasher), cell.out));
    return Number(cell.u64[0]);
  },
  /** @type {(hasher: number) => void} */
  hasher_reset: (hasher) => {
    check(lib.oxb_hasher_reset(size(hasher)));
  },
  /** @type {(hasher: number, out: Uint8Array) => number} */
  hasher_save: (hasher, out) => {
    check(lib.oxb_hasher_save(size(hasher), out, size(out.length), cell.out));
    return cell.u32[0];
  },
  /** @type {(hasher: number) => number} */
  hasher_algorithm: (hasher) => {
    check(lib.oxb_hasher_algorithm(size(hasher), cell.out));
    return cell.u32[0];
  },
  /** @type {(bytes: Uint8Array) => number} */
  hasher_restore: (bytes) => {
    const read = cell.read(bytes);
    check(lib.oxb_hasher_restore(read, size(cell.length), cell.out));
    return Number(cell.u64[0]);
  },
  /** @type {(algorithm: number, bytes: Uint8Array, offsets: Uint32Array, unit: number, out: Uint8Array) => void} */
  bulk_hash: (algorithm, bytes, offsets, unit, out) => {
    const read = cell.read(bytes);
    check(lib.oxb_bulk_hash(algorithm, read, size(cell.length), offsets, size(offsets.length), unit, out, size(out.length)));
  },
  /** @type {(algorithm: number, encoding: number, bytes: Uint8Array, offsets: Uint32Array, unit: number) => string} */
  bulk_hash_text: (algorithm, encoding, bytes, offsets, unit) => {
    const read = cell.read(bytes);
    check(lib.oxb_bulk_hash_text(algorithm, encoding, read, size(cell.length), offsets, size(offsets.length), unit, cell.out));
    return cell.takeText();
  },
  /** @type {(algorithm: number, options: Uint8Array, bytes: Uint8Array, offsets: Uint32Array, unit: number, out: Uint8Array) => void} */
  bulk_hash_with: (algorithm, options, bytes, offsets, unit, out) => {
    const read = cell.read(bytes);
    check(lib.oxb_bulk_hash_with(algorithm, options, size(options.length), read, size(cell.length), offsets, size(offsets.length), unit, out, size(out.length)));
  },
  /** @type {(algorithm: number, options: Uint8Array, encoding: number, bytes: Uint8Array, offsets: Uint32Array, unit: number) => string} */
  bulk_hash_text_with: (algorithm, options, encoding, bytes, offsets, unit) => {
    const read = cell.read(bytes);
    check(lib.oxb_bulk_hash_text_with(algorithm, options, size(options.length), encoding, read, size(cell.length), offsets, size(offsets.length), unit, cell.out));
    return cell.takeText();
  },
  /** @type {(algorithm: number, data: Uint8Array, value: number) => number} */
  checksum_32: (algorithm, data, value) => {
    const read = cell.read(data);
    check(lib.oxb_checksum_32(algorithm, read, size(cell.length), value, cell.out));
    return cell.u32[0];
  },
  /** @type {(algorithm: number, data: Uint8Array, value: bigint) => bigint} */
  checksum_64: (algorithm, data, value) => {
    const read = cell.read(data);
    check(lib.oxb_checksum_64(algorithm, read, size(cell.length), value, cell.out));
    return cell.u64[0];
  },
  /** @type {(algorithm: number, first: bigint, second: bigint, length: bigint) => bigint} */
  checksum_combine: (algorithm, first, second, length) => {
    check(lib.oxb_checksum_combine(algorithm, first, second, length, cell.out));
    return cell.u64[0];
  },
  /** @type {(data: Uint8Array, seed: number) => number} */
  xxh32: (data, seed) => {
    const read = cell.read(data);
    check(lib.oxb_xxh32(read, size(cell.length), seed, cell.out));
    return cell.u32[0];
  },
  /** @type {(data: Uint8Array, seed: bigint) => bigint} */
  xxh64: (data, seed) => {
    const read = cell.read(data);
    check(lib.oxb_xxh64(read, size(cell.length), seed, cell.out));
    return cell.u64[0];
  },
  /** @type {(data: Uint8Array, seed: bigint) => bigint} */
  xxh3_64: (data, seed) => {
    const read = cell.read(data);
    check(lib.oxb_xxh3_64(read, size(cell.length), seed, cell.out));
    return cell.u64[0];
  },
  /** @type {(data: Uint8Array, seed: bigint, out: Uint8Array) => void} */
  xxh3_128: (data, seed, out) => {
    const read = cell.read(data);
    check(lib.oxb_xxh3_128(read, size(cell.length), seed, out, size(out.length)));
  },
  /** @type {(pixels: Uint8Array) => void} */
  invert_colors: (pixels) => {
    check(lib.oxb_invert_colors(pixels, size(pixels.length)));
  },
});

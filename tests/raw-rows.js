// The rows of an addon, called as they are: what no function of the API shows, such as that a released handle is gone,
// and rows that no function calls off the thread.

import { deepStrictEqual, ok, rejects, throws } from "node:assert";
import { createHash } from "node:crypto";
import { DIGEST, ROWS } from "../js/src/interface.js";

const SHA256 = 0;
const CRC32 = 18;
const CRC64_NVME = 20;
const XXH3_64 = 25;
const HEX = 0;
const NO_OPTIONS = new Uint8Array(0);
/** The option 2, a seed of 8 bytes, which is 7. */
const SEED_7 = new Uint8Array([2, 8, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0]);
/** What hash-wasm gives for it: XXH3 of "a" and of "bc", of 64 bits, and of "a" with 32, 64 and 128 bits. */
const XXH3_64_7 = { a: "9ed5888bc5a2a094", bc: "13895a4437a6ebe3" };
const XXH_7 = { 32: 0xda82c2a8, 64: 0xdc6349d489e0f965n, 128: "ceb2adbcec78c2499ed5888bc5a2a094" };
const COUNT_BYTES = 0;
/** The check values of the RevEng catalogue, and those of parts of the same message, bit by bit. */
const [CHECK_32, CHECK_32_OF_1234, CHECK_32_OF_56789] = [0xcbf43926, 0x9be3e0a3, 0x131da070];
const [CHECK_64, CHECK_64_OF_1234] = [0xae8b14860a799888n, 0x29f5dbe7e2ff71d4n];
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const digest = (/** @type {string} */ text) => createHash("sha256").update(text).digest("hex");
const raw = (/** @type {string} */ text) => new Uint8Array(createHash("sha256").update(text).digest());
const ofHex = (/** @type {string} */ text) => new Uint8Array(Buffer.from(text, "hex"));
const DISPOSED = { code: "ERR_DISPOSED" };

/**
 * What a row writes into an argument or, if it ends later, gives.
 *
 * @param {any} result
 * @param {Uint8Array} out
 */
const written = (result, out) => (result instanceof Promise ? result : out);

/**
 * What each row must do, whether it returns at once or ends later; `rows` are those that set up and look.
 *
 * @type {Record<string, (row: (...args: any[]) => any, rows: any) => Promise<void>>}
 */
const CHECKS = {
  interface_digest: async (row) => deepStrictEqual(await row(), DIGEST),
  interface_calls: async (row, rows) => {
    const before = rows.interface_calls();
    deepStrictEqual(await row(), before + 1n);
  },
  keep: async (row, rows) => {
    const kept = await row(bytes("abc"));
    deepStrictEqual(await rows.promises.hash_text(SHA256, HEX, kept), digest("abc"));
    throws(() => rows.release(kept), DISPOSED); // the row took it
  },
  release: async (row, rows) => {
    const hasher = rows.hasher_new(SHA256, NO_OPTIONS);
    deepStrictEqual(await row(hasher), undefined);
    throws(() => rows.hasher_digest_text(hasher, HEX), DISPOSED);
    throws(() => rows.hasher_update(hasher, bytes("a")), DISPOSED);
    const kept = rows.keep(bytes("abc"));
    await row(kept);
    await rejects(async () => rows.promises.hash_text(SHA256, HEX, kept), DISPOSED);
    await rejects(async () => row(kept), DISPOSED);
  },
  add: async (row) => deepStrictEqual(await row(1, 2), 3),
  fibonacci: async (row) => deepStrictEqual(await row(93), 12200160415121876738n),
  hash: async (row) => {
    const out = new Uint8Array(32);
    deepStrictEqual(plain(await written(row(SHA256, bytes("abc"), out), out)), raw("abc"));
  },
  hash_text: async (row) => deepStrictEqual(await row(SHA256, HEX, bytes("abc")), digest("abc")),
  hash_with: async (row) => {
    const out = new Uint8Array(8);
    deepStrictEqual(plain(await written(row(XXH3_64, SEED_7, bytes("a"), out), out)), ofHex(XXH3_64_7.a));
  },
  hash_text_with: async (row) => deepStrictEqual(await row(XXH3_64, SEED_7, HEX, bytes("bc")), XXH3_64_7.bc),
  hasher_new: async (row, rows) => {
    for (const [algorithm, options, text] of [
      [SHA256, NO_OPTIONS, digest("a")],
      [XXH3_64, SEED_7, XXH3_64_7.a],
    ]) {
      const hasher = await row(algorithm, options);
      rows.hasher_update(hasher, bytes("a"));
      deepStrictEqual(rows.hasher_digest_text(hasher, HEX), text);
      rows.release(hasher);
    }
  },
  hasher_update: async (row, rows) => {
    const [hasher, data] = [rows.hasher_new(SHA256, NO_OPTIONS), bytes("abc")];
    deepStrictEqual(await row(hasher, data), undefined);
    deepStrictEqual(data, bytes("abc"));
    deepStrictEqual(rows.hasher_digest_text(hasher, HEX), digest("abc"));
    rows.release(hasher);
  },
  hasher_digest: async (row, rows) => {
    const [hasher, out] = [rows.hasher_new(SHA256, NO_OPTIONS), new Uint8Array(32)];
    rows.hasher_update(hasher, bytes("abc"));
    deepStrictEqual(plain(await written(row(hasher, out), out)), raw("abc"));
    rows.release(hasher);
  },
  hasher_digest_text: async (row, rows) => {
    const hasher = rows.hasher_new(SHA256, NO_OPTIONS);
    rows.hasher_update(hasher, bytes("abc"));
    deepStrictEqual(await row(hasher, HEX), digest("abc"));
    deepStrictEqual(await row(hasher, HEX), digest("abc"));
    rows.release(hasher);
  },
  hasher_clone: async (row, rows) => {
    const hasher = rows.hasher_new(SHA256, NO_OPTIONS);
    rows.hasher_update(hasher, bytes("a"));
    const clone = await row(hasher);
    rows.hasher_update(clone, bytes("b"));
    const both = [hasher, clone].map((handle) => rows.hasher_digest_text(handle, HEX));
    deepStrictEqual(both, [digest("a"), digest("ab")]);
    for (const handle of [hasher, clone]) rows.release(handle);
  },
  hasher_reset: async (row, rows) => {
    const hasher = rows.hasher_new(SHA256, NO_OPTIONS);
    rows.hasher_update(hasher, bytes("abc"));
    deepStrictEqual(await row(hasher), undefined);
    deepStrictEqual(rows.hasher_digest_text(hasher, HEX), digest(""));
    rows.release(hasher);
  },
  hasher_save: async (row, rows) => {
    const [hasher, out] = [rows.hasher_new(SHA256, NO_OPTIONS), new Uint8Array(200)];
    rows.hasher_update(hasher, bytes("a"));
    const result = row(hasher, out);
    // Off the thread it gives what it has written, and not how much that is.
    const saved = result instanceof Promise ? plain(await result) : out;
    const length = rows.hasher_save(hasher, out);
    deepStrictEqual(saved, out);
    if (!(result instanceof Promise)) deepStrictEqual(result, length);
    const restored = rows.hasher_restore(saved.slice(0, length));
    rows.hasher_update(restored, bytes("bc"));
    deepStrictEqual(rows.hasher_digest_text(restored, HEX), digest("abc"));
    for (const handle of [hasher, restored]) rows.release(handle);
  },
  hasher_algorithm: async (row, rows) => {
    const hasher = rows.hasher_new(XXH3_64, NO_OPTIONS);
    deepStrictEqual(await row(hasher), XXH3_64);
    rows.release(hasher);
  },
  hasher_restore: async (row, rows) => {
    const [hasher, out] = [rows.hasher_new(SHA256, NO_OPTIONS), new Uint8Array(200)];
    rows.hasher_update(hasher, bytes("ab"));
    const restored = await row(out.slice(0, rows.hasher_save(hasher, out)).map((_, at) => out[at]));
    rows.hasher_update(restored, bytes("c"));
    deepStrictEqual(rows.hasher_digest_text(restored, HEX), digest("abc"));
    for (const handle of [hasher, restored]) rows.release(handle);
  },
  bulk_hash: async (row) => {
    const out = new Uint8Array(64);
    const result = row(SHA256, bytes("abc"), new Uint32Array([0, 1, 3]), COUNT_BYTES, out);
    deepStrictEqual(plain(await written(result, out)), new Uint8Array([...raw("a"), ...raw("bc")]));
  },
  bulk_hash_text: async (row) => {
    const text = await row(SHA256, HEX, bytes("abc"), new Uint32Array([0, 1, 3]), COUNT_BYTES);
    deepStrictEqual(text, digest("a") + digest("bc"));
  },
  bulk_hash_with: async (row) => {
    const out = new Uint8Array(16);
    const result = row(XXH3_64, SEED_7, bytes("abc"), new Uint32Array([0, 1, 3]), COUNT_BYTES, out);
    deepStrictEqual(plain(await written(result, out)), ofHex(XXH3_64_7.a + XXH3_64_7.bc));
  },
  bulk_hash_text_with: async (row) => {
    const text = await row(XXH3_64, SEED_7, HEX, bytes("abc"), new Uint32Array([0, 1, 3]), COUNT_BYTES);
    deepStrictEqual(text, XXH3_64_7.a + XXH3_64_7.bc);
  },
  checksum_32: async (row) => deepStrictEqual(await row(CRC32, bytes("56789"), CHECK_32_OF_1234), CHECK_32),
  checksum_64: async (row) => deepStrictEqual(await row(CRC64_NVME, bytes("56789"), CHECK_64_OF_1234), CHECK_64),
  checksum_combine: async (row) => {
    deepStrictEqual(await row(CRC32, BigInt(CHECK_32_OF_1234), BigInt(CHECK_32_OF_56789), 5n), BigInt(CHECK_32));
  },
  xxh32: async (row) => deepStrictEqual(await row(bytes("a"), 7), XXH_7[32]),
  xxh64: async (row) => deepStrictEqual(await row(bytes("a"), 7n), XXH_7[64]),
  xxh3_64: async (row) => deepStrictEqual(await row(bytes("a"), 7n), BigInt(`0x${XXH3_64_7.a}`)),
  xxh3_128: async (row) => {
    const out = new Uint8Array(16);
    deepStrictEqual(plain(await written(row(bytes("a"), 7n, out), out)), ofHex(XXH_7[128]));
  },
  invert_colors: async (row) => {
    const pixels = new Uint8Array([0, 127, 255]);
    deepStrictEqual(plain(await written(row(pixels), pixels)), new Uint8Array([255, 128, 0]));
  },
};

/** Bytes, which must be an array of this language and no other. @param {any} value */
function plain(value) {
  ok(value instanceof Uint8Array, "it gave no bytes");
  return new Uint8Array(value);
}

/** The names of all rows. */
export const RAW_ROWS = Object.values(ROWS).flatMap((types) => Object.keys(types));

/**
 * Throws unless a row is right.
 *
 * @param {string} name
 * @param {(...args: any[]) => any} row as an addon has it, or as it has it under `promises`
 * @param {any} rows an addon that nothing is wrong with
 */
export async function checkRow(name, row, rows) {
  const check = CHECKS[name];
  if (check === undefined) throw new Error(`the row ${name} is called nowhere`);
  await check(row, rows);
}

/**
 * Throws unless a row leaves the memory of its arguments alone when it ends later.
 *
 * @param {(...args: any[]) => Promise<any>} invertColors the row of that name, under `promises`
 */
export async function checkOwnMemory(invertColors) {
  const pixels = new Uint8Array([1, 2, 3]);
  const result = await invertColors(pixels);
  deepStrictEqual([...pixels], [1, 2, 3]);
  ok(result.buffer !== pixels.buffer && result.byteOffset === 0 && result.buffer.byteLength === 3);
}

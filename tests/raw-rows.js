// The rows of an addon, called as they are: what no function of the API shows, such as that a released handle is gone,
// and rows that no function calls off the thread.

import { deepStrictEqual, ok, rejects, throws } from "node:assert";
import { createHash } from "node:crypto";
import { DIGEST, ROWS } from "../js/src/interface.js";

const SHA256 = 0;
const CRC32 = 18;
const CRC64_NVME = 20;
const HEX = 0;
const COUNT_BYTES = 0;
/** The check values of the RevEng catalogue, and those of parts of the same message, bit by bit. */
const [CHECK_32, CHECK_32_OF_1234, CHECK_32_OF_56789] = [0xcbf43926, 0x9be3e0a3, 0x131da070];
const [CHECK_64, CHECK_64_OF_1234] = [0xae8b14860a799888n, 0x29f5dbe7e2ff71d4n];
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const digest = (/** @type {string} */ text) => createHash("sha256").update(text).digest("hex");
const raw = (/** @type {string} */ text) => new Uint8Array(createHash("sha256").update(text).digest());
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
    const hasher = rows.hasher_new(SHA256);
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
  hasher_new: async (row, rows) => {
    const hasher = await row(SHA256);
    deepStrictEqual(rows.hasher_digest_text(hasher, HEX), digest(""));
    rows.release(hasher);
  },
  hasher_update: async (row, rows) => {
    const [hasher, data] = [rows.hasher_new(SHA256), bytes("abc")];
    deepStrictEqual(await row(hasher, data), undefined);
    deepStrictEqual(data, bytes("abc"));
    deepStrictEqual(rows.hasher_digest_text(hasher, HEX), digest("abc"));
    rows.release(hasher);
  },
  hasher_digest: async (row, rows) => {
    const [hasher, out] = [rows.hasher_new(SHA256), new Uint8Array(32)];
    rows.hasher_update(hasher, bytes("abc"));
    deepStrictEqual(plain(await written(row(hasher, out), out)), raw("abc"));
    rows.release(hasher);
  },
  hasher_digest_text: async (row, rows) => {
    const hasher = rows.hasher_new(SHA256);
    rows.hasher_update(hasher, bytes("abc"));
    deepStrictEqual(await row(hasher, HEX), digest("abc"));
    deepStrictEqual(await row(hasher, HEX), digest("abc"));
    rows.release(hasher);
  },
  hasher_clone: async (row, rows) => {
    const hasher = rows.hasher_new(SHA256);
    rows.hasher_update(hasher, bytes("a"));
    const clone = await row(hasher);
    rows.hasher_update(clone, bytes("b"));
    const both = [hasher, clone].map((handle) => rows.hasher_digest_text(handle, HEX));
    deepStrictEqual(both, [digest("a"), digest("ab")]);
    for (const handle of [hasher, clone]) rows.release(handle);
  },
  hasher_reset: async (row, rows) => {
    const hasher = rows.hasher_new(SHA256);
    rows.hasher_update(hasher, bytes("abc"));
    deepStrictEqual(await row(hasher), undefined);
    deepStrictEqual(rows.hasher_digest_text(hasher, HEX), digest(""));
    rows.release(hasher);
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
  checksum_32: async (row) => deepStrictEqual(await row(CRC32, bytes("56789"), CHECK_32_OF_1234), CHECK_32),
  checksum_64: async (row) => deepStrictEqual(await row(CRC64_NVME, bytes("56789"), CHECK_64_OF_1234), CHECK_64),
  checksum_combine: async (row) => {
    deepStrictEqual(await row(CRC32, BigInt(CHECK_32_OF_1234), BigInt(CHECK_32_OF_56789), 5n), BigInt(CHECK_32));
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

// Gives every row of a backend, without the checks that users have before it, every hostile value in every position.
// The same for the calls of an addon that end later. Any answer will do, as long as the process lives, no byte outside a
// view changes, and correct calls are right then. Run with the name of the backend and the folder of the native binaries.

import { createHash } from "node:crypto";
import { join } from "node:path";
import { openAddon } from "../../../js/src/backends/addon.js";
import { openLibrary } from "../../../js/src/backends/cabi.js";
import { openWasm } from "../../../js/src/backends/wasm.js";
import { fileName } from "../../../js/src/find.js";
import { DIGEST, ROWS } from "../../../js/src/interface.js";
import * as hash from "../../../js/wasm/hash.inline.js";
import * as image from "../../../js/wasm/image.inline.js";
import * as math from "../../../js/wasm/math.inline.js";
import { bytes, checkCanaries, fresh, indices, VALUES } from "./hostile-values.js";

const NO_OPTIONS = new Uint8Array(0);

const RANDOM_CALLS = 18_000; // with hostile values in every position at once, of all rows together
const CROWDS = 200; // times that several calls use the same handle

const [name, folder] = process.argv.slice(2);

/** @returns {any} */
function open() {
  if (name === "cabi") return openLibrary(join(folder, fileName(name)));
  // Each module has its own handles; the last is the one with hashers.
  if (name === "wasm") return Object.assign({}, ...[math, image, hash].map(openWasm));
  return openAddon(/** @type {"napi" | "neon"} */ (name), join(folder, fileName(/** @type {"napi"} */ (name))));
}

const rows = open();

/** What is right for each type. */
const RIGHT = {
  f64: () => 0.1,
  u32: () => 0,
  u64: () => 0n,
  Bytes: () => bytes(3),
  BytesMut: () => bytes(32),
  Indices: () => indices([0, 3]),
  Handle: () => made(rows.hasher_new(0, NO_OPTIONS)),
};

/** Handles that a call was given, or gave. @type {number[]} */
let handles = [];

/** @param {number} handle */
function made(handle) {
  handles.push(handle);
  return handle;
}

/** Ends them all, whatever the call has done to them. */
function releaseAll() {
  for (const handle of handles) {
    try {
      rows.release(handle);
    } catch {
      // It is gone already, or was none.
    }
  }
  handles = [];
}

function released() {
  const handle = rows.hasher_new(0, NO_OPTIONS);
  rows.release(handle);
  return handle;
}

const SLOTS = 2 ** 29; // in a handle, the number of a slot has so many values, and above it is a generation

/** Every hostile value, and handles that are not what is wanted. @type {typeof VALUES} */
const ALL = [
  ...VALUES,
  ["a hasher", () => made(rows.hasher_new(0, NO_OPTIONS))],
  ["a handle of bytes", () => made(rows.keep(bytes(32)))],
  ["a handle of no bytes", () => made(rows.keep(bytes(0)))],
  ["a handle that was released", released],
  ["a handle of the next generation", () => made(rows.hasher_new(0, NO_OPTIONS)) + SLOTS],
  ["a handle of the last generation", () => (made(rows.hasher_new(0, NO_OPTIONS)) % SLOTS) + 2 ** 53 - SLOTS],
  ["a handle of the last slot", () => 2 * SLOTS - 1],
  ["the largest handle", () => 2 ** 53 - 1],
];

/** @type {Record<string, (keyof typeof RIGHT)[]>} */
const PARAMETERS = Object.assign({}, ...Object.values(ROWS));

/**
 * Whether the row may be given this kind of value here; see `Kind`.
 *
 * C believes every length and every place, and 32 bits where it expects them; the glue of WebAssembly is JavaScript,
 * and writes a result where the view says that it is.
 *
 * @param {import("./hostile-values.js").Kind} kind
 * @param {string} type
 */
function allowed(kind, type) {
  if (kind === "place" && name === "wasm") return type !== "BytesMut";
  if (kind === undefined || name !== "cabi") return true;
  return kind === "narrow" && type !== "Indices";
}

let calls = 0;

/**
 * Calls a row; whatever it answers, now or later, the canaries live.
 *
 * @param {string} row
 * @param {() => unknown} call
 * @param {string} what
 */
async function attempt(row, call, what) {
  calls++;
  // The last line before a crash says what caused it.
  if (process.env.HOSTILE_TRACE) console.error(`${row}(${what})`);
  try {
    const answer = call();
    // Most rows answer at once; a turn for each of these would take longer than all the rest.
    const value = answer instanceof Promise ? await answer : answer;
    if (typeof value === "number") made(value);
  } catch {
    // A refusal is what most of these get.
  }
  try {
    checkCanaries();
  } catch (error) {
    throw new Error(`${name} ${row}(${what}): ${/** @type {Error} */ (error).message}`);
  }
  releaseAll();
}

/** @param {unknown} actual @param {unknown} expected @param {string} what */
function same(actual, expected, what) {
  if (String(actual) !== String(expected)) throw new Error(`${name}: ${what} is ${actual}, but should be ${expected}`);
}

/** @param {Uint8Array} data */
const sha256 = (data) => createHash("sha256").update(data).digest();

/** @param {string} when */
async function allRight(when) {
  fresh();
  const data = bytes(100);
  const digest = sha256(data).toString("hex");
  same(rows.interface_digest(), DIGEST, `the digest ${when}`);
  same(rows.add(0.1, 0.2), 0.1 + 0.2, `the sum ${when}`);
  same(rows.fibonacci(93), 12200160415121876738n, `the 93rd Fibonacci number ${when}`);
  const out = bytes(32);
  rows.hash(0, data, out);
  same([...out], [...sha256(data)], `the digest of 100 bytes ${when}`);
  same(rows.hash_text(0, 0, data), digest, `its text ${when}`);
  const both = bytes(64);
  rows.bulk_hash(0, data, indices([0, 50, 100]), 0, both);
  const parts = [sha256(data.subarray(0, 50)), sha256(data.subarray(50))];
  same(
    [...both],
    parts.flatMap((part) => [...part]),
    `two digests ${when}`,
  );
  const text = rows.bulk_hash_text(0, 0, data, indices([0, 50, 100]), 0);
  same(text, parts.map((part) => part.toString("hex")).join(""), `two texts ${when}`);
  const pixels = bytes(3);
  rows.invert_colors(pixels);
  same([...pixels], [255, 254, 253], `the inverse ${when}`);
  hashersRight(data, digest, when);
  if (rows.promises) await laterRight(data, digest, when);
  checkCanaries();
}

/**
 * @param {Uint8Array} data
 * @param {string} digest its own
 * @param {string} when
 */
function hashersRight(data, digest, when) {
  const hasher = rows.hasher_new(0, NO_OPTIONS);
  rows.hasher_update(hasher, data.subarray(0, 7));
  const clone = rows.hasher_clone(hasher);
  rows.hasher_update(hasher, data.subarray(7));
  const out = bytes(32);
  rows.hasher_digest(hasher, out);
  same([...out], [...sha256(data)], `the digest of a hasher ${when}`);
  same(rows.hasher_digest_text(hasher, 0), digest, `its text ${when}`);
  same(rows.hasher_digest_text(clone, 0), sha256(data.subarray(0, 7)).toString("hex"), `that of its clone ${when}`);
  rows.hasher_reset(hasher);
  same(rows.hasher_digest_text(hasher, 0), sha256(new Uint8Array(0)).toString("hex"), `that of no bytes ${when}`);
  const kept = rows.keep(data);
  for (const handle of [hasher, clone, kept]) {
    rows.release(handle);
    same(
      codeOf(() => rows.release(handle)),
      "ERR_DISPOSED",
      `a handle that was released ${when}`,
    );
  }
}

/** @param {() => unknown} call */
function codeOf(call) {
  try {
    return call();
  } catch (error) {
    return /** @type {any} */ (error).code;
  }
}

/**
 * @param {Uint8Array} data
 * @param {string} digest its own
 * @param {string} when
 */
async function laterRight(data, digest, when) {
  const { promises } = rows;
  same(await promises.hash_text(0, 0, data), digest, `the text later ${when}`);
  same(await promises.hash_text(0, 0, rows.keep(data)), digest, `the text of kept bytes ${when}`);
  same([...(await promises.hash(0, data, bytes(32)))], [...sha256(data)], `the digest later ${when}`);
  const hasher = await promises.hasher_new(0, NO_OPTIONS);
  await promises.hasher_update(hasher, data);
  same(await promises.hasher_digest_text(hasher, 0), digest, `the text of a hasher later ${when}`);
  await promises.release(hasher);
  same(await promises.hasher_reset(hasher).catch(codeOfError), "ERR_DISPOSED", `a released hasher later ${when}`);
}

const codeOfError = (/** @type {any} */ error) => error.code;

/** A generator of numbers that is the same in every run (xorshift, 32 bits). */
let state = 0x2545f491;
function random(/** @type {number} */ below) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
}

/** Two views of one buffer, one of which would be written to. */
const OVERLAPS = /** @type {[number, number, number, number][]} */ ([
  [0, 32, 0, 32],
  [0, 32, 16, 48],
  [16, 48, 0, 32],
  [0, 64, 16, 48],
  [31, 63, 0, 32],
]);

/**
 * @param {string} row
 * @param {Record<string, (...args: unknown[]) => unknown>} from the rows that answer now, or later
 */
async function attack(row, from) {
  const types = PARAMETERS[row];
  const right = () => types.map((type) => RIGHT[type]());
  const run = (/** @type {unknown[]} */ ...args) => from[row](...args);

  for (const [position, type] of types.entries()) {
    for (const [label, make, kind] of ALL) {
      if (!allowed(kind, type)) continue;
      fresh();
      const args = right();
      args[position] = /** @type {any} */ (make());
      await attempt(row, () => run(...args), `${type} is ${label}`);
    }
  }
  for (let count = 0; count <= types.length; count++) {
    fresh();
    await attempt(row, () => run(...right().slice(0, count)), `${count} arguments`);
  }
  for (const [label, make, kind] of ALL) {
    if (!allowed(kind, "Indices")) continue;
    fresh();
    await attempt(row, () => run(...right(), make(), ...Array(100).fill(make())), `and ${label}, 101 times`);
    fresh();
    await attempt(row, () => Reflect.apply(from[row], make(), right()), `this is ${label}`);
  }
  fresh();
  await attempt(row, () => Reflect.construct(from[row], right()), "as a constructor");

  const written = types.indexOf("BytesMut");
  for (const [position] of [...types.entries()].filter(([, type]) => written >= 0 && type === "Bytes")) {
    for (const [first, to, start, end] of OVERLAPS) {
      fresh();
      const args = right();
      const whole = bytes(64);
      args[position] = whole.subarray(first, to);
      args[written] = whole.subarray(start, end);
      await attempt(row, () => run(...args), `overlapping views ${first}-${to} and ${start}-${end}`);
    }
  }
  const most = RANDOM_CALLS / Object.keys(PARAMETERS).length;
  for (let i = 0; i < (types.length > 0 ? most : 0); i++) {
    fresh();
    const labels = [];
    /** @type {unknown[]} */
    const args = [];
    for (const type of types) {
      const [label, make, kind] = ALL[random(ALL.length)];
      const take = random(3) > 0 && allowed(kind, type);
      labels.push(take ? label : "right");
      args.push(take ? make() : RIGHT[type]());
    }
    await attempt(row, () => run(...args), labels.join(", "));
  }
}

/** Calls that use the same handle at the same time, in every order, and one that ends it meanwhile. */
async function crowd() {
  const { promises } = rows;
  const types = /** @type {[string, string[]][]} */ (Object.entries(PARAMETERS));
  const using = types.filter(([, parameters]) => parameters[0] === "Handle");
  for (let i = 0; i < CROWDS; i++) {
    fresh();
    const hasher = rows.hasher_new(0, NO_OPTIONS);
    const data = bytes(1000);
    /** @type {Promise<unknown>[]} */
    const running = [];
    for (let j = 0; j < 8; j++) {
      const [row, parameters] = using[random(using.length)];
      const args = [
        hasher,
        ...parameters.slice(1).map((type) => (type === "Bytes" ? data : RIGHT[/** @type {"u32"} */ (type)]())),
      ];
      const call = () => (random(2) > 0 ? promises : rows)[row](...args);
      await attempt(row, () => void running.push(Promise.resolve(call()).catch(codeOfError)), "in a crowd");
    }
    for (const value of await Promise.all(running)) if (typeof value === "number") made(value);
    made(hasher);
    releaseAll();
  }
}

// Where a runtime gives another object in the place of the promise that a constructor returns, nobody can catch it.
process.on("unhandledRejection", () => {});
await allRight("before");
for (const row of Object.keys(PARAMETERS)) {
  await attack(row, rows);
  await allRight(`after the attack on ${row}`);
  if (!rows.promises) continue;
  await attack(row, rows.promises);
  await allRight(`after the attack on ${row}, later`);
}
if (rows.promises) {
  await crowd();
  await allRight("after a crowd");
}
const least = rows.promises ? 40_000 : 15_000;
console.log(`lived through ${calls > least ? "enough" : `too few (${calls})`} calls`);

// Gives every row of a backend, without the checks that users have before it, every hostile value in every position.
// Any answer will do, as long as the process lives, no byte outside a view changes, and correct calls are right then.
// Run with the name of the backend and the folder of the native binaries.

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

const RANDOM_CALLS = 1000; // for each row, with hostile values in every position at once

const [name, folder] = process.argv.slice(2);

/** @returns {any} */
function open() {
  if (name === "cabi") return openLibrary(join(folder, fileName(name)));
  if (name === "wasm") return Object.assign({}, ...[math, hash, image].map(openWasm));
  return openAddon(/** @type {"napi" | "neon"} */ (name), join(folder, fileName(/** @type {"napi"} */ (name))));
}

const rows = open();

/** What is right for each type. */
const RIGHT = {
  f64: () => 0.1,
  u32: () => 0,
  Bytes: () => bytes(3),
  BytesMut: () => bytes(32),
  Indices: () => indices([0, 3]),
};

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
 * Calls a row; whatever it answers, the canaries live.
 *
 * @param {string} row
 * @param {() => unknown} call
 * @param {string} what
 */
function attempt(row, call, what) {
  calls++;
  // The last line before a crash says what caused it.
  if (process.env.HOSTILE_TRACE) console.error(`${row}(${what})`);
  try {
    call();
  } catch {
    // A refusal is what most of these get.
  }
  try {
    checkCanaries();
  } catch (error) {
    throw new Error(`${name} ${row}(${what}): ${/** @type {Error} */ (error).message}`);
  }
}

/** @param {unknown} actual @param {unknown} expected @param {string} what */
function same(actual, expected, what) {
  if (String(actual) !== String(expected)) throw new Error(`${name}: ${what} is ${actual}, but should be ${expected}`);
}

/** @param {Uint8Array} data */
const sha256 = (data) => createHash("sha256").update(data).digest();

/** @param {string} when */
function allRight(when) {
  fresh();
  const data = bytes(100);
  same(rows.interface_digest(), DIGEST, `the digest ${when}`);
  same(rows.add(0.1, 0.2), 0.1 + 0.2, `the sum ${when}`);
  same(rows.fibonacci(93), 12200160415121876738n, `the 93rd Fibonacci number ${when}`);
  const out = bytes(32);
  rows.hash(0, data, out);
  same([...out], [...sha256(data)], `the digest of 100 bytes ${when}`);
  same(rows.hash_text(0, 0, data), sha256(data).toString("hex"), `its text ${when}`);
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
  checkCanaries();
}

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

/** @param {string} row */
function attack(row) {
  const types = PARAMETERS[row];
  const right = () => types.map((type) => RIGHT[type]());
  const run = (/** @type {unknown[]} */ ...args) => rows[row](...args);

  types.forEach((type, position) => {
    for (const [label, make, kind] of VALUES) {
      if (!allowed(kind, type)) continue;
      fresh();
      const args = right();
      args[position] = /** @type {any} */ (make());
      attempt(row, () => run(...args), `${type} is ${label}`);
    }
  });
  for (let count = 0; count <= types.length; count++) {
    fresh();
    attempt(row, () => run(...right().slice(0, count)), `${count} arguments`);
  }
  for (const [label, make, kind] of VALUES) {
    if (!allowed(kind, "Indices")) continue;
    fresh();
    attempt(row, () => run(...right(), make(), ...Array(100).fill(make())), `and ${label}, 101 times`);
    fresh();
    attempt(row, () => Reflect.apply(rows[row], make(), right()), `this is ${label}`);
  }
  fresh();
  attempt(row, () => Reflect.construct(rows[row], right()), "as a constructor");

  const views = types.flatMap((type, i) => (type === "Bytes" || type === "BytesMut" ? [i] : []));
  if (views.length === 2) {
    for (const [from, to, start, end] of OVERLAPS) {
      fresh();
      const args = right();
      const whole = bytes(64);
      args[views[0]] = whole.subarray(from, to);
      args[views[1]] = whole.subarray(start, end);
      attempt(row, () => run(...args), `overlapping views ${from}-${to} and ${start}-${end}`);
    }
  }
  for (let i = 0; i < (types.length > 0 ? RANDOM_CALLS : 0); i++) {
    fresh();
    const labels = [];
    /** @type {unknown[]} */
    const args = [];
    for (const type of types) {
      const [label, make, kind] = VALUES[random(VALUES.length)];
      const take = random(3) > 0 && allowed(kind, type);
      labels.push(take ? label : "right");
      args.push(take ? make() : RIGHT[type]());
    }
    attempt(row, () => run(...args), labels.join(", "));
  }
}

allRight("before");
for (const row of Object.keys(PARAMETERS)) {
  attack(row);
  allRight(`after the attack on ${row}`);
}
console.log(`lived through ${calls > 8_000 ? "enough" : "too few"} calls`);

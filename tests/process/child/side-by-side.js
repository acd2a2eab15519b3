// Two backends at once in one process: calls alternate between them, and the counter of each, which is kept on the
// native side, rises by exactly the calls that were made through it. Run with the folder of the native binaries.

import { join } from "node:path";
import { load } from "oxbridge/backend";
import { openAddon } from "../../../js/src/backends/addon.js";
import { openLibrary } from "../../../js/src/backends/cabi.js";
import { openWasm } from "../../../js/src/backends/wasm.js";
import { fileName } from "../../../js/src/find.js";
import * as hash from "../../../js/wasm/hash.inline.js";
import * as image from "../../../js/wasm/image.inline.js";
import * as math from "../../../js/wasm/math.inline.js";

const folder = process.argv[2];
const NAMES = /** @type {const} */ (["napi", "neon", "wasm", "cabi"]);

// The same files give the same instances that `load` has, so these see what it counts.
/** @type {Record<string, { interface_calls: () => bigint }[]>} */
const ROWS = {
  napi: [openAddon("napi", join(folder, fileName("napi")))],
  neon: [openAddon("neon", join(folder, fileName("neon")))],
  cabi: [openLibrary(join(folder, fileName("cabi")))],
  wasm: [math, hash, image].map(openWasm),
};

/** @type {Record<string, number>} */
const reads = {};

/**
 * How many calls a backend has counted, without those that ask for it.
 *
 * @param {string} name
 */
function callsOf(name) {
  const counted = ROWS[name].map((rows) => Number(rows.interface_calls()));
  reads[name] = (reads[name] ?? 0) + counted.length;
  return counted.reduce((sum, calls) => sum + calls) - reads[name];
}

/**
 * @param {unknown} actual
 * @param {unknown} expected
 * @param {string} what
 */
function same(actual, expected, what) {
  if (actual !== expected) throw new Error(`${what}: ${actual}, but should be ${expected}`);
}

const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
/** @typedef {Awaited<ReturnType<typeof load>>} Api */
/** @type {((api: Api) => void)[]} */
const CALLS = [
  (api) => same(api.add(0.1, 0.2), 0.30000000000000004, "add"),
  (api) => same(api.fibonacci(93), 12200160415121876738n, "fibonacci"),
  (api) => same(api.sha256("abc"), ABC, "sha256"),
  (api) => same(api.bulkHash("sha256", ["abc", "abc"]).join(), `${ABC},${ABC}`, "bulkHash"),
  (api) => same(api.invertColors(new Uint8Array([1]))[0], 254, "invertColors"),
];
const ROUNDS = 20;

const apis = Object.fromEntries(await Promise.all(NAMES.map(async (name) => [name, await load(name)])));
let pairs = 0;
for (const a of NAMES) {
  for (const b of NAMES.slice(NAMES.indexOf(a) + 1)) {
    const before = NAMES.map(callsOf);
    const made = { [a]: 0, [b]: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      for (const call of CALLS) {
        call(apis[a]);
        made[a]++;
        // The second is called in half of the rounds, so that the two numbers differ.
        if (round % 2 === 0) continue;
        call(apis[b]);
        made[b]++;
      }
    }
    const rose = NAMES.map((name, i) => callsOf(name) - before[i]);
    for (const [i, name] of NAMES.entries()) {
      same(rose[i], made[name] ?? 0, `calls of ${name} while ${a} and ${b} were called`);
    }
    same(apis[a].backend().name, a, "the name");
    pairs++;
  }
}
console.log(`${pairs} pairs`);

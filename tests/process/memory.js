// Nothing is kept that nobody needs: hundreds of thousands of calls, hashers that are lost, and calls that are cancelled
// leave the process as large as it was.

import { runChild } from "./children.js";

// V8's memory for new objects grows in steps, up to 48 MiB, and would hide what is looked for.
const V8 = ["--expose-gc", "--max-semi-space-size=1"];
const FLAGS = { node26: V8, bun: [], deno: [`--v8-flags=${V8}`] };
const AT_ONCE = 2; // memory can be measured beside other work, and there is much to do

/** @typedef {keyof typeof FLAGS} Id */

const MANY = 200_000;
/** A stream crosses four times at least, and has a source of its own: 200,000 of them take more than a minute. */
const STREAMS = 10_000;
/** Where the other combinations of a runtime and a backend have 200,000 promises, these show that they are no different. */
const FEWER = 50_000;

/** @type {[Id, string, number][]} */
const CELLS = [
  ["node26", "napi", MANY],
  ["node26", "neon", MANY],
  ["node26", "wasm", MANY],
  ["node26", "cabi", MANY],
  ["bun", "napi", FEWER],
  ["bun", "wasm", FEWER],
  ["deno", "napi", FEWER],
  ["deno", "wasm", FEWER],
];

/**
 * Each test of `child/memory.js`, by how many MiB the process may grow, and how many calls it makes.
 *
 * @type {{ test: string, most: number, calls: (promises: number) => number, name: (calls: number) => string }[]}
 */
const TESTS = [
  { test: "now", most: 8, calls: () => MANY, name: (calls) => `${calls} calls of every function that returns at once` },
  {
    test: "later",
    most: 8,
    calls: (promises) => promises,
    name: (calls) => `${calls} promises of every function that takes bytes`,
  },
  { test: "streams", most: 8, calls: () => STREAMS, name: (calls) => `${calls} streams, and files,` },
  { test: "lost", most: 8, calls: () => 0, name: () => "100,000 hashers that are lost without being freed" },
  { test: "cancelled", most: 64, calls: () => 0, name: () => "200 calls with 9 MiB that are cancelled" },
];

/** @param {Id} id @param {string} backend @param {(typeof TESTS)[number]} row @param {number} calls */
async function measure(id, backend, { test, most }, calls) {
  const options = { env: { OXBRIDGE_BACKEND: backend }, flags: FLAGS[id], timeout: 300_000 };
  const text = await runChild(id, "memory.js", [test, `${calls}`], options);
  const grown = Object.entries(/** @type {Record<string, number[]>} */ (JSON.parse(text)));
  if (grown.length === 0) throw new Error("nothing was measured");
  for (const [name, tries] of grown) {
    const last = tries[tries.length - 1];
    if (!(last < most)) throw new Error(`${name} grows by ${tries.join(", ")} MiB: ${text}`);
  }
}

/** @type {{ name: string, run: () => Promise<void>, result?: Promise<unknown> }[]} */
const all = CELLS.flatMap(([id, backend, promises]) =>
  TESTS.map((row) => ({
    name: `on ${id} with ${backend}, ${row.name(row.calls(promises))} leave less than ${row.most} MiB behind`,
    run: () => measure(id, backend, row, row.calls(promises)),
  })),
);

/**
 * Starts what is not started yet, so that a few run at the same time.
 *
 * @param {number} first
 */
function startFrom(first) {
  for (const check of all.slice(first, first + AT_ONCE)) {
    check.result ??= check.run().then(
      () => undefined,
      (error) => error,
    );
  }
}

/** @type {import("../report.js").Check[]} */
export const checks = all.map((check, i) => ({
  name: check.name,
  run: async () => {
    startFrom(i);
    const error = await check.result;
    if (error) throw error;
  },
}));

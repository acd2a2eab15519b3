// Nothing is kept that nobody needs: hundreds of thousands of calls, hashers that are lost, and calls that are cancelled
// leave the process as large as it was.

import { together } from "../together.js";
import { runChild } from "./children.js";

// V8's memory for new objects grows in steps, up to 48 MiB, and would hide what is looked for.
const V8 = ["--expose-gc", "--max-semi-space-size=1"];
const FLAGS = { node26: V8, bun: [], deno: [`--v8-flags=${V8}`] };
const AT_ONCE = 2; // memory can be measured beside other work, and there is much to do

/** @typedef {keyof typeof FLAGS} Id */

const MANY = 200_000;
/** Where the other combinations of a runtime and a backend have 200,000 promises, these show that they are no different. */
const FEWER = 50_000;
/** A stream crosses four times at least, and has a source of its own: 200,000 of them take more than a minute. */
const STREAMS = 10_000;

/**
 * A combination, and how many promises and streams it makes.
 *
 * @typedef {{ id: Id, backend: string, promises: number, streams: number }} Cell
 */

/** @type {(id: Id, backend: string, promises?: number, streams?: number) => Cell} */
const cell = (id, backend, promises = MANY, streams = STREAMS) => ({ id, backend, promises, streams });

const CELLS = [
  cell("node26", "napi"),
  cell("node26", "neon"),
  cell("node26", "wasm", FEWER),
  cell("node26", "cabi"),
  cell("bun", "napi", FEWER),
  cell("bun", "wasm", FEWER),
  cell("deno", "napi", FEWER),
  cell("deno", "wasm", FEWER),
];

/** Every combination with 200,000 calls of everything: too long for `npm test`. */
const ALL_CELLS = /** @type {Id[]} */ (Object.keys(FLAGS)).flatMap((id) =>
  ["napi", "neon", "wasm", "cabi"].map((backend) => cell(id, backend, MANY, MANY)),
);

/**
 * Each test of `child/memory.js`, by how many MiB the process may grow, and how many calls it makes.
 *
 * @type {{ test: string, most: number, calls: (cell: Cell) => number, name: (calls: number) => string }[]}
 */
const TESTS = [
  { test: "now", most: 8, calls: () => MANY, name: (calls) => `${calls} calls of every function that returns at once` },
  {
    test: "later",
    most: 8,
    calls: ({ promises }) => promises,
    name: (calls) => `${calls} promises of every function that takes bytes`,
  },
  { test: "parts", most: 64, calls: () => 100, name: (calls) => `${calls} promises whose results have several parts` },
  { test: "streams", most: 8, calls: ({ streams }) => streams, name: (calls) => `${calls} streams, and files,` },
  { test: "lost", most: 8, calls: () => 0, name: () => "100,000 hashers that are lost without being freed" },
  { test: "cancelled", most: 64, calls: () => 0, name: () => "200 calls with 9 MiB that are cancelled" },
  { test: "long", most: 1, calls: () => 128, name: (calls) => `${calls} MiB more of a stream, in its middle,` },
];

/** @param {Cell} cell @param {(typeof TESTS)[number]} row */
async function measure({ id, backend }, { test, most }, /** @type {number} */ calls) {
  const options = { env: { OXBRIDGE_BACKEND: backend }, flags: FLAGS[id], timeout: 600_000 };
  const text = await runChild(id, "memory.js", [test, `${calls}`], options);
  const grown = Object.entries(/** @type {Record<string, number[]>} */ (JSON.parse(text)));
  if (grown.length === 0) throw new Error("nothing was measured");
  for (const [name, tries] of grown) {
    const last = tries[tries.length - 1];
    if (!(last < most)) throw new Error(`${name} grows by ${tries.join(", ")} MiB: ${text}`);
  }
}

/**
 * The checks of some combinations, of which a few run at the same time.
 *
 * @param {Cell[]} cells
 */
const checksOf = (cells) =>
  together(
    cells.flatMap((cell) =>
      TESTS.map((row) => {
        const calls = row.calls(cell);
        const name = `on ${cell.id} with ${cell.backend}, ${row.name(calls)} leave less than ${row.most} MiB behind`;
        return { name, run: () => measure(cell, row, calls) };
      }),
    ),
    AT_ONCE,
  );

export const checks = checksOf(CELLS);
export const allChecks = checksOf(ALL_CELLS);

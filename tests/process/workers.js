// A hundred workers load a native backend, use it and leave; the process ends in peace. Workers may be ended in the
// middle of their promise calls, and what they leave behind goes with them.

import { nativeFolder } from "../../js/build/native.js";
import { together } from "../together.js";
import { runChild, same } from "./children.js";

const NATIVE = ["napi", "neon", "cabi"];

/** The kinds of workers that each runtime has. */
const KINDS = /** @type {const} */ ([
  ["node20", "thread"],
  ["node24", "thread"],
  ["node26", "thread"],
  ["bun", "thread"],
  ["bun", "web"],
  ["deno", "thread"],
  ["deno", "web"],
]);

/** The kinds of workers that are ended from outside. */
const ENDED = /** @type {const} */ ([
  ["node20", "thread"],
  ["node26", "thread"],
  ["bun", "thread"],
  ["deno", "web"],
]);

/** @type {import("../report.js").Check[]} */
const all = [
  ...KINDS.flatMap(([id, kind]) =>
    NATIVE.map((backend) => ({
      name: `on ${id}, 100 ${kind} workers load ${backend}, call it and leave`,
      run: async () => same(await runChild(id, "workers.js", [kind, backend]), "100 workers", "what ran"),
    })),
  ),
  ...ENDED.flatMap(([id, kind]) => [
    ...[...NATIVE, "wasm"].map((backend) => ({
      name: `on ${id}, 50 ${kind} workers are ended in the middle of their promises of ${backend}`,
      run: async () => {
        const said = await runChild(id, "terminated.js", [kind, backend, "ends", nativeFolder]);
        same(said, "50 workers", "what ran");
      },
    })),
    // In WebAssembly they are in the worker's own memory.
    ...NATIVE.map((backend) => ({
      name: `on ${id}, 100 ${kind} workers leave hashers of ${backend} behind, and none stays`,
      run: async () => {
        const said = await runChild(id, "terminated.js", [kind, backend, "leaves", nativeFolder]);
        same(said, "100 workers", "what ran");
      },
    })),
  ]),
];

export const checks = together(all, 2);

// A hundred workers load a native backend, use it and leave; the process ends in peace.

import { runChild, same } from "./children.js";

const BACKENDS = ["napi", "neon", "cabi"];

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

/** @type {import("../report.js").Check[]} */
export const checks = KINDS.flatMap(([id, kind]) =>
  BACKENDS.map((backend) => ({
    name: `on ${id}, 100 ${kind} workers load ${backend}, call it and leave`,
    run: async () => same(await runChild(id, "workers.js", [kind, backend]), "100 workers", "what ran"),
  })),
);

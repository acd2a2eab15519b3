// What one call costs, measured in a process that uses one backend only, as programs do.
//
// Run by bench.js: `node crossing.js <backend> [<hand-written addon>]`. Prints nanoseconds per call as JSON.

import { createRequire } from "node:module";
import { takeTurns } from "./measure.js";

const CALLS = 200_000;
const ROUNDS = 15;

const [name, addon] = process.argv.slice(2);
process.env.OXBRIDGE_BACKEND = name;
const { add } = await import("oxbridge");
const { backend } = await import("oxbridge/backend");
if (backend().name !== name) throw new Error(`asked for the backend ${name}, but ${backend().name} answers`);

/** @type {Record<string, (a: number, b: number) => number>} */
const additions = { [name]: add, plain: (a, b) => a + b };
if (addon !== undefined) additions.handwritten = createRequire(import.meta.url)(addon).add;

const candidates = [];
for (const [candidate, addition] of Object.entries(additions)) {
  /** @type {typeof import("./add-loop.js")} */
  const { sumUp } = await import(`./add-loop.js?${candidate}`);
  candidates.push({ name: candidate, run: () => sumUp(addition, CALLS) });
}

const times = await takeTurns({
  candidates,
  input: () => undefined,
  fold: (sum) => sum,
  rounds: ROUNDS,
  operations: CALLS,
});
console.log(JSON.stringify(times));

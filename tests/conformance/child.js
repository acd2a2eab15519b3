// Runs in the runtime that is asked for: `child.js '{"name":"bun"}'` puts one subject through the cases, and prints how
// far it is and the column, each behind a mark. With `"every":3` it takes every third case.

import process from "node:process";
import { readVectors } from "../runners/vectors.js";
import { SUBJECTS } from "../subjects/list.js";
import { moduleSubject } from "../subjects/oxbridge.js";
import { columnOf } from "./column.js";
import { grade, gradedCases } from "./grade.js";
import { ownRuntime } from "./runtimes.js";

/** How often it says how far it is, in milliseconds. */
const INTERVAL = 200;

const { name, address, every = 1 } = JSON.parse(process.argv[2]);
const what = { subject: name, runtime: ownRuntime() };

/** @returns {Promise<import("./column.js").Column>} */
async function run() {
  /** @type {Record<string, any>} */
  let api;
  try {
    const subject = address === undefined ? await SUBJECTS[name]() : moduleSubject(address);
    const reason = subject.available();
    if (reason !== undefined) return columnOf({ ...what, state: "unavailable", reason });
    api = await subject.api();
  } catch (error) {
    return columnOf({ ...what, state: "unloadable", reason: String(error) });
  }
  const { cases: all, leftOut } = gradedCases(readVectors());
  const cases = all.filter((_, index) => index % every === 0);
  let told = 0;
  const tell = (/** @type {number} */ done) => {
    if (performance.now() - told < INTERVAL) return;
    told = performance.now();
    console.log(`CASES ${done} of ${cases.length}`);
  };
  return columnOf({ ...what, state: "ran" }, await grade(api, cases, tell), leftOut);
}

console.log(`COLUMN ${JSON.stringify(await run())}`);

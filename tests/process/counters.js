// Counts that have 32 bits where they need more: more than 4 GiB through every algorithm on every backend, and what other
// implementations give for the same data in the same run. OpenSSL and zlib inside Node are asked first, then hash-wasm.

import { NAMES } from "../suite/algorithms.js";
import { together } from "../together.js";
import { GROUPS, LENGTH } from "./child/huge-data.js";
import { runChild, same } from "./children.js";

const BACKENDS = ["napi", "neon", "wasm", "cabi"];
const AT_ONCE = 2;
const TIMEOUT = 1_800_000;
const size = `${(LENGTH / 2 ** 30).toFixed(3)} GiB`;

/** @typedef {Record<string, string>} Digests by algorithm */

/** What the others have given, by group. @type {Map<string, Promise<Digests>>} */
const expected = new Map();

/** @param {string} group */
function expectedOf(group) {
  const run = async () => JSON.parse(await runChild("node26", "counters-oracle.js", [group], { timeout: TIMEOUT }));
  if (!expected.has(group)) expected.set(group, run());
  return /** @type {Promise<Digests>} */ (expected.get(group));
}

/**
 * Throws unless every way gave what the others did; all that is wrong is named.
 *
 * @param {Record<string, Digests>} ways
 * @param {Digests} right
 */
function judge(ways, right) {
  const wrong = Object.entries(ways).flatMap(([way, digests]) =>
    Object.entries(digests).flatMap(([name, digest]) =>
      digest === right[name] ? [] : [`${name} by ${way} is ${digest}, but should be ${right[name]}`],
    ),
  );
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
}

/**
 * @param {string} backend
 * @param {string} group
 */
async function count(backend, group) {
  const options = { env: { OXBRIDGE_BACKEND: backend }, timeout: TIMEOUT };
  const { name, ways } = JSON.parse(await runChild("node26", "counters.js", [group], options));
  same(name, backend, "what answered");
  same(Object.keys(ways.hashers), GROUPS[group], "the algorithms that were asked for");
  judge(ways, await expectedOf(group));
}

/** @param {string} backend */
async function digestWhole(backend) {
  const { name, digests } = JSON.parse(
    await runChild("node26", "whole.js", [], { env: { OXBRIDGE_BACKEND: backend }, timeout: TIMEOUT }),
  );
  same(name, backend, "what answered");
  const right = Object.assign({}, ...(await Promise.all(Object.keys(GROUPS).map(expectedOf))));
  judge({ "one call": digests }, right);
}

export const checks = [
  {
    name: "every algorithm is in a group",
    run: () => same(Object.values(GROUPS).flat().sort(), [...NAMES].sort(), "the algorithms of all groups"),
  },
  ...together(
    [
      ...Object.keys(GROUPS).map((group) => ({
        name: `others say what ${group} give for ${size}`,
        run: () => expectedOf(group),
      })),
      ...Object.keys(GROUPS).flatMap((group) =>
        BACKENDS.map((backend) => ({
          name: `${backend} gives the same for ${group}: by hashers, saved ones and checksums that go on`,
          run: () => count(backend, group),
        })),
      ),
    ],
    AT_ONCE,
  ),
];

/** One at a time, because each has all of the data in memory. */
export const wholeChecks = BACKENDS.map((backend) => ({
  name: `${backend} gives the same for one array of ${size}, in one call`,
  run: () => digestWhole(backend),
}));

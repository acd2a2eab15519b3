// Random walks over hashers: what they do is compared with a model that keeps the bytes, and digests them by the oracle.

import { canonical, outcomeOf } from "./case.js";
import { bytesOf, dice, hexDigest, joined, noise } from "./oracle.js";

/** @typedef {import("./case.js").Case} Case */

/**
 * A step: what is done with which of the hashers.
 *
 * @typedef {{ what: "make" | "update" | "digest" | "clone" | "reset" | "free", which: number, data: string | Uint8Array }} Step
 */

/** Each seed is a walk of its own. */
export const WALK_SEEDS = Array.from({ length: 16 }, (_, index) => 100 + index);
const STEPS = 120;

/** Updates and digests are what hashers are for; freed ones stay, so that they are used after all. */
const WHAT = /** @type {const} */ ([
  "make",
  "clone",
  "reset",
  "free",
  "digest",
  "digest",
  "update",
  "update",
  "update",
]);
const TEXTS = ["", "a", "é", "吾輩", "\ud83d", "\ude00", "x".repeat(64), "😀".repeat(40)];

/**
 * @param {number} seed
 * @returns {Step[]}
 */
function stepsOf(seed) {
  const roll = dice(seed);
  return Array.from({ length: STEPS }, () => {
    const what = WHAT[roll(WHAT.length)];
    const data = roll(2) === 0 ? TEXTS[roll(TEXTS.length)] : noise(roll(200), roll(1000));
    return { what, which: roll(1000), data };
  });
}

/**
 * Walks with real hashers.
 *
 * @param {any} api
 * @param {Step[]} steps
 * @returns {string[]} what each step gave
 */
function walk(api, steps) {
  /** @type {any[]} */
  const hashers = [api.createHash("sha256")];
  /** @param {() => any} make */
  const add = (make) => {
    const outcome = outcomeOf(make);
    if (!("value" in outcome)) return canonical(outcome);
    hashers.push(outcome.value);
    return `hasher ${hashers.length}`;
  };
  const answers = steps.map(({ what, which, data }) => {
    const hasher = hashers[which % hashers.length];
    if (what === "make") return add(() => api.createHash("sha256"));
    if (what === "clone") return add(() => hasher.clone());
    if (what === "digest") return canonical(outcomeOf(() => hasher.digest()));
    const outcome = outcomeOf(() => (what === "update" ? hasher.update(data) : hasher[what]()));
    return "value" in outcome && outcome.value === hasher ? "itself" : canonical(outcome);
  });
  for (const hasher of hashers) hasher[Symbol.dispose]();
  return answers;
}

/**
 * The same with lists of bytes in the place of hashers.
 *
 * @param {Step[]} steps
 * @returns {Promise<string[]>}
 */
async function model(steps) {
  /** What each has seen; `undefined` once it is freed. @type {(Uint8Array[] | undefined)[]} */
  const hashers = [[]];
  /** @type {string[]} */
  const answers = [];
  for (const { what, which, data } of steps) {
    const index = which % hashers.length;
    const seen = hashers[index];
    if (what === "make") answers.push(`hasher ${hashers.push([])}`);
    else if (seen === undefined) answers.push("error Error ERR_DISPOSED this");
    else if (what === "clone") answers.push(`hasher ${hashers.push([...seen])}`);
    else if (what === "digest") answers.push(`string ${await hexDigest(joined(seen))}`);
    else if (what === "update") {
      seen.push(bytesOf(data));
      answers.push("itself");
    } else {
      hashers[index] = what === "reset" ? [] : undefined;
      answers.push(what === "reset" ? "itself" : "undefined");
    }
  }
  return answers;
}

/** @type {(seed: number) => Case} */
export const walkCase = (seed) => ({
  id: `createHash ${STEPS} steps at random with hashers, seed ${seed}`,
  fn: "createHash",
  script: (api) => walk(api, stepsOf(seed)),
  expect: async () => ({ value: await model(stepsOf(seed)) }),
  source: "a model that keeps the bytes, and Web Crypto",
});

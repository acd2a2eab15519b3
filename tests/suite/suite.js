// All cases, and how a subject is put through them.

import { ALGORITHM_FILES, algorithmCases } from "./algorithms.js";
import { behaviourCases } from "./behaviour.js";
import { bulkCases } from "./bulk.js";
import { canonical, hexOf, PROMISES } from "./case.js";
import { checksumCases } from "./checksums.js";
import { hashCases, nistCases } from "./hash.js";
import { hasherCases, nistHasherCases } from "./hasher.js";
import { hostileCases } from "./hostile.js";
import { hostileHasherCases, hostileLaterCases } from "./hostile-later.js";
import { imageCases } from "./image.js";
import { laterCases } from "./later.js";
import { mathCases } from "./math.js";
import { OPTION_FILES, optionCases } from "./options.js";
import { hasRealm } from "./realm.js";
import { SAVED_FILES, savedCases } from "./saved.js";
import { streamCases } from "./stream.js";
import { streamCancelCases } from "./stream-cancel.js";
import { streamControlCases } from "./stream-control.js";
import { xxhCases } from "./xxh.js";

/** @typedef {import("./case.js").Case} Case */
/** @typedef {import("./case.js").Subject} Subject */

/** The files of official vectors that the suite needs. */
export const VECTOR_FILES = [...new Set([...ALGORITHM_FILES, ...OPTION_FILES, ...SAVED_FILES])];
const SHA256 = "nist-cavp/SHA256ShortMsg.rsp";

/**
 * The cases of a level: `"full"` has all, `"values"` those that any language can be given, `"short"` every tenth of
 * these and of those of promises, and every behaviour.
 *
 * @param {"full" | "values" | "short"} level
 * @param {Record<string, string>} vectors the text of each file of `VECTOR_FILES`
 * @returns {Case[]}
 */
export function casesOf(level, vectors) {
  for (const file of VECTOR_FILES) {
    if (!vectors[file]) throw new Error(`the vectors ${file} are missing`);
  }
  const values = [
    ...mathCases,
    ...nistCases(vectors[SHA256]),
    ...hashCases,
    ...algorithmCases(vectors),
    ...checksumCases(vectors),
    ...xxhCases(vectors),
    ...optionCases(vectors),
    ...savedCases(vectors),
    ...bulkCases,
    ...imageCases,
    ...behaviourCases,
    ...nistHasherCases(vectors[SHA256]),
    ...hasherCases,
    ...laterCases,
    ...streamCases,
    ...streamCancelCases,
    ...streamControlCases,
  ];
  const hostile = [...hostileCases, ...hostileHasherCases, ...hostileLaterCases];
  const ids = [...values, ...hostile].map(({ id }) => id);
  const seen = new Set();
  const twice = ids.find((id) => seen.size === seen.add(id).size);
  if (twice !== undefined) throw new Error(`two cases have the name "${twice}"`);
  if (level === "values") return values.filter(({ portable }) => portable);
  const isOfMany = (/** @type {Case} */ { portable, many, fn }) => portable || many || fn.startsWith(PROMISES);
  if (level === "short") return values.filter((item, index) => !isOfMany(item) || index % 10 === 0);
  return [...values, ...hostile.filter(({ needs }) => needs !== "realm" || hasRealm())];
}

/**
 * How a case went.
 *
 * @typedef {object} Result
 * @property {string} id
 * @property {string} fn
 * @property {string} digest the digest of the result as text: SHA-256, by Web Crypto, first 16 hexadecimal digits
 * @property {boolean} isError
 * @property {boolean} isEmpty whether it is a list without items, or an array without bytes
 * @property {string} [failure] what is wrong
 */

/**
 * Puts a subject through cases. Each case is called and judged before the next one begins, unless the subject is a
 * program that takes them all at once.
 *
 * @param {Subject} subject
 * @param {Case[]} cases
 * @param {{ untilFailure?: boolean }} [options] whether to stop at the first failure
 * @returns {Promise<Result[]>}
 */
export async function runCases(subject, cases, { untilFailure = false } = {}) {
  const call = (/** @type {string} */ fn, /** @type {any[]} */ ...args) => {
    const [outcome] = /** @type {any[]} */ (subject.run([{ id: "", fn, args }]));
    if ("value" in outcome) return outcome.value;
    throw outcome.thrown;
  };
  const inProcess = subject.isProgram !== true;
  const questionOf = (/** @type {Case} */ { id, fn, args, script }) => ({ id, fn, args: args?.(call) ?? [], script });
  const questions = inProcess ? [] : cases.map(questionOf);
  const all = inProcess ? [] : await subject.run(questions);
  const results = [];
  for (const [index, item] of cases.entries()) {
    const question = questions[index] ?? questionOf(item);
    const { args } = question;
    const before = item.portable || item.watched ? snapshots(item.fn, args) : [];
    const [outcome] = inProcess ? await subject.run([question]) : [all[index]];
    const result = await judge(item, outcome, args, before, !inProcess);
    results.push(result);
    if (untilFailure && result.failure) break;
  }
  return results;
}

/**
 * Copies of the bytes among the arguments: only `invertColors` may change them.
 *
 * @param {string} fn
 * @param {any[]} args
 * @returns {[Uint8Array, Uint8Array][]}
 */
function snapshots(fn, args) {
  if (fn === "invertColors") return [];
  // Most are texts, in lists of hundreds.
  const objects = args.flat().filter((argument) => typeof argument === "object");
  const found = objects.flatMap((argument) => [argument, argument?.bytes]);
  return found.filter((argument) => argument instanceof Uint8Array).map((bytes) => [bytes, bytes.slice()]);
}

/**
 * @param {Case} item
 * @param {import("./case.js").Outcome} outcome
 * @param {any[]} args
 * @param {[Uint8Array, Uint8Array][]} before
 * @param {boolean} isProgram whether the subject is a program with memory of its own
 * @returns {Promise<Result>}
 */
async function judge(item, outcome, args, before, isProgram) {
  const { id, fn } = item;
  const { wanted, isThrown, thrown } = await expectationOf(item.expect);
  const actual = canonical(outcome);
  const digest = await digestOf(actual);
  let failure;
  if (actual !== wanted) failure = `gave ${excerpt(actual, wanted)}`;
  else if (isThrown && /** @type {any} */ (outcome).thrown !== thrown) failure = "threw another object";
  else if (!before.every(([bytes, copy]) => isSame(bytes, copy))) failure = "changed its input";
  else failure = item.also?.(outcome, args, isProgram);
  const isError = actual.startsWith("error ");
  const isEmpty = /^(array 0|Uint8Array \d+ \d+ $)/.test(actual);
  return { id, fn, digest, isError, isEmpty, ...(failure === undefined ? {} : { failure }) };
}

/** @typedef {{ wanted: string, isThrown: boolean, thrown?: unknown }} Made what a case expects as text, and what must pass through */

/** What functions have given that say what a case expects: its twin, and every other subject, must give the same. @type {WeakMap<object, Made>} */
const made = new WeakMap();

/**
 * What a case expects; a function that says so is asked once.
 *
 * @param {Case["expect"]} expect
 * @returns {Promise<Made>}
 */
async function expectationOf(expect) {
  const known = made.get(expect);
  if (known !== undefined) return known;
  const expected = typeof expect === "function" ? await expect() : expect;
  const { thrown } = /** @type {{ thrown?: unknown }} */ (expected);
  const answer = { wanted: canonical(expected), isThrown: "thrown" in expected, thrown };
  made.set(expect, answer);
  return answer;
}

/**
 * Whether bytes are still what they were; a loop over words where these lie well, because there are megabytes of them.
 *
 * @param {Uint8Array} bytes
 * @param {Uint8Array} copy its own buffer begins with it
 */
function isSame(bytes, copy) {
  const words = bytes.byteOffset % 4 === 0 ? Math.floor(bytes.length / 4) : 0;
  if (words > 0) {
    const [left, right] = [bytes, copy].map(({ buffer, byteOffset }) => new Uint32Array(buffer, byteOffset, words));
    for (let at = 0; at < words; at++) if (left[at] !== right[at]) return false;
  }
  for (let at = 4 * words; at < bytes.length; at++) if (bytes[at] !== copy[at]) return false;
  return true;
}

/**
 * Both texts from where they begin to differ.
 *
 * @param {string} actual
 * @param {string} wanted
 */
function excerpt(actual, wanted) {
  let at = 0;
  while (at < actual.length && actual[at] === wanted[at]) at++;
  const from = Math.max(0, at - 40);
  const cut = (/** @type {string} */ text) => JSON.stringify(text.slice(from, at + 80));
  return `${cut(actual)}, but should give ${cut(wanted)}${from > 0 ? ` (from character ${from})` : ""}`;
}

/** The digests of texts that are not long: most results are the same as one before. @type {Map<string, string>} */
const digests = new Map();
const LONG = 4096; // characters of a text that is not worth the memory

/** @param {string} text */
async function digestOf(text) {
  const known = digests.get(text);
  if (known !== undefined) return known;
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  const digest = hexOf(bytes.subarray(0, 8));
  if (text.length <= LONG) digests.set(text, digest);
  return digest;
}

// One cell of the matrix: one backend in one runtime, put through the cases, with proof of who answered.

import { keepsResults, survivesDeepCalls } from "./behaviour.js";
import { apiSubject, PROMISES } from "./case.js";
import { setRealm } from "./realm.js";
import { casesOf, runCases } from "./suite.js";
import { isSame, reachesCore, twinOf } from "./twin.js";

/** @typedef {import("./suite.js").Result} Result */

/**
 * @typedef {object} Cell
 * @property {string} backend
 * @property {string} runtime
 * @property {string | null} file
 * @property {string | null} digest of the interface table, read back from the core
 * @property {number} calls how many calls the core counted during the cases of functions that return at once
 * @property {number} cases
 * @property {number} twins how many of the cases ran once more as promises
 * @property {Record<string, number>} perFunction twins are cases of the function that gives a promise
 * @property {Record<string, string>} digests of each result; a twin has that of its case
 * @property {string[]} failures
 */

/**
 * @param {object} options
 * @param {string} options.backend
 * @param {typeof import("oxbridge/backend").load} options.load
 * @param {"full" | "values" | "short"} options.level
 * @param {Record<string, string>} options.vectors
 * @param {(code: string) => any} [options.realm] runs an expression in another realm
 * @returns {Promise<Cell>}
 */
export async function runCell({ backend, load, level, vectors, realm }) {
  setRealm(realm);
  const api = await load(/** @type {any} */ (backend));
  const subject = apiSubject(backend, api);
  // Reading the counter is counted too: how often, two reads in a row tell.
  const reading = -api.backend().calls + api.backend().calls;
  const counted = async (/** @type {() => Promise<Result[]>} */ work) => {
    const before = api.backend().calls;
    const results = await work();
    return { results, calls: api.backend().calls - before - reading };
  };

  const cases = casesOf(level, vectors);
  const isLater = (/** @type {{ fn: string }} */ { fn }) => fn.startsWith(PROMISES);
  const now = await counted(() =>
    runCases(
      subject,
      cases.filter((item) => !isLater(item)),
    ),
  );
  // Promises make calls of their own, not as many on every backend.
  const twins = await counted(() =>
    runCases(
      subject,
      cases.flatMap((item) => twinOf(item) ?? []),
    ),
  );
  const later = await runCases(subject, cases.filter(isLater));
  const results = [...now.results, ...later];
  const failures = [
    ...failuresOf(results),
    ...failuresOf(twins.results).map((failure) => `as a promise: ${failure}`),
    ...judgeTwins(now.results, twins),
  ];
  const perFunction = countOf([...results, ...twins.results]);
  if (level === "full") failures.push(...missing(api, perFunction));
  const kept = await keepsResults(/** @type {any} */ (api));
  const deep = await survivesDeepCalls(/** @type {any} */ (api));
  failures.push(...[kept, deep].filter((failure) => failure !== undefined));
  const { name, runtime, file, digest } = api.backend();
  if (name !== backend) failures.push(`${name} answered, not ${backend}`);
  return {
    backend,
    runtime,
    file,
    digest,
    calls: now.calls,
    cases: results.length,
    twins: twins.results.length,
    perFunction,
    digests: Object.fromEntries(results.map(({ id, digest }) => [id, digest])),
    failures,
  };
}

/** @param {Result[]} results */
const failuresOf = (results) =>
  results.flatMap(({ id, failure }) => (failure === undefined ? [] : [`${id}: ${failure}`]));

/**
 * What is wrong with twins as a whole: each has the digest of its case, and the core answered them.
 *
 * @param {Result[]} results
 * @param {{ results: Result[], calls: number }} twins
 */
export function judgeTwins(results, { results: twins, calls }) {
  const digests = new Map(results.map(({ id, digest }) => [id, digest]));
  const others = twins.filter((twin) => isSame(twin) && digests.get(twin.id) !== twin.digest);
  const least = twins.filter(reachesCore).length;
  return [
    ...others.map(({ id }) => `as a promise: ${id}: the result differs from that of the call`),
    ...(calls < least ? [`the core counted only ${calls} calls for ${least} promises`] : []),
  ];
}

/** @param {Result[]} results */
function countOf(results) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { fn } of results) counts[fn] = (counts[fn] ?? 0) + 1;
  return counts;
}

/**
 * Functions that have no case, and cases of functions that do not exist.
 *
 * @param {Record<string, any>} api
 * @param {Record<string, number>} perFunction
 */
export function missing({ backend: _, promises, ...functions }, perFunction) {
  const names = [...Object.keys(functions), ...Object.keys(promises).map((name) => `${PROMISES}${name}`)];
  return [
    ...names.filter((name) => !perFunction[name]).map((name) => `${name} has no case`),
    ...Object.keys(perFunction)
      .filter((name) => !names.includes(name))
      .map((name) => `there are cases of ${name}, which does not exist`),
  ];
}

// One cell of the matrix: one backend in one runtime, put through the cases, with proof of who answered.

import { keepsResults, survivesDeepCalls } from "./behaviour.js";
import { apiSubject } from "./case.js";
import { setRealm } from "./realm.js";
import { casesOf, runCases } from "./suite.js";

/**
 * @typedef {object} Cell
 * @property {string} backend
 * @property {string} runtime
 * @property {string | null} file
 * @property {string | null} digest of the interface table, read back from the core
 * @property {number} calls how many calls the core counted during the cases
 * @property {number} cases
 * @property {Record<string, number>} perFunction
 * @property {Record<string, string>} digests of each result
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
  // Reading the counter is counted too: how often, two reads in a row tell.
  const reading = -api.backend().calls + api.backend().calls;
  const before = api.backend();
  const cases = casesOf(level, vectors);
  const results = await runCases(apiSubject(backend, /** @type {any} */ (api)), cases);
  const after = api.backend();
  const failures = results.flatMap(({ id, failure }) => (failure === undefined ? [] : [`${id}: ${failure}`]));
  const kept = await keepsResults(/** @type {any} */ (api));
  const deep = await survivesDeepCalls(/** @type {any} */ (api));
  failures.push(...[kept, deep].filter((failure) => failure !== undefined));
  if (after.name !== backend) failures.push(`${after.name} answered, not ${backend}`);
  const calls = after.calls - before.calls - reading;
  /** @type {Record<string, number>} */
  const perFunction = {};
  for (const { fn } of results) perFunction[fn] = (perFunction[fn] ?? 0) + 1;
  return {
    backend,
    runtime: after.runtime,
    file: after.file,
    digest: after.digest,
    calls,
    cases: results.length,
    perFunction,
    digests: Object.fromEntries(results.map(({ id, digest }) => [id, digest])),
    failures,
  };
}

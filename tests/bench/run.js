// Runs what is asked for, group by group, each task in a process of its own, and gathers what was found.

import { GROUPS } from "./groups.js";
import { BACKENDS, referenceNode } from "./results.js";

/** @typedef {import("./places.js").Place} Place */
/** @typedef {import("./results.js").Measurement} Measurement */
/** @typedef {import("./results.js").Absent} Absent */

/**
 * A place, and what it answered about itself.
 *
 * @typedef {object} Known
 * @property {Place} place
 * @property {string} runtime with its version
 * @property {string} version of Oxbridge
 * @property {Record<string, { file: string | null } | { reason: string }>} backends
 */

/**
 * Asks every place what it has.
 *
 * @param {Place[]} places
 * @param {Absent[]} absent what cannot be had is added to it
 * @returns {Promise<Known[]>}
 */
export async function probePlaces(places, absent) {
  const known = [];
  for (const place of places) {
    try {
      known.push({ place, ...(await place.run("child", JSON.stringify({ group: "probe" }), {})) });
    } catch (error) {
      absent.push({ what: place.id, reason: /** @type {Error} */ (error).message });
    }
  }
  return known;
}

/**
 * @typedef {object} Extras what helps to compare, where it could be built
 * @property {string} [addon]
 * @property {string} [library]
 * @property {string} [loop]
 */

/** @typedef {{ group: string, place: Place, backend?: string }} Step */

/** SHA-256 of "abc", from FIPS 180-4. */
const OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

/** The backends that a program has without naming any. @type {readonly string[]} */
const FIRST = ["napi", "wasm"];

/**
 * The steps of the groups that are wanted. A backend that a place lacks is named once.
 *
 * @param {string[]} only
 * @param {Known[]} known
 * @param {boolean} quick
 * @param {Absent[]} absent
 * @returns {Step[]}
 */
export function planSteps(only, known, quick, absent) {
  /** @type {Map<string, Absent>} */
  const missing = new Map();
  const steps = only.flatMap((group) => {
    const { where, alone, processes = 1 } = GROUPS[group];
    const places = placesOf(where, known).filter(({ place }) => place.only?.includes(group) ?? true);
    return places.flatMap(({ place, backends }) => {
      const have = (/** @type {string} */ name) => {
        const found = backends[name];
        if (found === undefined || "file" in found) return found !== undefined;
        const what = `${name} in ${place.id}`;
        missing.set(what, { what, reason: found.reason });
        return false;
      };
      const there = BACKENDS.filter(have);
      if (!alone) return [{ group, place }];
      const ways = group === "first-call" ? [...there.filter((name) => FIRST.includes(name)), "node:crypto"] : there;
      const times = Array.from({ length: quick ? 1 : processes });
      // The processes of one backend do not follow each other, so that what the machine does meanwhile meets all.
      return times.flatMap(() => ways.map((backend) => ({ group, place, backend })));
    });
  });
  absent.push(...missing.values());
  return steps;
}

/**
 * @param {import("./groups.js").Group["where"]} where
 * @param {Known[]} known
 */
function placesOf(where, known) {
  if (where === "all") return known;
  const reference = referenceNode(known.map(({ place }) => place.id));
  const node = known.find(({ place }) => place.id === reference);
  const others = known.filter(({ place }) => ["bun", "deno"].includes(place.id));
  return [...(node ? [node] : []), ...(where === "servers" ? others : [])];
}

/**
 * Takes one step.
 *
 * @param {Step} step
 * @param {Extras} extras
 * @param {boolean} quick
 * @returns {Promise<{ taken: import("./results.js").Taken[], found: import("./results.js").BreakEven[] }>}
 */
export async function takeStep({ group, place, backend }, extras, quick) {
  const named = backend === undefined || backend === "node:crypto" ? {} : { OXBRIDGE_BACKEND: backend };
  if (group === "first-call") {
    const { nanoseconds, digest } = await place.run(
      "first",
      `${backend}`,
      /** @type {Record<string, string>} */ (named),
    );
    if (digest !== OF_ABC) throw new Error(`the first call gave ${digest}, but should give ${OF_ABC}`);
    // The processes take turns, so theirs and ours belong to one another, as rounds do.
    return { taken: [{ job: "first call", times: { [`${backend}`]: [nanoseconds] } }], found: [] };
  }
  const task = JSON.stringify({ group, backend, quick, ...extras });
  const { taken = [], found = [] } = await place.run("child", task, /** @type {Record<string, string>} */ (named));
  const runtime = place.id;
  return { taken, found: found.map((/** @type {object} */ row) => ({ runtime, ...row })) };
}

/**
 * Adds the rounds of one more process to those of the others that measured the same.
 *
 * @param {Measurement[]} measurements
 * @param {Measurement} more
 */
export function addRounds(measurements, more) {
  const same = measurements.find(
    ({ job, runtime, backend }) => job === more.job && runtime === more.runtime && backend === more.backend,
  );
  if (same === undefined) measurements.push(more);
  else for (const [name, times] of Object.entries(more.times)) (same.times[name] ??= []).push(...times);
}

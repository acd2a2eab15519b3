// Every family of functions, by name, and how they are bound to the rows of a backend.

import { hashFamily } from "./hash.js";
import { checksumFamily, combineFamily } from "./hash-checksums.js";
import { listFamily } from "./hash-list.js";
import { streamFamily } from "./hash-stream.js";
import { xxhFamily } from "./hash-xxh.js";
import { hasherFamily } from "./hasher.js";
import { imageFamily } from "./image.js";
import { promised } from "./later.js";
import { mathFamily } from "./math.js";
import { bridgeNow } from "./now.js";

/** @typedef {import("./load.js").Rows} Rows */
/** @typedef {import("./later.js").Tasks} Tasks */

/**
 * What a family has: functions that are written over a bridge, each of which has a promise twin; and those that exist
 * only as a call, or only as a promise.
 *
 * @typedef {object} FamilyOf
 * @property {(bridge: import("./now.js").Bridge) => Record<string, any>} [both]
 * @property {(bridge: import("./now.js").Bridge) => Record<string, any>} [now]
 * @property {(tasksOf: () => Tasks) => Record<string, any>} [later]
 */

/** @param {import("./now.js").Bridge} bridge */
const digestsAndChecksums = (bridge) => ({ ...hashFamily(bridge), ...checksumFamily(bridge), ...xxhFamily(bridge) });

/** @param {import("./now.js").Bridge} bridge */
const withoutPromises = (bridge) => ({ ...combineFamily(bridge), ...hasherFamily(bridge), ...listFamily() });

export const FAMILIES = {
  math: { now: mathFamily },
  hash: { both: digestsAndChecksums, now: withoutPromises, later: streamFamily },
  image: { both: imageFamily },
};

/** @typedef {keyof typeof FAMILIES} Family */

/**
 * The functions of a family that return at once.
 *
 * @template {Family} Name
 * @typedef {((typeof FAMILIES)[Name] extends { both: (bridge: any) => infer Both } ? Both : {})
 *   & ((typeof FAMILIES)[Name] extends { now: (rows: any) => infer Now } ? Now : {})} Functions
 */

/**
 * The promises of Oxbridge: twins of the functions that take bytes, and those that only a promise can do.
 *
 * @typedef {typeof import("./entries/promises.js")} Promises
 */

/**
 * The whole API of Oxbridge.
 *
 * @typedef {Functions<"math"> & Functions<"hash"> & Functions<"image"> & { promises: Promises }} Api
 */

/** The names of all families. */
export const NAMES = /** @type {Family[]} */ (Object.keys(FAMILIES));

/**
 * The functions of a family that return at once.
 *
 * @param {Family} family
 * @param {() => Rows} open gives the rows, when the first of them is needed
 * @returns {Record<string, any>}
 */
export function functionsOf(family, open) {
  const { both, now } = /** @type {FamilyOf} */ (FAMILIES[family]);
  const bridge = bridgeNow(open);
  return { ...both?.(bridge), ...now?.(bridge) };
}

/**
 * The functions of a family that return promises.
 *
 * @param {Family} family
 * @param {() => Tasks} tasksOf
 * @returns {Record<string, any>}
 */
export function promisesOf(family, tasksOf) {
  const { both, later } = /** @type {FamilyOf} */ (FAMILIES[family]);
  return { ...(both && promised(both, tasksOf)), ...later?.(tasksOf) };
}

/** The families that have promises. */
export const WITH_PROMISES = NAMES.filter((name) => {
  const { both, later } = /** @type {FamilyOf} */ (FAMILIES[name]);
  return both !== undefined || later !== undefined;
});

/**
 * Makes the whole API from the rows and the tasks of each family.
 *
 * @param {(family: Family) => Rows} rowsOf
 * @param {(family: Family) => Tasks} tasksOf
 * @returns {Api}
 */
export function makeApi(rowsOf, tasksOf) {
  const api = Object.assign({}, ...NAMES.map((name) => functionsOf(name, () => rowsOf(name))));
  const promises = Object.assign({}, ...NAMES.map((name) => promisesOf(name, () => tasksOf(name))));
  return Object.assign(api, { promises });
}

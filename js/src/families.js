// Every family of functions, by name. Each takes the rows of a backend and gives the functions that users call.

import { hashFamily } from "./hash.js";
import { imageFamily } from "./image.js";
import { mathFamily } from "./math.js";

export const FAMILIES = { math: mathFamily, hash: hashFamily, image: imageFamily };

/** @typedef {keyof typeof FAMILIES} Family */

/**
 * The whole API of Oxbridge.
 *
 * @typedef {ReturnType<typeof mathFamily> & ReturnType<typeof hashFamily> & ReturnType<typeof imageFamily>} Api
 */

/**
 * Makes the whole API from the rows that `rowsOf` gives for each family.
 *
 * @param {(family: Family) => import("./load.js").Rows} rowsOf
 * @returns {Api}
 */
export function makeApi(rowsOf) {
  const names = /** @type {Family[]} */ (Object.keys(FAMILIES));
  return /** @type {Api} */ (Object.assign({}, ...names.map((name) => FAMILIES[name](rowsOf(name)))));
}

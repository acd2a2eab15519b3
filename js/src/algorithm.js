// The algorithms of the family `hash` by their names, in every common spelling.

import { wrongType } from "./check.js";
import { describe, failure } from "./error.js";
import { ALGORITHMS } from "./interface.js";
import { nearest, plain } from "./nearest.js";

/** @typedef {keyof typeof ALGORITHMS} Algorithm the name of an algorithm */

/**
 * @template {string} Name
 * @typedef {Name extends `${infer Before}-${infer After}` ? `${Before}_${After}` : Name} WithUnderscore
 */

/**
 * What people call an algorithm, where that is also a spelling of its name.
 *
 * @typedef {Exclude<(typeof ALGORITHMS)[Algorithm]["title"], `CRC-${string}`>} Title
 */

/**
 * The spellings that types know, so that a name with an error in it is found before the program runs.
 *
 * @typedef {Algorithm | Uppercase<Algorithm> | WithUnderscore<Algorithm> | Title | Lowercase<Title>} AlgorithmName
 */

/** @type {Map<string, Algorithm>} */
const spellings = new Map();

/**
 * The algorithm that a name stands for: neither case nor the signs `-`, `_`, `/` and the space matter.
 *
 * @param {unknown} value
 * @param {string} where
 * @returns {Algorithm}
 */
export function algorithmOf(value, where) {
  if (typeof value !== "string") {
    throw wrongType(value, where, "algorithm", 'the name of an algorithm, such as "sha256"; hashes() lists all');
  }
  if (Object.hasOwn(ALGORITHMS, value)) return /** @type {Algorithm} */ (value);
  const names = /** @type {Algorithm[]} */ (Object.keys(ALGORITHMS));
  if (spellings.size === 0) for (const name of names) spellings.set(plain(name), name);
  const known = value.length < 64 ? spellings.get(plain(value)) : undefined;
  if (known !== undefined) return known;
  const near = nearest(value, names).map((name) => `"${name}"`);
  const hint = near.length > 0 ? `did you mean ${near.join(" or ")}? hashes() lists all` : "hashes() lists all names";
  const message = `${where}: algorithm ${describe(value)} is not known; ${hint}`;
  throw failure("ERR_INVALID_ARG_VALUE", "algorithm", message);
}

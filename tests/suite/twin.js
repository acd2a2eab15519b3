// The promise twins: every case of a function that has one, once more as a promise. The outcome is the same.

import { DIGEST_FUNCTIONS } from "./algorithms.js";
import { PROMISES } from "./case.js";
import { CHECKSUM_FUNCTIONS } from "./checksums.js";
import { XXH_FUNCTIONS } from "./xxh.js";

/** @typedef {import("./case.js").Case} Case */

/** The functions that exist both ways. */
export const TWINS = [
  ...DIGEST_FUNCTIONS,
  ...CHECKSUM_FUNCTIONS,
  ...XXH_FUNCTIONS,
  ...["hash", "bulkHash", "invertColors"],
];

/**
 * A case as a promise; `undefined` if its function is none that has a twin, or it is a script.
 *
 * @param {Case} item
 * @returns {Case | undefined}
 */
export function twinOf(item) {
  if (!TWINS.includes(item.fn) || item.script) return undefined;
  const fn = `${PROMISES}${item.fn}`;
  return { ...item, fn, ...(item.fn === "invertColors" ? inverted(item) : {}), ...item.twin };
}

/**
 * What is different about `invertColors`: the argument stays as it is, and the result is new bytes.
 *
 * @param {Case} item
 * @returns {Partial<Case>}
 */
const inverted = ({ expect }) => ({
  watched: true,
  expect: async () => {
    const expected = typeof expect === "function" ? await expect() : expect;
    return "value" in expected ? { value: new Uint8Array(expected.value) } : expected;
  },
  also: (outcome, [pixels]) => {
    if (!("value" in outcome)) return undefined;
    return outcome.value.buffer === pixels.buffer ? "the result aliases the argument" : undefined;
  },
});

/**
 * Whether a twin's result has the bytes, and so the digest, of the case that it comes from. Of `invertColors` only errors
 * do: it gives its argument back when it is called, which may be any view.
 *
 * @param {import("./suite.js").Result} twin
 */
export const isSame = ({ fn, isError }) => fn !== `${PROMISES}invertColors` || isError;

/**
 * Whether a twin has to reach the core: all do that have a result, but for a list without items.
 *
 * @param {import("./suite.js").Result} twin
 */
export const reachesCore = ({ fn, isError, isEmpty }) => !isError && !(fn === `${PROMISES}bulkHash` && isEmpty);

// What is known to be wrong in other implementations: the cases, the reason, and where it is told to their authors.

/**
 * @typedef {object} Known
 * @property {string} subject
 * @property {string} runtime without its version
 * @property {string} reason
 * @property {string} source
 * @property {string[]} cases by their names
 */

/** The seeds of the suite that have more than 32 bits. */
const LONG_SEEDS = ["11400714785074694797", "9007199254740992", "18446744073709551615"];

/** @type {Known[]} */
export const KNOWN_WRONG = [
  {
    subject: "bun",
    runtime: "bun",
    reason: "Bun.hash.xxHash3 cuts its seed to 32 bits",
    source: "oven-sh/bun#32833",
    cases: LONG_SEEDS.flatMap((seed) => [
      `xxh3_64 with the seed ${seed} of 19 messages`,
      ...[0, 8, 241].map((length) => `xxh3_64 with the seed ${seed} of ${length} bytes`),
      `hash by xxh3-64 with seed ${seed}, 19 messages`,
      ...["hex", "base64", "base64url", "bytes"].map((encoding) => `hash by xxh3-64 with seed ${seed}, as ${encoding}`),
    ]),
  },
];

/**
 * What is known of a subject in a runtime.
 *
 * @param {{ subject: string, runtime: string }} place the runtime may have its version behind it
 * @returns {Known[]}
 */
export const knownWrong = ({ subject, runtime }) =>
  KNOWN_WRONG.filter((known) => known.subject === subject && known.runtime === runtime.split(" ")[0]);

// `hashes`: which algorithms there are.

import { ALGORITHMS } from "./interface.js";

/** @typedef {import("./algorithm.js").Algorithm} Algorithm */

/**
 * What an algorithm is.
 *
 * @typedef {object} AlgorithmInfo
 * @property {Algorithm} name what `hash` and its kin know it by
 * @property {string} title what people call it, such as `"SHA-512/256"`
 * @property {number | null} digestLength the length of a digest in bytes; `null` if `outputLength` must say it
 * @property {number | null} blockLength how many bytes it takes at a time, as HMAC needs it; a checksum has no such number
 * @property {boolean} cryptographic whether it was made to withstand those who look for two messages with one digest
 * @property {boolean} broken whether it was, and such messages can be found today
 * @property {Partial<Record<import("./hash-options.js").OptionName, readonly [number, number] | readonly [bigint, bigint]>>} options the
 *   options that it takes: of `seed` and `outputLength` the least and the greatest number, of others the least and the
 *   greatest length in bytes
 * @property {boolean} saves whether `save` gives the state of its hashers
 */

/** The list as a family of its own: it crosses to no backend. */
export function listFamily() {
  /**
   * Returns what is known of each algorithm.
   *
   * @returns {import("./hash-list.js").AlgorithmInfo[]} the algorithms; a new list each time
   * @example <caption>Ask for the length of a digest</caption>
   * hashes().find(({ name }) => name === "sha512").digestLength; // 64
   * @example <caption>Offer what is fit for signatures</caption>
   * hashes().filter(({ cryptographic, broken }) => cryptographic && !broken).length; // 18
   * @example <caption>Ask which algorithms take a key</caption>
   * hashes().filter(({ options }) => options.key).length; // 4
   */
  function hashes() {
    return Object.entries(ALGORITHMS).map(
      ([name, { title, digestLength, extendable, blockLength, kind, options, saves }]) => ({
        name: /** @type {Algorithm} */ (name),
        title,
        digestLength: extendable ? null : digestLength,
        blockLength,
        cryptographic: kind !== "checksum",
        broken: kind === "broken",
        options: Object.fromEntries(Object.entries(options).map(([option, [least, most]]) => [option, [least, most]])),
        saves,
      }),
    );
  }

  return { hashes };
}

// Checks of which a few run at the same time, and which are shown one after the other.

/** @typedef {import("./report.js").Check} Check */

/**
 * The same checks: when it is the turn of one, the next ones begin as well.
 *
 * @param {Check[]} checks
 * @param {number} atOnce
 * @returns {Check[]}
 */
export function together(checks, atOnce) {
  /** What each was ended by. @type {Promise<unknown>[]} */
  const ends = [];
  const begin = async (/** @type {Check} */ { run }) => {
    try {
      await run();
    } catch (error) {
      return error;
    }
  };
  return checks.map(({ name }, i) => ({
    name,
    run: async () => {
      for (const [at, next] of checks.slice(i, i + atOnce).entries()) ends[i + at] ??= begin(next);
      const error = await ends[i];
      if (error) throw error;
    },
  }));
}

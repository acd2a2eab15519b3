// Checks of which a few run at the same time, and which are shown one after the other.

/** @typedef {import("./report.js").Check} Check */

/**
 * The same checks: when the first of them is to run, a few begin, and each that ends makes room for the next one, whichever
 * is being shown.
 *
 * @param {Check[]} checks
 * @param {number} atOnce
 * @returns {Check[]}
 */
export function together(checks, atOnce) {
  /** What each was ended by, once it has begun and ended. @type {((error: unknown) => void)[]} */
  const say = [];
  const ends = checks.map((_, i) => new Promise((resolve) => (say[i] = resolve)));
  let begun = 0;
  const takeTurns = async () => {
    while (begun < checks.length) {
      const i = begun++;
      say[i](await errorOf(checks[i]));
    }
  };
  return checks.map(({ name }, i) => ({
    name,
    run: async () => {
      if (begun === 0) for (let one = 0; one < atOnce; one++) takeTurns();
      const error = await ends[i];
      if (error) throw error;
    },
  }));
}

/** @param {Check} check */
async function errorOf({ run }) {
  try {
    await run();
  } catch (error) {
    return error;
  }
}

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
  /** Says what each was ended by. @type {((failure: { error: unknown } | undefined) => void)[]} */
  const say = [];
  const ends = checks.map(
    (_, i) => /** @type {Promise<{ error: unknown } | undefined>} */ (new Promise((resolve) => (say[i] = resolve))),
  );
  let begun = 0;
  const takeTurns = async () => {
    while (begun < checks.length) {
      const i = begun++;
      say[i](await failureOf(checks[i]));
    }
  };
  return checks.map(({ name }, i) => ({
    name,
    run: async () => {
      if (begun === 0) for (let one = 0; one < atOnce; one++) takeTurns();
      const failed = await ends[i];
      if (failed !== undefined) throw failed.error;
    },
  }));
}

/** @param {Check} check @returns {Promise<{ error: unknown } | undefined>} */
async function failureOf({ run }) {
  try {
    await run();
  } catch (error) {
    return { error };
  }
}

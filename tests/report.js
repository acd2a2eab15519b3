// Runs checks one after the other, prints how each went, and counts them.

/** @typedef {{ name: string, run: () => unknown }} Check a name that is a sentence, and what throws if it is not true */

/**
 * How checks went.
 *
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {{ name: string, message: string }[]} failures
 * @property {string[]} closing what is shown at the end
 */

/** Counts checks that hold and collects those that do not. */
export class Report {
  passed = 0;
  /** @type {{ name: string, message: string }[]} */
  failures = [];
  /** What is shown at the end. @type {string[]} */
  closing = [];

  /** @param {string} title */
  section(title) {
    console.log(`\n${title}`);
  }

  /**
   * Runs one check.
   *
   * @param {string} name
   * @param {() => unknown} run
   */
  async check(name, run) {
    const start = performance.now();
    try {
      await run();
      this.passed++;
      console.log(`  ok    ${name} (${seconds(start)})`);
    } catch (error) {
      const message = /** @type {Error} */ (error)?.message ?? String(error);
      this.failures.push({ name, message });
      console.log(`  FAIL  ${name} (${seconds(start)})\n        ${message.replaceAll("\n", "\n        ")}`);
    }
  }

  /** @param {Check[]} checks */
  async all(checks) {
    for (const { name, run } of checks) await this.check(name, run);
  }

  /** How the checks went that have run, for a process that counts those of several. @returns {Outcome} */
  outcome() {
    const { passed, failures, closing } = this;
    return { passed, failures, closing };
  }

  /**
   * Counts checks that ran elsewhere.
   *
   * @param {Outcome} outcome
   */
  add({ passed, failures, closing }) {
    this.passed += passed;
    this.failures.push(...failures);
    this.closing.push(...closing);
  }

  /** Prints what is shown at the end, every failure again and the closing line; returns the exit code. */
  finish() {
    for (const text of this.closing) console.log(`\n${text}`);
    for (const { name, message } of this.failures) console.log(`\nFAILED: ${name}\n${message}`);
    console.log(`\n${this.passed} passed, ${this.failures.length} failed`);
    return this.failures.length === 0 ? 0 : 1;
  }
}

/** @param {number} start */
const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

// What `oxbridge hash` prints: results on standard output, complaints on standard error, and neither across a line that
// shows progress.

import process from "node:process";
import { Progress } from "./progress.js";
import { reasonOf } from "./reason.js";

export class Output {
  progress;

  /** @param {{ json: boolean, status: boolean }} options */
  constructor({ json, status }) {
    this.progress = new Progress(!json && !status);
    process.stdout.on("error", (error) => this.#end(error));
    process.stderr.on("error", () => {}); // nobody is left to complain to; the exit code says it
  }

  /**
   * Prints something, and waits until it has gone: a slow reader makes the work wait, not memory grow.
   *
   * @param {string} text
   * @param {string} [end]
   */
  async print(text, end = "\n") {
    this.progress.erase();
    try {
      await new Promise((resolve) => process.stdout.write(text + end, resolve));
    } catch (error) {
      this.#end(/** @type {NodeJS.ErrnoException} */ (error)); // Deno throws it, and has no event for it
    }
  }

  /** @param {unknown} value */
  async json(value) {
    await this.print(JSON.stringify(value, (_, part) => (typeof part === "bigint" ? String(part) : part), 2));
  }

  /** @param {string} text */
  complain(text) {
    this.progress.erase();
    process.stderr.write(`oxbridge hash: ${text}\n`);
  }

  /**
   * Ends the process, because nobody can be told any more. That a reader has seen enough, such as `head`, is no mistake
   * to complain about.
   *
   * @param {NodeJS.ErrnoException} error
   * @returns {never}
   */
  #end(error) {
    if (error.code !== "EPIPE") this.complain(`write error: ${reasonOf(error)}`);
    process.exit(1);
  }
}

// How far the file is whose result comes next, on a terminal: one line on standard error, rewritten in place.

import process from "node:process";

const { stderr } = process;

const LATEST = 500; // milliseconds; what is done by then needs no progress
const OFTEN = 100; // milliseconds between two lines
const ERASE = "\r\x1b[K";
const DOTS = "...";
const UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** @param {number} bytes */
export function size(bytes) {
  let unit = 0;
  while (bytes >= 1024 && unit < UNITS.length - 1) {
    bytes /= 1024;
    unit++;
  }
  return `${unit === 0 || bytes >= 100 ? Math.round(bytes) : bytes.toFixed(1)} ${UNITS[unit]}`;
}

/**
 * A name in at most so many columns, without what would act on the terminal. Signs beyond ASCII may be two columns wide.
 *
 * @param {string} name
 * @param {number} columns
 */
function fitted(name, columns) {
  const signs = Array.from(name.replace(/\p{C}/gu, "?"));
  /** @param {number} most */
  const within = (most) => {
    let width = 0;
    return signs.filter((sign) => (width += sign > "\x7e" ? 2 : 1) <= most).join("");
  };
  const whole = signs.join("");
  return within(columns) === whole ? whole : `${within(columns - DOTS.length)}${DOTS}`;
}

/**
 * The line for one file.
 *
 * @param {string} name
 * @param {{ done: number, total: number | undefined, milliseconds: number }} state
 * @param {number} columns how many the terminal has
 */
export function progressLine(name, { done, total, milliseconds }, columns) {
  const part = total ? `${String(Math.floor((done / total) * 100)).padStart(3)}% of ${size(total)}` : size(done);
  const rest = ` ${part}, ${size((done / milliseconds) * 1000)}/s`;
  // The last column stays free: some terminals begin another line there.
  return fitted(name, columns - 1 - rest.length) + rest;
}

export class Progress {
  #isShown;
  /** Files that are being read, in the order of their results. @type {Set<object>} */
  #tracked = new Set();
  #last = 0;
  #isDrawn = false;

  /** @param {boolean} isWanted whether anybody wants to see it, if there is a terminal */
  constructor(isWanted) {
    const { NO_COLOR, TERM } = process.env;
    this.#isShown = isWanted && stderr.isTTY && !NO_COLOR && TERM !== "dumb";
  }

  /**
   * Follows one file.
   *
   * @param {string} name
   */
  track(name) {
    const file = {};
    const start = performance.now();
    this.#tracked.add(file);
    return {
      /**
       * @param {number} done
       * @param {number | undefined} total
       */
      advance: (done, total) => {
        const now = performance.now();
        if (!this.#isShown || now - start < LATEST || now - this.#last < OFTEN) return;
        const [first] = this.#tracked;
        if (first !== file) return;
        this.#last = now;
        this.#isDrawn = true;
        const state = { done, total, milliseconds: now - start };
        stderr.write(ERASE + progressLine(name, state, stderr.columns || 80));
      },
      end: () => {
        this.#tracked.delete(file);
        if (this.#tracked.size === 0) this.erase();
      },
    };
  }

  /** Makes way for something else. */
  erase() {
    if (this.#isDrawn) stderr.write(ERASE);
    this.#isDrawn = false;
  }
}

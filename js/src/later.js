// How the functions of a family run as promises: arguments are checked and copied when a function is called, and its
// rows run off the thread, one after the other. Between two of them it can be cancelled, and says how far it is.

import * as check from "./check.js";
import { HANDLE_ROWS } from "./interface.js";
import { PIECE, pieces, releaseQuietly } from "./now.js";

/** @typedef {import("./now.js").Bridge} Bridge */

/**
 * What every promise can be given besides the options of its function.
 *
 * @typedef {object} Control
 * @property {AbortSignal} [signal] cancels the call: the promise rejects with the signal's reason
 * @property {(done: number, total: number | undefined) => void} [onProgress] is told how much is done, and of how much
 *   if that is known; the last time both are equal. What it throws rejects the promise
 */

/**
 * The options of a function, with those that every promise has.
 *
 * @template O
 * @typedef {O extends object ? O & Control : O} Controlled
 */

/**
 * Where the calls of one promise run, one after the other: what one makes, the next finds.
 *
 * @typedef {object} Lane
 * @property {number} depth how many calls may be on their way at once and stay in order
 * @property {(row: string, args: unknown[]) => Promise<any>} call runs a row; views are copied now, what is kept is taken
 * @property {(handle: number) => void} release ends a handle
 * @property {() => void} close ends the lane; a call that is on its way ends unseen
 */

/**
 * How a backend works off the thread.
 *
 * @typedef {object} Tasks
 * @property {() => Lane} open
 * @property {(bytes: Uint8Array) => Kept} keep copies bytes, for a row that is called later
 * @property {(memory: Uint8Array<ArrayBuffer>, length: number) => Swapped} swap keeps the first bytes of memory that is
 *   the caller's own, without a copy if it can, and gives as much memory for it
 * @property {(kept: Kept) => void} forget gives back what no row will take
 * @property {(target: Uint8Array<ArrayBuffer>, isRead: boolean) => Kept | Uint8Array<ArrayBuffer>} writable what a row
 *   is given to write to; it has the bytes of the target only if the row reads them
 * @property {(written: Uint8Array) => void} reuse takes what a row has written, once that has been copied
 */

/** @typedef {number | { bytes: Uint8Array<ArrayBuffer> }} Kept */
/** @typedef {{ kept: Kept, memory: Uint8Array<ArrayBuffer> }} Swapped */

// A crossing off the thread costs a hundred times as much, so a block has more messages.
const BLOCK = { items: 4096, units: 128 * 1024, packed: 4096 };

/** What rows that run later take besides views of bytes. @type {import("./load.js").Properties} */
const NOTHING = {};

/** One call of a function as a promise. */
export class Job {
  #tasksOf;
  /** @type {Tasks | undefined} */
  #tasks;
  /** @type {Lane | undefined} */
  #lane;
  /** @type {Set<Kept>} */
  #kept = new Set();
  /** @type {AbortSignal | undefined} */
  #signal;
  /** @type {(() => void) | undefined} */
  #onAbort;
  /** Why nothing is waited for any more. @type {{ reason: unknown } | undefined} */
  #interrupted;
  /** Whoever waits. @type {Set<(reason: unknown) => void>} */
  #waiting = new Set();
  /** @type {Control["onProgress"]} */
  #onProgress;
  /** Handles that the call has made and not released. @type {Set<number>} */
  #handles = new Set();
  #hasEnded = false;

  /** @param {() => Tasks} tasksOf gives the tasks of the backend; it is not asked before arguments are checked */
  constructor(tasksOf) {
    this.#tasksOf = tasksOf;
  }

  get tasks() {
    this.#tasks ??= this.#tasksOf();
    return this.#tasks;
  }

  /** Where this call's rows run. */
  get lane() {
    this.#lane ??= this.tasks.open();
    return this.#lane;
  }

  /**
   * Reads an options object as `check.options` does, and after its own options those that every promise has.
   *
   * @param {unknown} value
   * @param {string[]} names
   * @param {string} where
   * @param {string} [shorthand]
   */
  options(value, names, where, shorthand) {
    const { signal, onProgress, ...own } = check.options(value, [...names, "signal", "onProgress"], where, shorthand);
    if (signal !== undefined) this.#listen(check.signal(signal, where, "options.signal"));
    if (onProgress !== undefined && typeof onProgress !== "function") {
      throw check.wrongType(onProgress, where, "options.onProgress", "a function");
    }
    this.#onProgress = /** @type {Control["onProgress"]} */ (onProgress);
    return own;
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    if (signal.aborted) throw signal.reason;
    this.#signal = signal;
    this.#onAbort = () => this.interrupt(signal.reason);
    signal.addEventListener("abort", this.#onAbort, { once: true });
  }

  /**
   * Ends the call: whoever waits for a part of it is told so at once.
   *
   * @param {unknown} reason
   */
  interrupt(reason) {
    this.#interrupted ??= { reason };
    for (const reject of this.#waiting) reject(this.#interrupted.reason);
    this.#waiting.clear();
  }

  /**
   * What a promise gives, unless the call is interrupted first.
   *
   * Not a race with one promise of the interruption: each race would leave something with that until the call ends, and
   * a stream waits a million times.
   *
   * @template T
   * @param {T | Promise<T>} value
   * @returns {Promise<T>}
   */
  wait(value) {
    return new Promise((resolve, reject) => {
      const done = Promise.resolve(value);
      if (this.#interrupted) {
        done.catch(() => {});
        reject(this.#interrupted.reason);
        return;
      }
      this.#waiting.add(reject);
      done.then(resolve, reject).finally(() => this.#waiting.delete(reject));
    });
  }

  /**
   * @param {number} done
   * @param {number | undefined} total
   */
  progress(done, total) {
    if (!this.#interrupted) this.#onProgress?.(done, total);
    // The program may have cancelled just there.
    if (this.#interrupted) throw this.#interrupted.reason;
  }

  /**
   * Copies bytes for a row that is called later.
   *
   * @param {Uint8Array} bytes
   */
  keep(bytes) {
    const kept = this.tasks.keep(bytes);
    this.#kept.add(kept);
    return kept;
  }

  /**
   * Keeps the first bytes of memory that is the caller's own, for a row that is called later; the caller gets other memory.
   *
   * @param {Uint8Array<ArrayBuffer>} memory
   * @param {number} length
   */
  swap(memory, length) {
    const swapped = this.tasks.swap(memory, length);
    this.#kept.add(swapped.kept);
    return swapped;
  }

  /**
   * Calls a row off the thread.
   *
   * @param {string} row
   * @param {unknown[]} args
   */
  call(row, args) {
    if (this.#interrupted) throw this.#interrupted.reason;
    const promise = this.lane.call(row, args);
    for (const arg of args) this.#kept.delete(/** @type {Kept} */ (arg));
    return this.wait(HANDLE_ROWS.includes(row) ? promise.then((handle) => this.#own(handle)) : promise);
  }

  /**
   * A handle that a row has made is the call's, also one that comes too late.
   *
   * @param {number | undefined} handle
   */
  #own(handle) {
    if (handle === undefined) return undefined;
    this.#handles.add(handle);
    if (this.#hasEnded) this.release(handle);
    return handle;
  }

  /** @param {number} handle */
  release(handle) {
    if (this.#handles.delete(handle)) releaseQuietly(this.lane, handle);
  }

  /**
   * Runs a generator that yields promises.
   *
   * @param {Generator<any, any, any>} work
   */
  async run(work) {
    let step = work.next();
    while (!step.done) {
      let value;
      try {
        value = await step.value;
      } catch (error) {
        step = work.throw(error);
        continue;
      }
      step = work.next(value);
    }
    return step.value;
  }

  /** Gives back whatever the call still has. */
  end() {
    this.#hasEnded = true;
    for (const handle of this.#handles) this.release(handle);
    for (const kept of this.#kept) this.tasks.forget(kept);
    this.#lane?.close();
    // The last, because it is the program's.
    if (this.#onAbort) this.#signal?.removeEventListener("abort", this.#onAbort);
  }
}

/**
 * Performs a call as a promise; whatever is wrong, the promise says so.
 *
 * @template T
 * @param {() => Tasks} tasksOf
 * @param {(job: Job) => T | Promise<T>} call
 * @returns {Promise<T>}
 */
export async function perform(tasksOf, call) {
  const job = new Job(tasksOf);
  try {
    // Whatever it waits for ends as soon as the call is interrupted.
    return await call(job);
  } finally {
    job.end();
  }
}

/**
 * The promise twins of a family's functions.
 *
 * @param {(bridge: Bridge) => Record<string, Function>} family
 * @param {() => Tasks} tasksOf
 * @returns {Record<string, Function>}
 */
export function promised(family, tasksOf) {
  const names = Object.keys(family(/** @type {any} */ ({})));
  // A function says by its number of parameters where the options begin that only its twin has; so none has a default.
  const twin =
    (/** @type {string} */ name) =>
    (/** @type {unknown[]} */ ...args) =>
      perform(tasksOf, (job) => {
        /** @type {unknown[]} */
        const rest = [];
        const fn = family(bridgeLater(job, rest))[name];
        rest.push(...args.slice(fn.length));
        return fn(...args);
      });
  return Object.fromEntries(names.map((name) => [name, twin(name)]));
}

/** Every row as a call of the lane. */
const laneRows = /** @type {ProxyHandler<Job>} */ ({
  get:
    (job, row) =>
    (/** @type {unknown[]} */ ...args) =>
      job.call(String(row), args),
});

/**
 * The bridge of one call.
 *
 * @param {Job} job
 * @param {unknown[]} [rest] the arguments behind those that the function has when it is no promise
 * @returns {Bridge}
 */
export function bridgeLater(job, rest = []) {
  const rows = /** @type {any} */ (new Proxy(job, laneRows));
  return {
    rows: () => rows,
    block: BLOCK,
    bytes: (data, where, argument) => check.bytesForNow(data, where, argument, () => NOTHING),
    encoders: () => undefined,
    options: (value, names, where, shorthand) => job.options(value, names, where, shorthand),
    control: (where) => job.options(rest[0], [], where),
    target: (_given, written) => /** @type {any} */ (written),
    items: (items, count, checked) => {
      const read = new Array(count);
      let units = 0;
      for (let i = 0; i < count; i++) {
        const item = checked(items[i], i);
        units += item.length;
        read[i] = typeof item === "string" ? item : check.copyOf(item);
      }
      return { read, units };
    },
    own: check.copyOf,
    piece: () => PIECE,
    pieces: (bytes) => {
      const cut = [...pieces(bytes, PIECE)];
      return cut.map(({ piece, done }) => ({ piece: /** @type {any} */ (job.keep(piece)), done }));
    },
    out: (target, isRead = false) => /** @type {any} */ (job.tasks.writable(target, isRead)),
    put(result, target) {
      target.set(result);
      job.tasks.reuse(result);
    },
    async once(result, total) {
      const value = await result;
      this.progress(total, total);
      return value;
    },
    run: (work) => job.run(work),
    progress: (done, total) => job.progress(done, total),
    release: (handle) => job.release(handle),
  };
}

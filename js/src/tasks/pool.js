// Rows off the thread where a backend has no threads of its own: a few workers, each with the core in it. All calls of a
// lane go to one of them, so that state stays where it was made; lanes share workers when there are more than these.

import { options as checkOptions, copyOf, integer } from "../check.js";
import { HANDLE_ROWS } from "../interface.js";
import { InlineLane, replaced } from "./inline.js";
import { DEPTH, Member } from "./member.js";
import { ownArguments, resultOf } from "./own.js";
import { processors, workers } from "./worker.js";

/** @typedef {import("./worker.js").Program} Program */

/** How long a call that nobody waits for may go on before its worker is ended with it, in milliseconds. */
const GRACE = 12;
/** Memory of large pieces that came back from workers is used again: as long as it is not more than this. */
const MOST_SPARE = 32 * 1024 * 1024;
const LARGE = 64 * 1024;
/** A piece takes spare memory of at most so many times its size. */
const WASTE = 4;
const MOST_WORKERS = 64;

/** How many workers a pool may have, once that is asked for or set. @type {number | undefined} */
let limit;

function mostWorkers() {
  limit ??= Math.min(4, processors());
  return limit;
}

/**
 * Sets how the promises of this program work.
 *
 * @param {{ workers?: number }} options `workers`: how many workers each family may have, from 1 to 64, where promises
 *   run in workers; as many as there are processors by default, and at most 4
 * @returns {void}
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` or `ERR_INVALID_ARG_VALUE` for options that are not known
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for a number that is not an integer from 1 to 64
 * @example <caption>Let two workers share all work</caption>
 * configure({ workers: 2 }); // undefined
 */
export function configure(options) {
  const { workers } = checkOptions(options, ["workers"], "configure");
  if (workers !== undefined) limit = integer(workers, 1, MOST_WORKERS, "configure", "options.workers");
}

/**
 * Where promises run.
 *
 * @param {string | undefined} reason why not in workers
 * @returns {import("../choose.js").AsyncInfo}
 */
export const infoOf = (reason) =>
  reason === undefined ? { by: "workers", reason: null } : { by: "calling thread", reason };

/** The workers of one backend, or of one family of it. */
export class Pool {
  /** @type {Set<Member>} */
  #members = new Set();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  #spares = [];
  #spareSize = 0;
  #hasWorked = false;
  /** Calls that workers had answered which are gone. */
  #pastCalls = 0;
  /** Why workers cannot be had, once one could not be started. @type {string | undefined} */
  #reason;

  /**
   * @param {Program} program what a worker runs
   * @param {() => any} payload what it opens
   * @param {() => import("../load.js").Rows} rowsOf the rows of this thread, where workers cannot be had
   */
  constructor(program, payload, rowsOf) {
    this.program = program;
    this.payload = payload;
    this.rowsOf = rowsOf;
  }

  /** How many calls the workers have answered. */
  get calls() {
    let sum = this.#pastCalls;
    for (const member of this.#members) sum += member.calls;
    return sum;
  }

  /** @returns {import("../choose.js").AsyncInfo} */
  get info() {
    return infoOf(this.#reason ?? workers().reason);
  }

  /** @returns {import("../later.js").Tasks} */
  get tasks() {
    return {
      open: () => new PoolLane(this),
      keep: (bytes) => ({ bytes: this.copy(bytes) }),
      swap: (memory, length) => ({ kept: { bytes: memory.subarray(0, length) }, memory: this.#room(memory.length) }),
      forget: () => {},
      writable: (target, isRead) => ({ bytes: isRead ? this.copy(target) : this.#room(target.length) }),
      reuse: (written) => this.#takeBack(written),
    };
  }

  /**
   * A copy that may be transferred.
   *
   * @param {Uint8Array} bytes
   * @returns {Uint8Array<ArrayBuffer>}
   */
  copy(bytes) {
    const copy = this.#spare(bytes.length);
    copy?.set(bytes);
    return copy ?? /** @type {any} */ (copyOf(bytes));
  }

  /**
   * Memory that may be transferred.
   *
   * @param {number} length
   */
  #room(length) {
    return this.#spare(length) ?? new Uint8Array(length);
  }

  /**
   * Memory that was used before, if so much is needed and there is some.
   *
   * @param {number} length
   * @returns {Uint8Array<ArrayBuffer> | undefined}
   */
  #spare(length) {
    let index = length < LARGE ? -1 : this.#spares.length - 1;
    while (index >= 0 && (this.#spares[index].length < length || this.#spares[index].length > length * WASTE)) index--;
    if (index < 0) return undefined;
    const [spare] = this.#spares.splice(index, 1);
    this.#spareSize -= spare.length;
    return spare.subarray(0, length);
  }

  /**
   * Memory that came back with an answer.
   *
   * @param {unknown[]} args
   * @param {string | undefined} row
   */
  #returned(args, row) {
    // What a row has written belongs to whoever waits for it.
    const written = row === undefined ? undefined : resultOf(row, args, undefined);
    for (const arg of args) if (arg instanceof Uint8Array && arg !== written) this.#takeBack(arg);
  }

  /**
   * Memory that nobody has any more. It stays as long as there are workers.
   *
   * @param {Uint8Array} bytes
   */
  #takeBack({ buffer }) {
    const size = buffer.byteLength;
    if (this.#members.size === 0 || size < LARGE || this.#spareSize + size > MOST_SPARE) return;
    this.#spares.push(new Uint8Array(/** @type {ArrayBuffer} */ (buffer)));
    this.#spareSize += size;
  }

  /** @param {Member} member */
  #lose(member) {
    this.#members.delete(member);
    this.#pastCalls += member.calls;
    if (this.#members.size > 0) return;
    this.#spares = [];
    this.#spareSize = 0;
  }

  /** The workers that lanes may have: as many as are allowed, and none that is still busy for nobody. */
  #open() {
    return [...this.#members].filter(({ isLeft }) => !isLeft).slice(0, mostWorkers());
  }

  /**
   * The worker for a lane: an idle one, a new one, or the one with the fewest lanes; `undefined` stands for the calling
   * thread.
   *
   * @returns {Member | undefined}
   */
  choose() {
    const { start } = workers();
    if (start === undefined || this.#reason !== undefined) return undefined;
    const open = this.#open();
    /** @type {Member | undefined} */
    let freest;
    for (const member of open) if (freest === undefined || member.lanes < freest.lanes) freest = member;
    if (freest && (freest.lanes === 0 || open.length >= mostWorkers())) return freest;
    try {
      const member = new Member(start, this.program, this.payload(), {
        returned: (args, row) => this.#returned(args, row),
        died: (gone) => this.#lose(gone),
      });
      this.#members.add(member);
      return member;
    } catch (error) {
      this.started(/** @type {Error} */ (error).message);
      return freest;
    }
  }

  /**
   * Takes note of how the start of a worker went. One that fails after others have worked may be short of memory; where
   * none ever worked, none is allowed.
   *
   * @param {string | undefined} failure
   */
  started(failure) {
    if (failure === undefined) this.#hasWorked = true;
    else if (!this.#hasWorked) this.#reason = `workers cannot be started: ${failure}`;
  }

  /**
   * Takes a worker from a lane that has ended. What it is still doing may be wanted by nobody: if that goes on, the
   * worker is ended, because a row cannot be stopped otherwise.
   *
   * @param {Member} member
   */
  leave(member) {
    member.lanes--;
    if (member.death !== undefined || member.lanes > 0) return;
    if (member.busy === 0) {
      this.#rest(member);
      return;
    }
    member.isLeft = true;
    member.timer = setTimeout(() => {
      if (member.isLeft) member.end("its call was cancelled");
      else this.#rest(member);
    }, GRACE);
  }

  /**
   * Nobody has the worker any more.
   *
   * @param {Member} member
   */
  async #rest(member) {
    await member.started;
    // Somebody may have taken it meanwhile.
    if (member.lanes > 0 || member.death !== undefined) return;
    if (this.#open().includes(member)) this.#doze();
    else member.end("there are fewer workers now");
  }

  /** Once no worker has anything to do, all of them end after a while; one that rests beside others that work stays. */
  #doze() {
    const members = [...this.#members];
    if (members.some(({ lanes }) => lanes > 0)) return;
    this.wake();
    const { idle } = workers();
    for (const member of members) {
      if (member.isLeft) continue;
      member.timer = setTimeout(() => member.end("it was idle"), idle);
      member.timer.unref?.();
    }
  }

  /** There is something to do: no worker ends. */
  wake() {
    for (const member of this.#members) if (!member.isLeft) clearTimeout(member.timer);
  }
}

/** The lane of one call in a worker. */
class PoolLane {
  // A worker takes calls in order.
  depth = DEPTH;
  #pool;
  /** @type {Member | undefined} */
  #member;
  /** The worker, or the lane on the calling thread where there is none. @type {Promise<Member | InlineLane> | undefined} */
  #acquiring;
  /** @type {InlineLane | undefined} */
  #inline;
  #isClosed = false;
  /** The instance that has this lane's state, once there is some. @type {number | undefined} */
  #instance;

  /** @param {Pool} pool */
  constructor(pool) {
    this.#pool = pool;
  }

  /** @returns {Promise<Member | InlineLane>} */
  async #acquire() {
    while (!this.#isClosed) {
      const member = this.#pool.choose();
      if (member === undefined) break;
      member.lanes++;
      this.#pool.wake();
      this.#member = member;
      // The call that waits for it is not in its queue yet.
      member.hold();
      const failure = await member.started;
      member.leave();
      if (member.isReady || failure !== undefined) this.#pool.started(failure);
      if (member.isReady && member.death === undefined) return member;
      this.#member = undefined;
      // It was the pool itself that ended it: another one will do.
      if (failure !== undefined) break;
    }
    this.depth = 1;
    this.#inline = new InlineLane(this.#pool.rowsOf);
    if (this.#isClosed) this.#inline.close();
    return this.#inline;
  }

  /**
   * @param {string} row
   * @param {unknown[]} args
   * @returns {Promise<any>}
   */
  call(row, args) {
    const own = ownArguments(row, args, (bytes) => this.#pool.copy(bytes));
    // Once there is a worker, calls leave at once.
    if (this.#member?.isReady) return this.#send(this.#member, row, own);
    this.#acquiring ??= this.#acquire();
    return this.#acquiring.then((taken) => {
      if (taken instanceof InlineLane) return taken.run(row, own);
      // Nobody waits for it any more, so it never begins.
      return this.#isClosed ? undefined : this.#send(taken, row, own);
    });
  }

  /**
   * @param {Member} member
   * @param {string} row
   * @param {any[]} own
   */
  async #send(member, row, own) {
    if (this.#isLost(member)) throw replaced();
    const result = await member.call(this, row, own);
    if (HANDLE_ROWS.includes(row)) this.#instance ??= member.instance;
    return result;
  }

  /**
   * Whether what this lane has made is gone: its handles may be those of other lanes now.
   *
   * @param {Member} member
   */
  #isLost(member) {
    return this.#instance !== undefined && this.#instance !== member.instance;
  }

  /** @param {number} handle */
  release(handle) {
    this.#inline?.release(handle);
    if (this.#member && !this.#isLost(this.#member)) this.#member.release(handle);
  }

  close() {
    this.#isClosed = true;
    this.#inline?.close();
    if (this.#member === undefined) return;
    this.#member.drop(this);
    this.#pool.leave(this.#member);
  }
}

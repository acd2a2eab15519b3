// Rows off the thread where a backend has no threads of its own: a few workers, each with the core in it. A lane has one
// of them to itself, so that state stays where it was made; when all are in use, it waits.

import { options as checkOptions, integer } from "../check.js";
import { failure } from "../error.js";
import { copyOf } from "../later.js";
import { callInline } from "./inline.js";
import { ownArguments, resultOf } from "./own.js";
import { processors, workers } from "./worker.js";

/** @typedef {import("../later.js").Lane} Lane */
/** @typedef {import("../later.js").Kept} Kept */
/** @typedef {import("./worker.js").Program} Program */

/** How long a call that nobody waits for may go on before its worker is ended with it, in milliseconds. */
const GRACE = 15;
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

/** A worker and what it is doing. */
class Member {
  /** @type {import("./worker.js").Port} */
  port;
  /** Calls that it has not answered. @type {Map<number, { row: string, resolve: (value: any) => void, reject: (error: Error) => void }>} */
  pending = new Map();
  isReady = false;
  /** Why it is gone. @type {string | undefined} */
  death;
  /** @type {any} */
  idle;
  calls = 0;

  /**
   * @param {Pool} pool
   * @param {(program: Program, events: import("./worker.js").Events) => import("./worker.js").Port} start
   * @param {(member: Member) => void} settled it is ready, or it is gone
   */
  constructor(pool, start, settled) {
    this.pool = pool;
    this.port = start(pool.program, {
      answer: (answer) => {
        if ("ready" in answer) {
          this.isReady = true;
          settled(this);
        } else if ("failed" in answer) this.die(answer.failed, settled);
        else this.#settle(answer);
      },
      death: (reason) => this.die(reason, settled),
    });
    this.port.post({ open: pool.payload() }, []);
  }

  /** @param {Extract<import("./serve.js").Answer, { id: number }>} answer */
  #settle(answer) {
    this.calls = answer.calls;
    const call = this.pending.get(answer.id);
    this.pending.delete(answer.id);
    this.pool.takeBack(answer.args, call?.row);
    if (call === undefined) return;
    if ("error" in answer) {
      const { code, argument = "", message } = answer.error;
      call.reject(failure(/** @type {any} */ (code), argument, message));
    } else call.resolve(resultOf(call.row, answer.args, answer.result));
  }

  /**
   * @param {string} reason
   * @param {(member: Member) => void} [settled]
   */
  die(reason, settled) {
    if (this.death !== undefined) return;
    this.death = reason;
    clearTimeout(this.idle);
    this.port.end();
    const error = this.lost();
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
    if (!this.isReady) settled?.(this);
    this.pool.lose(this);
  }

  lost() {
    const message = `the worker that ran this call is gone (${this.death}); the next call has another one`;
    return failure("ERR_WORKER_EXITED", "", message);
  }
}

/** The workers of one backend, or of one family of it. */
export class Pool {
  /** @type {Set<Member>} */
  #members = new Set();
  /** @type {Member[]} */
  #idle = [];
  /** Lanes that wait for a worker. @type {((member: Member | undefined) => void)[]} */
  #waiting = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  #spares = [];
  #spareSize = 0;
  #id = 0;
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

  /** Why calls run on the calling thread, if they do. */
  get reason() {
    return this.#reason ?? workers().reason;
  }

  /** @returns {import("../choose.js").AsyncInfo} */
  get info() {
    const { reason } = this;
    return reason === undefined ? { by: "workers", reason: null } : { by: "calling thread", reason };
  }

  /** @returns {import("../later.js").Tasks} */
  get tasks() {
    return { open: () => this.#open(), keep: (bytes) => ({ bytes: this.#copy(bytes) }), forget: () => {} };
  }

  /**
   * A copy that may be transferred; large ones get memory that was used before.
   *
   * @param {Uint8Array} bytes
   * @returns {Uint8Array<ArrayBuffer>}
   */
  #copy(bytes) {
    const { length } = bytes;
    const fits = (/** @type {Uint8Array} */ spare) => spare.length >= length && spare.length <= length * WASTE;
    const index = length < LARGE ? -1 : this.#spares.findLastIndex(fits);
    if (index < 0) return /** @type {any} */ (copyOf(bytes));
    const [spare] = this.#spares.splice(index, 1);
    this.#spareSize -= spare.length;
    const copy = spare.subarray(0, bytes.length);
    copy.set(bytes);
    return copy;
  }

  /**
   * Memory that came back with an answer.
   *
   * @param {unknown[]} args
   * @param {string | undefined} row
   */
  takeBack(args, row) {
    for (const arg of args) {
      if (!(arg instanceof Uint8Array)) continue;
      const size = arg.buffer.byteLength;
      // What a row has written belongs to the program.
      const isResult = row !== undefined && resultOf(row, args, undefined) === arg;
      if (isResult || size < LARGE || this.#spareSize + size > MOST_SPARE) continue;
      this.#spares.push(new Uint8Array(/** @type {ArrayBuffer} */ (arg.buffer)));
      this.#spareSize += size;
    }
  }

  /** @param {Member} member */
  lose(member) {
    this.#members.delete(member);
    this.#idle = this.#idle.filter((other) => other !== member);
    this.#pastCalls += member.calls;
    if (this.#members.size === 0) {
      this.#spares = [];
      this.#spareSize = 0;
    }
    this.#next();
  }

  /**
   * Hands a worker to whoever asks: an idle one, a new one, or the next that is given back.
   * `undefined` stands for the calling thread.
   *
   * @param {(member: Member | undefined) => void} take
   */
  #acquire(take) {
    const { start } = workers();
    const idle = this.#idle.pop();
    if (idle !== undefined) {
      clearTimeout(idle.idle);
      idle.port.hold();
      take(idle);
    } else if (start === undefined || this.#reason !== undefined) take(undefined);
    else if (this.#members.size >= mostWorkers()) this.#waiting.push(take);
    else this.#start(start, take);
  }

  /**
   * @param {NonNullable<ReturnType<typeof workers>["start"]>} start
   * @param {(member: Member | undefined) => void} take
   */
  #start(start, take) {
    /** @param {string} reason */
    const cannot = (reason) => {
      // One that fails after others have worked may be short of memory; where none ever worked, none is allowed.
      if (!this.#hasWorked) this.#reason = `workers cannot be started: ${reason}`;
      take(undefined);
      if (!this.#hasWorked) for (const waiting of this.#waiting.splice(0)) waiting(undefined);
    };
    try {
      const member = new Member(this, start, (settled) => {
        if (settled.death !== undefined) cannot(settled.death);
        else {
          this.#hasWorked = true;
          take(settled);
        }
      });
      this.#members.add(member);
    } catch (error) {
      cannot(/** @type {Error} */ (error).message);
    }
  }

  /** Serves the lane that waits longest, if there is room for a worker. */
  #next() {
    const take = this.#members.size < mostWorkers() || this.#idle.length > 0 ? this.#waiting.shift() : undefined;
    if (take) this.#acquire(take);
  }

  /** @param {Member} member */
  #giveBack(member) {
    if (member.death !== undefined) return;
    if (this.#members.size > mostWorkers()) {
      member.die("there are fewer workers now");
      return;
    }
    this.#idle.push(member);
    member.port.leave();
    const { idle = 0 } = workers();
    member.idle = setTimeout(() => member.die("it was idle"), idle);
    member.idle?.unref?.();
    this.#next();
  }

  /** @returns {Lane} */
  #open() {
    /** @type {Promise<Member | undefined> | undefined} */
    let acquiring;
    /** @type {Member | undefined} */
    let member;
    let isClosed = false;
    const acquired = () => {
      acquiring ??= new Promise((resolve) => {
        this.#acquire((taken) => {
          member = taken;
          if (isClosed && taken) this.#giveBack(taken);
          resolve(taken);
        });
      });
      return acquiring;
    };
    /** @type {Lane} */
    const lane = {
      // A worker takes messages in order.
      depth: 2,
      call: (row, args) => {
        const own = ownArguments(row, args, (bytes) => this.#copy(bytes));
        // Once there is a worker, calls leave at once.
        if (member) return this.#send(member, row, own);
        return acquired().then((taken) => {
          if (taken) return this.#send(taken, row, own);
          lane.depth = 1;
          return callInline(this.rowsOf, row, own);
        });
      },
      release: (handle) => {
        if (member) {
          if (member.death === undefined) member.port.post({ release: handle }, []);
        } else this.rowsOf().release(handle);
      },
      close: () => {
        isClosed = true;
        if (member) this.#leave(member);
      },
    };
    return lane;
  }

  /**
   * @param {Member} member
   * @param {string} row
   * @param {any[]} own
   */
  #send(member, row, own) {
    if (member.death !== undefined) return Promise.reject(member.lost());
    const id = ++this.#id;
    return new Promise((resolve, reject) => {
      member.pending.set(id, { row, resolve, reject });
      member.port.post(
        { id, row, args: own },
        own.filter(ArrayBuffer.isView).map(({ buffer }) => buffer),
      );
    });
  }

  /**
   * Takes a worker from a lane that has ended. What it is still doing is wanted by nobody: if that goes on, the worker
   * is ended, because a row cannot be stopped otherwise.
   *
   * @param {Member} member
   */
  #leave(member) {
    if (member.pending.size === 0) {
      this.#giveBack(member);
      return;
    }
    const timer = setTimeout(() => member.die("its call was cancelled"), GRACE);
    const last = [...member.pending.values()].at(-1);
    const giveBack = () => {
      clearTimeout(timer);
      this.#giveBack(member);
    };
    // Whatever comes of it.
    if (last) Object.assign(last, { resolve: giveBack, reject: giveBack });
  }
}

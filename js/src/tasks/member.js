// One worker of the pool, and the calls that it has not answered.

import { failure } from "../error.js";
import { resultOf } from "./own.js";

/** @typedef {import("./worker.js").Program} Program */
/** @typedef {(program: Program, events: import("./worker.js").Events) => import("./worker.js").Port} Start */

/**
 * What the pool hears of a worker.
 *
 * @typedef {object} Listener
 * @property {(args: unknown[], row: string | undefined) => void} returned the views that came back with an answer
 * @property {(member: Member) => void} died
 */

/**
 * A call that is on its way, or waits for its turn.
 *
 * @typedef {object} Call
 * @property {object} lane
 * @property {string} row
 * @property {any[]} args
 * @property {(value: any) => void} resolve
 * @property {(error: Error) => void} reject
 */

/** So many calls are with the worker at once: one that it works on, and one that it need not wait for. */
export const DEPTH = 2;
/**
 * After a call that took longer, in milliseconds, the next one is sent when that is answered: the wait is short beside
 * the work, and what was not sent need not be done if it is cancelled.
 */
const LONG = 3;

/** A worker of the pool. */
export class Member {
  #port;
  #listener;
  /** Calls that the worker has. @type {Map<number, Call>} */
  #pending = new Map();
  /** Calls that wait, in order. @type {Call[]} */
  #queue = [];
  #id = 0;
  /** Why it is gone. @type {string | undefined} */
  death;
  /** How many lanes have state in it, or calls. */
  lanes = 0;
  /** Whether a lane left it in the middle of a call: until that ends, nobody else gets it. */
  isLeft = false;
  /** How many calls its core has answered. */
  calls = 0;
  /** How often its WebAssembly instance was replaced. */
  instance = 0;
  /** Ends it when it has been idle for long. @type {any} */
  timer;
  /** Why it could not be started, once that is known; `undefined` if it could, or the pool has ended it. @type {Promise<string | undefined>} */
  started;
  /** @type {(failure?: string) => void} */
  #start = () => {};
  /** Whether its program has started. */
  isReady = false;
  /** For how much the process has to stay alive. */
  #holds = 0;
  /** When it began with what it works on, and how long the call before took. */
  #began = 0;
  #took = 0;

  /**
   * @param {Start} start
   * @param {Program} program
   * @param {unknown} payload what it opens
   * @param {Listener} listener
   */
  constructor(start, program, payload, listener) {
    this.#listener = listener;
    this.started = new Promise((resolve) => (this.#start = resolve));
    this.#port = start(program, {
      answer: (answer) => {
        if ("ready" in answer) {
          this.isReady = true;
          this.#start();
        } else if ("failed" in answer) this.#fail(answer.failed);
        else this.#settle(answer);
      },
      death: (reason) => this.#fail(reason),
    });
    this.#port.leave();
    this.#port.post({ open: payload }, []);
  }

  /** How many calls it is working on. */
  get busy() {
    return this.#pending.size;
  }

  /** @param {Extract<import("./serve.js").Answer, { id: number }>} answer */
  #settle(answer) {
    this.calls = answer.calls;
    this.instance = answer.instance;
    const call = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    const now = performance.now();
    this.#took = now - this.#began;
    this.#began = now;
    if (this.#pending.size === 0) this.isLeft = false;
    this.#send();
    this.#listener.returned(answer.args, call?.row);
    if (call === undefined) return;
    this.leave();
    if ("error" in answer) {
      const { code, argument = "", message } = answer.error;
      call.reject(failure(/** @type {any} */ (code), argument, message));
    } else call.resolve(resultOf(call.row, answer.args, answer.result));
  }

  /**
   * Calls a row.
   *
   * @param {object} lane
   * @param {string} row
   * @param {any[]} args the worker's own from now on
   * @returns {Promise<any>}
   */
  call(lane, row, args) {
    if (this.death !== undefined) return Promise.reject(this.#gone());
    return new Promise((resolve, reject) => {
      this.#queue.push({ lane, row, args, resolve, reject });
      this.hold();
      this.#send();
    });
  }

  /** Sends calls whose turn it is. */
  #send() {
    while (this.#pending.size < (this.#took > LONG ? 1 : DEPTH)) {
      const call = this.#queue.shift();
      if (call === undefined) return;
      if (this.#pending.size === 0) this.#began = performance.now();
      const { row, args } = call;
      const id = ++this.#id;
      this.#pending.set(id, call);
      const buffers = args.filter(ArrayBuffer.isView).map(({ buffer }) => buffer);
      this.#port.post({ id, row, args }, buffers);
    }
  }

  /**
   * Takes back the calls of a lane that wait: nobody waits for them any more.
   *
   * @param {object} lane
   */
  drop(lane) {
    const kept = this.#queue.filter((call) => call.lane !== lane);
    for (let i = kept.length; i < this.#queue.length; i++) this.leave();
    this.#queue = kept;
  }

  /**
   * Ends a handle.
   *
   * @param {number} handle
   */
  release(handle) {
    if (this.death === undefined) this.#port.post({ release: handle }, []);
  }

  /** Keeps the process alive, once more. */
  hold() {
    if (this.#holds++ === 0) this.#port.hold();
  }

  /** Takes that back; at last the process may end. */
  leave() {
    if (--this.#holds === 0) this.#port.leave();
  }

  /**
   * The worker has failed.
   *
   * @param {string} reason
   */
  #fail(reason) {
    if (this.death !== undefined) return;
    this.#start(reason);
    this.end(reason);
  }

  /**
   * Ends the worker; what it has not answered is lost.
   *
   * @param {string} reason
   */
  end(reason) {
    if (this.death !== undefined) return;
    this.death = reason;
    clearTimeout(this.timer);
    this.#port.end();
    const error = this.#gone();
    for (const { reject } of [...this.#pending.values(), ...this.#queue]) reject(error);
    this.#pending.clear();
    this.#queue = [];
    this.#start();
    this.#listener.died(this);
  }

  #gone() {
    const message = `the worker that ran this call is gone (${this.death}); the next call has another one`;
    return failure("ERR_WORKER_EXITED", "", message);
  }
}

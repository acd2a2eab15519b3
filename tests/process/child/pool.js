// What the pool of workers does when its workers end, cannot be started, or are few. Run with the name of a test, and
// the backend in the environment; says "right" at the end.

import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { backend, configure } from "oxbridge/backend";
import * as promises from "oxbridge/promises";
import { pause } from "./machine.js";

const scope = /** @type {any} */ (globalThis);
const isDeno = scope.Deno !== undefined;
const ABC = createHash("sha256").update("abc").digest("hex");
const NOT_A_PROGRAM = "throw new Error('there are none today')";

/** Every worker that was started. @type {any[]} */
const started = [];
/** Those that nobody has ended. */
const living = new Set();
/** How many lived at the same time. */
let most = 0;

/**
 * Puts another class in the place of the one that workers are made with; Oxbridge looks for it when it needs it.
 *
 * @param {(Original: any) => any} make
 */
function replaceWorker(make) {
  const holder = isDeno ? scope : process.getBuiltinModule("node:worker_threads");
  holder.Worker = make(holder.Worker);
}

const record = () =>
  replaceWorker(
    (Original) =>
      class extends Original {
        constructor(/** @type {any[]} */ ...args) {
          super(...args);
          started.push(this);
          living.add(this);
          most = Math.max(most, living.size);
        }

        terminate() {
          living.delete(this);
          return super.terminate();
        }
      },
  );

/** @param {unknown} actual @param {unknown} expected @param {string} what */
function same(actual, expected, what) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what} is ${a}, but should be ${b}`);
}

/** @param {string} when */
async function works(when) {
  same(await promises.sha256("abc"), ABC, `the digest ${when}`);
  same([...(await promises.bulkHash("sha256", ["abc", "abc"]))], [ABC, ABC], `two digests ${when}`);
}

/** @param {() => unknown} call */
async function errorOf(call) {
  try {
    await call();
  } catch (error) {
    const { constructor: type, code, argument, message } = /** @type {any} */ (error);
    return { name: type.name, code, argument, message };
  }
  return {};
}

/** @param {RegExp} reason */
async function onCallingThread(reason) {
  await works("without workers");
  await works("without workers, again");
  const { by, reason: said } = backend().async;
  same(by, "calling thread", "where promises run");
  if (!reason.test(String(said))) throw new Error(`the reason is "${said}"`);
}

/** Calls that never end. */
async function* endless() {
  for (;;) yield new Uint8Array(2 ** 20);
}

/** @param {(worker: any) => unknown} kill */
async function dies(kill) {
  record();
  await works("before");
  same(started.length, 1, "how many workers there were");
  for (let i = 1; i <= 3; i++) {
    const outcome = errorOf(() => promises.hashStream("sha256", endless()));
    const calm = setInterval(() => {}, 1000); // a worker that is gone keeps no process alive
    await pause(50);
    await kill(started.at(-1));
    const { name, code, message } = await outcome;
    clearInterval(calm);
    same([name, code], ["Error", "ERR_WORKER_EXITED"], `the error (${message})`);
    await works(`after worker ${i} has died`);
    same(started.length, i + 1, "how many workers there were");
  }
  same(backend().async, { by: "workers", reason: null }, "where promises run");
}

/** @param {number} [limit] */
async function many(limit) {
  record();
  const expected = limit ?? Math.min(4, availableParallelism());
  if (limit !== undefined) configure({ workers: limit });
  const bytes = new Uint8Array(2 ** 23);
  const digest = createHash("sha256").update(bytes).digest("hex");
  for (let round = 0; round < 3; round++) {
    const digests = await Promise.all(Array.from({ length: 8 }, () => promises.sha256(bytes)));
    same(digests, Array(8).fill(digest), "eight digests");
  }
  same(most, expected, "how many workers there were at the same time");
}

const OUT_OF_RANGE = ["RangeError", "ERR_OUT_OF_RANGE", "options.workers"];
/** @type {[unknown, unknown[]][]} */
const OPTIONS = [
  [null, ["TypeError", "ERR_INVALID_ARG_TYPE", "options"]],
  [2, ["TypeError", "ERR_INVALID_ARG_TYPE", "options"]],
  ["2", ["TypeError", "ERR_INVALID_ARG_TYPE", "options"]],
  [{ workers: 0 }, OUT_OF_RANGE],
  [{ workers: -1 }, OUT_OF_RANGE],
  [{ workers: 65 }, OUT_OF_RANGE],
  [{ workers: 1.5 }, OUT_OF_RANGE],
  [{ workers: NaN }, OUT_OF_RANGE],
  [{ workers: "2" }, ["TypeError", "ERR_INVALID_ARG_TYPE", "options.workers"]],
  [{ workers: null }, ["TypeError", "ERR_INVALID_ARG_TYPE", "options.workers"]],
  [{ workers: 2n }, ["TypeError", "ERR_INVALID_ARG_TYPE", "options.workers"]],
  [{ nope: 1 }, ["TypeError", "ERR_INVALID_ARG_VALUE", "options.nope"]],
];

async function options() {
  const call = /** @type {(options?: any) => void} */ (configure);
  for (const [value, expected] of OPTIONS) {
    const { name, code, argument } = await errorOf(() => call(value));
    const what = typeof value === "object" ? Object.entries(value ?? {}) : value;
    same([name, code, argument], expected, `the error of configure with ${String(what)}`);
  }
  for (const value of [undefined, {}, { workers: undefined }, { workers: 1 }, { workers: 64 }]) {
    same(call(value), undefined, "what configure gives");
  }
  const thrown = new Error("the getter's own");
  const error = await errorOf(() =>
    call({
      get workers() {
        throw thrown;
      },
    }),
  );
  same(error.message, thrown.message, "what a getter throws");
}

/** @type {Record<string, () => Promise<void>>} */
const TESTS = {
  // Deno does not tell of a worker that is ended from outside.
  "is terminated": () => dies((worker) => worker.terminate()),
  // What is no request makes the program of a worker throw, between two rows.
  throws: () => dies((worker) => worker.postMessage(null)),
  "cannot be made": () => {
    replaceWorker(
      () =>
        class {
          constructor() {
            throw new Error("there are none today");
          }
        },
    );
    return onCallingThread(/^workers cannot be started: .*there are none today/);
  },
  "fails before it is ready": () => {
    replaceWorker(
      (Original) =>
        class extends Original {
          constructor() {
            if (isDeno) super(`data:text/javascript,${encodeURIComponent(NOT_A_PROGRAM)}`, { type: "module" });
            else super(NOT_A_PROGRAM, { eval: true });
          }
        },
    );
    return onCallingThread(/^workers cannot be started: .*there are none today/);
  },
  "one for eight calls": () => many(1),
  "three for eight calls": () => many(3),
  "as many as there are processors": () => many(),
  options,
};

await TESTS[process.argv[2]]();
console.log("right");

// Starts a worker in whichever way this runtime has, and says why where it has none.

import { isPermitted, runtime } from "../runtime.js";
import { closeGate, forgetGate, guard, newGate } from "./gate.js";

/**
 * A worker as the pool sees it.
 *
 * @typedef {object} Port
 * @property {(message: import("./serve.js").Request, transfer: any[]) => void} post
 * @property {() => void} hold keeps the process alive
 * @property {() => void} leave lets the process end
 * @property {() => void} end
 */

/**
 * The program of a worker: as text, or as a file where there are files.
 *
 * @typedef {{ text: string } | { file: URL }} Program
 */

/**
 * @typedef {object} Events
 * @property {(answer: import("./serve.js").Answer) => void} answer
 * @property {(reason: string) => void} death it failed, or ended
 */

const scope = /** @type {any} */ (globalThis);

/** How many processors there are. */
export function processors() {
  const os = scope.process?.getBuiltinModule?.("node:os");
  return Math.max(1, Number(os?.availableParallelism?.() ?? scope.navigator?.hardwareConcurrency ?? 1));
}

/** @typedef {{ start?: (program: Program, events: Events) => Port, idle?: number, reason?: string }} Ways */

/** @type {Ways | undefined} */
let ways;

/** How this runtime starts workers; `reason` where it does not. `idle` is how long one stays that has nothing to do. */
export function workers() {
  ways ??= findWays();
  return ways;
}

/** @returns {Ways} */
function findWays() {
  const isServerSide = scope.process?.versions?.node !== undefined && scope.Deno === undefined;
  if (runtime() === "workerd") return { reason: "workerd has no threads" };
  if (isServerSide) {
    if (scope.process.permission && !scope.process.permission.has("worker")) {
      return { reason: "Node was started with --permission and without --allow-worker" };
    }
    return { start: startThread, idle: 10_000 };
  }
  if (typeof scope.Worker !== "function") return { reason: "this runtime has no workers" };
  // A worker of Deno keeps its process alive, so it stays just long enough for the next of a few calls in a row.
  return { start: startWebWorker, idle: scope.Deno ? 50 : 10_000 };
}

/** Flags that say how a worker calls C, and what it may print. */
const KEPT_FLAGS = ["--no-experimental-ffi", "--no-warnings"];

/**
 * A thread of Node or Bun.
 *
 * @param {Program} program
 * @param {Events} events
 * @returns {Port}
 */
function startThread(program, { answer, death }) {
  const { Worker } = scope.process.getBuiltinModule("node:worker_threads");
  const { execArgv, env } = scope.process;
  // What a program loads before itself is not for this worker: if it called Oxbridge, each worker would start another.
  const options = {
    execArgv: execArgv.filter((/** @type {string} */ flag) => KEPT_FLAGS.includes(flag)),
    env: { ...env, NODE_OPTIONS: "" },
  };
  const gate = newGate();
  const worker =
    "text" in program
      ? new Worker(program.text, { ...options, eval: true })
      : new Worker(program.file, { ...options, workerData: gate });
  if (!("text" in program)) guard(gate, scope.process);
  worker.on("message", answer);
  worker.on("messageerror", (/** @type {Error} */ error) => death(error.message));
  worker.on("error", (/** @type {Error} */ error) => death(error?.message ?? String(error)));
  worker.on("exit", (/** @type {number} */ code) => {
    forgetGate(gate);
    death(`it ended with code ${code}`);
  });
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    hold: () => worker.ref(),
    leave: () => worker.unref(),
    end: () => {
      closeGate(gate);
      worker.terminate();
    },
  };
}

/**
 * A worker of a browser or of Deno.
 *
 * @param {Program} program
 * @param {Events} events
 * @returns {Port}
 */
function startWebWorker(program, { answer, death }) {
  const isText = "text" in program;
  if (!isText && !isPermitted({ name: "read", path: program.file })) {
    throw new Error(`Deno may not read the program of a worker; it needs --allow-read=${program.file.pathname}`);
  }
  const address = isText ? URL.createObjectURL(new Blob([program.text], { type: "text/javascript" })) : program.file;
  // Deno has modules only, and some browsers have only scripts.
  const worker = new Worker(address, { type: isText && !scope.Deno ? "classic" : "module", name: "oxbridge" });
  const forget = () => {
    if (isText) URL.revokeObjectURL(String(address));
  };
  worker.onmessage = ({ data }) => {
    forget(); // an answer says that the program was read
    answer(data);
  };
  worker.onmessageerror = () => death("a message could not be read");
  worker.onerror = (event) => {
    event.preventDefault?.(); // or Deno would end the process
    forget();
    const policy = "it could not be read; a content security policy must have worker-src blob:";
    death(event.message || policy);
  };
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    hold: () => {},
    leave: () => {},
    end: () => worker.terminate(),
  };
}

// A handle belongs to the thread that made it: another one is told that it names nothing, and can do nothing to what it
// names. Every realm of its own thread may use it. Run with the backend and the folder of the native binaries.

import { createHash } from "node:crypto";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { openAddon } from "../../../js/src/backends/addon.js";
import { openLibrary } from "../../../js/src/backends/cabi.js";
import { openWasm } from "../../../js/src/backends/wasm.js";
import { fileName } from "../../../js/src/find.js";
import * as hash from "../../../js/wasm/hash.inline.js";

const NO_OPTIONS = new Uint8Array(0);

/** @typedef {{ name: string, folder: string, hasher: number, kept: number }} Given */

const scope = /** @type {any} */ (globalThis);
const threads = await import("node:worker_threads");
const ABC = createHash("sha256").update("abc").digest("hex");
const abc = new Uint8Array([97, 98, 99]);

/**
 * @param {string} name
 * @param {string} folder
 * @returns {any}
 */
function open(name, folder) {
  if (name === "wasm") return openWasm(hash);
  const file = join(folder, fileName(/** @type {"napi"} */ (name)));
  return name === "cabi" ? openLibrary(file) : openAddon(/** @type {"napi"} */ (name), file);
}

/** @param {() => unknown} call */
async function outcome(call) {
  try {
    return await call();
  } catch (error) {
    return /** @type {any} */ (error).code;
  }
}

/**
 * Everything that another thread could do with a handle, and what came of it.
 *
 * @param {Given} given
 */
async function misuse({ name, folder, hasher, kept }) {
  const rows = open(name, folder);
  /** @param {any} from */
  const calls = (from) => [
    () => from.hasher_update(hasher, abc),
    () => from.hasher_digest(hasher, new Uint8Array(32)),
    () => from.hasher_digest_text(hasher, 0),
    () => from.hasher_clone(hasher),
    () => from.hasher_reset(hasher),
    () => from.release(hasher),
    () => from.release(kept),
  ];
  const all = calls(rows);
  if (rows.promises) all.push(...calls(rows.promises), () => rows.promises.hash_text(0, 0, kept));
  return Promise.all(all.map(outcome));
}

/**
 * @param {Given} given
 * @returns {Promise<unknown[]>}
 */
function misuseInWorker(given) {
  const script = new URL(import.meta.url);
  return new Promise((resolve, reject) => {
    if (scope.Deno === undefined) {
      const worker = new threads.Worker(script, { workerData: given });
      worker.on("message", resolve);
      worker.on("error", reject);
      return;
    }
    const worker = new Worker(script, { type: "module", name: JSON.stringify(given) });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
  });
}

/** @param {unknown} actual @param {unknown} expected @param {string} what */
function same(actual, expected, what) {
  if (String(actual) !== String(expected)) throw new Error(`${what} is ${actual}, but should be ${expected}`);
}

async function main() {
  const [name, folder] = process.argv.slice(2);
  const rows = open(name, folder);
  const hasher = rows.hasher_new(0, NO_OPTIONS);
  rows.hasher_update(hasher, abc.subarray(0, 2));
  const kept = rows.keep(abc);

  const answers = await misuseInWorker({ name, folder, hasher, kept });
  same(answers.length, rows.promises ? 15 : 7, "how many calls another thread made");
  for (const [i, answer] of answers.entries()) same(answer, "ERR_DISPOSED", `call ${i} of another thread`);

  // The handle is as it was, and another realm of this thread uses it as any call does.
  const context = createContext({ rows, hasher });
  runInContext("rows.hasher_update(hasher, new Uint8Array([99]))", context);
  same(runInContext("rows.hasher_digest_text(hasher, 0)", context), ABC, "the digest in another realm");
  same(rows.hasher_digest_text(hasher, 0), ABC, "the digest here");
  runInContext("copy = rows.hasher_clone(hasher); rows.release(hasher)", context);
  same(await outcome(() => rows.hasher_reset(hasher)), "ERR_DISPOSED", "a handle that another realm has released");
  const { copy } = /** @type {any} */ (context);
  same(rows.hasher_digest_text(copy, 0), ABC, "the digest of a clone from another realm");
  if (rows.promises) {
    context.kept = kept;
    same(await runInContext("rows.promises.hash_text(0, 0, kept)", context), ABC, "kept bytes in another realm");
    same(await outcome(() => rows.release(kept)), "ERR_DISPOSED", "bytes that a call has taken");
  }
  console.log("right");
  process.exit(); // a web worker would keep it
}

if (scope.Deno && scope.WorkerGlobalScope) scope.postMessage(await misuse(JSON.parse(scope.name)));
else if (threads.workerData?.folder) threads.parentPort?.postMessage(await misuse(threads.workerData));
else await main();

// Ends workers from outside: 50 in the middle of their promise calls, and 100 that leave hashers behind. Run with the
// kind of worker, the backend, what is tested, and the folder of the native binaries.

import { createHash } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { Worker as Thread } from "node:worker_threads";
import { load } from "oxbridge/backend";
import { openAddon } from "../../../js/src/backends/addon.js";
import { openLibrary } from "../../../js/src/backends/cabi.js";
import { fileName } from "../../../js/src/find.js";
import { pause } from "./machine.js";

const NO_OPTIONS = new Uint8Array(0);

const ENDED = 50;
const LEFT = 100;
const WAVE = 10;
const HASHERS = 1000; // that each worker makes
const SLOT_BITS = 29;
const PATIENCE = 50; // times 100 milliseconds, for the threads of workers that have ended to be gone

const [kind, name, what, folder] = process.argv.slice(2);
const script = new URL("busy-worker.js", import.meta.url);
const sha256 = (/** @type {string} */ text) => createHash("sha256").update(text).digest("hex");

/**
 * A worker that has answered once, and how to end it.
 *
 * @param {string} work
 * @param {boolean} leaves whether it ends by itself
 */
async function begin(work, leaves) {
  const data = { name, work, leaves };
  if (kind === "thread") {
    const worker = new Thread(script, { workerData: data });
    const gone = once(worker, "exit");
    const [answer] = await once(worker, "message");
    return { answer, gone, end: () => worker.terminate() };
  }
  const worker = new Worker(script, { type: "module" });
  const answer = await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(data);
  });
  return { answer, gone: pause(0), end: () => worker.terminate() };
}

const api = await load(/** @type {import("oxbridge/backend").BackendName} */ (name));

/** The next call of this thread is right. @param {number} i */
async function works(i) {
  const [now, later] = [api.sha256(`${i}`), await api.promises.sha256(`${i}`)];
  if (now !== sha256(`${i}`) || later !== now) throw new Error(`after worker ${i}, a call gave ${now} and ${later}`);
}

async function ends() {
  for (let i = 0; i < ENDED; i++) {
    const { answer, end } = await begin(i % 2 === 0 ? "bulkHash" : "hashStream", false);
    if (answer !== "begun") throw new Error(`worker ${i} answered ${answer}`);
    await pause(i % 10);
    await end();
    await works(i);
  }
  console.log(`${ENDED} workers`);
}

/** The slots of as many handles as a wave of workers had. */
function freshSlots() {
  const file = join(folder, fileName(/** @type {"napi"} */ (name)));
  const rows = name === "cabi" ? openLibrary(file) : openAddon(/** @type {"napi"} */ (name), file);
  const handles = Array.from({ length: WAVE * HASHERS }, () => rows.hasher_new(0, NO_OPTIONS));
  for (const handle of handles) rows.release(handle);
  return handles.map((handle) => handle % 2 ** SLOT_BITS);
}

async function leave() {
  for (let first = 0; first < LEFT; first += WAVE) {
    const workers = await Promise.all(Array.from({ length: WAVE }, (_, i) => begin("hashers", i % 2 === 0)));
    for (const [i, { answer, gone, end }] of workers.entries()) {
      if (answer !== sha256(`${HASHERS - 1}`)) throw new Error(`worker ${first + i} answered ${answer}`);
      if (i % 2 === 1) await end();
      await gone;
    }
    // Their threads end a moment after they have.
    const most = 2 * WAVE * HASHERS;
    let highest = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < PATIENCE && highest >= most; tries++) {
      highest = Math.max(...freshSlots());
      if (highest >= most) await pause(100);
    }
    if (highest >= most) throw new Error(`after ${first + WAVE} workers, a new handle is in slot ${highest}`);
  }
  console.log(`${LEFT} workers`);
}

await (what === "ends" ? ends() : leave());

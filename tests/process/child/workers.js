// Starts 100 workers, in waves, that load a backend, call it and leave. Half of them end by themselves, and half are
// ended from outside. Run with the kind of worker and the name of the backend.

import { createHash } from "node:crypto";
import { once } from "node:events";
import { Worker as Thread } from "node:worker_threads";

const WORKERS = 100;
const WAVE = 20;

const [kind, name] = process.argv.slice(2);
const script = new URL("worker.js", import.meta.url);

/** @param {string} text */
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** @param {number} id */
const expected = (id) =>
  JSON.stringify([
    name,
    "12200160415121876738",
    sha256(`${id}`),
    [sha256(`${id}`), sha256("é"), sha256("\u{1f600}")],
    [255 - id, 255, 0],
    "ERR_OUT_OF_RANGE",
  ]);

/** @param {number} id */
async function inThread(id) {
  const worker = new Thread(script, { workerData: { name, id } });
  const gone = once(worker, "exit");
  const [answer] = await once(worker, "message");
  // Those with an even number end by themselves, because nothing keeps them.
  if (id % 2 === 1) await worker.terminate();
  await gone;
  return answer;
}

/** @param {number} id */
async function inWebWorker(id) {
  const worker = new Worker(script, { type: "module" });
  const answer = await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ name, id });
  });
  if (id % 2 === 1) worker.terminate();
  return answer;
}

const start = kind === "thread" ? inThread : inWebWorker;
for (let first = 0; first < WORKERS; first += WAVE) {
  const ids = Array.from({ length: WAVE }, (_, i) => first + i);
  const answers = await Promise.all(ids.map(start));
  answers.forEach((answer, i) => {
    const actual = JSON.stringify(answer);
    if (actual !== expected(ids[i])) throw new Error(`worker ${ids[i]} answered ${actual}, not ${expected(ids[i])}`);
  });
}
console.log(`${WORKERS} workers`);

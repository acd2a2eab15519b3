// A worker that is in the middle of a promise call, whenever it is ended; or that makes hashers, and leaves them.

import { load } from "oxbridge/backend";

const HASHERS = 1000;
const chunk = new Uint8Array(2 ** 20);

async function* endless() {
  for (;;) yield chunk;
}

/** @type {Record<string, (api: Awaited<ReturnType<typeof load>>) => Promise<unknown>>} */
const WORK = {
  bulkHash: ({ promises }) => promises.bulkHash("sha256", { bytes: "", offsets: new Uint32Array(4e6) }, "packed"),
  hashStream: ({ promises }) => promises.hashStream("sha256", endless()),
  hashers: async ({ createHash }) => {
    const made = Array.from({ length: HASHERS }, (_, i) => createHash("sha256").update(`${i}`));
    return made.at(-1)?.digest();
  },
};

const scope = /** @type {any} */ (globalThis);
// Bun has the functions of a web worker in a worker thread too; only a thread has a parent port.
const { parentPort, workerData } = await import("node:worker_threads");
const isThread = workerData?.name !== undefined;

/** @param {{ name: string, work: string, leaves: boolean }} data */
async function start({ name, work, leaves }) {
  const post = (/** @type {unknown} */ message) =>
    isThread ? parentPort?.postMessage(message) : scope.postMessage(message);
  const done = WORK[work](await load(/** @type {any} */ (name)));
  if (work !== "hashers") post("begun");
  const result = await done;
  post(result);
  if (!isThread && leaves) scope.close();
}

if (isThread) await start(workerData);
else scope.onmessage = (/** @type {{ data: any }} */ { data }) => start(data);

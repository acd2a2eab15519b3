// What each worker does: loads a backend, calls it, and says what came out. Works in worker threads and in web workers.

import { load } from "oxbridge/backend";

/**
 * @param {string} name
 * @param {number} id
 */
async function answer(name, id) {
  const api = await load(/** @type {import("oxbridge/backend").BackendName} */ (name));
  const pixels = api.invertColors(new Uint8Array([id, 0, 255]));
  let failure;
  try {
    api.fibonacci(94);
  } catch (error) {
    failure = /** @type {{ code: string }} */ (error).code;
  }
  const bulk = api.bulkHash("sha256", [`${id}`, "é", "\u{1f600}"]);
  return [api.backend().name, `${api.fibonacci(93)}`, api.sha256(`${id}`), bulk, [...pixels], failure];
}

const scope = /** @type {any} */ (globalThis);
// Bun has the functions of a web worker in a worker thread too; only a thread has a parent port.
const { parentPort, workerData } = await import("node:worker_threads");
if (workerData?.name) {
  parentPort?.postMessage(await answer(workerData.name, workerData.id));
} else {
  scope.onmessage = async (/** @type {{ data: { name: string, id: number } }} */ { data }) => {
    scope.postMessage(await answer(data.name, data.id));
    // A worker that is to be ended from outside stays.
    if (data.id % 2 === 0) scope.close();
  };
}

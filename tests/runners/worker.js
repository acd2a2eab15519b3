// The worker that runs the suite in workerd: it answers a request with the cell.

import { load } from "oxbridge/backend";
import { runCell } from "../suite/cell.js";

export default {
  /** @param {Request} request */
  async fetch(request) {
    const { searchParams } = new URL(request.url);
    if (searchParams.has("realm")) return Response.json(await waysToAnotherRealm());
    if (searchParams.has("thread")) return Response.json([await waysToAThread(), await wherePromisesRun()]);
    const level = /** @type {any} */ (searchParams.get("level"));
    try {
      // There is one realm only: no vm, no iframe.
      return Response.json(await runCell({ backend: "wasm", load, level, vectors: VECTORS }));
    } catch (error) {
      return new Response(/** @type {Error} */ (error).stack, { status: 500 });
    }
  },
};

/** What a program here could use to get the language's classes a second time. */
async function waysToAnotherRealm() {
  const scope = /** @type {any} */ (globalThis);
  const found = ["ShadowRealm", "document"].filter((name) => scope[name] !== undefined);
  // The name is not a literal, so that the bundler leaves the import to the runtime.
  const specifier = ["node", "vm"].join(":");
  const vm = await import(specifier).catch(() => undefined);
  const works = () => vm.runInNewContext("Array") !== Array;
  try {
    if (vm !== undefined && works()) found.push(specifier);
  } catch {
    // A module that is there but refuses to work is none.
  }
  return found;
}

/** What a program here could start a thread with. */
async function waysToAThread() {
  const scope = /** @type {any} */ (globalThis);
  const found = scope.Worker === undefined ? [] : ["Worker"];
  const specifier = ["node", "worker_threads"].join(":");
  const threads = await import(specifier).catch(() => undefined);
  try {
    new threads.Worker("", { eval: true });
    found.push(specifier);
  } catch {
    // A class that is there but starts nothing is none.
  }
  return found;
}

async function wherePromisesRun() {
  const { promises, backend } = await load("wasm");
  return [await promises.sha256("abc"), backend().async];
}

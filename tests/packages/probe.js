// Calls every function of an entry and prints, as JSON, what it answered, which binaries are then part of the process,
// and what `backend()` says. Runs in a folder where Oxbridge is installed.

import { mappedBinaries } from "./mapped.js";

const [entry] = process.argv.slice(2);
const api = await import(entry);
// A pinned entry has its own promises.
const promises = api.promises ?? (await import("oxbridge/promises"));
const { backend } = await import("oxbridge/backend");

/** @param {() => unknown} run */
function attempt(run) {
  try {
    return run();
  } catch (error) {
    const { name, code, message } = /** @type {Error & { code?: string }} */ (error);
    return { error: { name, code, message } };
  }
}

const answers = attempt(() => ({
  add: api.add(0.1, 0.2),
  fibonacci: String(api.fibonacci(93)),
  sha256: api.sha256("abc"),
  hash: [...api.hash("sha256", "abc", "bytes")],
  bulkHash: api.bulkHash("sha256", ["one", "zwölf", new Uint8Array([1, 2])]),
  invertColors: [...api.invertColors(new Uint8Array([0, 127, 255]))],
}));
const hasher = attempt(() => api.createHash("sha256").update("a").update("bc").digest());

/** The same as promises. */
async function later() {
  try {
    return {
      sha256: await promises.sha256("abc"),
      hash: [...(await promises.hash("sha256", "abc", "bytes"))],
      bulkHash: await promises.bulkHash("sha256", ["one", "zwölf", new Uint8Array([1, 2])]),
      invertColors: [...(await promises.invertColors(new Uint8Array([0, 127, 255])))],
      hashStream: await promises.hashStream("sha256", new Blob(["ab", "c"])),
      hashFile: await promises.hashFile("sha256", "mapped.js"),
    };
  } catch (thrown) {
    return attempt(() => {
      throw thrown;
    });
  }
}

const promised = await later();
// In this order: `backend()` may itself open a binary.
const seen = { answers, hasher, promised, binaries: mappedBinaries(), backend: attempt(backend) };
console.log(JSON.stringify(seen, (_key, value) => (typeof value === "bigint" ? Number(value) : value)));

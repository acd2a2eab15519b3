// Runs a worker in workerd by miniflare, asks it once, and prints its answer: `miniflare.js FOLDER`, which has `worker.mjs`
// and the WebAssembly that it imports. A program of its own, because miniflare needs a newer Node than the repository.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Miniflare } from "miniflare";

const MAIN = "worker.mjs";
const [folder] = process.argv.slice(2);

const compiled = readdirSync(folder)
  .filter((file) => file.endsWith(".wasm"))
  .map((file) => [file, { type: "wasm", contents: new Uint8Array(readFileSync(join(folder, file))) }]);
const main = { type: /** @type {const} */ ("esm"), contents: readFileSync(join(folder, MAIN), "utf8") };
const manifest = { mainModule: MAIN, modules: { [MAIN]: main, ...Object.fromEntries(compiled) } };

const miniflare = new Miniflare({
  cf: false, // otherwise it asks the network where it is
  workers: [{ config: { name: "worker", compatibilityDate: "2026-01-01", manifest } }],
});
try {
  const response = await miniflare.dispatchFetch("http://localhost/");
  const text = await response.text();
  if (!response.ok) throw new Error(`workerd answered ${response.status}: ${text}`);
  console.log(text);
} finally {
  await miniflare.dispose();
}

// Runs a worker in workerd by miniflare, asks it once, and prints its answer: `miniflare.js FOLDER`, which has `worker.mjs`.

import { join } from "node:path";
import { Miniflare } from "miniflare";

const [folder] = process.argv.slice(2);
const miniflare = new Miniflare({
  modules: true,
  modulesRoot: folder,
  scriptPath: join(folder, "worker.mjs"),
  modulesRules: [{ type: "CompiledWasm", include: ["**/*.wasm"] }],
  compatibilityDate: "2026-01-01",
  cf: false, // otherwise it asks the network where it is
});
try {
  const response = await miniflare.dispatchFetch("http://localhost/");
  const text = await response.text();
  if (!response.ok) throw new Error(`workerd answered ${response.status}: ${text}`);
  console.log(text);
} finally {
  await miniflare.dispose();
}

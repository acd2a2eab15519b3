// Two long calls at once take little longer than one, and hold up nothing on the thread that called them once they have
// begun; they begin in a quarter of their time.

import { runChild, same } from "./children.js";

const RUN_ON = /** @type {const} */ (["node26", "bun", "deno"]);
const BY = { napi: "threads", neon: "threads", wasm: "workers", cabi: "workers" };
const CALLS = ["hashStream", "bulkHash"];

/**
 * @param {(typeof RUN_ON)[number]} id
 * @param {string} backend
 * @param {string} call
 */
async function measure(id, backend, call) {
  const text = await runChild(id, "off-thread.js", [call], { env: { OXBRIDGE_BACKEND: backend } });
  const { name, how, tries } = JSON.parse(text);
  same([name, how.by], [backend, BY[/** @type {keyof typeof BY} */ (backend)]], "what answered, and where");
  if (!tries.at(-1).isGood) throw new Error(`no try was good: ${text}`);
}

/** @type {import("../report.js").Check[]} */
export const checks = RUN_ON.flatMap((id) =>
  Object.keys(BY).flatMap((backend) =>
    CALLS.map((call) => ({
      name: `on ${id}, two calls of ${call} by ${backend} run at once, begin in a quarter of their time, and then a timer of 5 ms is never 30 ms late`,
      run: () => measure(id, backend, call),
    })),
  ),
);

// What a program is told that requires what cannot be had: by the environment, by each pinned import, and by `load`; and
// who answers where wasm may follow. Prints JSON.

import { sha256 } from "oxbridge";
import { load } from "oxbridge/backend";
import { mappedBinaries } from "./mapped.js";

/** @param {() => unknown} run */
async function outcome(run) {
  try {
    return { value: await run() };
  } catch (thrown) {
    const { name, code, message } = /** @type {Error & { code?: string }} */ (thrown);
    return { error: { name, code, message } };
  }
}

/** @type {Record<string, unknown>} */
const backends = {};
for (const name of /** @type {const} */ (["napi", "neon", "cabi"])) {
  const pinned = await import(`oxbridge/${name}`);
  const call = await outcome(() => pinned.sha256("abc"));
  const promise = await outcome(() => pinned.promises.sha256("abc"));
  const alone = await outcome(() => load(name));
  const { sha256: digest, backend } = await load([name, "wasm"]);
  backends[name] = { call, promise, alone, followed: { digest: digest("abc"), backend: backend() } };
}
const required = await outcome(() => sha256("abc"));
console.log(JSON.stringify({ required, backends, binaries: mappedBinaries() }));

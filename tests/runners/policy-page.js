// A page with a content security policy: it says on the console what works there, because a policy may forbid that
// another program runs code on it.

import { sha256 } from "oxbridge";
import { backend, load } from "oxbridge/backend";
import * as promises from "oxbridge/promises";

/** @param {() => unknown} run */
async function outcome(run) {
  try {
    return { value: await run() };
  } catch (error) {
    const { code, message } = /** @type {Error & { code?: string }} */ (error);
    return { code, message };
  }
}

const now = await outcome(() => sha256("abc"));
const later = await outcome(() => promises.sha256("abc"));
const where = await outcome(() => backend().async);
const streamed = await outcome(async () => (await load("wasm", { url: "/wasm/" })).sha256("abc"));
console.log(`OUTCOME ${JSON.stringify({ now, later, where, streamed })}`);

// A call that is cancelled rejects at once, and its work ends soon after: a worker in the middle of work that cannot be
// divided is ended with it. Work in native code cannot be ended, and goes on unseen; so does that of `UNENDING`.

import { join } from "node:path";
import { root } from "../../js/build/run.js";
import { UNENDING } from "../declared.js";
import { runChild } from "./children.js";

const RUN_ON = /** @type {const} */ (["node24", "bun", "deno"]);
const BACKENDS = ["napi", "neon", "wasm", "cabi"];
const CALLS = ["hashStream", "bulkHash", "invertColors"];
const faults = join(root, "dist", "fault"); // made by the part `faults`

/**
 * @param {(typeof RUN_ON)[number]} id
 * @param {string} backend
 * @param {string[]} args
 */
async function cancels(id, backend, args) {
  const text = await runChild(id, "cancel.js", args, { env: { OXBRIDGE_BACKEND: backend } });
  if (!JSON.parse(text).at(-1).isGood) throw new Error(`${args[0]}: no try was good: ${text}`);
}

/**
 * Whether work that cannot be divided ends when it is cancelled.
 *
 * @param {(typeof RUN_ON)[number]} id
 * @param {string} backend
 */
const ends = (id, backend) => backend === "wasm" && !UNENDING.includes(/** @type {any} */ (id));

/** @type {import("../report.js").Check[]} */
export const checks = RUN_ON.flatMap((id) => [
  {
    name: `on ${id}, a call that is not cancelled works for so long that it is seen`,
    run: async () => {
      for (const call of CALLS) await cancels(id, "napi", [call, "is not cancelled"]);
    },
  },
  ...BACKENDS.flatMap((backend) => [
    {
      name: `on ${id}, a call of ${backend} that is cancelled rejects within 50 ms, and nothing works on`,
      run: async () => {
        for (const call of CALLS) await cancels(id, backend, [call, "ends"]);
      },
    },
    {
      name: `on ${id}, a call of ${backend} that cannot be divided rejects within 50 ms, and the next call is right`,
      run: () => cancels(id, backend, ["toil", ends(id, backend) ? "ends" : "goes on", backend, faults]),
    },
  ]),
]);

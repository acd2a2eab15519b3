// The functions of the bindings themselves, without the checks that users have before them: hostile values may get any
// answer, but the process lives, no byte outside a view changes, and correct calls are right afterwards.

import { nativeFolder } from "../../js/build/native.js";
import { together } from "../together.js";
import { runChild, same } from "./children.js";

const BACKENDS = ["napi", "neon", "cabi", "wasm"];
const TAKE_STRINGS = ["napi", "cabi"];

/** @type {import("../report.js").Check[]} */
const all = /** @type {const} */ (["node20", "node26", "bun", "deno"]).flatMap((id) => [
  ...TAKE_STRINGS.map((backend) => ({
    name: `on ${id}, the bare functions of ${backend} take strings of every length in the place of bytes`,
    run: async () => same(await runChild(id, "strings.js", [backend, nativeFolder]), "right", "what the script says"),
  })),
  ...BACKENDS.flatMap((backend) => [
    {
      name: `on ${id}, the bare functions of ${backend} live through every hostile value in every position`,
      run: async () => {
        const said = await runChild(id, "hostile.js", [backend, nativeFolder]);
        same(said, "lived through enough calls", "what the script says");
      },
    },
    {
      name: `on ${id}, a handle of ${backend} is ERR_DISPOSED on every other thread, and works in every realm of its own`,
      run: async () => same(await runChild(id, "handles.js", [backend, nativeFolder]), "right", "what the script says"),
    },
  ]),
]);

export const checks = together(all, 2);

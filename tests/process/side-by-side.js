// Several backends live in one process side by side, and each answers its own calls.

import { nativeFolder } from "../../js/build/native.js";
import { runChild, same } from "./children.js";

/** @type {import("../report.js").Check[]} */
export const checks = /** @type {const} */ (["node20", "node24", "node26", "bun", "deno"]).map((id) => ({
  name: `on ${id}, each pair of backends lives side by side, and each counts its own calls`,
  run: async () => same(await runChild(id, "side-by-side.js", [nativeFolder]), "6 pairs", "what ran"),
}));

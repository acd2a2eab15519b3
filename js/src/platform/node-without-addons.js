// What is reached in Node and Bun where addons are switched off, and in bundles for Node: the C library, which is no addon.

import { obstacle } from "../obstacle.js";
import { environment } from "../runtime.js";
import { openNative as openAny } from "./native.js";

/**
 * @param {"napi" | "neon" | "cabi"} name
 * @param {import("../choose.js").Trail} trail
 * @returns {ReturnType<typeof openAny>}
 */
export function openNative(name, trail) {
  if (name === "cabi") return openAny(name, trail);
  const flag = flagAgainst();
  const bundle = "this is a bundle that was made without the condition node-addons";
  throw obstacle(flag ? "addons-off" : "bundled", `addons are switched off: ${flag ?? bundle}`);
}

/** The flag because of which the runtime has not taken the branch `node-addons`; without one it was a bundler. */
function flagAgainst() {
  const { execArgv, permission, versions } = process;
  const flags = [...execArgv, ...(environment("NODE_OPTIONS") ?? "").split(/\s+/)];
  if (flags.includes("--no-addons")) return `${versions.bun ? "Bun" : "Node"} was started with --no-addons`;
  if (permission && !flags.includes("--allow-addons"))
    return "Node was started with --permission and without --allow-addons";
  return undefined;
}

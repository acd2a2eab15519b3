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
  throw obstacle("addons-off", `addons are switched off: ${reason()}`);
}

/** Why the runtime, or a bundler, has not taken the branch `node-addons`. */
function reason() {
  const { execArgv, permission, versions } = process;
  const flags = [...execArgv, ...(environment("NODE_OPTIONS") ?? "").split(/\s+/)];
  if (flags.includes("--no-addons")) return `${versions.bun ? "Bun" : "Node"} was started with --no-addons`;
  if (permission && !flags.includes("--allow-addons"))
    return "Node was started with --permission and without --allow-addons";
  return "this is a bundle that was made without the condition node-addons";
}

// What is reached in Node where addons are switched off, and in bundles for Node: the C library, which is no addon.

import { openNative as openAny } from "./native.js";

/**
 * @param {"napi" | "neon" | "cabi"} name
 * @returns {ReturnType<typeof openAny>}
 */
export function openNative(name) {
  if (name === "cabi") return openAny(name);
  throw new Error(
    "addons are switched off: Node was started with --no-addons, or with --permission and without --allow-addons, " +
      "or this is a bundle that was made without the condition node-addons",
  );
}

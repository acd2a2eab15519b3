// Opens a Node-API addon, made with napi-rs or with Neon: its exports are the rows, and under
// `promises` the same rows as calls that end later.

import { createRequire } from "node:module";
import { DIGEST } from "../interface.js";
import { cannotOpen, obstacle } from "../obstacle.js";

/** @typedef {import("../load.js").Rows & { promises: import("../tasks/threads.js").Promises }} Addon */

/**
 * @param {"napi" | "neon"} name
 * @param {string} file
 * @returns {Addon}
 */
export function openAddon(name, file) {
  return checkAddon(load(file), name, file);
}

/**
 * Refuses an addon that is another one than this package was made with.
 *
 * @param {any} addon its exports
 * @param {"napi" | "neon"} name
 * @param {string} file
 * @returns {Addon}
 */
export function checkAddon(addon, name, file) {
  if (addon.bridge !== name) throw obstacle("not-ours", `${file} is not the ${name} binary of Oxbridge`);
  const digest = addon.interface_digest();
  if (digest !== DIGEST) {
    throw obstacle("not-ours", `${file} has the interface ${digest}, but this package needs ${DIGEST}`);
  }
  // An object of its own: V8 keeps the exports of an addon as a dictionary, in which every call would look up its row.
  return { ...addon, takesStrings: addon.takes_strings === true, takesViews: true, givesText: "always" };
}

/** @param {string} file */
function load(file) {
  if (!file.endsWith(".node")) {
    throw obstacle("not-ours", `${file} needs a name that ends in .node to be loaded as an addon`);
  }
  try {
    // By its own path, which a bundle knows that does not know where it is itself.
    return createRequire(file)(file);
  } catch (cause) {
    throw cannotOpen(file, cause);
  }
}

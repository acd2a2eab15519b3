// What npm has in its lockfile for the slot.
//
// npm compares a package of its lockfile with the override by version alone, and every package of Oxbridge has the same
// one: `npm install` and `npm update oxbridge` keep what the lockfile has (npm 11). Without the entries it asks the override
// again.

import { join } from "node:path";
import { quoted } from "../hash/reason.js";
import { lockfileIn } from "../managers.js";
import { parseJson, removeEntry } from "./json.js";
import { read } from "./place.js";
import { Refusal } from "./refusal.js";
import { SLOT } from "./slot.js";

/**
 * The lockfile without what it has in the slot, if that is another package.
 *
 * @param {import("./project.js").Project} project
 * @param {string} wanted the name of the package that belongs there
 * @returns {{ file: string, text: string, changed: string } | undefined} `undefined` if there is nothing to remove
 */
export function unlocked({ manager, root }, wanted) {
  const name = manager === "npm" ? lockfileIn("npm", root) : undefined;
  if (name === undefined) return undefined;
  const file = join(root, name);
  const text = read(file) ?? "";
  let packages;
  try {
    packages = parseJson(text)?.packages ?? {};
  } catch (error) {
    throw new Refusal(
      `${quoted(file)} is no JSON: ${/** @type {Error} */ (error).message}; remove it, and npm install writes it again`,
    );
  }
  // An entry has the name of its package where that is another one than its folder's.
  const places = Object.keys(packages).filter(
    (path) => /(?:^|\/)node_modules\/@oxbridge\/native$/.test(path) && (packages[path]?.name ?? SLOT) !== wanted,
  );
  if (places.length === 0) return undefined;
  return { file, text, changed: places.reduce((left, path) => removeEntry(left, ["packages", path]), text) };
}

/** What a person would remove there. */
export const UNLOCK_BY_HAND = `Remove there, in "packages", each entry "node_modules/${SLOT}".`;

// What the lockfile of npm or Deno has for the slot.
//
// Both keep what their lockfile has, whatever the override says. npm compares a package of its lockfile with the override
// by version alone, and every package of Oxbridge has the same one: `npm install` and `npm update oxbridge` keep it (npm
// 11). Deno asks the override only of what it resolves anew: `deno install --reload` keeps it too (Deno 2.9). Without the
// entries both ask the override again.

import { join } from "node:path";
import { quoted } from "../hash/reason.js";
import { lockfileIn } from "../managers.js";
import { parseJson, removeEntry } from "./json.js";
import { read } from "./place.js";
import { Refusal } from "./refusal.js";
import { SLOT } from "./slot.js";

/** @typedef {{ places: string[][], byHand: string }} Stale the entries that must go, by the keys that lead to them */

/** What each lockfile has of another package than is wanted. @type {Partial<Record<string, (lock: any, wanted: string) => Stale>>} */
const STALE = { npm: staleOfNpm, deno: staleOfDeno };

/**
 * The lockfile without what it has in the slot, if that is another package.
 *
 * @param {import("./project.js").Project} project
 * @param {string} wanted the name of the package that belongs there
 * @returns {{ file: string, text: string, changed: string, byHand: string } | undefined} `undefined` if there is nothing
 *   to remove
 */
export function unlocked({ manager, root }, wanted) {
  const stale = STALE[manager];
  const name = lockfileIn(manager, root);
  if (stale === undefined || name === undefined) return undefined;
  const file = join(root, name);
  const text = read(file) ?? "";
  const again = `remove it, and ${manager} install writes it again`;
  let lock;
  try {
    lock = parseJson(text) ?? {};
  } catch (error) {
    throw new Refusal(`${quoted(file)} is no JSON: ${/** @type {Error} */ (error).message}; ${again}`);
  }
  const { places, byHand } = stale(lock, wanted);
  if (places.length === 0) return undefined;
  return { file, text, changed: places.reduce(removeEntry, text), byHand };
}

/**
 * @param {any} lock
 * @param {string} wanted
 * @returns {Stale}
 */
function staleOfNpm({ packages = {} }, wanted) {
  // An entry has the name of its package where that is another one than its folder's.
  const paths = Object.keys(packages).filter(
    (path) => /(?:^|\/)node_modules\/@oxbridge\/native$/.test(path) && (packages[path]?.name ?? SLOT) !== wanted,
  );
  const byHand = `Remove there, in "packages", each entry "node_modules/${SLOT}".`;
  return { places: paths.map((path) => ["packages", path]), byHand };
}

/**
 * @param {any} lock
 * @param {string} wanted
 * @returns {Stale}
 */
function staleOfDeno({ npm = {}, specifiers = {} }, wanted) {
  const byHand = `Remove there, in "specifiers", each entry "npm:oxbridge@".`;
  /** @type {[name: string, needs: string[]][]} */
  const needs = Object.entries(npm).map(([key, { dependencies = [], optionalDependencies = [] }]) => [
    key.slice(0, key.indexOf("@", 1)),
    [...dependencies, ...optionalDependencies],
  ]);
  // An alias has the name of its package behind its own: "@oxbridge/native@npm:@oxbridge/none@0.1.0".
  const filled = needs
    .flatMap(([name, all]) => (name === "oxbridge" ? all : []))
    .filter((one) => one === SLOT || one.startsWith(`${SLOT}@`))
    .map((one) => /@npm:(@oxbridge\/\w+)@/.exec(one)?.[1] ?? SLOT);
  if (filled.every((name) => name === wanted)) return { places: [], byHand };
  const by = needs.find(([, all]) => all.some((one) => /^oxbridge(?:@|$)/.test(one)));
  if (by !== undefined) {
    throw new Refusal(
      `deno.lock has ${filled.join(" and ")} in the slot of the oxbridge that ${by[0]} brings; remove deno.lock, and try ` +
        "again: deno install writes it again",
    );
  }
  // Without them nothing leads to the rest, and Deno removes it.
  const keys = Object.keys(specifiers).filter((key) => /^npm:oxbridge@/.test(key));
  return { places: keys.map((key) => ["specifiers", key]), byHand };
}

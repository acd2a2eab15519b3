// The root of the workspace that a project is part of: by `workspaces` of package.json, which npm, Yarn, Bun and Deno read,
// or by `workspace` of deno.json.

import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { exists } from "./managers.js";
import { parseJson } from "./use/json.js";

/** @typedef {(folder: string) => any} ReadManifest gives what package.json of a folder holds */

export const MANIFEST = "package.json";

/** What Deno calls its manifest. */
export const DENO = ["deno.json", "deno.jsonc"];

/**
 * The root by package.json.
 *
 * @param {string} project
 * @param {string[]} above the folders above it, the nearest first
 * @param {ReadManifest} read
 */
export function workspaceOf(project, above, read) {
  return above.find((folder) => {
    const listed = exists(join(folder, MANIFEST)) ? read(folder).workspaces : undefined;
    return isListed(pathIn(folder, project), patternsOf(listed, "packages"));
  });
}

/**
 * The root by deno.json, which only Deno knows.
 *
 * @param {string} project
 * @param {string[]} above the folders above it, the nearest first
 */
export function denoWorkspaceOf(project, above) {
  return above.find((folder) => isListed(pathIn(folder, project), patternsOf(denoConfig(folder).workspace, "members")));
}

/**
 * What the manifest of Deno in a folder holds, or nothing.
 *
 * @param {string} folder
 * @returns {any}
 */
function denoConfig(folder) {
  const file = DENO.map((name) => join(folder, name)).find(exists);
  if (file === undefined) return {};
  try {
    const text = readFileSync(file, "utf8");
    // It may have comments, and a comma behind the last entry.
    return parseJson(without(without(text, "//.*|/\\*[^]*?\\*/"), ",(?=\\s*[}\\]])")) ?? {};
  } catch {
    return {};
  }
}

/**
 * A text of JSON without what is not inside of strings.
 *
 * @param {string} text
 * @param {string} what a regular expression
 */
const without = (text, what) =>
  text.replace(new RegExp(`("(?:[^"\\\\]|\\\\.)*")|${what}`, "g"), (_, string = "") => string);

/**
 * @param {string} folder
 * @param {string} project
 */
const pathIn = (folder, project) => relative(folder, project).split(sep).join("/");

/**
 * @param {any} workspaces a list, or an object that has one
 * @param {string} key where the object has it
 * @returns {string[]}
 */
function patternsOf(workspaces, key) {
  const list = Array.isArray(workspaces) ? workspaces : workspaces?.[key];
  return Array.isArray(list) ? list.filter((pattern) => typeof pattern === "string") : [];
}

/**
 * @param {string} path
 * @param {string[]} patterns the last one that matches holds; with `!` it takes away
 */
function isListed(path, patterns) {
  const last = patterns.findLast((pattern) => globOf(pattern.replace(/^!/, "")).test(path));
  return last !== undefined && !last.startsWith("!");
}

/** @param {string} pattern with `*`, `**`, `?` and `{a,b}` */
function globOf(pattern) {
  const plain = pattern.replace(/^\.?\//, "").replace(/\/+$/, "");
  const source = plain.replace(/\*\*\/?|[*?{},.+^$()|[\]\\]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return /(?!)/; // braces that are not closed match nothing
  }
}

const SIGNS = /** @type {Record<string, string>} */ ({
  "**/": "(?:.*/)?",
  "**": ".*",
  "*": "[^/]*",
  "?": "[^/]",
  "{": "(?:",
  "}": ")",
  ",": "|",
});

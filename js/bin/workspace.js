// The root of the workspace that a project is part of, by `workspaces` of npm, Yarn, Bun and Deno.

import { join, relative, sep } from "node:path";
import { exists } from "./managers.js";

/** @typedef {(folder: string) => any} ReadManifest gives what package.json of a folder holds */

export const MANIFEST = "package.json";

/**
 * The folder of the workspace; otherwise the project.
 *
 * @param {string} project
 * @param {string[]} above the folders above it, the nearest first
 * @param {ReadManifest} read
 */
export function workspaceOf(project, above, read) {
  const found = above.find((folder) => {
    if (!exists(join(folder, MANIFEST))) return false;
    const path = relative(folder, project).split(sep).join("/");
    return isListed(path, patternsOf(read(folder).workspaces));
  });
  return found ?? project;
}

/**
 * @param {any} workspaces a list, or an object that has one
 * @returns {string[]}
 */
function patternsOf(workspaces) {
  const list = Array.isArray(workspaces) ? workspaces : workspaces?.packages;
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

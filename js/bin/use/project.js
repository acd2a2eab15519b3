// The project that is meant: its folder, the root of its workspace, and its package manager.

import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import process from "node:process";
import { quoted } from "../hash/reason.js";
import { parseJson } from "./json.js";
import { MANAGERS, managerOf } from "./managers.js";
import { Refusal } from "./refusal.js";

/** @typedef {import("./managers.js").Manager} Manager */

/**
 * @typedef {object} Project
 * @property {Manager} manager
 * @property {string | undefined} version of the package manager, if something says it
 * @property {string} root the folder in which the package manager looks for overrides
 */

const MANIFEST = "package.json";
const WORKSPACE = "pnpm-workspace.yaml";
const DENO = ["deno.json", "deno.jsonc"];

const WITHOUT = `Choose there with OXBRIDGE_BACKEND, as in OXBRIDGE_BACKEND=neon, or with an import such as oxbridge/neon`;

/**
 * @param {string} cwd
 * @param {Manager | undefined} asked
 * @returns {Project}
 */
export function findProject(cwd, asked) {
  const start = resolve(cwd);
  if (!statSync(start, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Refusal(`--cwd is ${quoted(cwd)}, but there is no such folder`);
  }
  const above = [...foldersAbove(realpathSync(start))];
  const project = above.find((folder) => [MANIFEST, ...DENO].some((name) => existsSync(join(folder, name))));
  if (project === undefined) {
    throw new Refusal(
      `there is no ${MANIFEST} in ${quoted(start)} or above; go to your project, or name it with --cwd`,
    );
  }
  if (!existsSync(join(project, MANIFEST))) {
    throw new Refusal(
      `${quoted(project)} is a project of Deno without a ${MANIFEST}, and has no overrides. ${WITHOUT}`,
    );
  }
  const upwards = [...foldersAbove(project)];
  const workspace = workspaceOf(project, upwards);
  const pnpmRoot = upwards.find((folder) => existsSync(join(folder, WORKSPACE)));
  const folders = [...new Set([project, workspace, pnpmRoot ?? project])];
  const said = saidBy(folders);
  const manager =
    asked ?? said?.name ?? byLockfile(folders) ?? (pnpmRoot === undefined ? undefined : "pnpm") ?? byAgent()?.name;
  if (manager === undefined) {
    readManifest(project); // what cannot be read says nothing either
    throw new Refusal(
      `nothing says which package manager ${quoted(project)} has: no packageManager in ${MANIFEST}, no lockfile, ` +
        `no npm_config_user_agent; say it with --manager ${Object.keys(MANAGERS).join("|")}`,
    );
  }
  const version = [said, byAgent()].find((one) => one?.name === manager && one.version)?.version;
  return {
    manager,
    version,
    root: manager === "pnpm" ? (pnpmRoot ?? lockedBy("pnpm", folders) ?? project) : workspace,
  };
}

/**
 * A folder and those above it.
 *
 * @param {string} folder
 * @returns {Generator<string>}
 */
function* foldersAbove(folder) {
  yield folder;
  if (dirname(folder) !== folder) yield* foldersAbove(dirname(folder));
}

/**
 * The root of the workspace that a project is part of, by `workspaces` of npm, Yarn and Bun; otherwise the project.
 *
 * @param {string} project
 * @param {string[]} upwards
 */
function workspaceOf(project, upwards) {
  const found = upwards.slice(1).find((folder) => {
    if (!existsSync(join(folder, MANIFEST))) return false;
    const path = relative(folder, project).split(sep).join("/");
    return isListed(path, patternsOf(readManifest(folder).workspaces));
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

/**
 * The manifest of a folder.
 *
 * @param {string} folder
 * @returns {any}
 */
function readManifest(folder) {
  const file = join(folder, MANIFEST);
  try {
    return parseJson(readFileSync(file, "utf8")) ?? {};
  } catch (error) {
    throw new Refusal(`${quoted(file)} cannot be read: ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * The same, or nothing: a mistake in the manifest with the overrides is said where these are read.
 *
 * @param {string} folder
 */
function readableManifest(folder) {
  try {
    return readManifest(folder);
  } catch {
    return {};
  }
}

/**
 * What a manifest says of its package manager.
 *
 * @param {string[]} folders the nearest first
 * @returns {{ name: Manager, version: string | undefined } | undefined}
 */
function saidBy(folders) {
  for (const folder of folders) {
    const { packageManager, devEngines } = readableManifest(folder);
    const [name, version] =
      typeof packageManager === "string" ? packageManager.split("@") : [devEngines?.packageManager?.name];
    if (typeof name !== "string") continue;
    const manager = managerOf(name);
    if (manager !== undefined) return { name: manager, version };
    throw new Refusal(
      `${quoted(join(folder, MANIFEST))} has the package manager ${JSON.stringify(name)}, whose overrides this command ` +
        `does not know; say another one with --manager, or choose with OXBRIDGE_BACKEND`,
    );
  }
  return undefined;
}

/**
 * The package manager whose lockfile is nearest.
 *
 * @param {string[]} folders the nearest first
 * @returns {Manager | undefined}
 */
function byLockfile(folders) {
  for (const folder of folders) {
    const found = /** @type {Manager[]} */ (Object.keys(MANAGERS)).filter((name) => lockfileOf(name, folder));
    if (found.length > 1) {
      const files = found.map((name) => lockfileOf(name, folder)).join(" and ");
      throw new Refusal(
        `${quoted(folder)} has ${files}, of different package managers; say which one holds with --manager ` +
          `${found.join("|")}, or in ${MANIFEST} with "packageManager"`,
      );
    }
    if (found.length === 1) return found[0];
    if (existsSync(join(folder, "deno.lock"))) {
      throw new Refusal(
        `${quoted(folder)} has the lockfile of Deno, whose overrides this command does not change. ${WITHOUT}; ` +
          `if another package manager installs too, say it with --manager`,
      );
    }
  }
  return undefined;
}

/**
 * @param {Manager} manager
 * @param {string} folder
 */
export const lockfileOf = (manager, folder) =>
  MANAGERS[manager].lockfiles.find((name) => existsSync(join(folder, name)));

/**
 * @param {Manager} manager
 * @param {string[]} folders
 */
const lockedBy = (manager, folders) => folders.find((folder) => lockfileOf(manager, folder));

/** The package manager that started this process, as `npm_config_user_agent` names it. */
function byAgent() {
  const [, agent, version] = /^(\w+)\/(\S+)/.exec(process.env.npm_config_user_agent ?? "") ?? [];
  const name = managerOf(agent);
  return name && { name, version };
}

// The project that a folder belongs to, and what says which package manager it has: the same for every command.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { environment } from "../src/runtime.js";
import { exists, isManager, lockfileIn, MANAGER_NAMES } from "./managers.js";
import { parseJson } from "./use/json.js";
import { MANIFEST, workspaceOf } from "./workspace.js";

/**
 * @typedef {object} Project
 * @property {string} folder that of the nearest manifest
 * @property {string} workspace the root of the workspace by `workspaces` of a manifest, or else the same folder
 * @property {string | undefined} pnpmRoot the nearest folder with `pnpm-workspace.yaml`
 */

/**
 * Something that names a package manager.
 *
 * @typedef {object} Evidence
 * @property {"manifest" | "lockfile" | "workspace" | "agent"} by
 * @property {string} name of the package manager; a manifest may name one that is not known
 * @property {string | undefined} version of it, if this says it
 * @property {string | undefined} folder where it was found
 * @property {string} because the file, or the variable of the environment
 */

const WORKSPACE = "pnpm-workspace.yaml";
const DENO = ["deno.json", "deno.jsonc"];
const AGENT = "npm_config_user_agent";

/**
 * @param {string} start a folder
 * @param {import("./workspace.js").ReadManifest} read
 * @returns {Project | undefined} `undefined` if it is in no project
 */
export function projectAt(start, read) {
  const isProject = (/** @type {string} */ folder) => [MANIFEST, ...DENO].some((name) => exists(join(folder, name)));
  const folder = [...foldersAbove(start)].find(isProject);
  if (folder === undefined) return undefined;
  const [, ...above] = foldersAbove(folder);
  return {
    folder,
    workspace: workspaceOf(folder, above, read),
    pnpmRoot: [folder, ...above].find((one) => exists(join(one, WORKSPACE))),
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
 * All that says which package manager a project has; what comes first is believed.
 *
 * @param {Project | undefined} project
 * @returns {Evidence[]}
 */
export function evidenceOf(project) {
  if (project === undefined) return startedBy();
  const { folder, workspace, pnpmRoot } = project;
  const folders = [...new Set([folder, workspace, pnpmRoot ?? folder])];
  return [...folders.flatMap(saidIn), ...folders.flatMap(lockedIn), ...listedIn(pnpmRoot), ...startedBy()];
}

/**
 * The version of a package manager, if something says it.
 *
 * @param {Evidence[]} evidence
 * @param {string} manager
 */
export const versionOf = (evidence, manager) =>
  evidence.find(({ name, version }) => name === manager && version !== undefined)?.version;

/**
 * What the manifest of a folder says.
 *
 * @param {string} folder
 * @returns {Evidence[]}
 */
function saidIn(folder) {
  const { packageManager, devEngines } = readableManifest(folder);
  const [name, version] =
    typeof packageManager === "string" ? packageManager.split("@") : [devEngines?.packageManager?.name];
  if (typeof name !== "string") return [];
  return [{ by: "manifest", name, version, folder, because: join(folder, MANIFEST) }];
}

/**
 * What a manifest holds, or nothing: a mistake in it is said where more than this is read.
 *
 * @param {string} folder
 * @returns {any}
 */
export function readableManifest(folder) {
  try {
    return parseJson(readFileSync(join(folder, MANIFEST), "utf8")) ?? {};
  } catch {
    return {};
  }
}

/**
 * What the lockfiles of a folder say.
 *
 * @param {string} folder
 * @returns {Evidence[]}
 */
function lockedIn(folder) {
  return MANAGER_NAMES.flatMap((name) => {
    const lockfile = lockfileIn(name, folder);
    if (lockfile === undefined) return [];
    const because = join(folder, lockfile);
    return [{ by: "lockfile", name, version: name === "yarn" ? yarnOf(because) : undefined, folder, because }];
  });
}

/**
 * Of the lockfiles only that of Yarn 1 says for which version it is.
 *
 * @param {string} path
 */
function yarnOf(path) {
  try {
    return /^# yarn lockfile v1$/m.test(readFileSync(path, "utf8")) ? "1" : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string | undefined} folder
 * @returns {Evidence[]}
 */
function listedIn(folder) {
  if (folder === undefined) return [];
  return [{ by: "workspace", name: "pnpm", version: undefined, folder, because: join(folder, WORKSPACE) }];
}

/**
 * The package manager that started this process, as it names itself in the environment.
 *
 * @returns {Evidence[]}
 */
function startedBy() {
  const [, name, version] = /^(\w+)\/(\S+)/.exec(environment(AGENT) ?? "") ?? [];
  return isManager(name) ? [{ by: "agent", name, version, folder: undefined, because: AGENT }] : [];
}

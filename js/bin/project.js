// The project that a folder belongs to, and what says which package manager it has: the same for every command.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { environment } from "../src/runtime.js";
import { exists, isManager, lockfileIn, MANAGER_NAMES } from "./managers.js";
import { parseJson } from "./use/json.js";
import { DENO, denoWorkspaceOf, MANIFEST, workspaceOf } from "./workspace.js";

/**
 * @typedef {object} Project
 * @property {string} folder that of the nearest manifest
 * @property {string} workspace the root of the workspace by `workspaces` of a manifest, or else the same folder
 * @property {string} denoRoot the root of the workspace by `workspace` of deno.json, or else by `workspaces`
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
  const workspace = workspaceOf(folder, above, read) ?? folder;
  return {
    folder,
    workspace,
    denoRoot: denoWorkspaceOf(folder, above) ?? workspace,
    pnpmRoot: [folder, ...above].find((one) => exists(join(one, WORKSPACE))),
  };
}

/**
 * The folder in which a package manager installs, and looks for overrides.
 *
 * @param {Project} project
 * @param {string} manager
 * @param {Evidence[]} evidence
 */
export function rootOf({ folder, workspace, denoRoot, pnpmRoot }, manager, evidence) {
  if (manager === "deno") return denoRoot;
  if (manager !== "pnpm") return workspace;
  return pnpmRoot ?? evidence.find(({ by, name }) => by === "lockfile" && name === "pnpm")?.folder ?? folder;
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
  const { folder, workspace, denoRoot, pnpmRoot } = project;
  const folders = [...new Set([folder, workspace, pnpmRoot ?? folder])];
  // What others than Deno have in the root of its workspace is not about the project.
  const ofDeno = lockedIn(denoRoot).filter(({ name }) => name === "deno" && !folders.includes(denoRoot));
  const listed = [...listedIn(pnpmRoot), ...(denoRoot === workspace ? [] : listedByDeno(denoRoot))];
  return [...folders.flatMap(saidIn), ...folders.flatMap(lockedIn), ...ofDeno, ...listed, ...startedBy()];
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
  const [name, version] = typeof packageManager === "string" ? packageManager.split("@") : engineOf(devEngines);
  if (typeof name !== "string") return [];
  return [{ by: "manifest", name, version, folder, because: join(folder, MANIFEST) }];
}

/**
 * The package manager that `devEngines` wants: the first, if it is a list.
 *
 * @param {any} devEngines
 * @returns {[name: unknown, version: string | undefined]}
 */
function engineOf(devEngines) {
  const [engine] = [devEngines?.packageManager].flat();
  // Most ranges say no version.
  const [version] = /^\d[\w.+-]*$/.exec(engine?.version) ?? [];
  return [engine?.name, version];
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
 * @param {string} folder of a workspace
 * @returns {Evidence[]}
 */
function listedByDeno(folder) {
  const because = DENO.map((name) => join(folder, name)).find(exists) ?? folder;
  return [{ by: "workspace", name: "deno", version: undefined, folder, because }];
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

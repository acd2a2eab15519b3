// The project in which an override is to be written, if there is one, and its package manager is certain.

import { readFileSync, realpathSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { quoted } from "../hash/reason.js";
import { exists } from "../managers.js";
import { evidenceOf, projectAt, rootOf, versionOf } from "../project.js";
import { MANIFEST } from "../workspace.js";
import { parseJson } from "./json.js";
import { MANAGERS, managerOf } from "./managers.js";
import { Refusal } from "./refusal.js";

/** @typedef {import("./managers.js").Manager} Manager */
/** @typedef {import("../project.js").Evidence} Evidence */

/**
 * @typedef {object} Project
 * @property {Manager} manager
 * @property {string | undefined} version of the package manager, if something says it
 * @property {string} root the folder in which the package manager looks for overrides
 */

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
  const project = projectAt(realpathSync(start), readManifest);
  if (project === undefined) {
    throw new Refusal(
      `there is no ${MANIFEST} in ${quoted(start)} or above; go to your project, or name it with --cwd`,
    );
  }
  const { folder } = project;
  const evidence = evidenceOf(project);
  // Without a manifest of its own, a project can only be one of Deno.
  const manager = asked ?? (exists(join(folder, MANIFEST)) ? certain(evidence) : "deno");
  if (manager === undefined) {
    readManifest(folder); // what cannot be read says nothing either
    throw new Refusal(
      `nothing says which package manager ${quoted(folder)} has: no packageManager in ${MANIFEST}, no lockfile, ` +
        `no npm_config_user_agent; say it with --manager ${Object.keys(MANAGERS).join("|")}`,
    );
  }
  const root = rootOf(project, manager, evidence);
  const holder = manager === "pnpm" ? folder : root; // the overrides of pnpm have a file of their own
  if (!exists(join(holder, MANIFEST))) {
    throw new Refusal(`${quoted(holder)} is a project of Deno without a ${MANIFEST}, and has no overrides. ${WITHOUT}`);
  }
  return { manager, version: versionOf(evidence, manager), root };
}

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
 * The package manager that comes first, which must be the only one that is said at its place, and one whose overrides
 * are known.
 *
 * @param {Evidence[]} evidence
 * @returns {Manager | undefined}
 */
function certain(evidence) {
  const [first] = evidence;
  if (first === undefined) return undefined;
  const { by, folder, because } = first;
  const manager = managerOf(first.name);
  if (by === "manifest" && manager === undefined) {
    throw new Refusal(
      `${quoted(because)} has the package manager ${JSON.stringify(first.name)}, whose overrides this command ` +
        `does not know; say another one with --manager, or choose with OXBRIDGE_BACKEND`,
    );
  }
  if (by !== "lockfile") return manager;
  // Deno leaves the lockfile of another package manager where it is, and reads the same overrides as npm.
  const beside = evidence
    .filter((one) => one.by === by && one.folder === folder && one.name !== "deno")
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (beside.length <= 1) return manager;
  const files = beside.map((one) => basename(one.because)).join(" and ");
  throw new Refusal(
    `${quoted(/** @type {string} */ (folder))} has ${files}, of different package managers; say which one holds with ` +
      `--manager ${beside.map(({ name }) => name).join("|")}, or in ${MANIFEST} with "packageManager"`,
  );
}

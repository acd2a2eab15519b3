// Which package manager is at hand, and how each is told what to do.

import { join } from "node:path";
import process from "node:process";
import { isPermitted, runtime } from "../../src/runtime.js";
import { quoted } from "../hash/reason.js";
import { isManager } from "../managers.js";
import { evidenceOf, projectAt, readableManifest, rootOf, versionOf } from "../project.js";

/** @typedef {import("../managers.js").ManagerName | "yarn-classic"} ManagerName */
/**
 * @typedef {object} Manager
 * @property {ManagerName} name
 * @property {string} because what it was recognised by
 * @property {string | null} folder where it installs, if there is a project
 */

/**
 * As `oxbridge use` finds it; where that would be in doubt, the first that is known, or else the one of the runtime.
 *
 * @returns {Manager}
 */
export function manager() {
  const project = projectHere();
  const evidence = evidenceOf(project);
  const folderOf = (/** @type {string} */ name) => (project === undefined ? null : rootOf(project, name, evidence));
  for (const { name, because } of evidence) {
    if (!isManager(name)) continue;
    const isClassic = name === "yarn" && Number.parseInt(versionOf(evidence, name) ?? "", 10) === 1;
    return { name: isClassic ? "yarn-classic" : name, because, folder: folderOf(name) };
  }
  const [place] = runtime().split(" ");
  const name = place === "bun" || place === "deno" ? place : "npm";
  return { name, because: "the runtime", folder: folderOf(name) };
}

function projectHere() {
  // Deno asks before it says which folder this is.
  if (!isPermitted({ name: "read" })) return undefined;
  const folder = workingFolder();
  return folder === undefined ? undefined : projectAt(folder, readableManifest);
}

/** There is none once it was removed. */
function workingFolder() {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

/**
 * What each is told. `run` runs the command `oxbridge`; `optional` installs what the manifest asks for,
 * optional dependencies included; `again` puts files that were damaged back, once the folders of `stale` are gone, whose
 * files it takes for good otherwise; `add` installs a package by name.
 *
 * @type {Record<ManagerName, { run: string, optional: string, again: string, stale?: string[], add: string }>}
 */
const WORDS = {
  npm: { run: "npx oxbridge", optional: "npm install --include=optional", again: "npm ci", add: "npm install" },
  pnpm: { run: "pnpm exec oxbridge", optional: "pnpm install", again: "pnpm install --force", add: "pnpm add" },
  yarn: {
    run: "yarn oxbridge",
    optional: "yarn install",
    again: "yarn install --check-cache",
    stale: ["node_modules", join(".yarn", "unplugged")],
    add: "yarn add",
  },
  "yarn-classic": {
    run: "yarn oxbridge",
    optional: "yarn install --force",
    again: "yarn install --force",
    add: "yarn add",
  },
  bun: {
    run: "bunx oxbridge",
    optional: "bun install",
    // Its files are links into its cache, so what was damaged is damaged there.
    again: "bun pm cache rm && bun install",
    stale: ["node_modules"],
    add: "bun add",
  },
  deno: {
    run: "deno run --allow-all npm:oxbridge",
    optional: "deno install",
    again: "deno install --reload",
    stale: ["node_modules"],
    add: "deno add",
  },
};

/** @param {Pick<Manager, "name">} manager @param {string} args of the command `oxbridge` */
export const runCommand = ({ name }, args) => `${WORDS[name].run} ${args}`;

/** @param {Pick<Manager, "name">} manager @param {string} backend */
export const useCommand = (manager, backend) => runCommand(manager, `use ${backend}`);

/** @param {Manager} manager */
export const optionalCommand = ({ name }) => WORDS[name].optional;

/** @param {Pick<Manager, "name" | "because">} manager */
export function againCommand({ name, because }) {
  const { again, stale } = WORDS[name];
  // `npm ci` needs a lockfile.
  if (name === "npm" && !/(?:package-lock|npm-shrinkwrap)\.json$/.test(because))
    return `${remove(["node_modules"])} && ${WORDS.npm.optional}`;
  return stale === undefined ? again : `${remove(stale)} && ${again}`;
}

/**
 * What that does. The folders that it removes are those of the place where it runs.
 *
 * @param {Pick<Manager, "folder">} manager
 */
export function againText({ folder }) {
  const place = folder === null || folder === workingFolder() ? "" : `; run it in ${quoted(folder)}`;
  return `installs what is damaged again${place}`;
}

/** @param {string[]} folders */
const remove = (folders) => `${process.platform === "win32" ? "rmdir /s /q" : "rm -rf"} ${folders.join(" ")}`;

/** @param {Manager} manager @param {string} spec a package, with its version */
export const addCommand = ({ name }, spec) => `${WORDS[name].add} ${name === "deno" ? "npm:" : ""}${spec}`;

/**
 * What installs the packages of another machine.
 *
 * @param {Pick<Manager, "name">} manager
 * @param {import("./targets.js").Target} target
 * @returns {string[]}
 */
export function targetCommands({ name }, { os, cpu, libc }) {
  const flags = `--os=${os} --cpu=${cpu}${libc === undefined ? "" : ` --libc=${libc}`}`;
  switch (name) {
    case "npm":
      return [`npm install --include=optional ${flags}`];
    case "yarn": {
      const lists = { os: ["current", os], cpu: ["current", cpu], ...(libc && { libc: ["current", libc] }) };
      return [`yarn config set --json supportedArchitectures '${JSON.stringify(lists)}'`, "yarn install"];
    }
    case "yarn-classic":
      return ["yarn install --force --ignore-platform"];
    case "deno":
      return [`deno install --os=${os} --arch=${cpu}`];
    default:
      return [`${name} install ${flags}`];
  }
}

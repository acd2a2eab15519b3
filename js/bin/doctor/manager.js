// Which package manager is at hand, and how each is told what to do.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { environment, isPermitted, runtime } from "../../src/runtime.js";
import { LOCKFILES } from "../managers.js";

/** @typedef {"npm" | "pnpm" | "yarn" | "yarn-classic" | "bun" | "deno"} ManagerName */
/** @typedef {{ name: ManagerName, because: string }} Manager `because`: what it was recognised by */

/**
 * By the nearest lockfile, or else by who started this process, or else by the runtime.
 *
 * @returns {Manager}
 */
export function manager() {
  return byLockfile() ?? byAgent() ?? byRuntime();
}

/** @returns {Manager | undefined} */
function byLockfile() {
  // Deno asks before it says which folder this is.
  if (!isPermitted({ name: "read" })) return undefined;
  let folder = workingFolder();
  while (folder !== undefined) {
    for (const name of /** @type {(keyof typeof LOCKFILES)[]} */ (Object.keys(LOCKFILES))) {
      for (const file of LOCKFILES[name]) {
        const path = join(folder, file);
        if (exists(path)) return { name: name === "yarn" ? yarnOf(path) : name, because: path };
      }
    }
    const parent = dirname(folder);
    folder = parent === folder ? undefined : parent;
  }
  return undefined;
}

/**
 * Node that may not read throws.
 *
 * @param {string} path
 */
function exists(path) {
  try {
    return existsSync(path);
  } catch {
    return false;
  }
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
 * Yarn's lockfile says what it is: that of version 1 has no metadata.
 *
 * @param {string} path
 */
function yarnOf(path) {
  try {
    return /^# yarn lockfile v1$/m.test(readFileSync(path, "utf8")) ? "yarn-classic" : "yarn";
  } catch {
    return "yarn";
  }
}

/** @returns {Manager | undefined} */
function byAgent() {
  const [, name, major] = /^(npm|pnpm|yarn|bun|deno)\/(\d+)/.exec(environment("npm_config_user_agent") ?? "") ?? [];
  if (name === undefined) return undefined;
  const known = name === "yarn" && major === "1" ? "yarn-classic" : /** @type {ManagerName} */ (name);
  return { name: known, because: "npm_config_user_agent" };
}

/** @returns {Manager} */
function byRuntime() {
  const [name] = runtime().split(" ");
  return { name: name === "bun" || name === "deno" ? name : "npm", because: "the runtime" };
}

/**
 * What each is told. `use` runs the command that writes an override; `optional` installs what the manifest asks for,
 * optional dependencies included; `again` puts files that were damaged back, once the folders of `stale` are gone, whose
 * files it takes for good otherwise; `add` installs a package by name.
 *
 * @type {Record<ManagerName, { use: string, optional: string, again: string, stale?: string[], add: string }>}
 */
const WORDS = {
  npm: { use: "npx oxbridge use", optional: "npm install --include=optional", again: "npm ci", add: "npm install" },
  pnpm: { use: "pnpm exec oxbridge use", optional: "pnpm install", again: "pnpm install --force", add: "pnpm add" },
  yarn: {
    use: "yarn oxbridge use",
    optional: "yarn install",
    again: "yarn install --check-cache",
    stale: ["node_modules", join(".yarn", "unplugged")],
    add: "yarn add",
  },
  "yarn-classic": {
    use: "yarn oxbridge use",
    optional: "yarn install --force",
    again: "yarn install --force",
    add: "yarn add",
  },
  bun: {
    use: "bunx oxbridge use",
    optional: "bun install",
    // Its files are links into its cache, so what was damaged is damaged there.
    again: "bun pm cache rm && bun install",
    stale: ["node_modules"],
    add: "bun add",
  },
  deno: {
    use: "deno run --allow-all npm:oxbridge use",
    optional: "deno install",
    again: "deno install --reload",
    stale: ["node_modules"],
    add: "deno add",
  },
};

/** @param {Manager} manager @param {string} backend */
export const useCommand = ({ name }, backend) => `${WORDS[name].use} ${backend}`;

/** @param {Manager} manager */
export const optionalCommand = ({ name }) => WORDS[name].optional;

/** @param {Manager} manager */
export function againCommand({ name, because }) {
  const { again, stale } = WORDS[name];
  // `npm ci` needs a lockfile.
  if (name === "npm" && !/\.json$/.test(because)) return `${remove(["node_modules"])} && ${WORDS.npm.optional}`;
  return stale === undefined ? again : `${remove(stale)} && ${again}`;
}

/** @param {string[]} folders */
const remove = (folders) => `${process.platform === "win32" ? "rmdir /s /q" : "rm -rf"} ${folders.join(" ")}`;

/** @param {Manager} manager @param {string} spec a package, with its version */
export const addCommand = ({ name }, spec) => `${WORDS[name].add} ${name === "deno" ? "npm:" : ""}${spec}`;

/**
 * What installs the packages of another machine.
 *
 * @param {Manager} manager
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

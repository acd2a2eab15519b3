// The package managers: how each installs a project from a registry, and how a program of that project is run.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../js/build/run.js";
import { RUNTIMES } from "../runtimes.js";

/** @typedef {import("../runtimes.js").Runtime} Runtime */

/**
 * A package manager.
 *
 * @typedef {object} Manager
 * @property {string} name
 * @property {import("../../js/bin/doctor/manager.js").ManagerName} known how Oxbridge calls it
 * @property {string} install the command that installs; it lets no package run scripts
 * @property {(url: string, settings: string) => Record<string, string>} files what it reads in a project: where the
 *   registry is, and further settings
 * @property {Record<string, string[]>} commands those that its users have, each with its program and first arguments
 * @property {Runtime} runtime what runs programs of its projects
 * @property {Runtime} newest the same with a way to call C, if that is another one
 */

const { node24, node26, bun, deno } = RUNTIMES;
/** @param {string[]} path */
const packageFile = (...path) => join(root, "node_modules", ...path);
const pnpm = packageFile("@pnpm", "exe.linux-x64", "pnpm");
const yarn = packageFile("@yarnpkg", "cli-dist", "bin", "yarn.js");
const nodes = { runtime: node24, newest: node26 };

/** What every manager but Yarn reads. @type {Manager["files"]} */
const npmrc = (url, settings) => ({ ".npmrc": `registry=${url}/\n${settings}` });

/** @type {Manager["files"]} */
const yarnrc = (url, settings) => ({
  ".yarnrc.yml": `npmRegistryServer: ${url}
unsafeHttpWhitelist: [127.0.0.1]
httpsProxy: ${url}
nodeLinker: pnp
enableScripts: false
enableTelemetry: false
${settings}`,
  "yarn.lock": "", // says that the project does not go on in a folder above
});

/** @param {Runtime} node @returns {Runtime} */
const yarnNode = ({ id, command }) => ({ id: `yarn node (${id})`, command, args: [yarn, "node"] });

/** @param {string} alias @returns {Manager} */
const npm = (alias) => {
  const { version } = JSON.parse(readFileSync(packageFile(alias, "package.json"), "utf8"));
  const command = (/** @type {string} */ name) => [node24.command, packageFile(alias, "bin", `${name}-cli.js`)];
  return {
    name: `npm ${version.split(".")[0]}`,
    known: "npm",
    install: "npm install --ignore-scripts --no-audit --no-fund",
    files: npmrc,
    commands: { npm: command("npm"), npx: command("npx"), node: [node24.command] },
    ...nodes,
  };
};

/** Every manager that the packages are tried with. */
export const MANAGERS = {
  npm11: npm("npm11"),
  npm12: npm("npm12"),
  /** @type {Manager} */
  pnpm: {
    name: "pnpm",
    known: "pnpm",
    install: "pnpm install --ignore-scripts",
    files: npmrc,
    commands: { pnpm: [pnpm], node: [node24.command] },
    ...nodes,
  },
  /** @type {Manager} */
  yarn: {
    name: "Yarn (Plug'n'Play)",
    known: "yarn",
    install: "yarn install",
    files: yarnrc,
    commands: { yarn: [node24.command, yarn], node: [node24.command] },
    runtime: yarnNode(node24),
    newest: yarnNode(node26),
  },
  /** @type {Manager} */
  bun: {
    name: "Bun",
    known: "bun",
    install: "bun install --ignore-scripts",
    files: npmrc,
    commands: { bun: [bun.command], bunx: [bun.command, "x"], node: [node24.command] },
    runtime: bun,
    newest: bun,
  },
  /** Scripts run only where `--allow-scripts` names their package. @type {Manager} */
  deno: {
    name: "Deno",
    known: "deno",
    install: "deno install",
    files: npmrc,
    commands: { deno: [deno.command] },
    runtime: deno,
    newest: deno,
  },
};

/** Their names here. */
export const MANAGER_IDS = /** @type {(keyof typeof MANAGERS)[]} */ (Object.keys(MANAGERS));

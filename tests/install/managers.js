// The package managers: how each installs a project from a registry, and how a program of that project is run.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../../js/build/run.js";
import { packages, temporaryFolder } from "../packages/installed.js";
import { startRegistry } from "../packages/registry.js";
import { execute, RUNTIMES, runScript } from "../runtimes.js";

/**
 * A package manager.
 *
 * @typedef {object} Manager
 * @property {string} name
 * @property {string[]} install its command and arguments; none of them lets packages run scripts
 * @property {(url: string, settings: string) => Record<string, string>} files what it reads in a project: where the
 *   registry is, and further settings
 * @property {import("../runtimes.js").Runtime} runtime what runs programs of its projects
 */

/**
 * A project that was installed.
 *
 * @typedef {object} Project
 * @property {string} folder
 * @property {string[]} arrived the packages whose archives were fetched, in alphabetical order
 * @property {string[]} elsewhere what was asked of other machines
 * @property {(script: string) => Promise<string>} run runs a program of the project, and gives what it prints
 */

const { node24, bun, deno } = RUNTIMES;
/** @param {string[]} path */
const packageFile = (...path) => join(root, "node_modules", ...path);
const pnpm = packageFile("@pnpm", "exe.linux-x64", "pnpm");
const yarn = [node24.command, packageFile("@yarnpkg", "cli-dist", "bin", "yarn.js")];

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

/** @param {string} alias @returns {Manager} */
const npm = (alias) => {
  const { version } = JSON.parse(readFileSync(packageFile(alias, "package.json"), "utf8"));
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund"];
  const install = [node24.command, packageFile(alias, "bin", "npm-cli.js"), "install", ...quiet];
  return { name: `npm ${version.split(".")[0]}`, install, files: npmrc, runtime: node24 };
};

/** Every manager that the packages are tried with. */
export const MANAGERS = {
  npm11: npm("npm11"),
  npm12: npm("npm12"),
  /** @type {Manager} */
  pnpm: { name: "pnpm", install: [pnpm, "install", "--ignore-scripts"], files: npmrc, runtime: node24 },
  /** @type {Manager} */
  yarn: {
    name: "Yarn (Plug'n'Play)",
    install: [...yarn, "install"],
    files: yarnrc,
    runtime: { id: "yarn node", command: yarn[0], args: [yarn[1], "node"] },
  },
  /** @type {Manager} */
  bun: { name: "Bun", install: [bun.command, "install", "--ignore-scripts"], files: npmrc, runtime: bun },
  /** Scripts run only where `--allow-scripts` names their package. @type {Manager} */
  deno: { name: "Deno", install: [deno.command, "install"], files: npmrc, runtime: deno },
};

/**
 * An environment in which nothing of this machine's is found or written: a home and a place for temporary files in a
 * folder of their own, and a proxy that leads nowhere for all machines but this one.
 *
 * @param {string} folder
 * @param {string} url
 * @param {Manager} manager
 * @returns {Record<string, string | undefined>}
 */
function environment(folder, url, { runtime }) {
  const [home, temporary] = ["home", "temporary"].map((name) => join(folder, name));
  for (const path of [home, temporary]) mkdirSync(path);
  const unset = Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined]));
  const proxies = ["http_proxy", "https_proxy"].flatMap((name) => [name, name.toUpperCase()]);
  return {
    ...unset,
    PATH: dirname(runtime.command),
    HOME: home,
    TMPDIR: temporary,
    ...Object.fromEntries(proxies.map((name) => [name, url])),
    no_proxy: "127.0.0.1",
    NO_PROXY: "127.0.0.1",
    DENO_NO_UPDATE_CHECK: "1",
  };
}

/**
 * Installs a project that depends on `oxbridge`, from a registry that has all packages and nothing else.
 *
 * @param {Manager} manager
 * @param {{ flags?: string[], settings?: string }} [how] more flags of its command, and more settings
 * @returns {Promise<Project>}
 */
export async function installWith(manager, { flags = [], settings = "" } = {}) {
  const packed = await packages();
  const registry = await startRegistry(packed.map(({ file }) => file));
  try {
    const top = temporaryFolder();
    const folder = join(top, "program");
    mkdirSync(folder);
    const dependencies = { oxbridge: "*" };
    const files = {
      ...manager.files(registry.url, settings),
      "package.json": JSON.stringify({ name: "program", private: true, type: "module", dependencies }),
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const options = { cwd: folder, env: environment(top, registry.url, manager) };
    const [command, ...args] = [...manager.install, ...flags];
    const { code, signal, stdout, stderr } = await execute(command, args, options);
    if (code !== 0) {
      throw new Error(`${[command, ...args].join(" ")} ended with ${signal ?? code}\n${stdout}${stderr}`);
    }
    const { given, elsewhere } = registry;
    const run = async (/** @type {string} */ script) => (await runScript(manager.runtime, [script], options)).stdout;
    return { folder, arrived: [...given].sort(), elsewhere, run };
  } finally {
    registry.close();
  }
}

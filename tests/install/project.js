// A project of a package manager, the registry that it asks, and what is done in it.

import { chmodSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../js/build/run.js";
import { packages, temporaryFolder } from "../packages/installed.js";
import { startRegistry } from "../packages/registry.js";
import { execute, runScript } from "../runtimes.js";

/** @typedef {import("./managers.js").Manager} Manager */
/** @typedef {import("../packages/registry.js").Registry} Registry */
/** @typedef {{ error: { code?: string, message: string } }} Failure */

/**
 * What the first program of a user says.
 *
 * @typedef {object} Seen
 * @property {string | Failure} digest
 * @property {string[]} binaries
 * @property {import("../../js/src/choose.js").BackendInfo & Partial<Failure>} backend
 */

/** A name that is as awkward as those of users are: signs of addresses, an escape, a space, a sign of four bytes. */
const NAME = "50%41 #1 ä🦀";
const PROGRAM = "install/program.js";

/** A project that depends on `oxbridge`, before anything is installed. */
export class Project {
  /** @type {Manager} */ manager;
  /** @type {Registry} */ registry;
  /** @type {string} */ folder;
  /** @type {Record<string, string | undefined>} */ #env;

  /**
   * @param {Manager} manager
   * @param {{ settings?: string, archives?: string[] }} [how] further settings of the manager, and what the registry
   *   has: otherwise all packages
   */
  static async of(manager, { settings = "", archives } = {}) {
    const files = archives ?? (await packages()).map(({ file }) => file);
    return new Project(manager, await startRegistry(files), settings);
  }

  /**
   * @param {Manager} manager
   * @param {Registry} registry
   * @param {string} settings
   */
  constructor(manager, registry, settings) {
    const top = temporaryFolder();
    this.manager = manager;
    this.registry = registry;
    this.folder = join(top, NAME);
    this.#env = environment(top, registry.url, manager);
    mkdirSync(this.folder);
    const dependencies = { oxbridge: "*" };
    const files = {
      ...manager.files(registry.url, settings),
      "package.json": JSON.stringify({ name: "program", private: true, type: "module", dependencies }, null, 2),
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.folder, name), text);
    for (const path of [PROGRAM, "packages/mapped.js"]) cpSync(join(root, "tests", path), join(this.folder, path));
  }

  /**
   * Runs a line of a shell, as a person would who was told to; it must end well.
   *
   * @param {string} line
   * @returns {Promise<string>} what it prints
   */
  async shell(line) {
    const { code, signal, stdout, stderr } = await execute("/bin/sh", ["-c", line], this.#options);
    if (code === 0) return stdout;
    throw new Error(`${this.manager.name}: ${line} ended with ${signal ?? code}\n${stdout}${stderr}`);
  }

  /** @param {string[]} [flags] more than the command has */
  async install(flags = []) {
    await this.shell([this.manager.install, ...flags].join(" "));
  }

  /** The packages whose archives were fetched since this was asked last, in alphabetical order. */
  arrived() {
    const names = [...this.registry.given].sort();
    this.registry.given.clear();
    return names;
  }

  /**
   * Runs the first program of a user.
   *
   * @param {{ runtime?: import("../runtimes.js").Runtime, env?: Record<string, string | undefined> }} [how]
   * @returns {Promise<Seen>}
   */
  async firstProgram({ runtime = this.manager.runtime, env = {} } = {}) {
    const options = this.#options;
    const { stdout } = await runScript(runtime, [PROGRAM], { ...options, env: { ...options.env, ...env } });
    return JSON.parse(stdout);
  }

  get #options() {
    return { cwd: this.folder, env: this.#env };
  }
}

/**
 * An environment in which nothing of this machine's is found or written: commands, a home and a place for temporary
 * files in folders of their own, and a proxy that leads nowhere for all machines but this one.
 *
 * @param {string} top
 * @param {string} url
 * @param {Manager} manager
 * @returns {Record<string, string | undefined>}
 */
function environment(top, url, { commands }) {
  const [home, temporary, bin] = ["home", "temporary", "bin"].map((name) => join(top, name));
  for (const path of [home, temporary, bin]) mkdirSync(path);
  for (const [name, words] of Object.entries(commands)) {
    writeFileSync(join(bin, name), `#!/bin/sh\nexec ${words.map((word) => `'${word}'`).join(" ")} "$@"\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const unset = Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined]));
  const proxies = ["http_proxy", "https_proxy"].flatMap((name) => [name, name.toUpperCase()]);
  return {
    ...unset,
    PATH: `${bin}:/usr/bin:/bin`,
    HOME: home,
    TMPDIR: temporary,
    ...Object.fromEntries(proxies.map((name) => [name, url])),
    no_proxy: "127.0.0.1",
    NO_PROXY: "127.0.0.1",
    DENO_NO_UPDATE_CHECK: "1",
  };
}

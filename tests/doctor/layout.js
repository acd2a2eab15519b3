// Programs with packages laid out by hand, as any package manager may leave them: whole, with parts missing, or broken.

import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TARGETS } from "../../js/bin/doctor/targets.js";
import { hostPlatform } from "../../js/build/platforms.js";
import { root } from "../../js/build/run.js";
import { fileName } from "../../js/src/find.js";
import { VERSION } from "../../js/src/interface.js";
import { temporaryFolder } from "../packages/installed.js";
import { execute, RUNTIMES } from "../runtimes.js";

/** @typedef {import("../runtimes.js").Runtime} Runtime */
/** @typedef {import("../../js/src/find.js").NativeName} NativeName */

/** The platform of the binaries that there are. */
export const HOST = hostPlatform().name;

/** Every backend in its own slot. */
export const ALL = /** @type {Record<string, NativeName>} */ ({
  "@oxbridge/native": "napi",
  "@oxbridge/neon": "neon",
  "@oxbridge/cabi": "cabi",
});

/**
 * @typedef {object} Layout
 * @property {Record<string, NativeName>} [slots] what each slot holds
 * @property {boolean} [koffi]
 * @property {string[]} [files] empty files in the folder of the program, such as a lockfile
 * @property {(program: Program) => void} [damage] what is done to it then
 */

/** A program, and where its packages are. */
export class Program {
  folder = temporaryFolder();

  /** @param {Layout} layout */
  constructor({ slots = {}, koffi = false, files = [], damage = () => {} }) {
    this.#writeJson("package.json", { name: "program", private: true, type: "module" });
    for (const part of ["bin", "flat", "src", "wasm", "package.json"]) {
      cpSync(join(root, "js", part), this.path("oxbridge", part), { recursive: true });
    }
    for (const [slot, name] of Object.entries(slots)) this.#fill(slot, name);
    for (const name of koffi ? ["koffi", "@koromix"] : []) {
      cpSync(join(root, "node_modules", name), this.path(name), { recursive: true });
    }
    for (const file of files) writeFileSync(join(this.folder, file), "");
    damage(this);
  }

  /** @param {string[]} parts below `node_modules` */
  path(...parts) {
    return join(this.folder, "node_modules", ...parts);
  }

  /** @param {NativeName} name */
  binary(name, triple = HOST) {
    return this.path("@oxbridge", `${name}-${triple}`, fileName(name));
  }

  /** @param {string} slot */
  manifest(slot) {
    return this.path(slot, "manifest.json");
  }

  /**
   * A slot that knows all platforms, and the package for this one. An override gives it another name than it has.
   *
   * @param {string} slot
   * @param {NativeName} name
   */
  #fill(slot, name) {
    const file = fileName(name);
    const source = join(root, "dist", "native", file);
    const platforms = TARGETS.map(({ name: triple, os, cpu, libc }) => ({
      package: `@oxbridge/${name}-${triple}`,
      os,
      cpu,
      libc,
      file,
      size: statSync(source).size,
    }));
    const own = Object.entries(ALL).find(([, one]) => one === name)?.[0];
    this.#writeJson(join("node_modules", slot, "package.json"), { name: own, version: VERSION });
    this.#writeJson(join("node_modules", slot, "manifest.json"), { backend: name, version: VERSION, platforms });
    this.addBinary(name, HOST);
  }

  /** @param {NativeName} name @param {string} triple */
  addBinary(name, triple) {
    const folder = join("node_modules", "@oxbridge", `${name}-${triple}`);
    this.#writeJson(join(folder, "package.json"), { name: `@oxbridge/${name}-${triple}`, version: VERSION });
    cpSync(join(root, "dist", "native", fileName(name)), this.binary(name, triple));
  }

  /**
   * @param {string} slot
   * @param {(manifest: any) => void} edit
   */
  editManifest(slot, edit) {
    const value = JSON.parse(readFileSync(this.manifest(slot), "utf8"));
    edit(value);
    writeFileSync(this.manifest(slot), JSON.stringify(value));
  }

  /** @param {string} path @param {object} value */
  #writeJson(path, value) {
    mkdirSync(join(this.folder, path, ".."), { recursive: true });
    writeFileSync(join(this.folder, path), JSON.stringify(value));
  }

  get command() {
    return this.path("oxbridge", "bin", "oxbridge.js");
  }
}

/** What Oxbridge and package managers read from the environment, unset. */
export const CLEAN = {
  OXBRIDGE_BACKEND: undefined,
  OXBRIDGE_LIBRARY_PATH: undefined,
  NODE_OPTIONS: undefined,
  npm_config_user_agent: undefined,
};

/** Node as the checks run in it. @type {Runtime} */
export const host = { id: "node", command: process.execPath, args: ["--no-warnings"] };

/** Where the doctor is tried. */
export const PLACES = [RUNTIMES.node20, RUNTIMES.node24, RUNTIMES.node26, RUNTIMES.bun, RUNTIMES.deno];

/**
 * @param {Pick<Program, "folder" | "command">} program
 * @param {string[]} args
 * @param {{ runtime?: Runtime, env?: Record<string, string | undefined>, flags?: string[] }} [options]
 */
export function doctor({ folder, command }, args, { runtime = host, env = {}, flags = [] } = {}) {
  const words = [...runtime.args, ...flags, command, "doctor", ...args];
  return execute(runtime.command, words, { cwd: folder, env: { ...CLEAN, ...env }, timeout: 60_000 });
}

/**
 * What `--json` gives, and the exit code.
 *
 * @param {Pick<Program, "folder" | "command">} program
 * @param {string[]} [args]
 * @param {Parameters<typeof doctor>[2]} [options]
 * @returns {Promise<{ code: number | null, report: any }>}
 */
export async function examined(program, args = [], options = {}) {
  const { code, stdout, stderr } = await doctor(program, ["--json", ...args], options);
  try {
    return { code, report: JSON.parse(stdout) };
  } catch {
    throw new Error(`it ended with ${code} and printed no JSON:\n${stdout}${stderr}`);
  }
}

// Installs the packed packages with npm, outside of the repository and without the network, as users will have them.

import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { hostBuild } from "../../js/build/builds.js";
import { pack } from "../../js/build/pack.js";
import { root } from "../../js/build/run.js";
import { execute } from "../runtimes.js";

/** @typedef {{ folder: string, env: Record<string, string | undefined> }} Installed where, and how programs run there */

/** Packages that `oxbridge` needs only in some versions of Node; npm would look for them in a registry. */
const KOFFI = ["koffi", "@koromix/koffi-linux-x64"];

/** @type {string[]} */
const folders = [];
process.on("exit", () => {
  for (const folder of folders) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      console.error(`${folder} stays behind: ${/** @type {Error} */ (error).message}`);
    }
  }
});
// A signal by itself ends a process without that.
for (const signal of /** @type {const} */ (["SIGHUP", "SIGINT", "SIGTERM"])) {
  process.on(signal, () => process.exit(128 + constants.signals[signal]));
}

/** An empty folder, removed when the process ends; its name is as awkward as those of users are. */
export function temporaryFolder() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "oxbridge für alle ")));
  folders.push(folder);
  return folder;
}

/**
 * What Oxbridge, npm and Node read from the environment, unset: nothing of the repository may help.
 *
 * @returns {Record<string, undefined>}
 */
export function cleanEnvironment() {
  const names = Object.keys(process.env).filter((name) => /^(oxbridge|npm)_|^node_(path|options)$/i.test(name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

/** @type {Promise<import("../../js/build/pack.js").Packed[]> | undefined} */
let packing;

/** The packages, packed once for all checks. */
export function packages() {
  packing ??= pack(temporaryFolder(), [hostBuild()]);
  return packing;
}

/**
 * Installs packages by name.
 *
 * @param {string[]} names what the program depends on
 * @param {{ slot?: string, flags?: string[] }} [options] `slot`: the package that fills `@oxbridge/native`
 * @returns {Promise<Installed>}
 */
export async function install(names, { slot = "@oxbridge/native", flags = [] } = {}) {
  const packed = await packages();
  const files = Object.fromEntries(packed.map(({ name, file }) => [name, `file:${file}`]));
  const overrides = { ...files, "@oxbridge/native": files[slot] };
  const dependencies = Object.fromEntries(names.map((name) => [name, files[name]]));
  const folder = temporaryFolder();
  const manifest = { name: "program", private: true, type: "module", dependencies, overrides };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, null, 2));
  const env = cleanEnvironment();
  const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--offline", "--loglevel", "error"];
  const args = ["install", ...quiet, "--cache", join(folder, ".npm"), ...flags];
  const { code, stdout, stderr } = await execute("npm", args, { cwd: folder, env });
  if (code !== 0) throw new Error(`npm ${args.join(" ")} ended with ${code}\n${stdout}${stderr}`);
  rmSync(join(folder, ".npm"), { recursive: true, force: true });
  addPrograms(folder);
  return { folder, env };
}

/** @type {Promise<Installed> | undefined} */
let all;

/** A program with `oxbridge`, every backend and koffi; installed once and shared. */
export function installAll() {
  all ??= install(["oxbridge", "@oxbridge/neon", "@oxbridge/cabi"]).then((installed) => {
    copyModules(root, installed.folder, KOFFI);
    return installed;
  });
  return all;
}

/**
 * A copy of what is installed, to be broken or to be used beside it.
 *
 * @param {string} [folder] that is not there yet, or is empty
 * @returns {Promise<Installed>}
 */
export async function copyOf(folder = temporaryFolder()) {
  const { folder: from, env } = await installAll();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "program", private: true, type: "module" }));
  copyModules(from, folder, ["oxbridge", "@oxbridge", "koffi", "@koromix"]);
  addPrograms(folder);
  return { folder, env };
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string[]} names
 */
function copyModules(from, to, names) {
  // C programs are linked with the archive, which no runtime reads, and it is larger than all else.
  const filter = (/** @type {string} */ path) => !path.endsWith(".a");
  for (const name of names) {
    cpSync(join(from, "node_modules", name), join(to, "node_modules", name), { recursive: true, filter });
  }
}

/**
 * The programs of these checks, put where bare names lead to what was installed.
 *
 * @param {string} folder
 */
function addPrograms(folder) {
  for (const file of ["probe.js", "refusals.js", "mapped.js", "two-copies.js"]) {
    cpSync(join(import.meta.dirname, file), join(folder, file));
  }
}

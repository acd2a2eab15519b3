// What is installed after `oxbridge use`, and who answers then: with package managers that ask a registry on this machine.

import { deepStrictEqual } from "node:assert";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { VERSION } from "../../js/src/interface.js";
import { addPrograms, cleanEnvironment, packages, temporaryFolder } from "../packages/installed.js";
import { answeredBy, chose, PLACES, probe, refused } from "../packages/programs.js";
import { startRegistry } from "../packages/registry.js";
import { same } from "../process/children.js";
import { execute, RUNTIMES } from "../runtimes.js";

/** @typedef {import("../packages/installed.js").Installed} Installed */

const [host] = PLACES;
const { bun } = RUNTIMES;

/** How each package manager is started; the others are no packages that run without a network. */
const MANAGERS = {
  npm: (/** @type {string} */ folder) => ["npm", "--no-audit", "--no-fund", "--cache", join(folder, "..npm")],
  bun: () => [bun.command],
};

/** @type {ReturnType<typeof startRegistry> | undefined} */
let registry;
const theRegistry = async () => (registry ??= startRegistry((await packages()).map(({ file }) => file)));

/** @type {Map<string, Promise<Installed>>} */
const programs = new Map();

/**
 * A program that depends on `oxbridge`, installed once without any choice. The checks choose one after the other, as a
 * user who changes the mind: each must get past what the lockfile of the one before has.
 *
 * @param {keyof typeof MANAGERS} manager
 */
function programOf(manager) {
  const found = programs.get(manager) ?? begin(manager);
  programs.set(manager, found);
  return found;
}

/** @param {keyof typeof MANAGERS} manager */
async function begin(manager) {
  const { url } = await theRegistry();
  const folder = temporaryFolder();
  const installed = { folder, env: { ...cleanEnvironment(), BUN_INSTALL_CACHE_DIR: join(folder, "..bun") } };
  const manifest = { name: "program", private: true, type: "module", dependencies: { oxbridge: VERSION } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, null, 2));
  writeFileSync(join(folder, ".npmrc"), `registry=${url}/\n`);
  addPrograms(folder);
  await install(installed, manager);
  return installed;
}

/**
 * @param {Installed} installed
 * @param {keyof typeof MANAGERS} manager
 */
async function install({ folder, env }, manager) {
  const [program, ...flags] = MANAGERS[manager](folder);
  const { code, stdout, stderr } = await execute(program, ["install", ...flags], { cwd: folder, env });
  if (code !== 0) throw new Error(`${manager} install ended with ${code}\n${stdout}${stderr}`);
}

/**
 * Chooses with the command that is installed there, runs what it says, and gives back the program.
 *
 * @param {keyof typeof MANAGERS} manager
 * @param {string} choice
 */
async function choose(manager, choice) {
  const installed = await programOf(manager);
  const { folder, env } = installed;
  const words = [join(folder, "node_modules", "oxbridge", "bin", "oxbridge.js"), "use", choice, "--yes", "--json"];
  const { code, stdout, stderr } = await execute(process.execPath, words, { cwd: folder, env });
  same([code, stderr], [0, ""], "how the command ended");
  const { manager: found, next, written } = JSON.parse(stdout);
  same([found, next, written], [manager, `${manager} install`, true], "what it says");
  await install(installed, manager);
  return installed;
}

/**
 * The native packages that are there.
 *
 * @param {Installed} installed
 */
const natives = ({ folder }) =>
  readdirSync(join(folder, "node_modules", "@oxbridge")).map((name) => {
    const { name: real } = JSON.parse(
      readFileSync(join(folder, "node_modules", "@oxbridge", name, "package.json"), "utf8"),
    );
    return real.replace(/-linux-.*/, "-TRIPLE");
  });

const EMPTY =
  /^@oxbridge\/native holds none: it is @oxbridge\/none, the slot without a binary, and oxbridge use puts another one there$/;

/** Each choice in turn: what is installed then, and who answers. @type {[choice: string, there: string[], check: (installed: Installed) => Promise<void>][]} */
const TURNS = [
  [
    "neon",
    ["@oxbridge/neon", "@oxbridge/neon-TRIPLE"],
    async (installed) => {
      const seen = await probe(host, installed, "oxbridge");
      answeredBy(seen, installed, "neon");
      chose(seen, installed, "neon", { napi: /^@oxbridge\/native holds neon$/, wasm: /^neon comes first$/ });
      chose(await probe(host, installed, "oxbridge", "neon"), installed, "neon");
      answeredBy(await probe(host, installed, "oxbridge/neon"), installed, "neon");
    },
  ],
  [
    "cabi",
    ["@oxbridge/cabi", "@oxbridge/cabi-TRIPLE"],
    async (installed) => {
      same(existsSync(join(installed.folder, "node_modules", "koffi")), false, "whether koffi is there");
      const seen = await probe(bun, installed, "oxbridge");
      answeredBy(seen, installed, "cabi");
      chose(seen, installed, "cabi", { napi: /^@oxbridge\/native holds cabi$/ });
      chose(await probe(host, installed, "oxbridge"), installed, "wasm", { cabi: /koffi/ });
      refused(await probe(host, installed, "oxbridge", "cabi"), /cabi: .*koffi/);
    },
  ],
  [
    "wasm",
    ["@oxbridge/none"],
    async (installed) => {
      const seen = await probe(host, installed, "oxbridge");
      answeredBy(seen, installed, "wasm");
      chose(seen, installed, "wasm", { napi: EMPTY });
      const both = /neon: @oxbridge\/native holds none: [^;]*, @oxbridge\/neon is not installed$/;
      refused(await probe(host, installed, "oxbridge", "neon"), both);
    },
  ],
  [
    "napi",
    ["@oxbridge/napi-TRIPLE", "@oxbridge/native"],
    async (installed) => chose(await probe(host, installed, "oxbridge"), installed, "napi"),
  ],
  [
    "wasm",
    ["@oxbridge/none"],
    async (installed) => chose(await probe(host, installed, "oxbridge"), installed, "wasm", { napi: EMPTY }),
  ],
  [
    "auto",
    ["@oxbridge/napi-TRIPLE", "@oxbridge/native"],
    async (installed) => {
      const seen = await probe(host, installed, "oxbridge");
      answeredBy(seen, installed, "napi");
      chose(seen, installed, "napi");
    },
  ],
];

/** @type {import("../report.js").Check[]} */
export const installChecks = /** @type {(keyof typeof MANAGERS)[]} */ (Object.keys(MANAGERS)).flatMap((manager) =>
  TURNS.map(([choice, there, check], turn) => ({
    name: `${manager} installs what ${choice} says ${turn === 0 ? "over the default" : `over ${TURNS[turn - 1][0]}`}`,
    run: async () => {
      const installed = await choose(manager, choice);
      deepStrictEqual(natives(installed).sort(), there);
      await check(installed);
    },
  })),
);

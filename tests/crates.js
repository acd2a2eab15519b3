// The crates as they are published: which are, what is in the archive of the core, that it builds, and which compiler it
// needs. Of the network this needs only the crates for other platforms, once.

import { deepStrictEqual } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../js/build/run.js";
import { execute } from "./runtimes.js";

/**
 * What `cargo metadata` says of a crate.
 *
 * @typedef {object} Crate
 * @property {string} name
 * @property {string} version
 * @property {string | null} rust_version
 * @property {string[] | null} publish the registries that may have it; all if it is null
 * @property {Record<string, string[]>} features
 * @property {any} metadata
 */

const CORE = "oxbridge-core";
/** The folders of crates that are workspaces of their own. */
export const STANDALONE = ["rust", "bench/rust", "instructions", "inspect"].map((folder) => `tests/${folder}`);
const LIST = join(import.meta.dirname, "crates", `${CORE}.txt`);
/** Features that are for tests, and the one that is only a list of others. */
const NOT_SHOWN = ["default", "fault"];

/**
 * Runs Cargo, and gives what it prints.
 *
 * @param {string[]} args
 */
async function cargo(...args) {
  const { code, stdout, stderr } = await execute("cargo", args, { timeout: 600_000 });
  if (code !== 0) throw new Error(`cargo ${args.join(" ")} ended with ${code}\n${stderr.slice(-4000)}`);
  return { stdout, stderr };
}

/**
 * The crates of a workspace, or also those that they depend on.
 *
 * @param {string} folder
 * @param {string[]} [flags]
 * @returns {Promise<Crate[]>}
 */
async function cratesOf(folder, flags = ["--no-deps"]) {
  const manifest = join(root, folder, "Cargo.toml");
  const { stdout } = await cargo("metadata", "--format-version=1", "--locked", "--manifest-path", manifest, ...flags);
  return JSON.parse(stdout).packages;
}

async function core() {
  const crates = await cratesOf(".");
  return /** @type {Crate} */ (crates.find(({ name }) => name === CORE));
}

/** A version as a number, so that later ones are greater. @param {string} version */
const rank = (version) => {
  const [major, minor, patch = 0] = version.split(".").map(Number);
  return (major * 1000 + minor) * 1000 + patch;
};

/** @type {import("./report.js").Check[]} */
export const checks = [
  {
    name: "the core is the only crate that may be published",
    run: async () => {
      const all = (await Promise.all([".", ...STANDALONE].map((folder) => cratesOf(folder)))).flat();
      const published = all.filter(({ publish }) => publish === null || publish.length > 0);
      deepStrictEqual(
        published.map(({ name }) => name),
        [CORE],
      );
    },
  },
  {
    name: "the archive of the core has its sources, its example, its README and the licences, and nothing else",
    run: async () => {
      const { stdout } = await cargo("package", "--offline", "-p", CORE, "--allow-dirty", "--list");
      // Cargo itself adds where the sources are from, if it knows that.
      const text = stdout.replaceAll("\\", "/").replace(".cargo_vcs_info.json\n", "");
      if (process.env.UPDATE) writeFileSync(LIST, text);
      const expected = readFileSync(LIST, "utf8");
      deepStrictEqual(text.split("\n"), expected.split("\n"), "after a look: UPDATE=1 node tests/run.js crates");
    },
  },
  {
    name: "the archive of the core builds by itself, and has the texts of the licences",
    run: async () => {
      const { stderr } = await cargo("package", "--offline", "-p", CORE, "--allow-dirty");
      const warnings = stderr.split("\n").filter((line) => line.startsWith("warning: "));
      deepStrictEqual(
        warnings.filter((line) => !line.includes("ignoring test `printed`")),
        [],
      );
      const { version } = await core();
      const archive = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "package", `${CORE}-${version}.crate`);
      for (const file of ["LICENSE-APACHE", "LICENSE-MIT"]) {
        const { stdout } = await execute("tar", ["-xzOf", archive, `${CORE}-${version}/${file}`]);
        deepStrictEqual(stdout, readFileSync(join(root, file), "utf8"));
      }
    },
  },
  {
    name: "each feature of the core is in its README, and docs.rs shows all but those for tests",
    run: async () => {
      const { features, metadata } = await core();
      const { docs } = metadata;
      const readme = readFileSync(join(root, "core", "README.md"), "utf8");
      const names = Object.keys(features).filter((name) => name !== "default");
      const missing = names.filter((name) => !readme.includes(`| \`${name}\``));
      deepStrictEqual(missing, []);
      const shown = Object.keys(features).filter((name) => !NOT_SHOWN.includes(name));
      deepStrictEqual([...docs.rs.features].sort(), shown.sort());
    },
  },
  {
    name: "no crate that is built needs a newer compiler than Cargo.toml and the README state",
    run: async () => {
      const stated = /** @type {string} */ ((await core()).rust_version);
      const all = await cratesOf(".", []);
      const newer = all.filter(({ rust_version }) => rust_version !== null && rank(rust_version) > rank(stated));
      deepStrictEqual(
        newer.map(({ name, version, rust_version }) => `${name} ${version} needs Rust ${rust_version}`),
        [],
      );
      const standalone = (await Promise.all(STANDALONE.map((folder) => cratesOf(folder)))).flat();
      const others = standalone.filter(({ rust_version }) => rust_version !== stated);
      deepStrictEqual(
        others.map(({ name, rust_version }) => `${name} states Rust ${rust_version}`),
        [],
      );
      const readme = readFileSync(join(root, "core", "README.md"), "utf8");
      if (!readme.includes(`Rust ${stated}`))
        throw new Error(`core/README.md does not say that it needs Rust ${stated}`);
    },
  },
];

// Checks of the source itself: formats, lints, documentation, and text that is printed from the tables.

import { strictEqual } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../js/build/run.js";
import { FAMILIES } from "../js/src/families.js";
import { ALGORITHMS } from "../js/src/interface.js";
import { STANDALONE } from "./crates.js";
import { execute } from "./runtimes.js";
import { optionsText, text as peersText } from "./vectors/peers/make.js";
import { versionChecks } from "./versions.js";

/**
 * A command that must end with 0; what it says is the message of the failure.
 *
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
const command = (name, command, args, env = {}) => ({
  name,
  run: async () => {
    const { code, stdout, stderr } = await execute(command, args, { env, timeout: 900_000 });
    if (code !== 0) throw new Error(`${stdout.slice(-4000)}\n${stderr.slice(-4000)}`);
  },
});

const PEERS = "vectors/peers/digests.json";
const PEERS_WITH = "vectors/peers/options.json";
const bin = (/** @type {string} */ name) => join(root, "node_modules", ".bin", name);
const DENY = ["--", "-D", "warnings"];
const WASM = ["--target", "wasm32-unknown-unknown", "-p", "oxbridge-wasm"];

export const checks = [
  command("Rust is formatted", "cargo", ["fmt", "--all", "--check"]),
  command("Rust has no lint on this machine", "cargo", [
    ...["clippy", "--quiet", "--workspace", "--exclude", "oxbridge-wasm", "--all-targets", "--all-features"],
    ...DENY,
  ]),
  command("Rust has no lint for WebAssembly", "cargo", ["clippy", "--quiet", ...WASM, "--all-features", ...DENY]),
  ...Object.keys(FAMILIES).map((family) =>
    command(`the core has no lint with the family ${family} alone`, "cargo", [
      ...["clippy", "--quiet", "-p", "oxbridge-core", "--no-default-features", "--features", family],
      ...DENY,
    ]),
  ),
  ...STANDALONE.map((folder) => `${folder}/Cargo.toml`).flatMap((manifest) => [
    command(`${manifest} is formatted`, "cargo", ["fmt", "--manifest-path", manifest, "--check"]),
    command(`${manifest} has no lint`, "cargo", [
      ...["clippy", "--quiet", "--locked", "--all-targets", "--target-dir", "target", "--manifest-path", manifest],
      ...DENY,
    ]),
  ]),
  command(
    "the documentation of the core is complete",
    "cargo",
    ["doc", "--quiet", "--no-deps", "-p", "oxbridge-core", "--all-features"],
    {
      RUSTDOCFLAGS: "-D warnings",
    },
  ),
  command("text that is printed from the tables is up to date", "cargo", [
    ...["test", "--quiet", "-p", "oxbridge-core", "--all-features", "--test", "printed"],
  ]),
  command("the entries of the package are up to date", process.execPath, ["js/build/entries.js"]),
  {
    name: "other implementations give the digests that the suite expects",
    run: async () => strictEqual(await peersText(), readFileSync(join(import.meta.dirname, PEERS), "utf8")),
  },
  {
    name: "and those with options",
    run: async () => strictEqual(await optionsText(), readFileSync(join(import.meta.dirname, PEERS_WITH), "utf8")),
  },
  {
    name: "docs/hash.md has every algorithm, with its lengths",
    run: () => {
      const page = readFileSync(join(root, "docs", "hash.md"), "utf8");
      for (const [name, { digestLength, extendable, blockLength }] of Object.entries(ALGORITHMS)) {
        const row = page.split("\n").find((line) => line.startsWith(`| \`${name}\` |`));
        const length = extendable ? "" : `${digestLength} `;
        if (!row?.includes(` | ${length}| ${blockLength ?? ""}`)) throw new Error(`${name}: ${row}`);
      }
    },
  },
  {
    name: "tests/README.md says of every folder beside it what it is",
    run: () => {
      const page = readFileSync(join(import.meta.dirname, "README.md"), "utf8");
      const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
      const missing = folders.map(({ name }) => name).filter((name) => !page.includes(`\`${name}/\``));
      // What is built or installed there.
      strictEqual(missing.filter((name) => !["dist-examples", "node_modules"].includes(name)).join(), "");
    },
  },
  ...versionChecks,
  command("JavaScript is formatted and has no lint", bin("biome"), ["ci", "--colors=off", "--error-on-warnings"]),
];

// The conformance suite as a package: what is in it, and its command where it is installed.

import { deepStrictEqual, match, strictEqual } from "node:assert";
import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "../../js/build/run.js";
import { execute } from "../runtimes.js";
import { install } from "./installed.js";
import { PLACES } from "./programs.js";

/** @typedef {import("./installed.js").Installed} Installed */

const [host, , bun, deno] = PLACES;

/** A program with `oxbridge` and the suite, and nothing else. @type {Promise<Installed> | undefined} */
let installing;
const installed = () => (installing ??= install(["oxbridge", "@oxbridge/conformance"]));
/** @param {Installed} program */
const folderOf = ({ folder }) => join(folder, "node_modules", "@oxbridge", "conformance");

/**
 * Runs the command that npm linked.
 *
 * @param {string[]} args
 * @param {import("../runtimes.js").Runtime} [runtime] otherwise that of the link itself
 */
async function conformance(args, runtime) {
  const { folder, env } = await installed();
  const link = join(folder, "node_modules", ".bin", "conformance");
  const [command, before] = runtime ? [runtime.command, [...runtime.args, link]] : [link, []];
  return execute(command, [...before, ...args], { cwd: folder, env });
}

/** The files that a module of the package imports by a relative path. @param {string} file */
function importsOf(file) {
  const text = readFileSync(file, "utf8");
  const found = text.matchAll(/(?:\bfrom|\bimport\()\s*"(\.[^"]+)"|new URL\("([^"]+)", import\.meta\.url\)/g);
  return [...found].map(([, imported, address]) => join(dirname(file), imported ?? address));
}

/** @type {import("../report.js").Check[]} */
export const conformanceChecks = [
  {
    name: "the packed suite leads to no file outside of it, and lacks none",
    run: async () => {
      const folder = folderOf(await installed());
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
      const led = files.flatMap((file) =>
        importsOf(join(folder, file)).map((path) => `${file} to ${relative(folder, path)}`),
      );
      if (led.length < 100) throw new Error(`only ${led.length} imports were found`);
      const dead = led.filter((line) => line.includes(" to ..") || !existsSync(join(folder, line.split(" to ")[1])));
      // Only the repository has it; this is looked up before it is loaded.
      deepStrictEqual(dead, ["conformance/runtimes.js to conformance/repository.js"]);
    },
  },
  {
    name: "the packed suite needs oxbridge, and no other package",
    run: async () => {
      const folder = folderOf(await installed());
      const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const { dependencies, devDependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = manifest;
      deepStrictEqual([dependencies, devDependencies, optionalDependencies], [undefined, undefined, undefined]);
      const optional = Object.keys(peerDependenciesMeta);
      const needed = Object.keys(peerDependencies).filter((name) => !optional.includes(name));
      deepStrictEqual([needed, optional], [["oxbridge"], ["@noble/hashes", "hash-wasm"]]);
    },
  },
  {
    name: "the installed command finds that the installed oxbridge has all of it",
    run: async () => {
      const { code, stdout, stderr } = await conformance(["--subject", "oxbridge/napi"]);
      match(stdout, /^oxbridge\/napi in node [\d.]+: has \d{4}, lacks 0, nothing is wrong$/m);
      deepStrictEqual([code, stderr], [0, ""]);
    },
  },
  ...[host, bun, deno].map((runtime) => ({
    name: `the installed command runs in ${runtime.id}, and in the runtime that runs it`,
    run: async () => {
      const { code, stdout, stderr } = await conformance(["--subject", "node:zlib"], runtime);
      match(stdout, new RegExp(`^node:zlib in ${runtime.id.split(" ")[0]} [\\d.]+: has 14, lacks \\d+, nothing`, "m"));
      deepStrictEqual([code, stderr], [0, ""]);
    },
  })),
  {
    name: "the installed command knows what is nearly right, and no runtime of the repository",
    run: async () => {
      const near = await conformance(["--subject", "webcripto"]);
      match(near.stderr, /did you mean webcrypto/);
      const help = await conformance(["--help"]);
      strictEqual(/node2\d/.test(help.stdout), false);
    },
  },
  {
    name: "the installed command says which package is missing, and takes it when it is there",
    run: async () => {
      const missing = await conformance(["--subject", "noble"]);
      match(missing.stdout, /noble in node [\d.]+: CANNOT BE LOADED: .*@noble\/hashes/);
      strictEqual(missing.code, 2);
      const { folder } = await installed();
      symlinkSync(join(root, "node_modules", "@noble"), join(folder, "node_modules", "@noble"));
      const { code, stdout } = await conformance(["--subject", "noble"]);
      match(stdout, /noble in node [\d.]+: has \d{4}, lacks \d+, nothing is wrong/);
      strictEqual(code, 0);
    },
  },
];

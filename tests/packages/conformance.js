// The conformance suite as a package: what is in it, and its command where it is installed.

import { deepStrictEqual, match, strictEqual } from "node:assert";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { root } from "../../js/build/run.js";
import { execute } from "../runtimes.js";
import { install } from "./installed.js";
import { PLACES } from "./programs.js";

/** @typedef {import("./installed.js").Installed} Installed */

const [host, , bun, deno] = PLACES;

/** The command for every runtime in the README of the package, and the module that it is about. */
const MINE = /\nnpx conformance (--subject .\/mine\.js .*)\n```\n\n```javascript\n([\s\S]*?)```/;

/** A module with a part of oxbridge, so that it is soon done. */
const PART = `import { blake3, fibonacci, promises as all } from "oxbridge/wasm";
export { blake3, fibonacci };
export const promises = { blake3: all.blake3 };
`;

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
 * @param {string} [path] the folders in which runtimes are looked for
 */
async function conformance(args, runtime, path = process.env.PATH) {
  const { folder, env } = await installed();
  const link = join(folder, "node_modules", ".bin", "conformance");
  const [command, before] = runtime ? [runtime.command, [...runtime.args, link]] : [link, []];
  return execute(command, [...before, ...args], { cwd: folder, env: { ...env, PATH: path } });
}

/** What `--json` wrote. @type {(file: string) => import("../conformance/column.js").Column[]} */
const columnsOf = (file) => JSON.parse(readFileSync(file, "utf8")).columns;

/** What the command says of a runtime that it cannot use. @type {(runtime: string, path?: string) => Promise<string>} */
async function refusal(runtime, path) {
  const { code, stderr } = await conformance(["--subject", "webcrypto", "--runtime", runtime], host, path);
  strictEqual(code, 2);
  return stderr.split("\n")[0];
}

/** What the packages are that Chromium and workerd need: seen to be missed first, then put beside the suite. */
async function drive() {
  const { folder } = await installed();
  const nowhere = "/nowhere";
  const where = "install Chromium or Google Chrome, and have its folder on the PATH";
  strictEqual(await refusal("chromium", nowhere), `conformance: --runtime: chromium is not here: ${where}`);
  const workerd = "conformance: --runtime: workerd is not here: npm install --save-dev workerd";
  strictEqual(await refusal("workerd", nowhere), workerd);
  const wayOut = "npm install --save-dev esbuild playwright-core";
  for (const name of ["esbuild", "playwright-core"]) {
    const said = `conformance: --runtime: chromium needs the package ${name}: ${wayOut}`;
    strictEqual(await refusal("chromium"), said);
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  }
  // What the package workerd says of its program.
  const program = join(root, "node_modules", "@cloudflare", "workerd-linux-64", "bin", "workerd");
  mkdirSync(join(folder, "node_modules", "workerd"));
  writeFileSync(join(folder, "node_modules", "workerd", "index.js"), `exports.default = ${JSON.stringify(program)};`);
  return folder;
}

/** @type {ReturnType<typeof drive> | undefined} */
let driving;
/** The program in which the command finds all that Chromium and workerd need. */
const driven = () => (driving ??= drive());

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
      deepStrictEqual(
        [needed, optional],
        [["oxbridge"], ["@noble/hashes", "esbuild", "hash-wasm", "playwright-core", "workerd"]],
      );
    },
  },
  {
    name: "the installed command says which package Chromium and workerd need that is not there",
    run: driven,
  },
  {
    name: "the installed command finds that the installed oxbridge has all of it, and where no native code can be",
    run: async () => {
      const folder = await driven();
      const args = ["--subject", "oxbridge/napi", "--runtime", "node,chromium,workerd", "--json", "napi.json"];
      const { code, stdout, stderr } = await conformance(args);
      match(stdout, /^oxbridge\/napi in node [\d.]+: has \d{4}, lacks 0, nothing is wrong$/m);
      match(stdout, /^oxbridge\/napi in chromium [\d.]+: not there, because napi is native code/m);
      match(stdout, /^oxbridge\/napi in workerd [\d-]+: not there, because napi is native code/m);
      deepStrictEqual([code, stderr], [0, ""]);
      const states = columnsOf(join(folder, "napi.json")).map(({ state }) => state);
      deepStrictEqual(states, ["ran", "unavailable", "unavailable"]);
    },
  },
  {
    name: "the command of the README finds in every runtime what its module has",
    run: async () => {
      const folder = await driven();
      const [, command, mine] = MINE.exec(readFileSync(join(folderOf(await installed()), "README.md"), "utf8")) ?? [];
      writeFileSync(join(folder, "mine.js"), mine);
      const path = [bun, deno].map(({ command }) => dirname(command)).join(delimiter);
      const { code, stdout } = await conformance(command.split(" "), host, `${path}${delimiter}${process.env.PATH}`);
      strictEqual(code, 0, stdout);
      const columns = columnsOf(join(folder, "out.json"));
      const names = columns.map(({ runtime }) => runtime.split(" ")[0]);
      deepStrictEqual(names, ["node", "bun", "deno", "chromium", "workerd"]);
      for (const { runtime, state, counts } of columns) {
        deepStrictEqual([runtime, state, counts.has, counts.wrong], [runtime, "ran", 94, 0]);
      }
      match(readFileSync(join(folder, "out.html"), "utf8"), /<small>chromium [\d.]+<\/small>/);
    },
  },
  {
    name: "a module of the user's that is right, wrong, or cannot be bundled is found to be so in Chromium and in workerd",
    run: async () => {
      const folder = await driven();
      const modules = {
        "part.mjs": PART,
        "wrong.mjs": "export const fibonacci = (n) => BigInt(n);",
        "needs.mjs": 'import "a-package-that-is-not-there";',
        "hangs.mjs": "export const promises = { sha256: () => new Promise(() => {}) };",
      };
      for (const [name, text] of Object.entries(modules)) writeFileSync(join(folder, name), text);
      const subjects = "part.mjs,wrong.mjs,needs.mjs";
      const args = ["--subject", subjects, "--runtime", "chromium,workerd", "--json", "found.json"];
      const { code, stdout } = await conformance(args);
      for (const runtime of ["chromium", "workerd"]) {
        match(stdout, new RegExp(`wrong.mjs in ${runtime} [\\d.-]+: has 3, lacks \\d+, 91 ARE WRONG`));
        const needs = 'CANNOT BE LOADED: esbuild cannot bundle it: Could not resolve "a-package-that-is-not-there"';
        match(stdout, new RegExp(`needs.mjs in ${runtime}: ${needs}`));
      }
      strictEqual(code, 2);
      const [page, worker] = columnsOf(join(folder, "found.json"));
      deepStrictEqual([page.subject, page.state, page.counts.wrong], ["part.mjs", "ran", 0]);
      if (page.counts.has < 150) throw new Error(`it has only ${page.counts.has} cases`);
      deepStrictEqual([worker.subject, worker.state, worker.rows], ["part.mjs", "ran", page.rows]);
      const hangs = await conformance(["--subject", "hangs.mjs", "--runtime", "workerd"]);
      match(hangs.stdout, /hangs.mjs in workerd: ENDED: /);
      strictEqual(hangs.code, 1);
    },
  },
  ...[host, bun, deno].map((runtime) => ({
    name: `the installed command runs in ${runtime.id}, and in the runtime that runs it`,
    run: async () => {
      const { code, stdout, stderr } = await conformance(["--subject", "node:zlib"], runtime);
      match(stdout, new RegExp(`^node:zlib in ${runtime.id.split(" ")[0]} [\\d.]+: has 16, lacks \\d+, nothing`, "m"));
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

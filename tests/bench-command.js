// The command `oxbridge`, as it is installed, and the benchmark that it hands over to.

import { deepStrictEqual, strictEqual } from "node:assert";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../js/build/run.js";
import { installAll, packages, temporaryFolder } from "./packages/installed.js";
import { PLACES } from "./packages/programs.js";
import { execute } from "./runtimes.js";

/** @typedef {import("./runtimes.js").Runtime} Runtime */

/** What the benchmark needs besides Oxbridge, as npm would install it. */
const PACKAGES = ["tinybench", "hash-wasm", "@noble/hashes", "node-api-headers", "echarts", "zrender", "tslib"];

const [host, , bun, deno] = PLACES;

/**
 * Runs the command.
 *
 * @param {Runtime} runtime
 * @param {string[]} args
 * @param {string} [folder] where
 */
async function oxbridge(runtime, args, folder) {
  const installed = await installAll();
  const command = join(installed.folder, "node_modules", "oxbridge", "bin", "oxbridge.js");
  const { code, stdout, stderr } = await execute(runtime.command, [...runtime.args, command, ...args], {
    cwd: folder ?? installed.folder,
    env: installed.env,
  });
  return { code, stdout, stderr };
}

/** A program beside the installed one, with the packed benchmark. @type {Promise<string> | undefined} */
let adding;
const withBench = () => (adding ??= addBench());

async function addBench() {
  const { folder } = await installAll();
  const program = join(folder, "program with a benchmark");
  const modules = join(program, "node_modules");
  const target = join(modules, "@oxbridge", "bench");
  const packed = (await packages()).find(({ name }) => name === "@oxbridge/bench");
  if (packed === undefined) throw new Error("the benchmark was not packed");
  mkdirSync(target, { recursive: true });
  execFileSync("tar", ["-xzf", packed.file, "-C", target, "--strip-components=1"]);
  for (const name of PACKAGES) {
    mkdirSync(join(modules, dirname(name)), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
  return program;
}

/** @type {[string, string[], number, RegExp][]} */
const ANSWERS = [
  ["--help lists the commands and the exit codes", ["--help"], 0, /^ {2}bench .*[\s\S]*^Exit codes: 0 /m],
  ["without a command it shows the same, and ends with 2", [], 2, /^Usage: oxbridge COMMAND/],
  ["a command that is nearly right is told which one", ["bnech"], 2, /no command "bnech"; did you mean bench\?/],
  [
    "another is told which there are",
    ["constructor"],
    2,
    /no command "constructor"; there is hash, doctor, use, bench$/m,
  ],
  [
    "hash reads standard input, which is empty here",
    ["hash"],
    0,
    /^e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 {2}-\n$/,
  ],
  [
    "bench says how to install what it needs",
    ["bench", "--json"],
    2,
    /^oxbridge bench is in the package @oxbridge\/bench, which is not installed here[\s\S]*^ {2}npm install --save-dev @oxbridge\/bench$/m,
  ],
  ["bench --help says it as well", ["bench", "--help"], 0, /npm install --save-dev @oxbridge\/bench/],
];

export const commandChecks = [
  {
    name: "npm links the command",
    run: async () => {
      const { folder, env } = await installAll();
      const link = join(folder, "node_modules", ".bin", "oxbridge");
      const { code, stdout } = await execute(link, ["--help"], { cwd: folder, env });
      deepStrictEqual([code, stdout.startsWith("Usage: oxbridge")], [0, true]);
    },
  },
  ...[host, bun, deno].map((runtime) => ({
    name: `oxbridge in ${runtime.id}: ${ANSWERS.map(([name]) => name).join("; ")}`,
    run: async () => {
      for (const [name, args, code, expected] of ANSWERS) {
        const { code: actual, stdout, stderr } = await oxbridge(runtime, args);
        const [text, other] = code === 0 ? [stdout, stderr] : [stderr, stdout];
        deepStrictEqual([name, actual, other], [name, code, ""]);
        if (!expected.test(text)) throw new Error(`${name}: it said ${text}`);
      }
    },
  })),
  ...[host, bun, deno].map((runtime) => ({
    name: `oxbridge bench in ${runtime.id} measures what is installed, and says what is not`,
    run: async () => {
      const program = await withBench();
      const out = join(temporaryFolder(), "out");
      const args = ["bench", "--quick", "--anyway", "--only", "crossing,packed", "--out", out];
      const { code, stdout, stderr } = await oxbridge(runtime, args, program);
      deepStrictEqual([code, stderr], [0, ""]);
      const results = JSON.parse(readFileSync(join(out, "results.json"), "utf8"));
      const kind = runtime.id.split(" ")[0];
      strictEqual(results.runtimes[0].name, kind);
      const measured = results.figures.filter((/** @type {any} */ row) => row.runtime === results.runtimes[0].id);
      const backends = new Set(measured.map((/** @type {any} */ row) => row.backend));
      for (const name of ["napi", "neon", "wasm", "cabi"]) strictEqual(backends.has(name), true, name);
      const reasons = Object.fromEntries(results.absent.map((/** @type {any} */ row) => [row.what, row.reason]));
      strictEqual(reasons["sha2 in Rust"], "it is built in the repository of Oxbridge only");
      strictEqual(/^Not measured[\s\S]*^ {2}chromium: a browser is measured/m.test(stdout), true);
      strictEqual(existsSync(join(out, "index.html")), true);
    },
  })),
  {
    name: "the packed benchmark has no file of the repository's own runs",
    run: async () => {
      const folder = join(await withBench(), "node_modules", "@oxbridge", "bench");
      const own = [
        "repository.js",
        "record.js",
        "record-docs.js",
        "chromium.js",
        "chromium-page.js",
        "sha2.js",
        "rust",
      ];
      deepStrictEqual(
        own.filter((file) => existsSync(join(folder, file))),
        [],
      );
    },
  },
];

// A program for Node, bundled: addons stay outside, so WebAssembly answers, unless esbuild is given the condition
// `node-addons`, or Oxbridge stays outside too.

import { deepStrictEqual, match } from "node:assert";
import { copyFileSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { output } from "../output.js";
import { temporaryFolder } from "../packages/installed.js";
import { binaryOf } from "../packages/programs.js";
import { execute, RUNTIMES } from "../runtimes.js";
import { esbuild, runWebpack } from "./bundlers.js";
import { answeredBy, placed, reasonAgainst } from "./placed.js";

/** @typedef {{ name: string, args: string[], file: string, backend: "napi" | "wasm", against?: RegExp }} Bundle */

const ADDONS = "--conditions=node-addons";

/** @type {Bundle[]} */
const BUNDLES = [
  {
    name: "as an ES module",
    args: ["--format=esm"],
    file: "plain.mjs",
    backend: "wasm",
    against: /^addons are switched off: this is a bundle that was made without the condition node-addons$/,
  },
  {
    name: "as CommonJS",
    args: ["--format=cjs"],
    file: "plain.cjs",
    backend: "wasm",
    against: /^addons are switched off: this is a bundle that was made without the condition node-addons$/,
  },
  {
    name: "as an ES module with the condition node-addons",
    args: ["--format=esm", ADDONS],
    file: "addons.mjs",
    backend: "napi",
  },
  {
    name: "as CommonJS with the condition node-addons",
    args: ["--format=cjs", ADDONS],
    file: "addons.cjs",
    backend: "wasm",
    against: /^a bundle in CommonJS does not know where it is, .*--format=esm/,
  },
];

/** What is said of a backend that a bundle does not lead to, in a folder of binaries too. @type {[how: string[], backend: string, reason: string][]} */
const REQUIRED = [
  [
    ["--format=cjs"],
    "napi",
    "addons are switched off: this is a bundle that was made without the condition node-addons",
  ],
  [
    ["--format=cjs", ADDONS],
    "cabi",
    "a bundle in CommonJS does not know where it is, and so finds no packages and no files; bundle it as an ES module, " +
      "with esbuild --format=esm",
  ],
];

/** @type {import("../report.js").Check[]} */
const required = REQUIRED.map(([args, backend, reason]) => ({
  name: `a bundle made with ${args.join(" ")} that must take ${backend} says what it lacks, and nothing of the doctor`,
  run: async () => {
    const { folder, installed, run } = await placed("node");
    const file = `${backend}.cjs`;
    await run(esbuild, ["node.js", "--bundle", "--platform=node", ...args, `--outfile=${file}`, "--log-level=error"]);
    const library = dirname(/** @type {string} */ (binaryOf(installed, "cabi")));
    const env = { ...installed.env, OXBRIDGE_BACKEND: backend, OXBRIDGE_LIBRARY_PATH: library };
    for (const { command, args: flags } of [RUNTIMES.node24, RUNTIMES.node26]) {
      const { code, stderr } = await execute(command, [...flags, file], { cwd: folder, env });
      const [, said] = /^Error: no backend could be loaded in node [\d.]+(.*)$/m.exec(stderr) ?? [undefined, stderr];
      deepStrictEqual([code, said], [1, `; ${backend}: ${reason}`]);
    }
  },
}));

/** @type {import("../report.js").Check[]} */
const answering = BUNDLES.map(({ name, args, file, backend, against }) => ({
  name: `a program that esbuild has bundled for Node ${name} holds no addon, and takes ${backend}`,
  run: async () => {
    const { folder, installed, run } = await placed("node");
    await run(esbuild, ["node.js", "--bundle", "--platform=node", ...args, `--outfile=${file}`, "--log-level=error"]);
    if (readFileSync(join(folder, file)).includes("\x7fELF")) throw new Error("the bundle has a binary in it");
    const answers = JSON.parse(await run(RUNTIMES.node24.command, [file]));
    const by = backend === "napi" ? "threads" : "workers";
    answeredBy(answers, { name: backend, file: binaryOf(installed, backend), by });
    if (against) match(reasonAgainst(answers, "napi"), against);
  },
}));

/**
 * Bundles that would take an addon, where no package is installed.
 *
 * @type {import("../report.js").Check[]}
 */
const alone = ["esm", "cjs"].map((format) => ({
  name: `a bundle made with --format=${format} ${ADDONS} takes the WebAssembly that it holds where nothing is installed`,
  run: async () => {
    const { folder, installed, run } = await placed("node");
    const [made, file] = [`alone-${format}.js`, join(temporaryFolder(), format === "esm" ? "a.mjs" : "a.cjs")];
    await run(esbuild, [
      ...["node.js", "--bundle", "--platform=node", `--format=${format}`, ADDONS],
      ...[`--outfile=${made}`, "--log-level=error"],
    ]);
    copyFileSync(join(folder, made), file);
    for (const { command, args } of [RUNTIMES.node24, RUNTIMES.bun]) {
      const answers = JSON.parse(await output(command, [...args, file], { cwd: dirname(file), env: installed.env }));
      answeredBy(answers, { name: "wasm", file: null, by: "workers" });
    }
  },
}));

/** @type {import("../report.js").Check} */
const outside = {
  name: "a program that webpack has bundled for Node leaves oxbridge outside, as the documentation says, and takes napi",
  run: async () => {
    const { folder, installed, run } = await placed("node");
    const outsideOf = { externals: /^oxbridge\b/, externalsType: /** @type {const} */ ("commonjs") };
    await runWebpack(folder, "outside.cjs", { target: "node", entry: "./node.js", ...outsideOf });
    const answers = JSON.parse(await run(RUNTIMES.node24.command, [join("dist", "outside.cjs")]));
    answeredBy(answers, { name: "napi", file: binaryOf(installed, "napi"), by: "threads" });
  },
};

export const nodeChecks = [...answering, ...alone, ...required, outside];

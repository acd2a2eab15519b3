// A program for Node, bundled by esbuild: addons stay outside, so WebAssembly answers, unless the bundle is made with the
// condition `node-addons`.

import { match } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { binaryOf } from "../packages/programs.js";
import { RUNTIMES } from "../runtimes.js";
import { esbuild } from "./bundlers.js";
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

/** @type {import("../report.js").Check[]} */
export const nodeChecks = BUNDLES.map(({ name, args, file, backend, against }) => ({
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

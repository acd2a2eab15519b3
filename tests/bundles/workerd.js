// A worker, bundled from the packed package and run in workerd by miniflare.

import { deepStrictEqual, strictEqual } from "node:assert";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { RUNTIMES, runScript } from "../runtimes.js";
import { esbuild } from "./bundlers.js";
import { answeredBy, placed } from "./placed.js";

/** How a bundle for workerd is made: modules are files of their own there, because it compiles nothing while it runs. */
const FOR_WORKERD = ["--bundle", "--format=esm", "--conditions=workerd", "--loader:.wasm=copy"];

/** @type {import("../report.js").Check[]} */
export const workerdChecks = [
  {
    name: "a worker that esbuild has bundled holds the module of hash alone, and digests in workerd by miniflare",
    run: async () => {
      const { folder, installed, run } = await placed("workerd");
      await run(esbuild, ["worker.js", ...FOR_WORKERD, "--outdir=dist", "--out-extension:.js=.mjs"]);
      const out = join(folder, "dist");
      const modules = readdirSync(out).filter((file) => file.endsWith(".wasm"));
      const original = join(installed.folder, "node_modules", "oxbridge", "wasm", "hash.wasm");
      deepStrictEqual(
        modules.map((file) => statSync(join(out, file)).size),
        [statSync(original).size],
      );
      const script = join(import.meta.dirname, "miniflare.js");
      const { stdout } = await runScript(RUNTIMES.node24, [script, out], { env: installed.env });
      const answers = JSON.parse(stdout);
      answeredBy(answers, { name: "wasm", file: null, by: "calling thread" });
      strictEqual(answers.backend.runtime, "workerd");
    },
  },
];

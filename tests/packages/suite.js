// Puts the installed packages through the short form of the suite: it is copied beside them, so that what it imports
// is what is installed.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../js/build/run.js";
import { WITHOUT_REALM } from "../declared.js";
import { judgeCell, readCell } from "../matrix.js";
import { runScript } from "../runtimes.js";
import { installAll } from "./installed.js";
import { NAMES, PLACES } from "./programs.js";

/** What the suite is: cases, vectors, and the runner of a cell. */
const COPIED = ["suite", "vectors", "runners/cell.js", "runners/vectors.js"];

/** @type {Promise<import("./installed.js").Installed & { copy: string }> | undefined} */
let copying;
/** What is installed, with a copy of the suite in its folder. */
const withSuite = () =>
  (copying ??= installAll().then((installed) => {
    const copy = join(installed.folder, "conformance");
    for (const path of COPIED) cpSync(join(root, "tests", path), join(copy, path), { recursive: true });
    return { ...installed, copy };
  }));

export const suiteChecks = PLACES.flatMap((runtime) =>
  NAMES.map((name) => ({
    name: `the installed ${name} passes the short form of the suite in ${runtime.id}`,
    run: async () => {
      const { folder, env, copy } = await withSuite();
      const { stdout } = await runScript(runtime, [join(copy, "runners", "cell.js"), name, "short"], {
        cwd: folder,
        env,
      });
      const cell = readCell(stdout);
      const realms = !WITHOUT_REALM.includes(runtime.id);
      judgeCell({ row: runtime.id, column: name, run: async () => cell, realms, level: "short" }, cell);
      if (name !== "wasm" && !cell.file?.startsWith(folder))
        throw new Error(`${cell.file} answered, which is not installed there`);
    },
  })),
);

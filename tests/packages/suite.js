// Puts the installed packages through the short form of the suite: it is copied beside them, so that what it imports
// is what is installed.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../js/build/run.js";
import { runScript } from "../runtimes.js";
import { installAll } from "./installed.js";
import { NAMES, PLACES } from "./programs.js";

/** What the suite is: cases, vectors, and the runner of a cell. */
const COPIED = ["suite", "vectors", "runners/cell.js", "runners/vectors.js"];
const FLOOR = 200;

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
      const line = stdout.split("\n").find((text) => text.startsWith("CELL "));
      const { cases, failures, file } = JSON.parse(line?.slice(5) ?? "{}");
      if (!(cases >= FLOOR)) throw new Error(`${cases} cases ran; the floor is ${FLOOR}`);
      if (failures.length > 0) throw new Error(failures.slice(0, 10).join("\n"));
      if (name !== "wasm" && !file.startsWith(folder))
        throw new Error(`${file} answered, which is not installed there`);
    },
  })),
);

// Checks of the packages as users have them: packed, installed from the archives, and run outside of the repository.

import { deepStrictEqual } from "node:assert";
import { ABC } from "../abc.js";
import { runScript } from "../runtimes.js";
import { together } from "../together.js";
import { awkwardChecks } from "./awkward.js";
import { brokenChecks } from "./broken.js";
import { choiceChecks } from "./choice.js";
import { commandChecks } from "./commands.js";
import { conformanceChecks } from "./conformance.js";
import { contentsChecks } from "./contents.js";
import { cChecks } from "./for-c.js";
import { idleChecks } from "./idle.js";
import { copyOf, installAll } from "./installed.js";
import { leftChecks } from "./left-behind.js";
import { linterChecks } from "./linters.js";
import { permissionChecks } from "./permissions.js";
import { binaryOf, NAMES, PLACES } from "./programs.js";
import { slotChecks } from "./slots.js";
import { suiteChecks } from "./suite.js";
import { typedChecks } from "./typed.js";

export { installAll } from "./installed.js";

/** @type {Promise<import("./installed.js").Installed> | undefined} */
let second;
const secondCopy = () => (second ??= copyOf());

const copies = PLACES.flatMap((runtime) =>
  NAMES.map((name) => ({
    name: `${runtime.id}: two installed copies work side by side in one process, with ${name}`,
    run: async () => {
      const both = [await installAll(), await secondCopy()];
      const [{ env }] = both;
      const script = ["two-copies.js", name, ...both.map(({ folder }) => folder)];
      const seen = JSON.parse((await runScript(runtime, script, { cwd: both[0].folder, env })).stdout);
      const files = both.map((installed) => binaryOf(installed, name));
      deepStrictEqual(seen.digests, [ABC]);
      deepStrictEqual(seen.files, files);
      deepStrictEqual(seen.binaries, files.filter((file) => file !== null).sort());
    },
  })),
);

/** Programs at the same time: each writes no file that another one has. */
const AT_ONCE = 2;

/** @type {import("../report.js").Check[]} */
export const checks = together(
  [
    ...typedChecks,
    ...idleChecks,
    ...suiteChecks,
    ...contentsChecks,
    ...linterChecks,
    ...slotChecks,
    ...cChecks,
    ...choiceChecks,
    ...commandChecks,
    ...conformanceChecks,
    ...permissionChecks,
    ...awkwardChecks,
    ...brokenChecks,
    ...copies,
    ...leftChecks,
  ],
  AT_ONCE,
);

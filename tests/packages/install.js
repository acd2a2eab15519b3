// Checks of the packages as users have them: packed, installed from the archives, and run outside of the repository.

import { deepStrictEqual } from "node:assert";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../js/build/run.js";
import { tsc } from "../../js/build/types.js";
import { RUNTIMES, runScript } from "../runtimes.js";
import { together } from "../together.js";
import { awkwardChecks } from "./awkward.js";
import { brokenChecks } from "./broken.js";
import { choiceChecks } from "./choice.js";
import { commandChecks } from "./commands.js";
import { conformanceChecks } from "./conformance.js";
import { contentsChecks } from "./contents.js";
import { cChecks } from "./for-c.js";
import { copyOf, installAll } from "./installed.js";
import { permissionChecks } from "./permissions.js";
import { binaryOf, NAMES, PLACES } from "./programs.js";
import { slotChecks } from "./slots.js";
import { suiteChecks } from "./suite.js";

export { installAll } from "./installed.js";

/** How programs are compiled: what else they have in which TypeScript looks for declarations. */
const SURROUNDINGS = {
  browsers: { module: "esnext", moduleResolution: "bundler", lib: ["es2023", "dom"], types: [] },
  Node: { module: "nodenext", lib: ["es2023"], types: ["node"], typeRoots: [join(root, "node_modules", "@types")] },
};

const types = Object.entries(SURROUNDINGS).map(([place, surroundings]) => ({
  name: `TypeScript knows the exact type of every result, in a program for ${place}`,
  run: async () => {
    const { folder } = await installAll();
    const strict = { strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true };
    const compilerOptions = { ...strict, noEmit: true, skipLibCheck: false, ...surroundings };
    const config = join(folder, `tsconfig.${place}.json`);
    writeFileSync(config, JSON.stringify({ compilerOptions, files: ["types.mts"] }));
    tsc(["-p", config], folder);
  },
}));

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
      deepStrictEqual(seen.digests, [createHash("sha256").update("abc").digest("hex")]);
      deepStrictEqual(seen.files, files);
      deepStrictEqual(seen.binaries, files.filter((file) => file !== null).sort());
    },
  })),
);

/** Programs that are no modules can require the package, which has no top-level await. */
const required = ["node20", "node24"].map((id) => ({
  name: `${id}: a program that is no module can require oxbridge`,
  run: async () => {
    const { folder, env } = await installAll();
    const file = join(folder, `required-${id}.cjs`);
    writeFileSync(file, 'console.log(require("oxbridge").sha256("abc"), require("oxbridge/backend").backend().name);');
    const { stdout } = await runScript(RUNTIMES[/** @type {"node20"} */ (id)], [file], { cwd: folder, env });
    deepStrictEqual(stdout.trim().split(" "), [createHash("sha256").update("abc").digest("hex"), "napi"]);
  },
}));

/** Programs at the same time: each writes no file that another one has. */
const AT_ONCE = 2;

/** @type {import("../report.js").Check[]} */
export const checks = together(
  [
    ...required,
    ...suiteChecks,
    ...types,
    ...contentsChecks,
    ...slotChecks,
    ...cChecks,
    ...choiceChecks,
    ...commandChecks,
    ...conformanceChecks,
    ...permissionChecks,
    ...awkwardChecks,
    ...brokenChecks,
    ...copies,
  ],
  AT_ONCE,
);

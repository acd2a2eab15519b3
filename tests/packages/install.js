// Checks of the packages as users have them: packed, installed from the archives, and run outside of the repository.

import { deepStrictEqual } from "node:assert";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
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
import { idleChecks } from "./idle.js";
import { copyOf, installAll } from "./installed.js";
import { linterChecks } from "./linters.js";
import { permissionChecks } from "./permissions.js";
import { binaryOf, NAMES, PLACES } from "./programs.js";
import { slotChecks } from "./slots.js";
import { suiteChecks } from "./suite.js";

export { installAll } from "./installed.js";

/**
 * How programs are compiled, and as what: what else they have in which TypeScript looks for declarations. What is compiled
 * as CommonJS requires the package.
 */
const SURROUNDINGS = {
  browsers: {
    options: { module: "esnext", moduleResolution: "bundler", lib: ["es2023", "dom"], types: [] },
    files: { "types.mts": "types.mts" },
  },
  "Node, as a module and as CommonJS": {
    options: {
      ...{ module: "nodenext", lib: ["es2023"], types: ["node"], typeRoots: [join(root, "node_modules", "@types")] },
      ...{ allowJs: true, checkJs: true },
    },
    files: { "types.mts": "types.mts", "types.cts": "types.mts", "required.cjs": "required.cjs" },
  },
};

const types = Object.entries(SURROUNDINGS).map(([place, { options, files }], index) => ({
  name: `TypeScript knows the exact type of every result, in a program for ${place}`,
  run: async () => {
    const installed = await installAll();
    const folder = join(installed.folder, "types", String(index));
    mkdirSync(folder, { recursive: true });
    for (const [file, source] of Object.entries(files)) cpSync(join(import.meta.dirname, source), join(folder, file));
    const strict = { strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true };
    const compilerOptions = { ...strict, noEmit: true, skipLibCheck: false, ...options };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: Object.keys(files) }));
    tsc(["-p", folder], folder);
  },
}));

const DIGEST = createHash("sha256").update("abc").digest("hex");

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
      deepStrictEqual(seen.digests, [DIGEST]);
      deepStrictEqual(seen.files, files);
      deepStrictEqual(seen.binaries, files.filter((file) => file !== null).sort());
    },
  })),
);

/** What an entry gives that does not digest. @type {Record<string, unknown>} */
const OTHERS = { "./math": 3, "./image": 255, "./image/promises": 255, "./backend": "napi" };

/** Programs that are no modules can require the package, which has no top-level await. */
const required = /** @type {const} */ (["node20", "node24"]).map((id) => ({
  name: `${id}: a program that is no module can require every entry`,
  run: async () => {
    const { folder, env } = await installAll();
    const { exports } = JSON.parse(readFileSync(join(folder, "node_modules", "oxbridge", "package.json"), "utf8"));
    const entries = Object.keys(exports).filter((entry) => entry !== "./package.json");
    const { stdout } = await runScript(RUNTIMES[id], ["required.cjs"], { cwd: folder, env });
    const expected = Object.fromEntries(entries.map((entry) => [entry, OTHERS[entry] ?? DIGEST]));
    deepStrictEqual(JSON.parse(stdout), expected);
  },
}));

/** Programs at the same time: each writes no file that another one has. */
const AT_ONCE = 2;

/** @type {import("../report.js").Check[]} */
export const checks = together(
  [
    ...required,
    ...idleChecks,
    ...suiteChecks,
    ...types,
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
  ],
  AT_ONCE,
);

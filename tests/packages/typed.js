// Programs that import or require every entry of the installed package: what TypeScript knows of it, and that it can be
// required, which needs a package without a top-level await.

import { deepStrictEqual } from "node:assert";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../js/build/run.js";
import { tsc } from "../../js/build/types.js";
import { ABC } from "../abc.js";
import { RUNTIMES, runScript } from "../runtimes.js";
import { installAll } from "./installed.js";

const TYPE_ROOTS = [join(root, "node_modules", "@types")];

/**
 * How programs are compiled, and as what: what else they have in which TypeScript looks for declarations. What is compiled
 * as CommonJS requires the package.
 *
 * @type {Record<string, { place: string, options: object, files: Record<string, string> }>}
 */
const SURROUNDINGS = {
  browsers: {
    place: "a program for browsers",
    options: { module: "esnext", moduleResolution: "bundler", lib: ["es2023", "dom"], types: [] },
    files: { "types.mts": "types.mts" },
  },
  node: {
    place: "programs for Node, a module and CommonJS",
    options: {
      ...{ module: "nodenext", lib: ["es2023"], types: ["node"], typeRoots: TYPE_ROOTS },
      ...{ allowJs: true, checkJs: true },
    },
    files: { "types.mts": "types.mts", "types.cts": "types.mts", "required.cjs": "required.cjs" },
  },
};

const compiled = Object.entries(SURROUNDINGS).map(([name, { place, options, files }]) => ({
  name: `TypeScript knows the exact type of every result, in ${place}`,
  run: async () => {
    const { folder } = await installAll();
    for (const [file, source] of Object.entries(files)) cpSync(join(import.meta.dirname, source), join(folder, file));
    const strict = { strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true };
    const compilerOptions = { ...strict, noEmit: true, skipLibCheck: false, ...options };
    const config = join(folder, `tsconfig.${name}.json`);
    writeFileSync(config, JSON.stringify({ compilerOptions, files: Object.keys(files) }));
    tsc(["-p", config], folder);
  },
}));

/** What an entry gives that does not digest. @type {Record<string, unknown>} */
const OTHERS = { "./math": 3, "./image": 255, "./image/promises": 255, "./backend": "napi" };

const required = /** @type {const} */ (["node20", "node24"]).map((id) => ({
  name: `${id}: a program that is no module can require every entry`,
  run: async () => {
    const { folder, env } = await installAll();
    const { exports } = JSON.parse(readFileSync(join(folder, "node_modules", "oxbridge", "package.json"), "utf8"));
    const entries = Object.keys(exports).filter((entry) => entry !== "./package.json");
    const file = join(folder, `required-${id}.cjs`);
    cpSync(join(import.meta.dirname, "required.cjs"), file);
    const { stdout } = await runScript(RUNTIMES[id], [file], { cwd: folder, env });
    const expected = Object.fromEntries(entries.map((entry) => [entry, OTHERS[entry] ?? ABC]));
    deepStrictEqual(JSON.parse(stdout), expected);
  },
}));

/** @type {import("../report.js").Check[]} */
export const typedChecks = [...required, ...compiled];

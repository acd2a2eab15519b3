// Prints the modules that users import: they name every function, because the exports of a module are static,
// and carry its documentation, because editors show what stands there. `UPDATE=1` writes them; otherwise they are checked.

import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FAMILIES, functionsOf, NAMES, promisesOf, WITH_PROMISES } from "../src/families.js";
import { promiseDocs, syncDocs } from "./entry-docs.js";
import { root } from "./run.js";

/** @typedef {import("../src/families.js").Family} Family */

const folder = join(root, "js", "src", "entries");
const PINNED = /** @type {const} */ ({
  napi: "the backend made with napi-rs",
  neon: "the backend made with Neon",
  wasm: "the WebAssembly backend",
  cabi: "the backend that calls the C library",
});
const NO_ROWS = /** @type {any} */ ({});

/** @param {Family} family */
const syncNames = (family) => Object.keys(functionsOf(family, NO_ROWS));
/** @param {Family} family */
const promiseNames = (family) => Object.keys(promisesOf(family, NO_ROWS));

/** @param {Family} family */
function familyEntry(family) {
  const functions = syncNames(family).map(
    (name) => `${syncDocs(family, name)}\nexport const ${name} = family.${name};\n`,
  );
  return (
    `// \`oxbridge/${family}\`: the family ${family}, on the backend of this process. Printed; do not edit.\n\n` +
    `import * as source from "#wasm/${family}";\nimport { bindFamily } from "#bound";\n\n` +
    `const family = bindFamily("${family}", source);\n\n${functions.join("\n")}`
  );
}

/** @param {Family} family */
function promisesEntry(family) {
  const twins = Object.keys(/** @type {any} */ (FAMILIES[family]).both?.({}) ?? {});
  const functions = promiseNames(family).map((name) => {
    const { docs, parameters } = promiseDocs(family, name, twins.includes(name));
    const list = parameters.join(", ");
    return `${docs}\nexport function ${name}(${list}) {\n  return family.${name}(${list});\n}\n`;
  });
  return (
    `// \`oxbridge/${family}/promises\`: the promises of the family ${family}, on the backend of this process. ` +
    `Printed; do not edit.\n\n` +
    `import * as source from "#wasm/${family}";\nimport { worker } from "#wasm-worker/${family}";\n` +
    `import { bindPromises } from "#bound";\n\n` +
    `const family = bindPromises("${family}", source, worker);\n\n${functions.join("\n")}`
  );
}

/** The import of a family's WebAssembly, and where there are promises, of a worker's program. @param {Family} family */
const wasmImports = (family) =>
  `import * as ${family}Source from "#wasm/${family}";\n` +
  (WITH_PROMISES.includes(family) ? `import { worker as ${family}Worker } from "#wasm-worker/${family}";\n` : "");

/** @param {Family} family */
const wasmSource = (family) =>
  WITH_PROMISES.includes(family)
    ? `  ${family}: { ...${family}Source, worker: ${family}Worker },\n`
    : `  ${family}: ${family}Source,\n`;

/** @param {keyof typeof PINNED} backend */
function pinnedEntry(backend) {
  const isWasm = backend === "wasm";
  return (
    `// \`oxbridge/${backend}\`: the whole API, on ${PINNED[backend]} and no other. Printed; do not edit.\n\n` +
    (isWasm ? NAMES.map(wasmImports).join("") : "") +
    `import { bindApi } from "#bound";\n\n` +
    `const api = bindApi("${backend}"${isWasm ? `, {\n${NAMES.map(wasmSource).join("")}}` : ""});\n\n` +
    [...NAMES.flatMap(syncNames), "promises"].map((name) => `export const ${name} = api.${name};\n`).join("")
  );
}

/** What a pinned entry has; its types are these, because they have the documentation. */
const pinnedShape = () =>
  "// The shape of an entry that is pinned to one backend, for its types. Printed; do not edit.\n\n" +
  `export * from "./index.js";\nexport * as promises from "./promises.js";\n`;

/**
 * @param {string} what
 * @param {string[]} files
 */
const collection = (what, files) =>
  `// ${what}, on the backend of this process. Printed; do not edit.\n\n` +
  files.map((file) => `export * from "./${file}.js";\n`).join("");

const backendEntry =
  "// `oxbridge/backend`: the choice of a backend. Printed; do not edit.\n\n" +
  'export { backend, configure, load } from "#bound";\n';

/** Every entry: its file name and its text. */
function entries() {
  const pinned = /** @type {(keyof typeof PINNED)[]} */ (Object.keys(PINNED));
  const promises = WITH_PROMISES.map((family) => `${family}-promises`);
  return [
    ["index.js", collection("`oxbridge`: every family", NAMES)],
    ["promises.js", collection("`oxbridge/promises`: the promises of every family", promises)],
    ...NAMES.map((family) => [`${family}.js`, familyEntry(family)]),
    ...WITH_PROMISES.map((family) => [`${family}-promises.js`, promisesEntry(family)]),
    ["backend.js", backendEntry],
    ["pinned.js", pinnedShape()],
    ...pinned.map((backend) => [`${backend}.js`, pinnedEntry(backend)]),
  ];
}

let stale = 0;
const printed = entries();
for (const [file, text] of printed) {
  const path = join(folder, file);
  if (process.env.UPDATE) writeFileSync(path, text);
  let actual = "";
  try {
    actual = readFileSync(path, "utf8");
  } catch {
    // A missing file is as stale as a wrong one.
  }
  if (actual === text) continue;
  stale++;
  console.error(`${path} does not say what the families say; run: UPDATE=1 node js/build/entries.js`);
}
for (const file of readdirSync(folder)) {
  if (printed.some(([name]) => name === file)) continue;
  if (process.env.UPDATE) rmSync(join(folder, file));
  else {
    stale++;
    console.error(`${join(folder, file)} is no entry any more; run: UPDATE=1 node js/build/entries.js`);
  }
}
process.exitCode = stale === 0 ? 0 : 1;

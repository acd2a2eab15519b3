// Prints the modules that users import: they name every function, because the exports of a module are static,
// and carry its documentation, because editors show what stands there. `UPDATE=1` writes them; otherwise they are checked.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FAMILIES } from "../src/families.js";
import { root } from "./run.js";

const folder = join(root, "js", "src", "entries");
const PINNED = /** @type {const} */ ({
  napi: "the backend made with napi-rs",
  neon: "the backend made with Neon",
  wasm: "the WebAssembly backend",
  cabi: "the backend that calls the C library",
});
const families = /** @type {(keyof typeof FAMILIES)[]} */ (Object.keys(FAMILIES));

/** @param {keyof typeof FAMILIES} family */
const functionsOf = (family) => Object.keys(FAMILIES[family](/** @type {any} */ ({})));

/**
 * The documentation of a function, as it stands before it in its family's file, without types.
 *
 * @param {string} source
 * @param {string} name
 */
function docsOf(source, name) {
  const end = source.search(new RegExp(`\\n *function ${name}\\(`));
  const start = source.lastIndexOf("/**", end);
  if (end < 0 || start < 0) throw new Error(`no documentation for ${name}`);
  // Types come from the function itself; only a thrown class is part of the text.
  return source
    .slice(start, end)
    .replace(/^ {2}/gm, "")
    .replace(/^ \* @template .*\n/gm, "")
    .replace(/@throws \{(\w+)\}/g, "@throws $1")
    .replace(/@(param|returns) \{.*?\} (?=\S)/g, "@$1 ");
}

/** @param {keyof typeof FAMILIES} family */
function familyEntry(family) {
  const source = readFileSync(join(root, "js", "src", `${family}.js`), "utf8");
  const functions = functionsOf(family).map(
    (name) => `${docsOf(source, name)}\nexport const ${name} = family.${name};\n`,
  );
  return (
    `// \`oxbridge/${family}\`: the family ${family}, on the backend of this process. Printed; do not edit.\n\n` +
    `import * as source from "#wasm/${family}";\nimport { bindFamily } from "../load.js";\n\n` +
    `const family = bindFamily("${family}", source);\n\n${functions.join("\n")}`
  );
}

/** @param {keyof typeof PINNED} backend */
function pinnedEntry(backend) {
  const imports = families.map((family) => `import * as ${family}Source from "#wasm/${family}";\n`);
  const sources = families.map((family) => `${family}: ${family}Source`);
  const isWasm = backend === "wasm";
  return (
    `// \`oxbridge/${backend}\`: the whole API, on ${PINNED[backend]} and no other. Printed; do not edit.\n\n` +
    (isWasm ? imports.join("") : "") +
    `import { bindApi } from "../load.js";\n\n` +
    `const api = bindApi("${backend}"${isWasm ? `, { ${sources.join(", ")} }` : ""});\n\n` +
    families
      .flatMap(functionsOf)
      .map((name) => `export const ${name} = api.${name};\n`)
      .join("")
  );
}

function indexEntry() {
  const exports = families.map((family) => `export * from "./${family}.js";\n`);
  return `// \`oxbridge\`: every family, on the backend of this process. Printed; do not edit.\n\n${exports.join("")}`;
}

/** Every entry: its file name and its text. */
function entries() {
  const pinned = /** @type {(keyof typeof PINNED)[]} */ (Object.keys(PINNED));
  return [
    ["index.js", indexEntry()],
    ...families.map((family) => [`${family}.js`, familyEntry(family)]),
    ...pinned.map((backend) => [`${backend}.js`, pinnedEntry(backend)]),
  ];
}

let stale = 0;
for (const [file, text] of entries()) {
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
process.exitCode = stale === 0 ? 0 : 1;

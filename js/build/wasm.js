// Builds the WebAssembly modules, one for each family, and the JavaScript around them, into `js/wasm`.

import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { NAMES, WITH_PROMISES } from "../src/families.js";
import { cargo, root, run, target } from "./run.js";

/** The version of wasm-bindgen that the crate uses; the command must be the same. */
function bindgenVersion() {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const version = /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(lock)?.[1];
  if (version === undefined) throw new Error("Cargo.lock does not name wasm-bindgen");
  return version;
}

/** The command wasm-bindgen, installed into the target folder if it is not there. */
function bindgen() {
  const version = bindgenVersion();
  const folder = join(target, `wasm-bindgen-${version}`);
  const command = join(folder, "bin", "wasm-bindgen");
  if (!existsSync(command)) {
    run("cargo", ["install", "--quiet", "wasm-bindgen-cli", "--version", version, "--root", folder]);
  }
  return command;
}

/**
 * The WebAssembly module for runtimes that read files: it is read when it is needed. A bundle has no such file beside it,
 * but what its bundler has put into it for `require`. That is not asked first: in `node --eval` it is there too, and finds
 * what is in the folder of the user.
 *
 * @param {string} family
 * @param {string} glue
 */
function fileText(family, glue) {
  return `// The WebAssembly module of the family ${family}, in a file beside this one. Built; do not edit.
${glue}export function module() {
  try {
    return process.getBuiltinModule("node:fs").readFileSync(new URL("./${family}.wasm", import.meta.url));
  } catch (error) {
    try {
      return require("./${family}.inline.js").module();
    } catch {
      throw error;
    }
  }
}
`;
}

/**
 * Builds one module.
 *
 * @param {string} family
 * @param {string} folder
 * @param {string} [rows] the features with its rows, if there are more than that of the family
 */
export function buildWasmModule(family, folder, rows = family) {
  const features = ["--no-default-features", "--features", `meta,${rows}`];
  // A folder for each family: in one for all, each would throw away what the one before made.
  const place = join(target, "wasm", family);
  const where = ["--locked", "--target-dir", place, "--profile", "wasm", "--target", "wasm32-unknown-unknown"];
  cargo("build", ...where, "-p", "oxbridge-wasm", ...features);
  const made = join(place, "wasm32-unknown-unknown", "wasm", "oxbridge_wasm.wasm");
  const options = ["--target", "web", "--no-typescript", "--remove-name-section", "--remove-producers-section"];
  const paths = "--omit-default-module-path"; // bundlers would look for the file that it names
  const generated = join(target, "wasm-bindgen", family);
  // After a trap the instance is replaced; the generated function for that also clears the glue's caches.
  const reset = "--experimental-reset-state-function";
  run(bindgen(), [made, ...options, paths, reset, "--out-dir", generated, "--out-name", family]);
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(generated, `${family}_bg.wasm`), join(folder, `${family}.wasm`));
  copyFileSync(join(generated, `${family}.js`), join(folder, `${family}.glue.js`));
  const base64 = readFileSync(join(folder, `${family}.wasm`)).toString("base64");
  const glue = `export * as glue from "./${family}.glue.js";\n`;
  writeFileSync(
    join(folder, `${family}.inline.js`),
    `// The WebAssembly module of the family ${family}, inside JavaScript. Built; do not edit.\n` +
      `import { decodeBase64 } from "../src/backends/base64.js";\n${glue}` +
      `export const module = () => decodeBase64("${base64}");\n`,
  );
  writeFileSync(join(folder, `${family}.file.js`), fileText(family, glue));
  // What wasm-bindgen generates is no code of ours: its types are not checked.
  writeFileSync(join(folder, `${family}.glue.d.ts`), "export {};\n");
  writeFileSync(
    join(folder, `${family}.inline.d.ts`),
    "export const glue: any;\nexport const module: () => Uint8Array<ArrayBuffer>;\n",
  );
  writeFileSync(
    join(folder, `${family}.module.js`),
    `// The WebAssembly module of the family ${family}, where it is compiled before the program starts. ` +
      `Built; do not edit.\nimport wasm from "./${family}.wasm";\n${glue}export const module = () => wasm;\n`,
  );
}

/**
 * Writes the program of a worker for a module: one script as text, because a page has no file of ours to start a worker
 * from, whatever its bundler is.
 *
 * @param {string} family
 * @param {string} folder
 */
export async function buildWorker(family, folder) {
  const contents = `import * as glue from "./${family}.glue.js";
    import { openWasm } from "${join(root, "js", "src", "backends", "wasm.js")}";
    import { serve } from "${join(root, "js", "src", "tasks", "serve.js")}";
    serve((module) => openWasm({ glue, module: () => module }));`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    write: false,
    minify: true,
    legalComments: "none",
    format: "iife",
    platform: "neutral",
    target: "es2022",
    logLevel: "warning",
  });
  writeFileSync(
    join(folder, `${family}.worker.js`),
    `// The program of a worker with the family ${family}, as text. Built; do not edit.\n` +
      `export const worker = ${JSON.stringify(outputFiles[0].text)};\n`,
  );
  writeFileSync(join(folder, `${family}.worker.d.ts`), "export const worker: string | undefined;\n");
}

/** Builds all modules. */
export async function buildWasm() {
  const folder = join(root, "js", "wasm");
  rmSync(folder, { recursive: true, force: true });
  for (const family of NAMES) buildWasmModule(family, folder);
  for (const family of WITH_PROMISES) await buildWorker(family, folder);
}

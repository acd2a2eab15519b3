// Bundles a subject and the cases for a place without a file system, as users bundle their programs: with esbuild and the
// export conditions of the place.

import { isBuiltin } from "node:module";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { readVectors } from "../runners/vectors.js";

/** @typedef {import("./places.js").Subject} Subject */
/** @typedef {import("esbuild").Plugin} Plugin */

/** A subject that cannot be bundled. */
export class Unbundled extends Error {}

/**
 * @param {Subject} subject
 * @param {string} program what begins with `answer(tell, runtime)`, a function that gives a promise of the column
 * @param {{ conditions: string[], plugins: Plugin[] }} place
 * @returns {Promise<string>}
 */
export async function bundleOf(subject, program, { conditions, plugins }) {
  const { build } = await import("esbuild");
  const contents = `
    import { ask } from "./ask.js";
    import { backendSubject, moduleSubject } from "../subjects/oxbridge.js";
    const { name: subject, every } = ${JSON.stringify(subject)};
    const vectors = ${JSON.stringify(readVectors())};
    const load = async () => ${expressionOf(subject)};
    const answer = (tell, runtime) => ask(load, { what: { subject, runtime }, vectors, every }, tell);
    ${program}`;
  try {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: import.meta.dirname, sourcefile: "program.js" },
      bundle: true,
      write: false,
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      conditions,
      plugins,
      logLevel: "silent",
    });
    return outputFiles[0].text;
  } catch (cause) {
    const [{ text, location }] = /** @type {import("esbuild").BuildFailure} */ (cause).errors;
    const where = location ? ` (${location.file}, line ${location.line})` : "";
    throw new Unbundled(`esbuild cannot bundle it: ${text}${where}`, { cause });
  }
}

/** What gives the subject, in the language of the program. @param {Subject} subject */
function expressionOf({ name, address }) {
  if (address !== undefined) {
    return `moduleSubject(${JSON.stringify(name)}, () => import(${JSON.stringify(fileURLToPath(address))}))`;
  }
  const [kind, backend] = name.split("/");
  if (kind === "oxbridge") return `backendSubject(${JSON.stringify(backend)})`;
  return `import(${JSON.stringify(`../subjects/${name.replace(":", "-")}.js`)})`;
}

/** Modules of Node, which throw when they are imported: a browser has none. @type {Plugin} */
export const withoutBuiltins = {
  name: "without-builtins",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z]/ }, ({ path }) => (isBuiltin(path) ? { path, namespace: "builtin" } : undefined));
    onLoad({ filter: /./, namespace: "builtin" }, ({ path }) => ({
      contents: `module.exports = {}; throw new Error("there is no ${path} in a browser");`,
    }));
  },
};

/**
 * Leaves modules of Node and WebAssembly to the runtime.
 *
 * @param {Map<string, string>} modules gets the file of each WebAssembly by the name that the bundle imports
 * @returns {Plugin}
 */
export const leftToWorkerd = (modules) => ({
  name: "left-to-workerd",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[a-z]/ }, ({ path }) => (isBuiltin(path) ? { path, external: true } : undefined));
    onResolve({ filter: /\.wasm$/ }, async ({ path, pluginData, ...where }) => {
      if (pluginData === modules) return undefined;
      const { path: file, errors } = await resolve(path, { ...where, pluginData: modules });
      if (errors.length > 0) return { errors };
      const name = `${modules.size}-${basename(file)}`;
      modules.set(name, file);
      return { path: name, external: true };
    });
  },
});

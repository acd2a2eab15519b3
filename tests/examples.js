// Runs every example that the documentation shows: the JavaScript blocks of the pages as whole programs, and the
// examples of each function with the results that stand behind them.

import { strictEqual } from "node:assert";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { root } from "../js/build/run.js";
import { Hasher } from "../js/src/hasher.js";
import { ABC } from "./abc.js";
import { askWorkerd } from "./runners/workerd.js";
import { RUNTIMES, runScript } from "./runtimes.js";

const PAGES = [
  "README.md",
  "js/README.md",
  "CONTRIBUTING.md",
  "docs/architecture.md",
  "docs/hash.md",
  "docs/async.md",
  "docs/performance.md",
  "docs/runtimes.md",
  "docs/backends.md",
  "tests/README.md",
];
/** Where the documentation of each module's functions stands, in `js/src`. @type {Record<string, string[]>} */
const MODULES = {
  "oxbridge/math": ["entries/math.js"],
  "oxbridge/hash": ["entries/hash.js"],
  "oxbridge/hash/promises": ["entries/hash-promises.js"],
  "oxbridge/image": ["entries/image.js"],
  "oxbridge/image/promises": ["entries/image-promises.js"],
  "oxbridge/backend": ["backend.js", "tasks/pool.js"],
};
/** Each class whose objects a function gives: where its documentation stands, and the module with that function. */
const CLASSES = [{ type: Hasher, file: "hasher.js", module: "oxbridge/hash" }];
// Inside the workspace, so that `import "oxbridge"` finds the package.
const folder = join(root, "tests", "dist-examples");
const WORKERS = "docs/platforms.md";

/** @typedef {{ name: string, caption: string, code: string }} Example */

/** @param {string} page */
const pageOf = (page) => readFileSync(join(root, page), "utf8");

/** The programs of a page. @param {string} page */
const programsOf = (page) => [...pageOf(page).matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code);

/**
 * The examples in the documentation of a file, each with the name of the function or method that it stands before.
 *
 * @param {string} file
 * @returns {Example[]}
 */
function examplesOf(file) {
  const source = readFileSync(join(root, "js", "src", file), "utf8");
  const documented = source.matchAll(/\/\*\*\n((?: *\*(?!\/).*\n)+) *\*\/\n(?= *(.*))/g);
  return [...documented].flatMap(([, comment, declaration]) => {
    const name = declaration.replace(/^(?:(?:export|const|async|function|get) )*/, "").split(/[ (]/)[0];
    const text = comment.replace(/^ *\* ?/gm, "");
    const examples = text.matchAll(/^@example <caption>(.*?)<\/caption>\n((?:(?!@).*\n)+)/gm);
    return [...examples].map(([, caption, code]) => ({ name, caption, code }));
  });
}

/**
 * A program that checks the claims of an example: each line `call; // result` is one, and the others run as they are.
 * A result that ends in "..." is given by its beginning.
 *
 * @param {string} module
 * @param {string} code
 */
function programOf(module, code) {
  const lines = code.trimEnd().split("\n");
  let claims = 0;
  const body = lines.map((line) => {
    const claim = /^(.*);\s*\/\/ (.*)$/.exec(line);
    if (!claim) return line;
    claims++;
    return `claim(${claim[1]}, ${JSON.stringify(claim[2])});`;
  });
  if (claims === 0) throw new Error(`the example claims nothing:\n${code}`);
  return `import { inspect } from "node:util";
import * as all from "${module}";
Object.assign(globalThis, all);
const claim = (value, text) => {
  const shown = inspect(value, { depth: 9, maxArrayLength: null, breakLength: Infinity });
  console.log(JSON.stringify({ shown, text }));
};
${body.join("\n")}
`;
}

/**
 * Whether what is shown is what the documentation says, up to quotes, spaces and what "..." leaves out.
 *
 * @param {string} shown
 * @param {string} text
 */
function agrees(shown, text) {
  const plain = (/** @type {string} */ value) => value.replace(/["'\s]/g, "").replace(/^(Uint8Array)\(\d+\)/, "$1");
  const parts = plain(text).split("...");
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const found = plain(shown).indexOf(part, at);
    if (found < 0 || (index === 0 && found !== 0)) return false;
    at = found + part.length;
  }
  return parts.length > 1 || isDeepStrictEqual(plain(shown), plain(text));
}

/**
 * @param {string} name
 * @param {string} code
 */
async function runProgram(name, code) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, code);
  try {
    return await runScript(RUNTIMES.node24, [file]);
  } finally {
    rmSync(file);
  }
}

/** Every example, with what it is an example of, and the module that its functions come from. */
const EXAMPLES = [
  ...Object.entries(MODULES).flatMap(([module, files]) =>
    files.flatMap(examplesOf).map((example) => ({ ...example, owner: module, module })),
  ),
  ...CLASSES.flatMap(({ type, file, module }) =>
    examplesOf(file)
      .filter(({ name }) => methodsOf(type).includes(name))
      .map((example) => ({ ...example, owner: type.name, module })),
  ),
];

/**
 * The names that a class declares, as its source writes them.
 *
 * @param {Function} type
 */
function methodsOf(type) {
  const keys = Reflect.ownKeys(type.prototype).filter((key) => key !== "constructor");
  const symbols = /** @type {(keyof typeof Symbol)[]} */ (Object.getOwnPropertyNames(Symbol));
  const symbol = (/** @type {symbol} */ key) => `[Symbol.${symbols.find((name) => Symbol[name] === key)}]`;
  return keys.map((key) => (typeof key === "symbol" ? symbol(key) : key));
}

/**
 * The names of the functions that a module exports.
 *
 * @param {string} module
 */
async function functionsOf(module) {
  const exported = Object.entries(await import(module));
  return exported.filter(([, value]) => typeof value === "function").map(([name]) => name);
}

/** Every function and method that has no example. */
async function withoutExample() {
  const shown = new Set(EXAMPLES.map(({ owner, name }) => `${owner}: ${name}`));
  const names = new Set(EXAMPLES.map(({ name }) => name));
  const missing = CLASSES.flatMap(({ type }) => methodsOf(type).map((name) => `${type.name}: ${name}`));
  const { exports } = JSON.parse(readFileSync(join(root, "js", "package.json"), "utf8"));
  for (const path of Object.keys(exports).filter((path) => !path.endsWith(".json"))) {
    const module = path.replace(/^\./, "oxbridge");
    // What a module has from others is documented there.
    const needed = (await functionsOf(module)).filter((name) => module in MODULES || !names.has(name));
    missing.push(...needed.map((name) => `${module}: ${name}`));
  }
  return missing.filter((what) => !shown.has(what));
}

export const checks = [
  ...PAGES.flatMap((page) =>
    programsOf(page).map((code, index) => ({
      name: `${page}: JavaScript example ${index + 1} runs`,
      run: async () => {
        await runProgram("page", code);
      },
    })),
  ),
  ...EXAMPLES.map(({ owner, module, caption, code }) => ({
    name: `${owner}: "${caption}" gives what it says`,
    run: async () => {
      const { stdout } = await runProgram("claim", programOf(module, code));
      for (const line of stdout.trim().split("\n")) {
        const { shown, text } = JSON.parse(line);
        if (!agrees(shown, text)) throw new Error(`it gives ${shown}, but says ${text}`);
      }
    },
  })),
  {
    name: `${WORKERS}: the worker digests what it is sent, in workerd without flags of compatibility`,
    run: async () => {
      const [, code = ""] = /### Cloudflare Workers\n[\s\S]*?```javascript\n([\s\S]*?)```/.exec(pageOf(WORKERS)) ?? [];
      mkdirSync(folder, { recursive: true });
      const file = join(folder, "worker.mjs");
      writeFileSync(file, code);
      try {
        strictEqual(await askWorkerd("/", { entry: "../dist-examples/worker.mjs", flags: [], body: "abc" }), ABC);
      } finally {
        rmSync(file);
      }
    },
  },
  {
    name: "the README and the documentation of every function and method have examples",
    run: async () => {
      if (programsOf("README.md").length === 0) throw new Error("the README has no example");
      const missing = await withoutExample();
      if (missing.length > 0) throw new Error(`these have no example: ${missing.join(", ")}`);
    },
  },
];

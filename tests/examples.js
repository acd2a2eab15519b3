// Runs every example that the documentation shows: the JavaScript blocks of the pages as whole programs, and the
// examples of each function with the results that stand behind them.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { root } from "../js/build/run.js";
import { RUNTIMES, runScript } from "./runtimes.js";

const PAGES = [
  "README.md",
  "js/README.md",
  "CONTRIBUTING.md",
  "docs/architecture.md",
  "docs/runtimes.md",
  "tests/README.md",
];
const ENTRIES = ["math", "hash", "image", "../backend"];
// Inside the workspace, so that `import "oxbridge"` finds the package.
const folder = join(root, "tests", "dist-examples");

/** The programs of a page. @param {string} page */
const programsOf = (page) =>
  [...readFileSync(join(root, page), "utf8").matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code);

/**
 * The examples in a module's documentation: each line `call; // result` is a claim.
 *
 * @param {string} entry
 */
function claimsOf(entry) {
  const source = readFileSync(join(root, "js", "src", "entries", `${entry}.js`), "utf8");
  const blocks = source.matchAll(/@example <caption>(.*?)<\/caption>\n((?: \* (?!@).*\n)+)/g);
  return [...blocks].map(([, caption, lines]) => ({ caption, code: lines.replace(/^ \* ?/gm, "") }));
}

/**
 * A program that checks the claims of an example. A result that ends in "..." is given by its beginning.
 *
 * @param {string} entry
 * @param {string} code
 */
function programOf(entry, code) {
  const name = entry === "../backend" ? "backend" : entry;
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
import * as all from "oxbridge/${name}";
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

export const checks = [
  ...PAGES.flatMap((page) =>
    programsOf(page).map((code, index) => ({
      name: `${page}: JavaScript example ${index + 1} runs`,
      run: async () => {
        await runProgram("page", code);
      },
    })),
  ),
  ...ENTRIES.flatMap((entry) =>
    claimsOf(entry).map(({ caption, code }) => ({
      name: `${entry.replace("../", "")}: "${caption}" gives what it says`,
      run: async () => {
        const { stdout } = await runProgram("claim", programOf(entry, code));
        for (const line of stdout.trim().split("\n")) {
          const { shown, text } = JSON.parse(line);
          if (!agrees(shown, text)) throw new Error(`it gives ${shown}, but says ${text}`);
        }
      },
    })),
  ),
  {
    name: "the README and the documentation of every function have examples",
    run: () => {
      if (programsOf("README.md").length === 0) throw new Error("the README has no example");
      for (const entry of ENTRIES) if (claimsOf(entry).length === 0) throw new Error(`${entry} has no example`);
    },
  },
];

// The command `conformance`: its answers, and what it makes of a module of somebody's own.

import { deepStrictEqual, match, strictEqual } from "node:assert";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../js/build/run.js";
import { onTerminal } from "./process/terminal.js";
import { findChromium } from "./runners/site.js";
import { execute, RUNTIMES } from "./runtimes.js";

const COMMAND = join(root, "tests", "bin", "conformance.js");
const folder = mkdtempSync(join(tmpdir(), "oxbridge-subjects-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/**
 * Runs the command in a folder of its own.
 *
 * @param {string[]} args
 * @param {{ runtime?: import("./runtimes.js").Runtime, command?: string }} [how]
 */
const run = (args, { runtime = RUNTIMES.node26, command = COMMAND } = {}) =>
  execute(runtime.command, [...runtime.args, command, ...args], { cwd: folder });

/** A module of somebody's own. @type {(name: string, text: string) => string} */
function moduleOf(name, text) {
  writeFileSync(join(folder, name), text);
  return name;
}

/**
 * What is said to arguments that are wrong, and to a question.
 *
 * @type {[name: string, args: string[], code: number, says: RegExp][]}
 */
const ANSWERS = [
  [
    "--help lists the subjects, the runtimes and the exit codes",
    ["--help"],
    0,
    /bun, webcrypto[\s\S]*node24[\s\S]*Exit codes/,
  ],
  ["no subject", [], 2, /--subject is missing/],
  [
    "a subject that is nearly right",
    ["--subject", "nobel"],
    2,
    /no subject "nobel", and no file .*did you mean noble\?/,
  ],
  ["a backend that is nearly right", ["--subject", "oxbridge\\nap"], 2, /did you mean oxbridge\/napi/],
  ["a subject like none", ["--subject", "noble,"], 2, /no subject "".*there is node:crypto, node:zlib/],
  [
    "a runtime that is nearly right",
    ["--subject", "noble", "--runtime", "dino"],
    2,
    /no "dino" here; did you mean deno\?/,
  ],
  ["an option that is not known", ["--subjects", "noble"], 2, /--subjects/],
  ["what is no option", ["--subject", "noble", "bun"], 2, /bun/],
  ["a file that cannot be written", ["--subject", "noble", "--html", "no/x"], 2, /--html: "no\/x" cannot be written/],
  [
    "a subject that the runtime lacks",
    ["--subject", "bun"],
    2,
    /bun in node .*: not there, because this runtime is not/,
  ],
];

/**
 * Modules that are wrong in several ways, and what is said of each.
 *
 * @type {Record<string, { text: string, code: number, says: RegExp }>}
 */
const MODULES = {
  "a module that is wrong for messages of 8 bytes": {
    text: `import { createHash } from "node:crypto";
      export const sha256 = (data, options) => {
        if (options !== undefined) throw Object.assign(new Error("no options"), { name: "Lacks" });
        return createHash("sha256").update(data.length === 8 ? "" : data).digest("hex");
      };`,
    code: 1,
    says: /sha256 +\d+ +✗ \d+ wrong[\s\S]*lacks, with[\s\S]*WRONG in .*:\n {2}sha256 NIST 64 bits\n {4}gave "string/,
  },
  "a module that ends its process": {
    text: `export const sha256 = (data) => process.exit(3);`,
    code: 1,
    says: /ENDED: the process ended with 3/,
  },
  "a module whose promises never end": {
    text: `export const promises = { sha256: () => new Promise(() => {}) };`,
    code: 1,
    says: /ENDED: the process ended with \d+, after at least \d+ of \d+ cases/,
  },
  "a module that cannot be read": { text: `export const sha256 = (`, code: 2, says: /CANNOT BE LOADED: SyntaxError/ },
  "a module that needs what is not there": {
    text: `import "a-package-that-is-not-there";`,
    code: 2,
    says: /CANNOT BE LOADED: .*a-package-that-is-not-there/,
  },
};

const FIBONACCI = `export function fibonacci(n) {
  let [number, next] = [0n, 1n];
  for (let i = 0; i < n; i++) [number, next] = [next, number + next];
  return number;
}`;

/**
 * Where browsers are, and what the system says of itself.
 *
 * @type {[where: string, path: string[], system: (folder: string) => import("./runners/on-path.js").System][]}
 */
const BROWSERS = [
  ["on the PATH", ["google-chrome"], (PATH) => ({ platform: "linux", env: { PATH } })],
  ["on the PATH of Windows", ["chrome.exe"], (PATH) => ({ platform: "win32", env: { PATH } })],
  ...["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].map((variable) => {
    const path = ["Google", "Chrome", "Application", "chrome.exe"];
    const system = (/** @type {string} */ folder) => ({
      platform: "win32",
      env: { PATH: "/nowhere", [variable]: folder },
    });
    return /** @type {(typeof BROWSERS)[number]} */ ([`where ${variable} of Windows is`, path, system]);
  }),
];

/** @type {import("./report.js").Check[]} */
export const commandChecks = [
  ...BROWSERS.map(([where, path, system]) => ({
    name: `a browser is found ${where}`,
    run: () => {
      const place = mkdtempSync(join(folder, "browser-"));
      const file = join(place, ...path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, "");
      strictEqual(findChromium(system(place)), file);
    },
  })),
  ...ANSWERS.map(([name, args, code, says]) => ({
    name: `the command answers ${name}`,
    run: async () => {
      const { code: actual, stdout, stderr } = await run(args);
      match(`${stdout}${stderr}`, says);
      strictEqual(actual, code);
    },
  })),
  ...Object.entries(MODULES).map(([name, { text, code, says }], index) => ({
    name: `the command catches ${name}`,
    run: async () => {
      const { code: actual, stdout, stderr } = await run(["--subject", moduleOf(`wrong-${index}.mjs`, text)]);
      match(stdout, says);
      deepStrictEqual([actual, stderr], [code, ""]);
    },
  })),
  {
    name: "the command writes all that it found, as JSON and as a page, and ends with 0",
    run: async () => {
      const args = ["--subject", "node:zlib", "--runtime", "bun,node24", "--json", "all.json", "--html", "all.html"];
      const { code, stdout } = await run(args);
      strictEqual(code, 0);
      match(stdout, /node:zlib in bun [\d.]+: has 16, lacks \d+, nothing is wrong/);
      const { format, columns } = JSON.parse(readFileSync(join(folder, "all.json"), "utf8"));
      const states = columns.map((/** @type {any} */ { subject, state }) => `${subject} ${state}`);
      const expected = ["node:zlib ran", "node:zlib ran"];
      deepStrictEqual([format, states], [1, expected]);
      const page = readFileSync(join(folder, "all.html"), "utf8");
      match(
        page,
        /^<!doctype html>[\s\S]*<th>node:zlib<small>node 24[\s\S]*<tr class="row"><th>crc32<\/th>[\s\S]*<\/html>\n$/,
      );
      if (/https?:/.test(page)) throw new Error("the page needs something from elsewhere");
    },
  },
  ...[RUNTIMES.bun, RUNTIMES.deno].map((runtime) => ({
    name: `the command runs in ${runtime.id}, and so does the subject where nothing else is said`,
    run: async () => {
      const { code, stdout } = await run(["--subject", moduleOf("broken.mjs", "export const")], { runtime });
      match(stdout, new RegExp(`broken.mjs in ${runtime.id} [\\d.]+: CANNOT BE LOADED`));
      strictEqual(code, 2);
    },
  })),
  {
    name: "the command says on a terminal how far it is, and takes that away",
    run: async () => {
      const { command, args } = RUNTIMES.node26;
      const file = join(folder, moduleOf("little.mjs", FIBONACCI));
      const { text, code } = await onTerminal(command, [...args, COMMAND, "--subject", file]);
      match(text, /\r.*little\.mjs in node: \d+ of \d+\r.*\rConformance to Oxbridge [\s\S]* ✓ 94\n/);
      strictEqual(code, 0);
    },
  },
];

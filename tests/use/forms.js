// The override in the form of each package manager: what becomes of each file, for each choice.

import { deepStrictEqual } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../js/build/run.js";
import { VERSION } from "../../js/src/interface.js";
import { same } from "../process/children.js";
import { execute } from "../runtimes.js";
import { filesOf, makeProject, PLAIN, use } from "./projects.js";

/** @typedef {import("./projects.js").Files} Files */

const VALUES = /** @type {const} */ ({
  napi: `npm:@oxbridge/native@${VERSION}`,
  neon: `npm:@oxbridge/neon@${VERSION}`,
  cabi: `npm:@oxbridge/cabi@${VERSION}`,
  wasm: `npm:@oxbridge/none@${VERSION}`,
});
const { neon } = VALUES;

/** @type {(field: string, entries: string) => string} a manifest with overrides */
const manifest = (field, entries) => PLAIN.replace(/\n\}\n$/, `,\n  "${field}": {\n${entries}\n  }\n}\n`);
/** @type {(value: string) => string} */
const inField = (value) => `    "@oxbridge/native": "${value}"`;
/** @type {(value: string) => string} */
const inPnpm = (value) => manifest("pnpm", `    "overrides": {\n      "@oxbridge/native": "${value}"\n    }`);
/** @type {(value: string) => string} */
const inYaml = (value) => `overrides:\n  '@oxbridge/native': ${value}\n`;

/**
 * How each package manager is known, what it has installed before, and the file with an override.
 *
 * @type {Record<string, { files: Files, file: string, form: (value: string) => string, next: string, back: string }>}
 */
const MANAGERS = {
  npm: {
    files: { "package-lock.json": "{}" },
    file: "package.json",
    form: (value) => manifest("overrides", inField(value)),
    next: "npm install",
    back: "npm install",
  },
  pnpm: {
    files: { "pnpm-lock.yaml": "" },
    file: "pnpm-workspace.yaml",
    form: inYaml,
    next: "pnpm install",
    back: "pnpm dedupe",
  },
  yarn: {
    files: { "yarn.lock": "# yarn lockfile v1\n" },
    file: "package.json",
    form: (value) => manifest("resolutions", inField(value)),
    next: "yarn install",
    back: "yarn upgrade oxbridge",
  },
  bun: {
    files: { "bun.lock": "{}" },
    file: "package.json",
    form: (value) => manifest("overrides", inField(value)),
    next: "bun install",
    back: "bun install",
  },
  deno: {
    files: { "deno.lock": "{}" },
    file: "package.json",
    form: (value) => manifest("overrides", inField(value)),
    next: "deno install",
    back: "deno install",
  },
};

/**
 * A change: from one text of a file to another, which `undefined` says is not there.
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {Files} files the others of the project
 * @property {string} file
 * @property {string | undefined} from
 * @property {string} choice
 * @property {string | undefined} to
 */

/** @type {Row[]} */
const fromNothing = Object.entries(MANAGERS).flatMap(([manager, { files, file, form }]) =>
  Object.entries(VALUES).flatMap(([choice, value]) => {
    const plain = { "package.json": PLAIN, ...files };
    const from = /** @type {Files} */ (plain)[file];
    const common = { files: plain, file };
    return [
      { ...common, name: `${manager}: ${choice} is written where nothing was`, from, choice, to: form(value) },
      {
        ...common,
        name: `${manager}: auto takes ${choice} away, and what is empty then`,
        from: form(value),
        choice: "auto",
        to: from,
      },
      {
        ...common,
        name: `${manager}: ${choice} replaces another override`,
        from: form("1.2.3"),
        choice,
        to: form(value),
      },
    ];
  }),
);

const OTHERS = `    "left-pad": "1.3.0",\n    "foo": { "bar": "2.0.0" }`;

/** @type {Row[]} */
const inJson = [
  {
    name: "an entry joins others, which stay as they are",
    from: manifest("overrides", OTHERS),
    to: manifest("overrides", `${OTHERS},\n${inField(neon)}`),
  },
  {
    name: "an entry is replaced between others",
    from: manifest("overrides", `${inField("0.0.1")},\n${OTHERS}`),
    to: manifest("overrides", `${inField(neon)},\n${OTHERS}`),
  },
  {
    name: "an override that is an object is replaced",
    from: manifest("overrides", `    "@oxbridge/native": { ".": "0.0.1", "x": "1" }`),
    to: manifest("overrides", inField(neon)),
  },
  {
    name: "an entry joins an empty object",
    from: manifest("overrides", "").replace("{\n\n  }", "{}"),
    to: manifest("overrides", inField(neon)),
  },
  {
    name: "a file on one line stays on one line",
    from: '{"name":"x"}',
    to: `{"name":"x","overrides":{"@oxbridge/native":"${neon}"}}`,
  },
  {
    name: "an empty file of JSON gets its first entry",
    from: "{}",
    to: `{\n  "overrides": {\n    "@oxbridge/native": "${neon}"\n  }\n}`,
  },
  { name: "a byte order mark stays", from: `\uFEFF${PLAIN}`, to: `\uFEFF${manifest("overrides", inField(neon))}` },
  {
    name: "brackets and quotes in strings are no structure",
    from: '{\n    "name": "}{\\",[\\\\",\n    "overrides": { "a": "}" }\n}',
    to: `{\n    "name": "}{\\",[\\\\",\n    "overrides": { "a": "}", "@oxbridge/native": "${neon}" }\n}`,
  },
].map((row) => ({ ...row, files: MANAGERS.npm.files, file: "package.json", choice: "neon" }));

/** @type {Row[]} */
const takenAway = [
  {
    name: "auto leaves the overrides that stand before the entry",
    from: manifest("overrides", `${OTHERS},\n${inField(neon)}`),
    to: manifest("overrides", OTHERS),
  },
  {
    name: "auto leaves the overrides that stand behind the entry",
    from: manifest("overrides", `${inField(neon)},\n${OTHERS}`),
    to: manifest("overrides", OTHERS),
  },
  {
    name: "auto leaves an empty object where there was nothing else",
    from: `{"overrides":{"@oxbridge/native":"1"}}`,
    to: "{}",
  },
].map((row) => ({ ...row, files: MANAGERS.npm.files, file: "package.json", choice: "auto" }));

const WORKSPACE = `# what is a part
packages:
- "packages/*" # each folder

catalog:
  react: ^19.0.0

overrides: # pinned
  # because of a bug
  "left-pad": '1.3.0' # see there
  foo@1>bar: "2.0.0"
`;
const QUOTED = `  "@oxbridge/native": ${neon}\n`;

/** @type {Row[]} */
const yaml = [
  { name: "an entry joins others, and comments stay", from: WORKSPACE, to: WORKSPACE + QUOTED },
  {
    name: "overrides are added behind other settings, apart as these are",
    from: WORKSPACE.slice(0, WORKSPACE.indexOf("\noverrides")),
    to: `${WORKSPACE.slice(0, WORKSPACE.indexOf("overrides"))}overrides:\n${QUOTED.replaceAll('"', "'")}`,
  },
  {
    name: "an entry is replaced in its own quotes, and its comment stays",
    from: `${WORKSPACE}  '@oxbridge/native': "0.0.1"  # why\nlast: 1`,
    to: `${WORKSPACE}  '@oxbridge/native': "${neon}"  # why\nlast: 1`,
  },
  {
    name: "an entry joins before the settings that follow",
    from: "overrides:\n    a: 1.0.0\n\nnext:\n  - x\n",
    to: `overrides:\n    a: 1.0.0\n    '@oxbridge/native': ${neon}\n\nnext:\n  - x\n`,
  },
  {
    name: "overrides without any get their first",
    from: "overrides:\nnext: true\n",
    to: `${inYaml(neon)}next: true\n`,
  },
  {
    name: "a last line without an end stays so",
    from: "packages:\n  - x",
    to: `packages:\n  - x\n${inYaml(neon).trimEnd()}`,
  },
  { name: "a document's begin stays", from: "---\npackages: [a]\n", to: `---\npackages: [a]\n${inYaml(neon)}` },
  { name: "a file of comments gets its first setting", from: "# none yet\n", to: `# none yet\n${inYaml(neon)}` },
  { name: "auto leaves comments and other overrides", choice: "auto", from: WORKSPACE + QUOTED, to: WORKSPACE },
  {
    name: "auto leaves the comments of overrides that are empty then",
    choice: "auto",
    from: `packages: []\n\noverrides: # pinned\n  # why\n${QUOTED}`,
    to: "packages: []\n\n# pinned\n  # why\n",
  },
  {
    name: "auto takes away what was apart",
    choice: "auto",
    from: `a: 1\n\nb: 2\n\n${inYaml(neon)}`,
    to: "a: 1\n\nb: 2\n",
  },
  {
    name: "auto leaves a last line without an end",
    choice: "auto",
    from: `a: 1\n${inYaml(neon).trimEnd()}`,
    to: "a: 1",
  },
].map((row) => ({
  choice: "neon",
  ...row,
  files: { "package.json": PLAIN, ...MANAGERS.pnpm.files },
  file: "pnpm-workspace.yaml",
}));

/** Which of its two files pnpm reads. @type {[name: string, manager: string | undefined, isOld: boolean][]} */
const VERSIONS = [
  ["pnpm of unknown version keeps overrides in package.json where they are", undefined, true],
  ["pnpm 9 has overrides in package.json", "pnpm@9.15.0", true],
  ["pnpm 10 keeps overrides in package.json where they are", "pnpm@10.20.0", true],
  ["pnpm 11 reads overrides of pnpm-workspace.yaml alone", "pnpm@11.2.0", false],
];

/** @type {Row[]} */
const versions = VERSIONS.map(([name, packageManager, isOld]) => {
  const said = (/** @type {string} */ text) =>
    packageManager ? text.replace('"files"', `"packageManager": "${packageManager}",\n  "files"`) : text;
  const old = said(inPnpm("1.2.3"));
  const files = { "package.json": old, ...MANAGERS.pnpm.files };
  if (isOld) return { name, files, file: "package.json", from: old, choice: "neon", to: said(inPnpm(neon)) };
  return { name, files, file: "pnpm-workspace.yaml", from: undefined, choice: "neon", to: inYaml(neon) };
});

/** @type {Row[]} */
const particular = [
  {
    name: "pnpm 10.4 gets its first overrides in package.json",
    files: {},
    file: "package.json",
    from: PLAIN.replace("program", 'x", "packageManager": "pnpm@10.4.1'),
    choice: "neon",
    to: inPnpm(neon).replace("program", 'x", "packageManager": "pnpm@10.4.1'),
  },
  {
    name: "pnpm 10.5 gets its first overrides in pnpm-workspace.yaml",
    files: { "package.json": PLAIN.replace("program", 'x", "packageManager": "pnpm@10.5.1') },
    file: "pnpm-workspace.yaml",
    from: undefined,
    choice: "neon",
    to: inYaml(neon),
  },
  {
    name: "pnpm 9 gets its first overrides in package.json",
    files: {},
    file: "package.json",
    from: PLAIN.replace("program", 'x", "packageManager": "pnpm@9.1.0'),
    choice: "neon",
    to: inPnpm(neon).replace("program", 'x", "packageManager": "pnpm@9.1.0'),
  },
  {
    name: "pnpm with overrides in both files has the entry where pnpm 10 reads it",
    files: { "package.json": inPnpm("1.2.3"), ...MANAGERS.pnpm.files },
    file: "pnpm-workspace.yaml",
    from: "overrides:\n  a: 1.0.0\n",
    choice: "neon",
    to: `overrides:\n  a: 1.0.0\n  '@oxbridge/native': ${neon}\n`,
  },
  {
    name: "bun with resolutions and no overrides has the entry there, because overrides would switch them off",
    files: MANAGERS.bun.files,
    file: "package.json",
    from: manifest("resolutions", `    "a": "1.0.0"`),
    choice: "neon",
    to: manifest("resolutions", `    "a": "1.0.0",\n${inField(neon)}`),
  },
  {
    name: "npm's lockfile loses the slot's entries and nothing else",
    files: { "package.json": PLAIN },
    file: "package-lock.json",
    from: `{
  "packages": {
    "node_modules/@oxbridge/napi-x": { "version": "0.1.0" },
    "node_modules/@oxbridge/native": {
      "version": "0.1.0"
    },
    "node_modules/@oxbridge/native-other": {},
    "node_modules/a/node_modules/@oxbridge/native": {}
  }
}
`,
    choice: "neon",
    to: `{
  "packages": {
    "node_modules/@oxbridge/napi-x": { "version": "0.1.0" },
    "node_modules/@oxbridge/native-other": {}
  }
}
`,
  },
];

/** What npm's lockfile has in the slot, and whether that goes. @type {[name: string, entry: string, choice: string, goes: boolean][]} */
const LOCKED = [
  [
    "npm's lockfile with another package in the slot is corrected for an override that is there already",
    '"name": "@oxbridge/none"',
    "neon",
    true,
  ],
  ["npm's lockfile that has the package already stays", '"name": "@oxbridge/neon"', "neon", false],
  ["npm's lockfile that has napi stays for auto", '"version": "0.1.0"', "auto", false],
  ["npm's lockfile that has another package is corrected for auto", '"name": "@oxbridge/none"', "auto", true],
];

/** @type {Row[]} */
const locked = LOCKED.map(([name, entry, choice, goes]) => {
  const from = `{ "packages": { "": {}, "node_modules/@oxbridge/native": { ${entry} } } }`;
  const text = choice === "auto" ? PLAIN : manifest("overrides", inField(neon));
  return {
    name,
    files: { "package.json": text },
    file: "package-lock.json",
    from,
    choice,
    to: goes ? '{ "packages": { "": {} } }' : from,
  };
});

/** What Deno's lockfile has in the slot, and whether its specifier of oxbridge goes. @type {[name: string, slot: string, choice: string, goes: boolean][]} */
const LOCKED_BY_DENO = [
  [
    "Deno's lockfile with another package in the slot is corrected",
    "@oxbridge/native@npm:@oxbridge/none@0.1.0",
    "neon",
    true,
  ],
  ["Deno's lockfile without an alias in the slot is corrected", "@oxbridge/native", "neon", true],
  ["Deno's lockfile that has the package already stays", "@oxbridge/native@npm:@oxbridge/neon@0.1.0", "neon", false],
  ["Deno's lockfile that has napi stays for auto", "@oxbridge/native", "auto", false],
  [
    "Deno's lockfile that has another package is corrected for auto",
    "@oxbridge/native@npm:@oxbridge/none@0.1.0",
    "auto",
    true,
  ],
];

/** @type {Row[]} */
const lockedByDeno = LOCKED_BY_DENO.map(([name, slot, choice, goes]) => {
  const lock = (/** @type {string} */ specifiers) =>
    `{ "specifiers": { "npm:a@1": "1.0.0"${specifiers} }, "npm": { "oxbridge@0.1.0": { "optionalDependencies": ["${slot}"] } } }`;
  const from = lock(', "npm:oxbridge@*": "0.1.0"');
  const text = choice === "auto" ? PLAIN : manifest("overrides", inField(neon));
  return { name, files: { "package.json": text }, file: "deno.lock", from, choice, to: goes ? lock("") : from };
});

/** The same with lines of Windows, and JSON with tabs. @param {Row} row @returns {Row} */
function onWindows(row) {
  const convert = (/** @type {string | undefined} */ text) =>
    (row.file.endsWith(".json") ? text?.replaceAll("  ", "\t") : text)?.replaceAll("\n", "\r\n");
  return { ...row, name: `${row.name}, with CRLF and tabs`, from: convert(row.from), to: convert(row.to) };
}

const windows = [...inJson, ...takenAway, ...yaml, ...fromNothing.filter(({ from }) => from !== undefined)]
  .filter(({ from }) => from?.includes("\n"))
  .filter(({ file, to }) => file.endsWith(".json") || to !== undefined)
  .map(onWindows);

const rows = [
  ...fromNothing,
  ...inJson,
  ...takenAway,
  ...yaml,
  ...versions,
  ...particular,
  ...locked,
  ...lockedByDeno,
  ...windows,
];

/** @type {import("../report.js").Check[]} */
export const formChecks = [
  {
    name: "the override that docs/backends.md shows is what it writes for npm",
    run: async () => {
      const page = readFileSync(join(root, "docs", "backends.md"), "utf8");
      const [, shown] = /for npm it is:\n\n```json\n([\s\S]*?)```/.exec(page) ?? [];
      const folder = makeProject({ "package.json": PLAIN, "package-lock.json": "{}" });
      same((await use(folder, ["neon", "--yes"])).code, 0, "the exit code");
      const written = JSON.parse(filesOf(folder)["package.json"]);
      deepStrictEqual(JSON.parse(shown), { overrides: written.overrides });
    },
  },
  ...rows.map(({ name, files, file, from, choice, to }) => ({
    name,
    run: async () => {
      const before = { ...files, ...(from !== undefined && { [file]: from }) };
      if (from === undefined) delete (/** @type {Files} */ (before)[file]);
      const folder = makeProject(before);
      const shown = await use(folder, [choice]);
      same([shown.code, shown.stderr], [0, ""], "how it ended");
      deepStrictEqual(filesOf(folder), before, "nothing is written without --yes");
      const patched = makeProject(before);
      const changes = before[file] !== to;
      const { code, stderr } = !changes
        ? shown
        : await execute("git", ["apply", "--whitespace=nowarn", "-"], {
            cwd: patched,
            input: shown.stdout,
          });
      same([code, stderr], [0, ""], "git apply of what is shown");
      same((await use(folder, [choice, "--yes"])).code, 0, "the exit code");
      const after = filesOf(folder);
      same(after[file], to, file);
      deepStrictEqual(filesOf(patched), after, "the diff is what is written");
      const again = await use(folder, [choice, "--yes"]);
      same(again.code, 0, "the exit code of a second time");
      if (!/^Nothing to change: /.test(again.stdout)) throw new Error(`a second time it says ${again.stdout}`);
      deepStrictEqual(filesOf(folder), after, "a second time changes nothing");
    },
  })),
  ...Object.entries(MANAGERS).map(([manager, { files, file, form, next, back }]) => ({
    name: `${manager}: --json says what is there, what would be, and what to run`,
    run: async () => {
      const folder = makeProject({ "package.json": PLAIN, ...files });
      const said = async (/** @type {string[]} */ ...args) =>
        JSON.parse((await use(folder, [...args, "--json"])).stdout);
      const common = { manager, file: join(folder, file) };
      const none = { lockfile: null };
      deepStrictEqual(await said("neon"), { ...common, before: null, after: neon, written: false, next, ...none });
      deepStrictEqual(await said("neon", "--yes"), {
        ...common,
        before: null,
        after: neon,
        written: true,
        next,
        ...none,
      });
      same(readFileSync(join(folder, file), "utf8"), form(neon), file);
      deepStrictEqual(await said("neon", "-y"), {
        ...common,
        before: neon,
        after: neon,
        written: false,
        next: null,
        ...none,
      });
      deepStrictEqual(await said("auto", "-y"), {
        ...common,
        before: neon,
        after: null,
        written: true,
        next: back,
        ...none,
      });
    },
  })),
];

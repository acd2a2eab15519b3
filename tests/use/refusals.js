// What `oxbridge use` refuses: wrong arguments, and files that it cannot change safely. Nothing is written then.

import { deepStrictEqual } from "node:assert";
import { VERSION } from "../../js/src/interface.js";
import { matches, same } from "../process/children.js";
import { command, filesOf, makeProject, PLAIN, use } from "./projects.js";

/** Arguments, and what is said of them. @type {[string[], RegExp][]} */
const ARGUMENTS = [
  [[], /it needs a name: napi, neon, cabi, wasm, auto$/m],
  [["neno"], /there is no backend "neno"; there is napi, neon, cabi, wasm, auto$/m],
  [["wsam"], /there is no backend "wsam"; /],
  [["nean"], /there is no backend "nean"; did you mean neon\?$/m],
  [["constructor"], /there is no backend "constructor"; there is napi/],
  [["none"], /there is no backend "none"; there is napi/],
  [["neon", "wasm"], /it takes one name, but was given neon and wasm$/m],
  [["neon", "--jsn"], /there is no option --jsn; did you mean --json\?$/m],
  [["neon", "--constructor"], /there is no option --constructor$/m],
  [["neon", "-x"], /there is no option -x$/m],
  [["neon", "--manager"], /--manager needs a value, as in --manager npm$/m],
  [["neon", "--manager", "pmpm"], /there is no package manager "pmpm"; did you mean pnpm\?$/m],
  [["neon", "--cwd="], /--cwd needs a value, as in --cwd DIR$/m],
  [["neon", "--yes=no"], /--yes takes no value, but was given "no"$/m],
];

const VALUE = `npm:@oxbridge/neon@${VERSION}`;
const JSON_BY_HAND = `Write there:\n\n  "overrides": {\n    "@oxbridge/native": "${VALUE}"\n  }\n`;
const YAML_BY_HAND = `Write there:\n\noverrides:\n  '@oxbridge/native': ${VALUE}\n`;

/** Texts of package.json for npm, and what is said. @type {[name: string, text: string, says: RegExp, byHand?: string][]} */
const MANIFESTS = [
  [
    "overrides that are no object are refused",
    '{ "overrides": "x" }',
    /overrides is not an object; make it one, or remove it$/m,
    JSON_BY_HAND,
  ],
  [
    "a key that stands twice is refused",
    '{ "overrides": {}, "overrides": {} }',
    /it has the key "overrides" twice$/m,
    JSON_BY_HAND,
  ],
  [
    "an override inside another one, which may win, is named",
    '{ "overrides": { "oxbridge": { "@oxbridge/native": "1" } } }',
    /there is another override of @oxbridge\/native that may win: oxbridge > @oxbridge\/native; remove it, and try again$/m,
  ],
  [
    "an override of one version, which may win, is named",
    '{ "overrides": { "@oxbridge/native@0": "1" } }',
    /that may win: @oxbridge\/native@0; remove it/,
  ],
  [
    "a dependency on the slot, which npm does not override, is named",
    '{ "optionalDependencies": { "@oxbridge/native": "*" } }',
    /has @oxbridge\/native in optionalDependencies as "\*", and npm refuses another override of it; remove it there: oxbridge brings it$/m,
  ],
];

/** Texts of pnpm-workspace.yaml, and what is said. @type {[name: string, text: string, says: RegExp][]} */
const YAMLS = [
  [
    "overrides in flow style are refused",
    "overrides: { a: 1.0.0 }\n",
    /overrides in line 1 are not written one a line below it$/m,
  ],
  [
    "an empty flow is refused too",
    "a: 1\noverrides: {}\n",
    /overrides in line 2 are not written one a line below it$/m,
  ],
  ["an anchor at overrides is refused", "overrides: &all\n  a: 1.0.0\n", /overrides in line 1 are not/],
  [
    "an anchor at a value is refused",
    "overrides:\n  a: &v 1.0.0\n",
    /line 2 is written in a way that this command does not change$/m,
  ],
  ["a merge of other keys is refused", "x: &x\n  a: 1.0.0\noverrides:\n  <<: *x\n", /line 4 is written in a way/],
  ["a value on its own line is refused", "overrides:\n  a:\n    1.0.0\n", /line 2 is written in a way/],
  ["a nested value is refused", "overrides:\n  a: 1.0.0\n    b\n", /line 3 is written in a way/],
  ["a value that holds a key is refused", "overrides:\n  a: b: c\n", /line 2 is written in a way/],
  ["a block scalar is refused", "overrides:\n  a: >-\n    1.0.0\n", /line 2 is written in a way/],
  ["a list is refused", "overrides:\n  - a\n", /line 2 is written in a way/],
  ["a list at the margin is refused", "overrides:\n- a\n", /line 2 is written in a way/],
  ["a tab before a key is refused", "overrides:\n\ta: 1.0.0\n", /line 2 is written in a way/],
  ["escapes in a key are refused", 'overrides:\n  "\\u0040oxbridge/native": 1.0.0\n', /line 2 is written in a way/],
  ["a file in flow style is refused", "{ packages: [a] }\n", /line 1 is written in a way/],
  ["a second document is refused", "a: 1\n---\nb: 2\n", /line 2 is written in a way/],
  ["an end of the document is refused", "a: 1\n...\n", /line 2 is written in a way/],
  ["a directive is refused", "%YAML 1.2\n---\na: 1\n", /line 1 is written in a way/],
  ["overrides that stand twice are refused", "overrides:\noverrides:\n", /line 2 has overrides for a second time$/m],
  [
    "an entry that stands twice is refused",
    "overrides:\n  a: 1.0.0\n  'a': 2.0.0\n",
    /line 3 has a for a second time$/m,
  ],
];

/**
 * @param {string} name
 * @param {import("./projects.js").Files} files
 * @param {RegExp} says
 * @param {string} [byHand]
 * @returns {import("../report.js").Check}
 */
const refused = (name, files, says, byHand = "") => ({
  name,
  run: async () => {
    const folder = makeProject(files);
    const { code, stdout, stderr } = await use(folder, ["neon", "--yes"]);
    same([code, stdout], [2, ""], "how it ended");
    matches(stderr, says, "what it says");
    if (!stderr.endsWith(byHand)) throw new Error(`it should end with\n${byHand}\nbut says\n${stderr}`);
    deepStrictEqual(filesOf(folder), files, "nothing is written");
  },
});

/** @type {import("../report.js").Check[]} */
export const refusalChecks = [
  {
    name: "a wrong argument is named, with the way out, and the end is 2",
    run: async () => {
      const folder = makeProject({ "package.json": PLAIN, "package-lock.json": "{}" });
      for (const [args, says] of ARGUMENTS) {
        const { code, stdout, stderr } = await use(folder, args);
        same([code, stdout], [2, ""], `how ${args.join(" ")} ended`);
        matches(stderr, says, `what it says of ${args.join(" ")}`);
        matches(stderr, /^oxbridge use: .*\nTry oxbridge use --help\.\n$/, "its form");
      }
      const { code, stderr } = await command(folder, ["nean"]);
      same([code, /did you mean neon\?/.test(stderr)], [2, true], "the command");
    },
  },
  {
    name: "--help has every option, every name and the exit codes",
    run: async () => {
      const { code, stdout, stderr } = await command(makeProject({}), ["--help", "nonsense"]);
      same([code, stderr], [0, ""], "how it ended");
      for (const word of [
        "--yes",
        "--manager",
        "--cwd",
        "--json",
        "--help",
        "  napi",
        "  neon",
        "  cabi",
        "  wasm",
        "  auto",
      ]) {
        if (!stdout.includes(`${word} `)) throw new Error(`the help lacks ${word}`);
      }
      matches(stdout, /^Exit codes: 0 /m, "the help");
      const long = stdout.split("\n").filter((line) => line.length > 120);
      same(long, [], "lines that are too long");
    },
  },
  refused(
    "JSON with a syntax error is refused",
    { "package.json": '{ "name": "x", }', "package-lock.json": "{}" },
    /package\.json' is no JSON: .*JSON/,
    JSON_BY_HAND,
  ),
  refused(
    "a lockfile with a syntax error is refused",
    { "package.json": PLAIN, "package-lock.json": "{" },
    /package-lock\.json' is no JSON: .*; remove it, and npm install writes it again$/m,
  ),
  refused(
    "a lockfile of Deno in which another package brings oxbridge is refused",
    {
      "package.json": PLAIN,
      "deno.lock":
        '{ "npm": { "@a/b@1.0.0": { "dependencies": ["oxbridge"] }, "oxbridge@0.1.0": { "optionalDependencies": ["@oxbridge/native"] } } }',
    },
    /deno\.lock has @oxbridge\/native in the slot of the oxbridge that @a\/b brings; remove deno\.lock, and try again: /,
  ),
  ...MANIFESTS.map(([name, text, says, byHand]) =>
    refused(name, { "package.json": text, "package-lock.json": "{}" }, says, byHand),
  ),
  ...YAMLS.map(([name, text, says]) =>
    refused(name, { "package.json": PLAIN, "pnpm-lock.yaml": "", "pnpm-workspace.yaml": text }, says, YAML_BY_HAND),
  ),
  refused(
    "an override of pnpm for one dependant, which may win, is named",
    {
      "package.json": PLAIN,
      "pnpm-lock.yaml": "",
      "pnpm-workspace.yaml": "overrides:\n  oxbridge>@oxbridge/native: 1.0.0\n",
    },
    /that may win: oxbridge>@oxbridge\/native; remove it/,
  ),
  refused(
    "an override of Yarn, which pnpm reads too, is named",
    { "package.json": '{ "resolutions": { "@oxbridge/native": "1.0.0" } }', "pnpm-lock.yaml": "" },
    /that may win: resolutions > @oxbridge\/native; remove it/,
  ),
  refused(
    "another override is named where the own one is there already",
    {
      "package.json": `{ "resolutions": { "@oxbridge/native": "${VALUE}", "oxbridge/@oxbridge/native": "1" } }`,
      "yarn.lock": "",
    },
    /that may win: oxbridge\/@oxbridge\/native; remove it/,
  ),
  refused(
    "a project that has another version of oxbridge is refused",
    {
      "package.json": PLAIN,
      "package-lock.json": "{}",
      "node_modules/oxbridge/package.json": '{ "name": "oxbridge", "version": "0.0.1" }',
    },
    /has oxbridge 0\.0\.1, but this is the command of [\d.]+, whose slot would not fit; run the command that is installed there$/m,
  ),
];

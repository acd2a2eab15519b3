// Which project, which workspace and which package manager `oxbridge use` takes.

import { join } from "node:path";
import { matches, same } from "../process/children.js";
import { makeProject, PLAIN, use } from "./projects.js";

/** @typedef {import("./projects.js").Files} Files */

const INNER = "packages/inner";
const MEMBER = { [`${INNER}/package.json`]: PLAIN };
/** @param {object} fields */
const manifest = (fields) => JSON.stringify({ name: "root", ...fields });

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {Files} files
 * @property {string[]} [args]
 * @property {string} [agent]
 * @property {string} [cwd]
 * @property {string} manager
 * @property {string} file
 */

/** Lockfiles, one of each. @type {[string, string][]} */
const LOCKFILES = [
  ["package-lock.json", "npm"],
  ["npm-shrinkwrap.json", "npm"],
  ["pnpm-lock.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["deno.lock", "deno"],
];
/** @param {string} manager */
const fileOf = (manager) => (manager === "pnpm" ? "pnpm-workspace.yaml" : "package.json");

/** @type {Row[]} */
const rows = [
  ...LOCKFILES.map(([lockfile, manager]) => ({
    name: `${lockfile} says ${manager}`,
    files: { "package.json": PLAIN, [lockfile]: ["npm", "deno"].includes(manager) ? "{}" : "" },
    manager,
    file: fileOf(manager),
  })),
  ...["npm", "pnpm", "yarn", "bun", "deno"].flatMap(
    (manager) =>
      /** @type {Row[]} */ ([
        {
          name: `the environment says ${manager} where nothing else does`,
          files: { "package.json": PLAIN },
          agent: `${manager}/11.0.0 npm/? node/v24.0.0 linux x64`,
          manager,
          file: fileOf(manager),
        },
        {
          name: `packageManager says ${manager}, whatever the lockfile and the environment say`,
          files: {
            "package.json": manifest({ packageManager: `${manager}@11.0.0+sha512.abc` }),
            "yarn.lock": "",
            "package-lock.json": "{}",
          },
          agent: "npm/11.0.0 node/v24.0.0 linux x64",
          manager,
          file: fileOf(manager),
        },
        {
          name: `--manager says ${manager}, whatever packageManager says`,
          files: { "package.json": manifest({ packageManager: "yarn@4.0.0" }), "package-lock.json": "{}" },
          args: ["--manager", manager],
          manager,
          file: fileOf(manager),
        },
      ]),
  ),
  {
    name: "--manager is taken where packageManager says one that is not known",
    files: { "package.json": manifest({ packageManager: "vlt@1.0.0" }) },
    args: ["--manager", "npm"],
    manager: "npm",
    file: "package.json",
  },
  {
    name: "devEngines says the package manager too",
    files: {
      "package.json": manifest({ devEngines: { packageManager: { name: "yarn" } } }),
      "package-lock.json": "{}",
    },
    manager: "yarn",
    file: "package.json",
  },
  {
    name: "of a list in devEngines the first package manager is taken",
    files: {
      "package.json": manifest({ devEngines: { packageManager: [{ name: "yarn" }, { name: "npm" }] } }),
      "package-lock.json": "{}",
    },
    manager: "yarn",
    file: "package.json",
  },
  ...[
    ["9.0.0", "package.json"],
    ["11.2.0", "pnpm-workspace.yaml"],
    [">=9", "pnpm-workspace.yaml"],
  ].map(([version, file]) => ({
    name: `pnpm ${version} in devEngines reads overrides in ${file}`,
    files: { "package.json": manifest({ devEngines: { packageManager: { name: "pnpm", version } } }) },
    manager: "pnpm",
    file,
  })),
  {
    name: "a lockfile says more than the environment",
    files: { "package.json": PLAIN, "yarn.lock": "" },
    agent: "npm/11.0.0 node/v24.0.0 linux x64",
    manager: "yarn",
    file: "package.json",
  },
  {
    name: "pnpm-workspace.yaml says pnpm, to npx too",
    files: { "package.json": PLAIN, "pnpm-workspace.yaml": "" },
    agent: "npm/11.0.0 node/v24.0.0 linux x64",
    manager: "pnpm",
    file: "pnpm-workspace.yaml",
  },
  ...["npm", "yarn", "bun"].map((manager) => ({
    name: `${manager}: a part of a workspace leads to the root`,
    files: {
      "package.json": manifest({ workspaces: ["./packages/*/"], packageManager: `${manager}@4.0.0` }),
      ...MEMBER,
    },
    cwd: INNER,
    manager,
    file: "package.json",
  })),
  {
    name: "the lockfile of the root says the package manager of a part",
    files: { "package.json": manifest({ workspaces: { packages: ["packages/**"] } }), "bun.lock": "", ...MEMBER },
    cwd: INNER,
    manager: "bun",
    file: "package.json",
  },
  {
    name: "braces in the list of a workspace are alternatives",
    files: { "package.json": manifest({ workspaces: ["{apps,packages}/inn?r"] }), "yarn.lock": "", ...MEMBER },
    cwd: INNER,
    manager: "yarn",
    file: "package.json",
  },
  {
    name: "pnpm: a part of a workspace leads to the root",
    files: {
      "package.json": manifest({}),
      "pnpm-lock.yaml": "",
      "pnpm-workspace.yaml": "packages: ['packages/*']\n",
      ...MEMBER,
    },
    cwd: INNER,
    manager: "pnpm",
    file: "pnpm-workspace.yaml",
  },
  {
    name: "a folder that the workspace does not list is a project of its own",
    files: { "package.json": manifest({ workspaces: ["packages/*", "!packages/inner"] }), "yarn.lock": "", ...MEMBER },
    args: ["--manager", "npm"],
    cwd: INNER,
    manager: "npm",
    file: `${INNER}/package.json`,
  },
  {
    name: "a lockfile of its own makes a project inside a workspace of pnpm another one's",
    files: {
      "package.json": manifest({}),
      "pnpm-lock.yaml": "",
      "pnpm-workspace.yaml": "",
      [`${INNER}/package-lock.json`]: "{}",
      ...MEMBER,
    },
    cwd: INNER,
    manager: "npm",
    file: `${INNER}/package.json`,
  },
  {
    name: "a folder without a manifest belongs to the project above",
    files: { "package.json": PLAIN, "package-lock.json": "{}", "src/deep/x.js": "" },
    cwd: "src/deep",
    manager: "npm",
    file: "package.json",
  },
  ...Object.entries({
    "deno.json": '{ "workspace": ["./packages/inner"] }',
    "deno.jsonc": '{ // "{" is no end\n "workspace": { "members": ["packages/*", /* all */ ], }, }',
  }).flatMap(([config, text]) => [
    {
      name: `deno: the workspace in ${config} leads to the root, which has the overrides`,
      files: { [config]: text, "package.json": manifest({}), "deno.lock": "{}", ...MEMBER },
      agent: "npm/11.0.0 node/v24.0.0 linux x64",
      cwd: INNER,
      manager: "deno",
      file: "package.json",
    },
    {
      name: `deno: a member without a package.json has the overrides of the root too, by ${config} and no lockfile`,
      files: { [config]: text, "package.json": manifest({}), [`${INNER}/deno.json`]: "{}" },
      cwd: INNER,
      manager: "deno",
      file: "package.json",
    },
  ]),
  {
    name: "what Deno lists is no workspace of others",
    files: { "deno.json": '{ "workspace": ["packages/inner"] }', "package.json": manifest({}), ...MEMBER },
    args: ["--manager", "npm"],
    cwd: INNER,
    manager: "npm",
    file: `${INNER}/package.json`,
  },
  {
    name: "a folder that Deno does not list is a project of its own",
    files: { "deno.json": '{ "workspace": ["packages/other"] }', "package.json": manifest({}), ...MEMBER },
    args: ["--manager", "deno"],
    cwd: INNER,
    manager: "deno",
    file: `${INNER}/package.json`,
  },
  {
    name: "deno.json beside a package.json changes nothing",
    files: { "package.json": PLAIN, "deno.json": "{}", "deno.lock": "{}", "package-lock.json": "{}" },
    manager: "npm",
    file: "package.json",
  },
];

/** Where there is no answer: the files, and what is said. @type {{ name: string, files: Files, args?: string[], cwd?: string, says: RegExp }[]} */
const WITHOUT = [
  {
    name: "nothing says the package manager",
    files: { "package.json": PLAIN },
    says: /nothing says which package manager .* has: .*; say it with --manager npm\|pnpm\|yarn\|bun\|deno$/m,
  },
  {
    name: "two lockfiles of different package managers are no answer",
    files: { "package.json": PLAIN, "package-lock.json": "{}", "yarn.lock": "" },
    says: /has package-lock\.json and yarn\.lock, of different package managers; say which one holds with --manager npm\|yarn, or in package\.json with "packageManager"$/m,
  },
  {
    name: "a package manager that is not known is named",
    files: { "package.json": manifest({ packageManager: "vlt@1.0.0" }) },
    says: /package\.json' has the package manager "vlt", whose overrides this command does not know; say another one with --manager, or choose with OXBRIDGE_BACKEND$/m,
  },
  {
    name: "a project of Deno alone has no overrides",
    files: { "deno.json": "{}" },
    says: /is a project of Deno without a package\.json, and has no overrides\. Choose there with OXBRIDGE_BACKEND, .* or with an import such as oxbridge\/neon$/m,
  },
  {
    name: "a workspace of Deno whose root has no package.json has no overrides, whatever its members have",
    files: { "deno.json": '{ "workspace": ["packages/inner"] }', ...MEMBER },
    cwd: INNER,
    says: /\w' is a project of Deno without a package\.json, and has no overrides\. Choose there with OXBRIDGE_BACKEND/m,
  },
  {
    name: "a folder that is not there is named",
    files: { "package.json": PLAIN },
    args: ["--cwd", "/none/such"],
    says: /--cwd is \/none\/such, but there is no such folder$/m,
  },
  {
    name: "a folder that is in no project is named",
    files: {},
    says: /there is no package\.json in .* or above; go to your project, or name it with --cwd$/m,
  },
  {
    name: "the manifest of a workspace that is no JSON is named",
    files: { "package.json": "{,}", ...MEMBER },
    cwd: INNER,
    says: /package\.json' cannot be read: .*JSON/,
  },
];

/** @type {import("../report.js").Check[]} */
export const projectChecks = [
  ...rows.map(({ name, files, args = [], agent, cwd = ".", manager, file }) => ({
    name,
    run: async () => {
      const folder = makeProject(files);
      const where = ["--cwd", join(folder, cwd)];
      const { code, stdout, stderr } = await use(folder, ["neon", "--json", ...args, ...where], { agent });
      same([code, stderr], [0, ""], "how it ended");
      const report = JSON.parse(stdout);
      same([report.manager, report.file], [manager, join(folder, file)], "the package manager and its file");
    },
  })),
  ...WITHOUT.map(({ name, files, args, cwd = ".", says }) => ({
    name,
    run: async () => {
      const folder = makeProject(files);
      const { code, stdout, stderr } = await use(folder, ["neon", "--yes", ...(args ?? ["--cwd", join(folder, cwd)])]);
      same([code, stdout], [2, ""], "how it ended");
      matches(stderr, says, "what it says");
    },
  })),
];

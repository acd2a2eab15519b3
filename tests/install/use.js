// What is installed after `oxbridge use`, and who answers then, with each package manager.

import { deepStrictEqual, strictEqual } from "node:assert";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../../js/bin/doctor/manager.js";
import { hostPlatform } from "../../js/build/platforms.js";
import { root } from "../../js/build/run.js";
import { COMMAND } from "../command/beside.js";
import { packages, temporaryFolder } from "../packages/installed.js";
import { execute } from "../runtimes.js";
import { MANAGER_IDS, MANAGERS } from "./managers.js";
import { Project } from "./project.js";
import { answered, refused } from "./seen.js";

const { name: triple } = hostPlatform();
const KOFFI = ["@koromix/koffi-linux-x64", "koffi"];

/** @type {Promise<string[]> | undefined} */
let archives;
/** All packages, and koffi, which nobody must install who is not told to. */
const withKoffi = () => (archives ??= packWithKoffi());

async function packWithKoffi() {
  const folder = temporaryFolder();
  const paths = KOFFI.map((name) => join(root, "node_modules", name));
  const words = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder, ...paths];
  const packed = JSON.parse(execFileSync("npm", words, { encoding: "utf8", stdio: "pipe" }));
  const koffi = packed.map((/** @type {{ filename: string }} */ { filename }) => join(folder, filename));
  return [...(await packages()).map(({ file }) => file), ...koffi];
}

/**
 * The binaries of Oxbridge in a folder.
 *
 * @param {string} folder
 */
const binariesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /(?:oxbridge-\w+\.node|liboxbridge\.so)$/.test(path),
  );

/**
 * What the doctor of a project says.
 *
 * @param {Project} project
 */
const examined = async (project) =>
  JSON.parse(await project.shell(runCommand({ name: project.manager.known }, "doctor --json")));

const EMPTY =
  /^@oxbridge\/native holds none: it is @oxbridge\/none, the slot without a binary, and oxbridge use puts another one there$/;
const NEITHER = /neon: @oxbridge\/native holds none: [^;]*, @oxbridge\/neon is not installed$/;
const NO_KOFFI = /Node 24\.\S+ calls C through the package koffi, which cannot be loaded .*; npm install koffi$/;

/**
 * Who answers after each choice, and why the others do not.
 *
 * @type {Record<string, (project: Project) => Promise<void>>}
 */
const ANSWERS = {
  wasm: async (project) => {
    const { folder } = project;
    answered(await project.firstProgram(), folder, "wasm", { napi: EMPTY });
    refused(await project.firstProgram({ env: { OXBRIDGE_BACKEND: "neon" } }), NEITHER);
  },
  neon: async (project) => {
    const reasons = { napi: /^@oxbridge\/native holds neon$/, wasm: /^neon comes first$/ };
    answered(await project.firstProgram(), project.folder, "neon", reasons);
    const { choice, slot, manager } = await examined(project);
    deepStrictEqual([choice.rule, choice.order], ["override", ["neon", "wasm"]]);
    deepStrictEqual([slot.package, manager.name], ["@oxbridge/neon", project.manager.known]);
  },
  cabi: async (project) => {
    const { folder, manager } = project;
    const reasons = { napi: /^@oxbridge\/native holds cabi$/, wasm: /^cabi comes first$/ };
    answered(await project.firstProgram({ runtime: manager.newest }), folder, "cabi", reasons);
    if (manager.newest === manager.runtime) return;
    answered(await project.firstProgram(), folder, "wasm", { cabi: NO_KOFFI });
    refused(await project.firstProgram({ env: { OXBRIDGE_BACKEND: "cabi" } }), NO_KOFFI);
    if (manager.known !== "npm") return;
    const { fix, reason } = (await examined(project)).backends[3];
    deepStrictEqual([reason.kind, fix.command], ["no-koffi", "npm install koffi@3"]);
    await project.shell(fix.command);
    deepStrictEqual(project.arrived(), KOFFI);
    answered(await project.firstProgram(), folder, "cabi", reasons);
  },
  napi: async (project) =>
    answered(await project.firstProgram(), project.folder, "napi", { wasm: /^napi comes first$/ }),
};

/**
 * Each choice in turn, as of a user who changes the mind, in a project in which nothing was installed before, and which
 * packages are fetched then. What was fetched before is not fetched again.
 *
 * @type {{ choice: string, answers?: string, arrive: string[] }[]}
 */
const TURNS = [
  { choice: "wasm", arrive: ["@oxbridge/none", "oxbridge"] },
  { choice: "neon", arrive: ["@oxbridge/neon", `@oxbridge/neon-${triple}`] },
  { choice: "cabi", arrive: ["@oxbridge/cabi", `@oxbridge/cabi-${triple}`] },
  { choice: "auto", answers: "napi", arrive: [`@oxbridge/napi-${triple}`, "@oxbridge/native"] },
  { choice: "neon", arrive: [] },
  { choice: "napi", arrive: [] },
];

/** The script of koffi, which it does not need where there is a binary for the platform, would look for a compiler. */
const NO_SCRIPTS = "ignore-scripts=true\n";

/** @type {Map<string, Promise<Project>>} */
const projects = new Map();

/** @param {keyof typeof MANAGERS} id */
function projectOf(id) {
  const settings = id === "npm11" || id === "npm12" ? NO_SCRIPTS : "";
  const project = projects.get(id) ?? withKoffi().then((archives) => Project.of(MANAGERS[id], { archives, settings }));
  projects.set(id, project);
  return project;
}

/** What each manager is busy with. @type {Map<string, Promise<void>>} */
const busy = new Map();

/**
 * Does something in the project of a manager, when all before that is done.
 *
 * @param {keyof typeof MANAGERS} id
 * @param {(project: Project) => Promise<void>} work
 */
function inProject(id, work) {
  const done = (busy.get(id) ?? Promise.resolve()).then(async () => work(await projectOf(id)));
  busy.set(
    id,
    done.catch(() => {}), // the check that it belongs to has it
  );
  return done;
}

/**
 * Chooses: with the command of this repository where none is installed, or else as the doctor would say.
 *
 * @param {Project} project
 * @param {string} choice
 * @param {boolean} isFirst
 */
async function choose(project, choice, isFirst) {
  const { manager, folder } = project;
  const words = ["use", choice, "--yes", "--json"];
  if (!isFirst) return project.shell(runCommand({ name: manager.known }, words.join(" ")));
  const where = ["--manager", manager.known, "--cwd", folder];
  const { code, stdout, stderr } = await execute(process.execPath, [COMMAND, ...words, ...where]);
  deepStrictEqual([code, stderr], [0, ""]);
  return stdout;
}

/** @type {import("../report.js").Check[]} */
export const useChecks = TURNS.flatMap(({ choice, answers = choice, arrive }, turn) =>
  MANAGER_IDS.map((id) => ({
    name: `${MANAGERS[id].name} installs what use ${choice} says ${turn === 0 ? "and no more" : `over ${TURNS[turn - 1].choice}`}`,
    run: () =>
      inProject(id, async (project) => {
        const { manager, written, next } = JSON.parse(await choose(project, choice, turn === 0));
        deepStrictEqual([manager, written], [project.manager.known, true]);
        await project.shell(next);
        deepStrictEqual(project.arrived(), arrive);
        if (turn === 0) deepStrictEqual(binariesIn(project.folder), []);
        await ANSWERS[answers](project);
        strictEqual(project.registry.elsewhere.length, 0);
      }),
  })),
);

// The installed packages in a runtime that gives a program few permissions: Oxbridge takes what it may have, never asks
// for more, and the reason against the rest is true.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../js/build/run.js";
import { ABC } from "../abc.js";
import { matches, same } from "../process/children.js";
import { onTerminal } from "../process/terminal.js";
import { RUNTIMES, runScript } from "../runtimes.js";
import { installAll } from "./installed.js";
import { binaryOf } from "./programs.js";

/** @typedef {import("./installed.js").Installed} Installed */
/** @typedef {import("../../js/src/choose.js").BackendName} BackendName */

/** @type {Promise<Installed> | undefined} */
let program;
/** The program that is run here is put beside what is installed. */
const withProgram = () =>
  (program ??= installAll().then((installed) => {
    cpSync(join(root, "tests", "process", "child", "say.js"), join(installed.folder, "say.js"));
    return installed;
  }));

/**
 * @param {any} said what the program prints
 * @param {Installed} installed
 * @param {BackendName} name
 * @param {RegExp | undefined} against napi
 */
function says({ sum, digest, later, info }, installed, name, against) {
  same([sum, digest, later], [{ value: 3 }, { value: ABC }, { value: ABC }], "what the calls gave");
  same([info.value.name, info.value.file], [name, binaryOf(installed, name)], "the backend");
  if (!against) return;
  matches(
    info.value.others.find((/** @type {any} */ one) => one.name === "napi")?.reason,
    against,
    "the reason against napi",
  );
}

const WITHOUT_ADDONS = /^addons are switched off: Node was started with --permission and without --allow-addons$/;
const NO_ADDONS = /^addons are switched off: (?:Node|Bun) was started with --no-addons$/;
/** @param {string} folder */
const reading = (folder) => ["--permission", `--allow-fs-read=${folder}/*`];

/**
 * How Node or Bun is started, which backend answers then, and why napi does not.
 *
 * @type {{ name: string, flags?: (folder: string) => string[], env?: Record<string, string>, on: (keyof typeof RUNTIMES)[],
 *   answers: BackendName, against?: RegExp }[]}
 */
const NODE = [
  {
    name: "with --permission, reading its own folder",
    flags: reading,
    on: ["node24", "node26"],
    answers: "wasm",
    against: WITHOUT_ADDONS,
  },
  {
    name: "with --permission --allow-addons, reading its own folder",
    flags: (folder) => [...reading(folder), "--allow-addons"],
    on: ["node24", "node26"],
    answers: "napi",
  },
  {
    name: "with --no-addons",
    flags: () => ["--no-addons"],
    on: ["node20", "node24", "node26", "bun"],
    answers: "wasm",
    against: NO_ADDONS,
  },
  {
    name: "with NODE_OPTIONS=--no-addons",
    env: { NODE_OPTIONS: "--no-addons" },
    on: ["node20", "node24", "node26"],
    answers: "wasm",
    against: NO_ADDONS,
  },
];

/** @type {import("../report.js").Check[]} */
const node = NODE.flatMap(({ name, flags = () => [], env: more, on, answers, against }) =>
  on.map((id) => ({
    name: `${id} ${name} has ${answers} of the installed packages`,
    run: async () => {
      const installed = await withProgram();
      const { folder, env } = installed;
      const start = (/** @type {Record<string, string>} */ also = {}) =>
        runScript(RUNTIMES[id], ["say.js"], { cwd: folder, flags: flags(folder), env: { ...env, ...more, ...also } });
      says(JSON.parse((await start()).stdout), installed, answers, against);
      if (!against) return;
      const { error } = JSON.parse((await start({ OXBRIDGE_BACKEND: "napi" })).stdout).sum;
      same(error?.code, "ERR_BACKEND_UNAVAILABLE", "the code where napi is required");
      if (against === NO_ADDONS)
        matches(error.message, id === "bun" ? / Bun was / : / Node was /, "who was started so");
      matches(error.message, new RegExp(`; napi: ${against.source.slice(1)}`), "the message where napi is required");
    },
  })),
);

/** What Deno may do, and why napi does not answer then. @type {{ flags: string[], against?: RegExp }[]} */
const DENO = [
  { flags: [], against: /--allow-read/ },
  { flags: ["--allow-read"], against: /--allow-ffi=.*oxbridge-napi\.node$/ },
  { flags: ["--allow-ffi"], against: /--allow-read/ },
  { flags: ["--allow-read", "--allow-ffi"] },
];

/** @type {import("../report.js").Check[]} */
const deno = DENO.map(({ flags, against }) => ({
  name: `Deno with ${flags.join(" ") || "no permission"} on a terminal has ${against ? "wasm" : "napi"} of the installed packages, and does not ask`,
  run: async () => {
    const installed = await withProgram();
    const { folder, env } = installed;
    const words = ["run", "--quiet", ...flags, "say.js"];
    const { text, ended, code } = await onTerminal(RUNTIMES.deno.command, words, { cwd: folder, env });
    if (!text.startsWith("{")) throw new Error(`Deno asked, or failed: ${text}`);
    same([ended, code], [true, 0], "how it ended");
    says(JSON.parse(text), installed, against ? "wasm" : "napi", against);
  },
}));

export const permissionChecks = [...node, ...deno];

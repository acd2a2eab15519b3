// Where the benchmark runs: runtimes, each with how it starts a program, and what one task in it answers.

import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Place
 * @property {string} id such as `node24`, `bun`, `deno`, `chromium`
 * @property {(program: "child" | "first", argument: string, env: Record<string, string>) => Promise<any>} run does a
 *   task in a process of its own, and gives its answer
 * @property {readonly string[]} [only] the groups that it can do, where it cannot do all
 */

const NODE_FLAGS = ["--no-warnings"];
const DENO_FLAGS = ["run", "--quiet", "--no-prompt", "--allow-all"];
const FLAGS = { node: NODE_FLAGS, bun: [], deno: DENO_FLAGS };

/** @typedef {keyof typeof FLAGS} Kind */

/**
 * A runtime that is a program on this machine.
 *
 * @param {string} id
 * @param {string} command
 * @param {readonly string[]} flags
 * @returns {Place}
 */
export function placeOf(id, command, flags) {
  return {
    id,
    run: (program, argument, env) => {
      const script = fileURLToPath(new URL(`${program}.js`, import.meta.url));
      return answerOf(id, command, [...flags, script, argument], env);
    },
  };
}

/**
 * @param {string} id
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<any>}
 */
function answerOf(id, command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    const output = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => (output.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (output.stderr += text));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const line = output.stdout.split("\n").find((text) => text.startsWith("BENCH "));
      if (code === 0 && line !== undefined) resolve(JSON.parse(line.slice(6)));
      else reject(new Error(`${id} ended with ${signal ?? code}: ${output.stderr.slice(-2000).trim()}`));
    });
  });
}

/** What this process is. @returns {Kind} */
function ownKind() {
  const { Bun, Deno } = /** @type {any} */ (globalThis);
  return Bun ? "bun" : Deno ? "deno" : "node";
}

/**
 * The program of a name that the PATH leads to.
 *
 * @param {string} name
 */
function onPath(name) {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name + suffix)).find((file) => existsSync(file));
}

/**
 * The name of a runtime in the benchmark: with its major version for Node, of which there are several.
 *
 * @param {Kind} kind
 * @param {string} command
 */
function idOf(kind, command) {
  if (kind !== "node") return kind;
  const version = command === process.execPath ? process.versions.node : versionOf(command);
  return `node${version.replace(/^v/, "").split(".")[0]}`;
}

/** @param {string} command */
const versionOf = (command) => spawnSync(command, ["--version"], { encoding: "utf8" }).stdout?.trim() ?? "";

/**
 * The runtimes of this machine: the one that runs this, and those on the PATH; and why others are not there.
 *
 * @param {string[] | undefined} wanted their names, if they were given
 * @returns {{ places: Place[], absent: import("./results.js").Absent[] }}
 */
export function installedPlaces(wanted) {
  /** @type {Map<string, Place>} */
  const found = new Map();
  /** @type {import("./results.js").Absent[]} */
  const absent = [];
  const own = ownKind();
  const others = /** @type {Kind[]} */ (Object.keys(FLAGS)).filter((kind) => kind !== own);
  for (const kind of [own, ...others]) {
    const command = kind === own ? process.execPath : onPath(kind);
    if (command === undefined) absent.push({ what: kind, reason: `there is no ${kind} on the PATH` });
    else found.set(idOf(kind, command), placeOf(idOf(kind, command), command, FLAGS[kind]));
  }
  absent.push({ what: "chromium", reason: "a browser is measured in the repository of Oxbridge only" });
  return selected([...found.values()], wanted, absent);
}

/**
 * The places that are wanted, or all.
 *
 * @param {Place[]} places
 * @param {string[] | undefined} wanted
 * @param {import("./results.js").Absent[]} absent what is missing from all
 */
export function selected(places, wanted, absent) {
  if (wanted === undefined) return { places, absent };
  const names = places.map(({ id }) => id);
  const missing = wanted.filter((id) => !names.includes(id));
  return {
    places: places.filter(({ id }) => wanted.includes(id)),
    absent: missing.map((what) => ({ what, reason: `it is not among the runtimes here: ${names.join(", ")}` })),
  };
}

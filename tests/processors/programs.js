// The two programs that run on every level: the core's tests, and the suite in Node. Both say which features they see.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { root, target } from "../../js/build/run.js";
import { readCell } from "../matrix.js";
import { output } from "../output.js";
import { ENVIRONMENT } from "../process/children.js";
import { RUNTIMES } from "../runtimes.js";
import { HERE, readFeatures, readPassed } from "./levels.js";

/** The runtime that the suite runs in; koffi, which asks for the features there, is built for it. */
const NODE = RUNTIMES.node24;
const folder = join(root, "tests", "processors");
const library = join(target, "processors", "libfeatures.so");
/** An emulated level takes ten times as long as this machine. */
const TIMEOUT = 3_600_000;

/**
 * Runs a program as on a processor.
 *
 * @param {string} level
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 */
const outputOn = (level, command, args, env) => {
  const [first, ...rest] = [...(level === HERE ? [] : ["qemu-x86_64", "-cpu", level]), command, ...args];
  return output(first, rest, { env, timeout: TIMEOUT });
};

/** The version of QEMU. */
export async function emulator() {
  const version = /version (\S+)/.exec(await output("qemu-x86_64", ["--version"]));
  return version?.[1] ?? "of an unknown version";
}

/** Builds what says which features there are, and returns the version of the compiler. */
export async function buildLibrary() {
  mkdirSync(join(target, "processors"), { recursive: true });
  const source = join(folder, "features.rs");
  await output("rustc", ["--edition", "2024", "--crate-type", "cdylib", "-o", library, source]);
}

/** Builds the core's tests, and returns where their program is. */
export async function buildTests() {
  const args = ["test", "-p", "oxbridge-core", "--all-features", "--lib", "--no-run", "--message-format", "json"];
  const lines = (await output("cargo", args, { timeout: TIMEOUT })).trim().split("\n");
  const made = lines.map((line) => JSON.parse(line)).find(({ executable }) => executable);
  if (made === undefined) throw new Error(`cargo ${args.join(" ")} made no program`);
  return /** @type {string} */ (made.executable);
}

/**
 * @param {string} level
 * @param {string} program
 */
export async function runTests(level, program) {
  const stdout = await outputOn(level, program, ["--show-output"]);
  return { features: readFeatures(stdout), passed: readPassed(stdout) };
}

/** @param {string} level */
export async function runSuite(level) {
  const script = join(root, "tests", "runners", "cell.js");
  const args = [...NODE.args, "--import", join(folder, "say-features.js"), script, "napi", "full"];
  const stdout = await outputOn(level, NODE.command, args, { ...ENVIRONMENT, OXBRIDGE_FEATURES_LIBRARY: library });
  return { features: readFeatures(stdout), cell: readCell(stdout) };
}

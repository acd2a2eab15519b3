// How the process tests start the scripts in `child`: with the repository's own binaries, and nothing chosen before.

import { join } from "node:path";
import { nativeFolder } from "../../js/build/native.js";
import { root } from "../../js/build/run.js";
import { RUNTIMES, runScript } from "../runtimes.js";

/** @typedef {keyof typeof RUNTIMES} RuntimeId */

/** The environment of every child; a variable of the surroundings must not choose for it. */
export const ENVIRONMENT = { OXBRIDGE_LIBRARY_PATH: nativeFolder, OXBRIDGE_BACKEND: undefined };

/** @param {string} name */
export const child = (name) => join(root, "tests", "process", "child", name);

/**
 * Runs a child script to its clean end, and returns what it says.
 *
 * @param {RuntimeId} id
 * @param {string} script
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, flags?: string[], timeout?: number }} [options]
 */
export async function runChild(id, script, args, { env = {}, ...options } = {}) {
  const all = { timeout: 120_000, ...options, env: { ...ENVIRONMENT, ...env } };
  const { stdout } = await runScript(RUNTIMES[id], [child(script), ...args], all);
  return stdout.trim();
}

/**
 * Throws unless both are the same; objects are compared by what they hold.
 *
 * @param {unknown} actual
 * @param {unknown} expected
 * @param {string} what
 */
export function same(actual, expected, what) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what} is ${a}, but should be ${b}`);
}

/**
 * @param {unknown} text
 * @param {RegExp} pattern
 * @param {string} what
 */
export function matches(text, pattern, what) {
  if (!pattern.test(String(text))) throw new Error(`${what} is "${text}", but should match ${pattern}`);
}

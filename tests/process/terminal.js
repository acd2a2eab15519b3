// Runs a program on a pseudo-terminal of its own, where it may ask a person something; nobody answers.

import { stripVTControlCharacters } from "node:util";
import { execute } from "../runtimes.js";

const NO_ANSWER = 20_000; // far more than any program here takes by itself

/** @param {string} word */
const quoted = (word) => `'${word.replaceAll("'", "'\\''")}'`;

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, timeout?: number }} [options]
 * @returns {Promise<{ text: string, raw: string, ended: boolean, code: number | null }>} what the terminal shows,
 *   without colours and as it came, and whether the program came to its end by itself
 */
export async function onTerminal(command, args, { env = {}, cwd, timeout = NO_ANSWER } = {}) {
  const line = [command, ...args].map(quoted).join(" ");
  // `script` gives the program a terminal for input, output and errors, and its exit code back.
  const all = { env: { TERM: "xterm", ...env }, cwd, timeout };
  const { code, signal, stdout } = await execute("script", ["-qec", line, "/dev/null"], all);
  const text = stripVTControlCharacters(stdout).replaceAll("\r\n", "\n");
  return { text, raw: stdout, ended: signal === null, code };
}

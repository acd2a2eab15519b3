// What a program prints that must end well.

import { execute } from "./runtimes.js";

/**
 * Runs a program to its good end, and returns what it prints; anything else is an error that quotes it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, timeout?: number, by?: typeof execute }} [options]
 */
export async function output(command, args, { by = execute, ...options } = {}) {
  const { code, signal, stdout, stderr } = await by(command, args, options);
  if (code === 0) return stdout;
  const end = signal ? `was ended by ${signal}` : `ended with ${code}`;
  throw new Error(`${command} ${args.join(" ")} ${end}:\n${stdout.slice(-2000)}\n${stderr.slice(-4000)}`);
}

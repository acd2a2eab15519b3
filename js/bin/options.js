// What all subcommands say of arguments that are wrong.

import { nearest } from "../src/nearest.js";

/** A mistake in the arguments. */
export class UsageError extends Error {}

/**
 * Runs a subcommand; a mistake in its arguments is said, and is exit code 2.
 *
 * @param {string} name
 * @param {() => number | Promise<number>} work gives the exit code
 */
export async function answer(name, work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`oxbridge ${name}: ${error.message}\nTry oxbridge ${name} --help.`);
    return 2;
  }
}

/**
 * Throws for an option that is not known, lacks its value, or has one too many.
 *
 * @param {{ name: string, rawName: string, value?: string | undefined }} option
 * @param {Record<string, { type: "boolean" | "string" }>} known
 * @param {string | number} example a value
 */
export function checkOption({ name, rawName, value }, known, example) {
  if (!Object.hasOwn(known, name)) {
    const names = Object.keys(known);
    const near = rawName.startsWith("--") ? (nearest(name, names)[0] ?? names.find((one) => one.startsWith(name))) : "";
    throw new UsageError(`there is no option ${rawName}${near ? `; did you mean --${near}?` : ""}`);
  }
  const { type } = known[name];
  if (type === "string" && value === undefined) {
    throw new UsageError(`${rawName} needs a value, as in ${rawName} ${example}`);
  }
  if (type === "boolean" && value !== undefined) {
    throw new UsageError(`${rawName} takes no value, but was given ${JSON.stringify(value)}`);
  }
}

// Prints the digest of each file.

import { backend } from "../../src/entries/backend.js";
import { digestOf, inOrder } from "./file.js";
import { writeLine } from "./line.js";
import { errorAsJson, quoted, reasonOf } from "./reason.js";

/**
 * @param {import("./options.js").Options} options
 * @param {import("./output.js").Output} output
 * @returns {Promise<boolean>} whether every file could be read
 */
export async function printDigests(options, output) {
  const { algorithm, length, files, zero, json } = options;
  const results = inOrder(files, async (name) => ({
    name,
    result: await digestOf({ algorithm, length }, name, output.progress),
  }));
  let isWell = true;
  const entries = [];
  for await (const { name, result } of results) {
    const { error } = result;
    isWell &&= error === undefined;
    if (json) entries.push({ name, ...(error ? { error: errorAsJson(error) } : result) });
    else if (error) output.complain(`${quoted(name)}: ${reasonOf(error)}`);
    else await output.print(writeLine(algorithm, result.digest, name, options), zero ? "\0" : "\n");
  }
  if (json) await output.json({ algorithm, backend: backend().name, files: entries });
  return isWell;
}

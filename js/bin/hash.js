// `oxbridge hash`: digests of files and of standard input, and the check of lists of them, as sha256sum has it.

import { printAlgorithms } from "./hash/algorithms.js";
import { checkLists } from "./hash/check.js";
import { printDigests } from "./hash/digests.js";
import { readOptions, USAGE } from "./hash/options.js";
import { Output } from "./hash/output.js";
import { answer } from "./options.js";

/** @type {import("./oxbridge.js").Run} */
export const run = (args) =>
  answer("hash", async () => {
    const options = readOptions(args);
    const output = new Output(options);
    if (options.help) await output.print(USAGE);
    else if (options.list) await printAlgorithms(options, output);
    else return withBackend(output, () => (options.check ? checkLists : printDigests)(options, output));
    return 0;
  });

/**
 * Does the work, unless there is no backend to do it: that is said once, and not of each file.
 *
 * @param {Output} output
 * @param {() => Promise<boolean>} work gives whether all is well
 */
async function withBackend(output, work) {
  const { backend } = await import("../src/backend.js");
  try {
    backend();
  } catch (error) {
    output.complain(/** @type {Error} */ (error).message);
    return 2;
  }
  return (await work()) ? 0 : 1;
}

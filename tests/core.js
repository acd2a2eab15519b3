// The core's own tests: unit tests, the examples in its documentation, its example program.

import { execute } from "./runtimes.js";

/**
 * @param {string} name
 * @param {string[]} args
 * @param {RegExp} [printed] what it must print
 */
const cargo = (name, args, printed) => ({
  name,
  run: async () => {
    const { code, stdout, stderr } = await execute("cargo", args, { timeout: 900_000 });
    if (code !== 0) throw new Error(`${stdout.slice(-4000)}\n${stderr.slice(-4000)}`);
    if (printed && !printed.test(stdout)) throw new Error(`it printed:\n${stdout.slice(-2000)}`);
  },
});

const passed = /test result: ok\. [1-9]\d* passed/;

export const checks = [
  cargo("the core passes its tests", ["test", "-p", "oxbridge-core", "--all-features", "--tests"], passed),
  cargo("the examples in the core's documentation run", ["test", "-p", "oxbridge-core", "--doc"], passed),
  cargo(
    "the example program prints what sha256sum prints",
    ["run", "--quiet", "-p", "oxbridge-core", "--example", "sha256sum", "--", "LICENSE-MIT"],
    /^[0-9a-f]{64} {2}LICENSE-MIT$/m,
  ),
];

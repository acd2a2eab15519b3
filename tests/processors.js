// Checks of `npm run test:cpu` itself, with what processes could print: a process that ran on another processor than its
// level, or that said nothing of it, must not pass. The command takes too long to be a part of `npm test`.

import { throws } from "node:assert";
import { join } from "node:path";
import { root } from "../js/build/run.js";
import { matches, same } from "./process/children.js";
import { judgeFeatures, readFeatures, readPassed } from "./processors/levels.js";
import { execute } from "./runtimes.js";

const NEHALEM = "sse2 ssse3 sse4.1 sse4.2";
const HASWELL = `${NEHALEM} pclmulqdq avx avx2 bmi1 bmi2`;

/** What a level says of features that were seen. @type {[name: string, level: string, seen: string, said?: RegExp][]} */
const SEEN = [
  ["a level with its features passes", "Nehalem", NEHALEM],
  [
    "a level on a newer processor fails",
    "Nehalem",
    `${HASWELL} sha`,
    /^Nehalem must have .* sse4\.2, but .* bmi2 sha$/,
  ],
  ["a level with one feature more fails", "Haswell", `${HASWELL} sha`, /^Haswell must have .* but .* sha$/],
  [
    "a level with fewer fails and says why",
    "Haswell",
    NEHALEM,
    /QEMU emulates pclmulqdq, avx, avx2, bmi1, bmi2 in newer versions/,
  ],
  ["a level without any fails", "Opteron_G1", "", /saw none/],
  ["this machine may have any", "here", "sse2 sha"],
];

/** What a program printed that did not do its work. @type {[name: string, read: (stdout: string) => unknown, stdout: string][]} */
const PRINTED = [
  ["a process that says no features fails", readFeatures, "CELL {}"],
  ["a program without tests fails", readPassed, "test result: ok. 0 passed; 0 failed; 0 ignored"],
  ["a program whose tests were left out fails", readPassed, "test result: ok. 9 passed; 0 failed; 1 ignored"],
  ["a program whose tests failed fails", readPassed, "test result: FAILED. 9 passed; 1 failed; 0 ignored"],
];

/** Arguments that are wrong, and what is said of them. @type {[args: string[], said: RegExp][]} */
const ARGUMENTS = [
  [["--only", "Nehalem,8086"], /^test:cpu: --only: there is no level "8086"; there is here, .*Haswell\n/],
  [["--json", "/"], /^test:cpu: --json: "\/" cannot be written: EISDIR/],
  [["--level", "Nehalem"], /^test:cpu: Unknown option '--level'/],
];

export const checks = [
  ...SEEN.map(([name, level, seen, said]) => ({
    name,
    run: () => (said ? throws(() => judgeFeatures(level, seen), { message: said }) : judgeFeatures(level, seen)),
  })),
  ...PRINTED.map(([name, read, stdout]) => ({ name, run: () => throws(() => read(stdout)) })),
  ...ARGUMENTS.map(([args, said]) => ({
    name: `test:cpu ${args.join(" ")} is refused`,
    run: async () => {
      const script = join(root, "tests", "processors", "command.js");
      const { code, stderr } = await execute(process.execPath, [script, ...args]);
      matches(stderr, said, "what it says");
      same(code, 2, "the exit code");
    },
  })),
];

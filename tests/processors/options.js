// The options of `npm run test:cpu`, and what `--help` says.

import { readChoice } from "../chosen.js";
import { LEVELS } from "./levels.js";

const names = Object.keys(LEVELS);
/** Those that run if none is named. */
const usual = names.filter((name) => !LEVELS[name].asked);

const levels = Object.entries(LEVELS).map(([name, { what }]) => `  ${name.padEnd(12)} ${what}`);

export const USAGE = `Usage: npm run test:cpu -- [OPTION]...

Runs the core's tests, and the whole suite on the backend napi in Node, on this processor and as on older ones, which
QEMU emulates. Each process says which features it sees, and every result must have the digest of tests/digests.txt.

  --only LEVEL,...  these levels (below); otherwise ${usual.join(", ")}
  --json FILE       write the results there
  --help            show this

Levels:
${levels.join("\n")}

Exit codes: 0 the bits are the same on every level; 1 they are not, or something failed; 2 an argument is wrong.
`;

/** @param {string[]} args */
export const readOptions = (args) => readChoice(args, { what: "level", names, usual });

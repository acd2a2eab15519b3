// The options of `npm run test:platforms`, and what `--help` says.

import { readChoice } from "../chosen.js";
import { PLATFORMS } from "./platforms.js";

const names = Object.keys(PLATFORMS);

const platforms = Object.entries(PLATFORMS).map(([name, { what }]) => `  ${name.padEnd(15)}  ${what}`);

export const USAGE = `Usage: npm run test:platforms -- [OPTION]...

Runs the suite on the binaries of other platforms, on each backend. Each process says where it ran and which binary the
system has loaded, and every result must have the digest of tests/digests.txt.

  --only NAME,...  these platforms (below); otherwise all
  --json FILE      write the results there
  --help           show this

Platforms:
${platforms.join("\n")}

Exit codes: 0 the bits are the same on every platform; 1 they are not, or something failed; 2 an argument is wrong.
`;

/** @param {string[]} args */
export const readOptions = (args) => readChoice(args, { what: "platform", names, usual: names });

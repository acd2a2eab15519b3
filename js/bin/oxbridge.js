#!/usr/bin/env node
// The command `oxbridge`: finds the subcommand that is named, and runs it. Each is a file of its own.

import process from "node:process";
import { nearest } from "../src/nearest.js";

/** @typedef {(args: string[]) => Promise<number>} Run takes what follows the name, and gives the exit code */

/** Every subcommand: what it does, and where it is. @type {Record<string, { what: string, load: () => Promise<{ run: Run }> }>} */
const COMMANDS = {
  hash: { what: "print the digests of files, or check them", load: () => import("./hash.js") },
  doctor: { what: "say which backend answers here, and why not the others", load: () => import("./doctor.js") },
  use: { what: "choose the backend that is installed", load: () => import("./use.js") },
  bench: { what: "measure the Oxbridge that is installed here", load: () => import("./bench.js") },
};

const names = Object.keys(COMMANDS);
const USAGE = `Usage: oxbridge COMMAND [OPTION]...

${names.map((name) => `  ${name.padEnd(8)} ${COMMANDS[name].what}`).join("\n")}

oxbridge COMMAND --help says more about one.
Exit codes: 0 it is done; 1 it is not, or not as it should be; 2 it was not tried, because an argument is wrong or
something is missing.`;

/** @param {string[]} args */
async function main([name, ...args]) {
  if (name === "--help" || name === "-h") {
    console.log(USAGE);
    return 0;
  }
  if (name === undefined) {
    console.error(USAGE);
    return 2;
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    const [near] = nearest(name, names);
    const hint = near === undefined ? `there is ${names.join(", ")}` : `did you mean ${near}?`;
    console.error(`oxbridge: there is no command ${JSON.stringify(name)}; ${hint}\nTry oxbridge --help.`);
    return 2;
  }
  const { run } = await COMMANDS[name].load();
  return run(args);
}

process.exitCode = await main(process.argv.slice(2));

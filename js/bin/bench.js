// `oxbridge bench`: hands over to the package @oxbridge/bench, which has the benchmark and all that it needs.

import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

const PACKAGE = "@oxbridge/bench";
const MISSING = `oxbridge bench is in the package ${PACKAGE}, which is not installed here. This installs it:

  npm install --save-dev ${PACKAGE}`;

/** The package's file, as the working folder finds it, or else as this package does. */
function findBench() {
  for (const from of [pathToFileURL(join(process.cwd(), "package.json")), import.meta.url]) {
    try {
      return createRequire(from).resolve(PACKAGE);
    } catch (error) {
      if (/** @type {{ code?: string }} */ (error).code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  return undefined;
}

/** @type {import("./oxbridge.js").Run} */
export async function run(args) {
  const file = findBench();
  if (file !== undefined) return (await import(pathToFileURL(file).href)).bench(args);
  const help = args.includes("--help");
  (help ? console.log : console.error)(MISSING);
  return help ? 0 : 2;
}

// `npm run build:all`: the native binaries as they are released, for every platform or for those that `--only` names.

import { statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { fileName } from "../src/find.js";
import { buildPlatform } from "./cross.js";
import { PLATFORMS, platformsOf } from "./platforms.js";
import { kib, table } from "./table.js";

/** @typedef {import("./platforms.js").Platform} Platform */

const NAMES = /** @type {const} */ (["napi", "neon", "cabi"]);

const USAGE = `Usage: npm run build:all -- [OPTION]...

Builds the native binaries as they are released, each platform into dist/platforms/NAME.

  --only NAME,...  these platforms (below); otherwise all
  --help           show this

Platforms:
${PLATFORMS.map(({ name, rust }) => `  ${name.padEnd(18)} ${rust}`).join("\n")}

Exit codes: 0 all were built; 1 one could not be built; 2 an argument is wrong.
`;

/** @param {readonly Platform[]} platforms */
function buildAll(platforms) {
  const rows = [["platform", ...NAMES, "static", "seconds"]];
  /** @type {string[]} */
  const failures = [];
  for (const [i, platform] of platforms.entries()) {
    const { name, os, rust } = platform;
    console.log(`\nbuild: ${name}, ${i + 1} of ${platforms.length}, for ${rust}`);
    const start = performance.now();
    const seconds = () => ((performance.now() - start) / 1000).toFixed(0);
    try {
      const folder = buildPlatform(platform);
      const files = [...NAMES.map((one) => fileName(one, os)), "liboxbridge.a"];
      rows.push([name, ...files.map((file) => kib(statSync(join(folder, file)).size)), seconds()]);
    } catch (error) {
      failures.push(`${name}: ${/** @type {Error} */ (error).message}`);
      rows.push([name, ...NAMES.map(() => "-"), "-", seconds()]);
    }
  }
  console.log(`\n${table(rows)}`);
  for (const failure of failures) console.error(`\nbuild:all: ${failure}`);
  if (failures.length > 0) console.error("\nWhat the compiler said is above; --only NAME builds one platform again.");
  return failures.length === 0 ? 0 : 1;
}

/** @param {string[]} args */
function main(args) {
  const options = /** @type {const} */ ({ only: { type: "string" }, help: { type: "boolean", short: "h" } });
  let platforms;
  try {
    const { only, help } = parseArgs({ args, options }).values;
    if (help) {
      console.log(USAGE);
      return 0;
    }
    platforms = platformsOf("--only", only);
  } catch (error) {
    console.error(`build:all: ${/** @type {Error} */ (error).message}\nTry npm run build:all -- --help.`);
    return 2;
  }
  return buildAll(platforms);
}

process.exitCode = main(process.argv.slice(2));

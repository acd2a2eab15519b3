// `npm run inspect`: what the binaries of a release are, need and offer, and which rules they break.

import process from "node:process";
import { parseArgs } from "node:util";
import { isBuilt, readBuilt } from "../../js/build/binaries.js";
import { releaseBuild } from "../../js/build/builds.js";
import { platformsOf } from "../../js/build/platforms.js";
import { kib, table } from "../../js/build/table.js";
import { judgeBuild } from "./files.js";
import { buildReader } from "./read.js";
import { highestGlibc } from "./rules.js";

/** @typedef {import("./files.js").Judged} Judged */

const USAGE = `Usage: npm run inspect -- [OPTION]...

Reads what npm run build:all has built, and holds it to the rules of tests/inspect/rules.js.

  --only NAME,...  these platforms; otherwise all that are built
  --json           print everything that is known of each file
  --help           show this

Exit codes: 0 no rule is broken; 1 one is; 2 an argument is wrong, or what it asks for is not built
from the sources that are here.
`;

/**
 * The builds that are asked for.
 *
 * @param {string | undefined} only
 */
function buildsOf(only) {
  const builds = platformsOf("--only", only).map(releaseBuild);
  const missing = builds.filter(({ folder }) => !isBuilt(folder)).map(({ platform }) => platform.name);
  if (only !== undefined && missing.length > 0) {
    const command = `npm run build:all -- --only ${missing.join(",")}`;
    throw new Error(`--only: ${missing.join(", ")} is not built; build it: ${command}`);
  }
  if (missing.length === builds.length) throw new Error("nothing is built; build it: npm run build:all");
  const built = builds.filter(({ folder }) => isBuilt(folder));
  for (const { folder, command } of built) readBuilt(folder, command);
  return { builds: built, missing };
}

/**
 * What a person sees of a file.
 *
 * @param {Judged} judged
 */
function rowOf({ kind, platform, facts, budget, broken }) {
  const { format, processor, size, libraries, macos } = facts;
  const glibc = highestGlibc(facts);
  const system = glibc ? `glibc ${glibc}` : macos ? `macOS ${macos}` : "";
  const symbols = kind === "static" ? facts.defines.filter((name) => name.startsWith("oxb_")) : facts.exports;
  return [
    `${platform.name} ${kind}`,
    `${format} ${processor}`,
    system,
    String(libraries.length),
    String(symbols.length),
    kib(size),
    budget === undefined ? "none" : kib(budget),
    broken.length === 0 ? "ok" : "BROKEN",
  ];
}

/** @param {Judged[]} all */
function textOf(all) {
  const head = ["file", "is", "needs", "libraries", "exports", "size", "budget", "rules"];
  const lines = all.flatMap(({ kind, platform, facts, broken }) => {
    const { libraries } = facts;
    const name = `${platform.name} ${kind}`;
    return [
      ...(libraries.length > 0 ? [`${name} is loaded with ${libraries.join(", ")}`] : []),
      ...broken.map((sentence) => `${name}: ${sentence}`),
    ];
  });
  return `${table([head, ...all.map(rowOf)])}\n\n${lines.join("\n")}`;
}

/** @param {string[]} args */
function main(args) {
  const options = /** @type {const} */ ({
    only: { type: "string" },
    json: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  let asked;
  let json;
  try {
    const { values } = parseArgs({ args, options });
    if (values.help) {
      console.log(USAGE);
      return 0;
    }
    json = values.json;
    asked = buildsOf(values.only);
  } catch (error) {
    console.error(`inspect: ${/** @type {Error} */ (error).message}\nTry npm run inspect -- --help.`);
    return 2;
  }
  buildReader();
  const all = asked.builds.flatMap((build) => judgeBuild(build, true));
  if (json) console.log(JSON.stringify({ format: 1, files: all.map(plain), missing: asked.missing }, null, 1));
  else console.log(textOf(all));
  if (!json && asked.missing.length > 0) console.log(`\nnot built, and not looked at: ${asked.missing.join(", ")}`);
  return all.some(({ broken }) => broken.length > 0) ? 1 : 0;
}

/**
 * A file for a program to read. The symbols of Rust's library in an archive are left out.
 *
 * @param {Judged} judged
 */
function plain({ kind, platform, facts, budget, broken }) {
  const defines = facts.defines.filter((name) => name.startsWith("oxb_"));
  return {
    platform: platform.name,
    kind,
    ...facts,
    defines,
    glibc: highestGlibc(facts) ?? null,
    budget: budget ?? null,
    broken,
  };
}

process.exitCode = main(process.argv.slice(2));

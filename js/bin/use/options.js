// The arguments of `oxbridge use`, and what `--help` says.

import { parseArgs } from "node:util";
import { nearest } from "../../src/nearest.js";
import { checkOption, UsageError } from "../options.js";
import { MANAGERS } from "./managers.js";
import { CHOICES } from "./slot.js";

/** Every option, with an example of its value. @type {Record<string, { type: "boolean" | "string", short?: string, such?: string }>} */
const OPTIONS = {
  yes: { type: "boolean", short: "y" },
  manager: { type: "string", such: "npm" },
  cwd: { type: "string", such: "DIR" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
};

const managers = Object.keys(MANAGERS);

export const USAGE = `Usage: oxbridge use napi|neon|cabi|wasm|auto [OPTION]...

Chooses which native backend is installed: what a project has in the place of the package @oxbridge/native.
It shows the change of the project's overrides as a diff, writes it with --yes, and says which command installs it.

  napi  @oxbridge/native: the addon made with napi-rs
  neon  @oxbridge/neon: the addon made with Neon
  cabi  @oxbridge/cabi: the C library
  wasm  @oxbridge/none: no native code, so that WebAssembly answers
  auto  no override: what oxbridge itself brings, which is napi where there is a binary for the platform

What is installed there answers by itself, and wasm where it cannot be loaded.
After an update of oxbridge, run this again: the override holds its version.

  -y, --yes           write the change
      --manager NAME  ${managers.join(", ")}; otherwise found as below
      --cwd DIR       a folder of the project; otherwise the current one
      --json          print one JSON document, and nothing else (below)
  -h, --help          show this

The project is that of the nearest package.json above the folder, and the file is the one from which its package manager
reads overrides: that of the workspace's root, if there is a workspace, which for deno may also be one of deno.json.

  npm, bun  overrides in package.json; for bun its resolutions, if it has these and no overrides
  deno      overrides in package.json, which Deno reads from 2.7 on
  yarn      resolutions in package.json
  pnpm      overrides in pnpm-workspace.yaml; pnpm.overrides in package.json for pnpm before 10.5, and for pnpm 10 or a
            pnpm of unknown version if that is where the project has them

The package manager is the first that is known from:
  1. --manager
  2. packageManager, or devEngines.packageManager, in the package.json of the project or of its workspace
  3. the lockfile beside it; two of different package managers are an error, but that of Deno counts only alone
  4. pnpm-workspace.yaml, or the workspace in the deno.json of a folder above
  5. npm_config_user_agent, in which package managers name themselves to what they run

npm and Deno keep what their lockfile has in the slot, even if the override says otherwise. So what leads to another
package there is removed too: for npm the entries of @oxbridge/native, for Deno the specifiers of oxbridge.

--json prints:
  { manager, file, before, after, written, next, lockfile }
where before and after are the values of the override, or null, next is the command that installs it, or null if there
is nothing to change, and lockfile is the lockfile whose entries are removed, or null.

Exit codes: 0 done, or shown; 1 a file could not be written; 2 it was not tried, because an argument is wrong, something
is missing, or a file cannot be changed safely.`;

/**
 * @typedef {object} Options
 * @property {import("./slot.js").Choice} choice
 * @property {boolean} yes
 * @property {import("./managers.js").Manager | undefined} manager
 * @property {string} cwd
 * @property {boolean} json
 */

/**
 * @param {string[]} args
 * @returns {Options | "help"}
 */
export function readOptions(args) {
  // Not strict, because each runtime has its own words for a mistake, and none knows which option was meant.
  const { tokens, positionals } = parseArgs({ args, options: OPTIONS, strict: false, tokens: true });
  const given = new Map();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { type, such = "" } = OPTIONS[token.name] ?? {};
    // No folder and no package manager has an empty name.
    const value = type === "string" ? token.value || undefined : token.value;
    checkOption({ ...token, value }, OPTIONS, such);
    given.set(token.name, token.value ?? true);
  }
  if (given.has("help")) return "help";
  if (positionals.length > 1) throw new UsageError(`it takes one name, but was given ${positionals.join(" and ")}`);
  if (positionals.length === 0) throw new UsageError(`it needs a name: ${CHOICES.join(", ")}`);
  const manager = given.get("manager");
  return {
    choice: oneOf(positionals[0], CHOICES, "backend"),
    yes: given.has("yes"),
    manager:
      manager === undefined
        ? undefined
        : oneOf(manager, /** @type {import("./managers.js").Manager[]} */ (managers), "package manager"),
    cwd: given.get("cwd") ?? ".",
    json: given.has("json"),
  };
}

/**
 * @template {string} Name
 * @param {string} given
 * @param {readonly Name[]} known
 * @param {string} what
 * @returns {Name}
 */
function oneOf(given, known, what) {
  const found = known.find((name) => name === given);
  if (found !== undefined) return found;
  const [near] = nearest(given, known);
  const hint = near === undefined ? `there is ${known.join(", ")}` : `did you mean ${near}?`;
  throw new UsageError(`there is no ${what} ${JSON.stringify(given)}; ${hint}`);
}

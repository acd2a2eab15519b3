// The options of `oxbridge doctor`, and what `--help` says.

import { parseArgs } from "node:util";
import { nearest } from "../../src/nearest.js";
import { checkOption, UsageError } from "../options.js";
import { TARGETS } from "./targets.js";

/** @typedef {import("./targets.js").Target} Target */

const OPTIONS = /** @type {const} */ ({
  json: { type: "boolean" },
  target: { type: "string" },
  help: { type: "boolean", short: "h" },
});

const NAMES = TARGETS.map(({ name }) => name);

export const USAGE = `Usage: oxbridge doctor [OPTION]...

Says which backend answers here and by which rule, what stands in the way of each other one, and how to have it.
It opens what a program would open, and writes nothing.

      --target NAME  say what is installed here for another machine, and how to install what it lacks:
                     ${NAMES.slice(0, 4).join(", ")},
                     ${NAMES.slice(4).join(", ")}
      --json         print one JSON object, and nothing else (below)
  -h, --help         show this

--json prints:
  { ok, version, folder,
    runtime: { name, version },
    platform: { os, cpu, libc: { name, version } or null, level },
    manager: { name, because, folder },
    environment: { OXBRIDGE_BACKEND, OXBRIDGE_LIBRARY_PATH, unreadable: [NAME] },
    slot: { name, package, version, holds } or null,
    choice: { backend, rule, order, error: { code, message } or null },
    backends: [{ name, usable, chosen, from, package, version, file, async: { by, reason } or null,
                 reason: { kind, code, message } or null, fix: { command, text } or null }] }
with --target:
  { ok, version, target: { name, os, cpu, libc }, manager, required: [BACKEND], error: { code, message } or null,
    backends: [{ name, required, ready, packages: [{ name, version, installed }],
                 reason: { kind, code, message } or null }],
    install: { commands: [COMMAND], text } or null }
What is not known is null, or "unknown" where it is a name.

Exit codes: 0 done; 1 what is required cannot be had: OXBRIDGE_BACKEND has no name that can be loaded, or packages that
the target requires are not installed; 2 it was not tried, because an argument is wrong.`;

/**
 * @param {string[]} args
 * @returns {{ json: boolean, help: boolean, target: Target | undefined }}
 */
export function readOptions(args) {
  // Not strict, because each runtime has its own words for a mistake, and none knows which option was meant.
  const { tokens, positionals } = parseArgs({ args, options: OPTIONS, strict: false, tokens: true });
  const given = new Map();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    checkOption(token, OPTIONS, "linux-x64-musl");
    given.set(token.name, token.value ?? true);
  }
  const help = given.has("help");
  if (!help && positionals.length > 0) {
    const option = NAMES.includes(positionals[0]) ? `; a machine is named with --target ${positionals[0]}` : "";
    throw new UsageError(`it takes options only, but was given ${JSON.stringify(positionals[0])}${option}`);
  }
  const target = !help && given.has("target") ? targetOf(given.get("target")) : undefined;
  return { json: given.has("json"), help, target };
}

/** @param {string} given */
function targetOf(given) {
  const target = TARGETS.find(({ name }) => name === given);
  if (target !== undefined) return target;
  const near = nearest(given, NAMES);
  const known = near.length > 0 ? `did you mean ${near.join(" or ")}?` : `there is ${NAMES.join(", ")}`;
  throw new UsageError(`--target is ${JSON.stringify(given)}, which is not known; ${known}`);
}

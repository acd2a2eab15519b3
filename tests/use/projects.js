// Makes projects of a few files, and runs `oxbridge use` in them.

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "../../js/bin/use.js";
import { COMMAND, host } from "../command/beside.js";
import { temporaryFolder } from "../packages/installed.js";
import { execute } from "../runtimes.js";

/** @typedef {Record<string, string>} Files what each holds, by its path */

/** What a project has before anything was chosen. */
export const PLAIN = `{
  "name": "program",
  "files": ["a", "b"],
  "dependencies": {
    "oxbridge": "*"
  }
}
`;

/** @param {Files} files */
export function makeProject(files) {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/**
 * Every file of a folder.
 *
 * @param {string} folder
 * @returns {Files}
 */
export function filesOf(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/**
 * Runs the command in this process, which is many times quicker than one of its own. Nothing but the files says which
 * package manager there is.
 *
 * @param {string} folder
 * @param {string[]} args
 * @param {{ agent?: string }} [options]
 */
export async function use(folder, args, { agent = "" } = {}) {
  const { log, error } = console;
  const { npm_config_user_agent: given = "" } = process.env;
  const said = { stdout: "", stderr: "" };
  console.log = (text) => (said.stdout += `${text}\n`);
  console.error = (text) => (said.stderr += `${text}\n`);
  process.env.npm_config_user_agent = agent;
  try {
    const code = await run(["--cwd", folder, ...args]);
    return { code, ...said };
  } finally {
    Object.assign(console, { log, error });
    process.env.npm_config_user_agent = given;
  }
}

/**
 * Runs the command as users do.
 *
 * @param {string} folder
 * @param {string[]} args
 * @param {import("../runtimes.js").Runtime} [runtime]
 * @param {string[]} [flags] of the runtime
 */
export async function command(folder, args, runtime = host, flags = []) {
  const words = [...runtime.args, ...flags, COMMAND, "use", ...args];
  const env = { npm_config_user_agent: "" };
  const { code, stdout, stderr } = await execute(runtime.command, words, { cwd: folder, env, timeout: 60_000 });
  return { code, stdout, stderr };
}

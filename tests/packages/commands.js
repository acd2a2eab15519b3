// The commands of the documentation that run a program, where Oxbridge is installed. What stands behind `#` is the backend
// that answers.

import { deepStrictEqual } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../../js/build/run.js";
import { ABC } from "../abc.js";
import { execute, RUNTIMES } from "../runtimes.js";
import { copyOf } from "./installed.js";
import { binaryOf } from "./programs.js";

const PAGES = ["docs/backends.md", "docs/platforms.md", "docs/runtimes.md"];
const CLAIM = /^(.*\S) +# (\w+)$/;
const PROGRAM = `import { sha256 } from "oxbridge";
import { backend } from "oxbridge/backend";

console.log(sha256("abc"), backend().name);
`;

/**
 * The blocks of a page in which a line says which backend answers, line by line.
 *
 * @param {string} page
 */
function blocksOf(page) {
  const blocks = readFileSync(join(root, page), "utf8").matchAll(/```sh\n([\s\S]*?)```/g);
  const lines = [...blocks].map(([, block]) => block.trimEnd().split("\n"));
  return lines.filter((block) => block.some((line) => CLAIM.test(line)));
}

/** A program with every backend, in a folder of its own. */
async function program() {
  const copied = await copyOf();
  writeFileSync(join(copied.folder, "program.js"), PROGRAM);
  return copied;
}

/**
 * Runs a line as a shell does, and gives what it prints.
 *
 * @param {string} line
 * @param {import("./installed.js").Installed} installed
 */
async function run(line, installed) {
  const { folder, env } = installed;
  const { node24, bun, deno } = RUNTIMES;
  const runtimes = [node24, bun, deno].map(({ command }) => dirname(command));
  const path = [...runtimes, join(root, "node_modules", ".bin"), process.env.PATH].join(":");
  const library = dirname(/** @type {string} */ (binaryOf(installed, "napi")));
  const command = line.replace("/opt/oxbridge", `'${library}'`);
  const { code, stdout, stderr } = await execute("sh", ["-c", command], { cwd: folder, env: { ...env, PATH: path } });
  deepStrictEqual([line, code], [line, 0], `${line} ended with ${code}: ${stderr}`);
  return stdout.trim();
}

/** @type {import("../report.js").Check[]} */
export const commandChecks = PAGES.map((page) => ({
  name: `the commands of ${page} run, and the backends that it says answer`,
  run: async () => {
    const installed = await program();
    for (const line of blocksOf(page).flat()) {
      const [, command, backend] = CLAIM.exec(line) ?? [];
      if (backend === undefined) await run(line, installed);
      else deepStrictEqual([line, await run(command, installed)], [line, `${ABC} ${backend}`]);
    }
  },
}));

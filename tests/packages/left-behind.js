// Temporary folders are removed however the process ends that has made them.

import { deepStrictEqual } from "node:assert";
import { chmodSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { execute } from "../runtimes.js";
import { temporaryFolder } from "./installed.js";

/** Root may remove everything, so it becomes nobody; whatever else the system has to make a folder read-only is not found. */
const BEFORE = `
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
const { temporaryFolder } = await import(process.argv[1]);
const { readOnly } = await import(process.argv[2]);
if (process.getuid() === 0) process.setuid(65534);
process.env.PATH = "/nowhere";
const [first, second] = [temporaryFolder(), temporaryFolder()];
for (const folder of [first, second]) {
  mkdirSync(join(folder, "kept"));
  writeFileSync(join(folder, "kept", "file"), "");
}
`;

/** @type {[name: string, script: string, ended: number | null, left: number][]} */
const ENDS = [
  ["ends by itself", "", 0, 0],
  ["is interrupted", `process.kill(process.pid, "SIGINT"); setInterval(() => {}, 1000);`, 130, 0],
  ["is terminated", `process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000);`, 143, 0],
  ["has lost its terminal", `process.kill(process.pid, "SIGHUP"); setInterval(() => {}, 1000);`, 129, 0],
  ["has made them read-only", `await readOnly({ folder: first }); process.exit();`, 0, 0],
  ["cannot remove the first", `chmodSync(join(first, "kept"), 0o555);`, 0, 1],
];

const modules = ["installed.js", "read-only.js"].map((file) => join(import.meta.dirname, file));

/** @type {import("../report.js").Check[]} */
export const leftChecks = ENDS.map(([name, script, ended, left]) => ({
  name: `temporary folders of a process that ${name}: ${left} of 2 stay`,
  run: async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o777);
    const args = ["--input-type=module", "--eval", BEFORE + script, ...modules];
    const { code, stderr } = await execute(process.execPath, args, { env: { TMPDIR: folder } });
    const stay = readdirSync(folder);
    for (const one of stay) if (existsSync(join(folder, one, "kept"))) chmodSync(join(folder, one, "kept"), 0o755);
    deepStrictEqual([code, stay.length, /^(?:.* stays behind: .*\n)*$/.test(stderr)], [ended, left, true], stderr);
    for (const one of stay) rmSync(join(folder, one), { recursive: true });
  },
}));

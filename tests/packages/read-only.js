// Makes what is installed read-only for the programs that are run in it, by the strictest of the ways that the machine
// permits.

import { chmodSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { execute } from "../runtimes.js";

/** @typedef {import("./installed.js").Installed} Installed */

/**
 * @typedef {object} ReadOnly
 * @property {Installed} installed
 * @property {string} how in words
 * @property {(words: string[]) => string[]} wrap makes of a command with its arguments one that can write nothing
 */

/**
 * Mounts the root, the temporary folder and the folder of the program read-only, in a namespace of the process's own, and
 * then runs the command there.
 */
const MOUNT = `set -e
for path in "$1" "$2"; do mount --bind "$path" "$path"; mount -o remount,bind,ro "$path"; done
mount -o remount,bind,ro /
cd "$2"
shift 2
exec "$@"`;

const NOBODY = "65534";

/**
 * @param {Installed} installed
 * @returns {Promise<ReadOnly>}
 */
export async function readOnly(installed) {
  const { folder } = installed;
  const mounted = (/** @type {string[]} */ flags) => (/** @type {string[]} */ words) => [
    ...["unshare", ...flags, "sh", "-c", MOUNT, "sh", tmpdir(), folder],
    ...words,
  ];
  for (const flags of [["--mount"], ["--map-root-user", "--mount"]]) {
    const wrap = mounted(flags);
    if (await works(wrap)) return { installed, how: `mounted by unshare ${flags.join(" ")}`, wrap };
  }
  if (process.geteuid?.() !== 0) {
    allow(folder, 0o555);
    // So that it can be removed, which another listener does that is there already.
    process.prependListener("exit", () => allow(folder, 0o755));
    return { installed, how: "without the permission to write", wrap: (words) => words };
  }
  // Root may write everything, whatever permissions say; who it becomes may not.
  allow(folder, 0o555);
  const user = ["setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"];
  return { installed, how: "as a user without the permission to write", wrap: (words) => [...user, ...words] };
}

/** @param {ReadOnly["wrap"]} wrap */
async function works(wrap) {
  const [command, ...args] = wrap(["true"]);
  try {
    return (await execute(command, args)).code === 0;
  } catch {
    return false; // there is no such command
  }
}

/**
 * @param {string} folder
 * @param {number} mode of all folders in it
 */
function allow(folder, mode) {
  const below = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { parentPath, name } of below) chmodSync(join(parentPath, name), mode);
  chmodSync(folder, mode);
}

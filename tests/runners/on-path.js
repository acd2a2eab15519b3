// Looks for programs as a shell does, in the folders of the PATH.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";

/** The system on which something is looked for. @typedef {Pick<NodeJS.Process, "env" | "platform">} System */

/**
 * The path of the first of these programs that is there, or `undefined`.
 *
 * @param {string[]} names without what Windows adds
 * @param {System} [system]
 */
export function onPath(names, { env, platform } = process) {
  const folders = (env.PATH ?? "").split(delimiter);
  const suffix = platform === "win32" ? ".exe" : "";
  const files = folders.flatMap((folder) => names.map((name) => join(folder, name + suffix)));
  return files.find((file) => existsSync(file));
}

// Writes a file whole or not at all: to another file beside it, which then takes its name.

import {
  closeSync,
  existsSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import process from "node:process";

/**
 * @param {string} path
 * @param {string | undefined} text `undefined` removes the file
 */
export function writeWhole(path, text) {
  const file = existsSync(path) ? realpathSync(path) : path; // a link stays one
  // Who may write into the folder could also replace a file that may not be written.
  if (existsSync(file)) closeSync(openSync(file, "r+"));
  if (text === undefined) return unlinkSync(file);
  const beside = `${file}.${process.pid}.tmp`;
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  try {
    writeFileSync(beside, text, { flag: "wx", flush: true, ...(mode !== undefined && { mode: mode & 0o7777 }) });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

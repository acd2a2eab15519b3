// Starts each subject in each runtime, in a process of its own, and gathers the columns.

import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import process from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { columnOf } from "./column.js";
import { ofRepository } from "./runtimes.js";

/** @typedef {import("./column.js").Column} Column */
/** @typedef {import("./runtimes.js").Runtime} Runtime */
/** @typedef {{ name: string, address?: string, every?: number }} Asked `every`: 3 is every third case */
/** @typedef {{ subject: Asked, runtime: Runtime }} Place */

const child = fileURLToPath(new URL("child.js", import.meta.url));

/**
 * @param {Place[]} places
 * @param {(text: string) => void} progress
 * @returns {Promise<Column[]>} in the order of the places
 */
export async function runPlaces(places, progress) {
  /** @type {Column[]} */
  const columns = [];
  /** What goes on, by place. @type {Map<number, string>} */
  const working = new Map();
  const show = () => progress([...working.values()].join("; "));
  const rest = places.entries();
  // Several take from the same list, each the next one when it is done with another.
  const work = async () => {
    for (const [index, place] of rest) {
      columns[index] = await runPlace(place, (text) => {
        working.set(index, text);
        show();
      });
      working.delete(index);
      show();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), places.length) }, work));
  progress("");
  return columns;
}

/**
 * @param {Place} place
 * @param {(text: string) => void} progress
 * @returns {Promise<Column>}
 */
async function runPlace({ subject, runtime: { id, command, args } }, progress) {
  const built = (await ofRepository())?.built;
  const env = { ...process.env };
  if (built !== undefined) env.OXBRIDGE_LIBRARY_PATH ||= built;
  const started = spawn(command, [...args, child, JSON.stringify(subject)], { env, stdio: ["ignore", "pipe", "pipe"] });
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    started.on("error", (error) => resolve(`cannot be started: ${error.message}`));
    started.on("close", (code, signal) => resolve(`ended with ${signal ?? code}`));
  });
  let [said, far] = ["", "before the first case"];
  /** @type {Column | undefined} */
  let column;
  started.stderr.setEncoding("utf8").on("data", (text) => (said = (said + text).slice(-1000)));
  // What a subject prints itself is not shown.
  createInterface({ input: started.stdout }).on("line", (line) => {
    if (line.startsWith("COLUMN ")) column = JSON.parse(line.slice(7));
    if (!line.startsWith("CASES ")) return;
    far = `after at least ${line.slice(6)} cases`;
    progress(`${subject.name} in ${id}: ${line.slice(6)}`);
  });
  progress(`${subject.name} in ${id}`);
  const end = await ended;
  if (column !== undefined) return column;
  const reason = `the process ${end}, ${far}${said.trim() ? `; it said: ${said.trim()}` : ""}`;
  return columnOf({ subject: subject.name, runtime: id, state: "ended", reason });
}

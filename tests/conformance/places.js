// Puts each subject through the cases in each runtime, in a process of its own, and gathers the columns.

import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import process from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Unbundled } from "./bundle.js";
import { columnOf } from "./column.js";
import { askChromium, askWorkerd } from "./elsewhere.js";
import { listener } from "./listener.js";
import { ofRepository } from "./runtimes.js";

/** @typedef {import("./column.js").Column} Column */
/** @typedef {import("./runtimes.js").Runtime} Runtime */
/** @typedef {{ name: string, address?: string, every?: number }} Subject `every`: 3 is every third case */
/** @typedef {{ subject: Subject, runtime: Runtime }} Place */
/** @typedef {{ end: string, said?: string }} End how it ended, and what it said last */

/**
 * Runs a subject in a runtime, and gives its column, or else how it ended.
 *
 * @typedef {(subject: Subject, runtime: Runtime, tell: (far: string) => void) => Promise<Column | End>} Ask
 */

/** How subjects run where no script can be started. @type {Record<string, Ask>} */
const ELSEWHERE = { chromium: askChromium, workerd: askWorkerd };

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
async function runPlace({ subject, runtime }, progress) {
  const { name } = subject;
  const { id } = runtime;
  let where = "before the first case";
  progress(`${name} in ${id}`);
  const tell = (/** @type {string} */ far) => {
    where = `after at least ${far} cases`;
    progress(`${name} in ${id}: ${far}`);
  };
  const what = { subject: name, runtime: id };
  try {
    const answer = await (ELSEWHERE[id] ?? askProcess)(subject, runtime, tell);
    if (!("end" in answer)) return answer;
    const said = answer.said ? `; it said: ${answer.said}` : "";
    return columnOf({ ...what, state: "ended", reason: `${answer.end}, ${where}${said}` });
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    if (error instanceof Unbundled) return columnOf({ ...what, state: "unloadable", reason: message });
    return columnOf({ ...what, state: "ended", reason: `${message}, ${where}` });
  }
}

/** @type {Ask} */
async function askProcess(subject, { command, args }, tell) {
  const built = (await ofRepository())?.built;
  const env = { ...process.env };
  if (built !== undefined) env.OXBRIDGE_LIBRARY_PATH ||= built;
  const started = spawn(command, [...args, child, JSON.stringify(subject)], { env, stdio: ["ignore", "pipe", "pipe"] });
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    started.on("error", (error) => resolve(`the process cannot be started: ${error.message}`));
    started.on("close", (code, signal) => resolve(`the process ended with ${signal ?? code}`));
  });
  let said = "";
  started.stderr.setEncoding("utf8").on("data", (text) => (said = (said + text).slice(-1000)));
  const { hear, column } = listener(tell);
  createInterface({ input: started.stdout }).on("line", hear);
  const end = await ended;
  return column() ?? { end, said: said.trim() };
}

// Runs the parts that the command line names, or all of them, and ends the process as they went.

import process from "node:process";
import { Report } from "./report.js";

/** @typedef {[title: string, run: (report: Report) => Promise<void>]} Part */

/** @param {Record<string, Part>} parts in the order in which they run */
export async function runParts(parts) {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) {
    console.error(`there is no part ${unknown.join(", ")}; the parts are: ${Object.keys(parts).join(", ")}`);
    process.exit(2);
  }
  const report = new Report();
  const start = performance.now();
  for (const [name, [title, run]] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    report.section(`${name}: ${title}`);
    await run(report);
  }
  for (const text of report.closing) console.log(`\n${text}`);
  console.log(`\n${Math.round((performance.now() - start) / 1000)} s in all`);
  process.exit(report.finish());
}

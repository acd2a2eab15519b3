// The report as text, for a terminal.

import { breakEvenTables, jobTables, runtimeName, targetTable } from "./tables.js";

/** What must be said of a run before any figure of it. @param {import("../results.js").Results} results */
export function warningsOf({ quick, machine, failures }) {
  const warnings = [];
  if (quick) warnings.push("THIS WAS A QUICK RUN, which shows that everything runs: no figure means anything.");
  if (machine.busy) warnings.push("THE MACHINE WAS BUSY and was measured anyway: trust no figure.");
  if (failures.length > 0) warnings.push(`${failures.length} PARTS FAILED, and their figures are missing.`);
  return warnings;
}

/** What was measured, where and when. @param {import("../results.js").Results} results */
export function factsOf({ oxbridge, date, machine, runtimes, peers }) {
  const { cpu, cores, platform, loadPerCore } = machine;
  return [
    `Oxbridge ${oxbridge}, measured on ${date.slice(0, 10)}.`,
    `${cpu}, ${cores} cores, ${platform}; a load of ${loadPerCore.toFixed(2)} per core when it began.`,
    `${runtimes.map(runtimeName).join(", ")}.`,
    `${Object.entries(peers)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}.`,
  ];
}

export const METHOD =
  "Times are medians of rounds in which all candidates of a process take turns; ± is how far the middle half of the " +
  "rounds reaches around them. The ratios of targets are taken within a round.";

/** @param {import("../results.js").Results} results */
export function textOf(results) {
  const parts = [
    ["Oxbridge benchmark", ...warningsOf(results), ...factsOf(results), METHOD].join("\n"),
    ...jobTables(results).map(tableText),
    ...breakEvenTables(results).map((table) => tableText({ ...table, title: `Where it is faster: ${table.title}` })),
  ];
  if (results.targets.length > 0) parts.push(tableText(targetTable(results)));
  if (results.absent.length > 0) parts.push(listText("Not measured", results.absent));
  if (results.failures.length > 0) parts.push(listText("FAILED", results.failures));
  return `${parts.join("\n\n")}\n`;
}

/** @param {import("./tables.js").Table} table */
function tableText({ title, note, head, rows }) {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column].length)));
  const line = (/** @type {string[]} */ cells) =>
    `  ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  ")}`;
  return [title, ...(note ? [`  ${note}`] : []), line(head).trimEnd(), ...rows.map((row) => line(row).trimEnd())].join(
    "\n",
  );
}

/**
 * @param {string} title
 * @param {import("../results.js").Absent[]} items
 */
const listText = (title, items) => [title, ...items.map(({ what, reason }) => `  ${what}: ${reason}`)].join("\n");

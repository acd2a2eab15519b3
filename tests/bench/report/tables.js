// The tables of a report, which its text, its page and the documentation show.

import { figure, figuresOf, rangesOf, runtimesOf, sizeOf, time, timeAndSpread } from "./figures.js";

/** @typedef {import("../results.js").Results} Results */

/**
 * @typedef {object} Table
 * @property {string} title
 * @property {string} [note]
 * @property {string[]} head
 * @property {string[][]} rows
 */

/** @param {Results["runtimes"][number]} runtime */
export const runtimeName = ({ name, version }) =>
  `${name[0].toUpperCase()}${name.slice(1)} ${version.split(".").slice(0, 2).join(".")}`;

/** Every target: what it is, what was measured, whether that is enough. @param {Results} results @returns {Table} */
export function targetTable({ targets, runtimes }) {
  const rows = targets.map(({ name, runtime, target, measured, met, lacks }) => {
    const known = runtimes.find(({ id }) => id === runtime);
    // What takes more is measured in microseconds, and shown in the unit that suits it.
    const shown = (/** @type {number} */ median) =>
      / [nµm]?s$/.test(target) ? time(median * 1000) : `${figure(median)}x`;
    const value = measured === null ? "not measured" : shown(measured.median);
    const verdict = met === true ? "yes" : met === false ? "NO" : "";
    const without = met === null && measured !== null ? `only with ${lacks.join(" and ")}` : verdict;
    return [name, known ? runtimeName(known) : runtime, target, value, without];
  });
  return {
    title: "Targets",
    note: "For an idle machine with x86-64, SHA-NI and AVX2, and Node 24.",
    head: ["what", "in", "target", "measured", "met"],
    rows,
  };
}

/** One table for each job: its candidates, and the runtimes it ran on. @param {Results} results @returns {Table[]} */
export function jobTables(results) {
  return results.jobs.map(({ id, title, unit, does }) => {
    const runtimes = runtimesOf(results, id);
    const columns = runtimes.map((runtime) => figuresOf(results, id, runtime.id));
    const names = [...new Set(columns.flatMap((column) => Object.keys(column)))];
    return {
      title,
      note: does && `Here by ${does}.`,
      head: [`each ${unit}`, ...runtimes.map(runtimeName)],
      rows: names.map((name) => [
        name,
        ...columns.map((column) => (column[name] === undefined ? "" : timeAndSpread(column[name]))),
      ]),
    };
  });
}

/** From which size each backend is faster. @param {Results} results @returns {Table[]} */
export function breakEvenTables({ breakEven, runtimes }) {
  const functions = [...new Set(breakEven.map((row) => row.function))];
  const backends = [...new Set(breakEven.map(({ backend }) => backend))];
  return functions.map((name) => {
    const rows = breakEven.filter((row) => row.function === name);
    const [{ unit, smallest, largest }] = rows;
    const places = runtimes.filter(({ id }) => rows.some(({ runtime }) => runtime === id));
    return {
      title: name,
      note: `By ${unit}, from ${sizeOf(smallest, unit)} to ${sizeOf(largest, unit)}.`,
      head: ["in", ...backends],
      rows: places.map((place) => [
        runtimeName(place),
        ...backends.map((backend) => {
          const row = rows.find((candidate) => candidate.runtime === place.id && candidate.backend === backend);
          return row === undefined ? "" : rangesOf(row);
        }),
      ]),
    };
  });
}

/** @param {Table} table */
export function markdown({ head, rows }) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}

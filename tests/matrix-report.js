// Shows the matrix: as text, as a page, and as JSON.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../js/build/run.js";

/** @typedef {{ row: string, column: string, cell?: import("./suite/cell.js").Cell, error?: string }} Entry */

const columns = ["napi", "neon", "wasm", "cabi", "cabi by koffi"];

/** @param {Entry | undefined} entry */
function symbol(entry) {
  if (entry === undefined) return "·";
  const { cases = 0, twins = 0 } = entry.cell ?? {};
  return entry.error === undefined ? `✓ ${cases} + ${twins}` : "✗";
}

/**
 * The matrix as text: runtimes down, backends across, the number of cases in each cell.
 *
 * @param {Entry[]} entries
 */
export function matrixText(entries) {
  const rows = [...new Set(entries.map(({ row }) => row))];
  const find = (/** @type {string} */ row, /** @type {string} */ column) =>
    entries.find((entry) => entry.row === row && entry.column === column);
  const line = (/** @type {string[]} */ [first, ...rest]) =>
    `  ${first.padEnd(10)}${rest.map((text) => text.padEnd(15)).join("")}`.trimEnd();
  const version = (/** @type {string} */ row) => {
    const runtime = entries.find((entry) => entry.row === row && entry.cell)?.cell?.runtime ?? "";
    return /Chrome\/[\d.]+/.exec(runtime)?.[0] ?? runtime;
  };
  return [
    line(["", ...columns]),
    ...rows.map((row) => `${line([row, ...columns.map((column) => symbol(find(row, column)))])}   ${version(row)}`),
    "",
    "  ✓ and the number of cases that ran, and of those that ran once more as promises; ✗ failed;",
    "  · not a backend of this runtime; every cell has the same results.",
  ].join("\n");
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** @param {Entry[]} entries */
function matrixPage(entries) {
  const functions = [...new Set(entries.flatMap(({ cell }) => Object.keys(cell?.perFunction ?? {})))];
  const head = ["runtime", "backend", ...functions, "calls of the core", "interface"];
  const rows = entries.map(({ row, column, cell, error }) => {
    const counts = functions.map((name) => `<td>${cell?.perFunction[name] ?? ""}</td>`).join("");
    const state = error === undefined ? "ok" : "failed";
    const rest = cell ? `${counts}<td>${cell.calls}</td><td>${escaped(cell.digest ?? "")}</td>` : "";
    const detail = error === undefined ? rest : `${rest}<td>${escaped(error)}</td>`;
    return `<tr class="${state}"><th title="${escaped(cell?.runtime ?? "")}">${row}</th><td>${column}</td>${detail}</tr>`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Oxbridge: the conformance matrix</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
  div { overflow-x: auto }
  table { border-collapse: collapse; width: 100% }
  th, td { padding: .3rem .7rem; text-align: left; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent) }
  td { font-variant-numeric: tabular-nums }
  tbody th { white-space: nowrap }
  .ok th::before { content: "✓ "; color: #2a9d5c }
  .failed th::before { content: "✗ "; color: #d1495b }
</style>
<h1>One core, every runtime, the same bits</h1>
<p>Each row is a backend in a runtime. The numbers count the cases of each function that ran there; every row with a
check mark gave the same bytes, the same types and the same errors.</p>
<div><table><thead><tr>${head.map((text) => `<th>${text}</th>`).join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table></div></html>
`;
}

/**
 * Writes the matrix as a page and as JSON.
 *
 * @param {Entry[]} entries
 */
export function writeMatrix(entries) {
  const folder = join(root, "dist", "matrix");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "matrix.html"), matrixPage(entries));
  const plain = entries.map(({ row, column, cell, error }) => ({ runtime: row, backend: column, error, ...cell }));
  writeFileSync(join(folder, "matrix.json"), `${JSON.stringify(plain, undefined, 2)}\n`);
  return folder;
}

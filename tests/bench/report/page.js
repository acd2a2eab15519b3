// The report as an HTML page without anything from elsewhere: charts, and all figures as text.

import { chartsOf } from "./charts.js";
import { draw, THEMES, VARIABLES } from "./svg.js";
import { breakEvenTables, jobTables, targetTable } from "./tables.js";
import { factsOf, METHOD, warningsOf } from "./text.js";

const WIDE = 860; // pixels of a chart
const NARROW = 328;

/** @typedef {import("../results.js").Results} Results */

const variables = (/** @type {Record<string, string>} */ theme) =>
  Object.entries(theme)
    .map(([role, colour]) => `--${role}: ${colour};`)
    .join(" ");

const STYLE = `
:root { color-scheme: light dark; ${variables(THEMES.light)} }
@media (prefers-color-scheme: dark) { :root { ${variables(THEMES.dark)} } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 892px; padding: 16px; background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 26px; margin: 8px 0; }
h2 { font-size: 21px; margin: 40px 0 8px; }
h3 { font-size: 16px; margin: 24px 0 4px; }
p { margin: 4px 0; }
.note { color: var(--muted); font-size: 14px; }
.warning { border: 2px solid var(--neon); padding: 8px 12px; font-weight: 600; margin: 12px 0; }
svg { display: block; height: auto; max-width: 100%; }
.narrow { display: none; }
.scroll { overflow-x: auto; margin: 8px 0; }
table { border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: 4px 10px; border-bottom: 1px solid var(--grid); white-space: nowrap; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
td.text { white-space: normal; min-width: 150px; }
th { color: var(--muted); font-weight: 600; }
.missed { font-weight: 700; }
.missed td:last-child { color: var(--neon); }
@media (max-width: 700px) {
  .wide, thead { display: none; }
  .narrow { display: block; }
  body { padding: 16px 12px; }
  table, tbody { display: block; }
  tr { display: block; padding: 6px 0; border-bottom: 1px solid var(--grid); }
  td { display: inline-block; border: 0; padding: 0 14px 0 0; white-space: normal; }
  td.text { display: block; font-weight: 600; }
  td:empty { display: none; }
  td::before { content: attr(data-head) " "; color: var(--muted); font-weight: 400; }
  td.text::before { content: none; }
}
`;

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** @param {Results} results */
export function pageOf(results) {
  const body = [
    "<h1>Oxbridge benchmark</h1>",
    ...warningsOf(results).map((text) => `<p class="warning">${escaped(text)}</p>`),
    ...factsOf(results).map((text) => `<p>${escaped(text)}</p>`),
    `<p class="note">${escaped(METHOD)}</p>`,
    ...chartsOf(results).map(chartHtml),
    ...(results.targets.length > 0 ? ["<h2>Targets</h2>", targetHtml(targetTable(results))] : []),
    ...section("Where Oxbridge is faster, by size", breakEvenTables(results)),
    ...section("All figures", jobTables(results)),
    ...listHtml("Not measured", results.absent),
    ...listHtml("Failed", results.failures),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Oxbridge benchmark</title>
<style>${STYLE}</style>
</head>
<body>
${body.join("\n")}
</body>
</html>
`;
}

/** @param {import("./charts.js").Chart} chart */
function chartHtml(chart) {
  const [wide, narrow] = [draw(chart, WIDE, VARIABLES), draw(chart, NARROW, VARIABLES)];
  return `<h2>${escaped(chart.title)}</h2>
<p class="note">${escaped(chart.note)}</p>
<div class="wide">${wide}</div>
<div class="narrow">${narrow}</div>`;
}

/**
 * @param {string} title
 * @param {import("./tables.js").Table[]} tables
 */
function section(title, tables) {
  if (tables.length === 0) return [];
  return [
    `<h2>${escaped(title)}</h2>`,
    ...tables.map((table) => `<h3>${escaped(table.title)}</h3>${tableHtml(table)}`),
  ];
}

/**
 * @param {import("./tables.js").Table} table
 * @param {(row: string[]) => string} [kind] the class of a row
 */
function tableHtml({ note, head, rows }, kind = () => "") {
  const heads = head.map((text, column) => `<th${column === 0 ? ' class="text"' : ""}>${escaped(text)}</th>`);
  // On a narrow screen each cell stands under the first one of its row, behind the name of its column.
  const cell = (/** @type {string} */ text, /** @type {number} */ column) =>
    column === 0
      ? `<td class="text">${escaped(text)}</td>`
      : `<td data-head="${escaped(head[column])}">${escaped(text)}</td>`;
  const lines = rows.map((row) => `<tr${kind(row)}>${row.map(cell).join("")}</tr>`);
  return `${note ? `<p class="note">${escaped(note)}</p>` : ""}
<div class="scroll"><table><thead><tr>${heads.join("")}</tr></thead><tbody>
${lines.join("\n")}
</tbody></table></div>`;
}

/** @param {import("./tables.js").Table} table */
const targetHtml = (table) => tableHtml(table, (row) => (row.at(-1) === "NO" ? ' class="missed"' : ""));

/**
 * @param {string} title
 * @param {import("../results.js").Absent[]} items
 */
function listHtml(title, items) {
  if (items.length === 0) return [];
  const lines = items.map(({ what, reason }) => `<li>${escaped(what)}: ${escaped(reason)}</li>`);
  return [`<h2>${escaped(title)}</h2>`, `<ul>${lines.join("\n")}</ul>`];
}

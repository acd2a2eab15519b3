// The matrix as one HTML page without anything from elsewhere.

import { countsOf, mostLacking, rowsOf, totalOf } from "./column.js";
import { cellText, scopeOf, verdictOf } from "./text.js";

/** @typedef {import("./column.js").Column} Column */
/** @typedef {import("./column.js").Counts} Counts */

/** How many wrong cases are shown of each column. */
const SHOWN = 50;

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --good: #1f7a46; --bad: #b3261e }
  @media (prefers-color-scheme: dark) { :root { --good: #6fcf97; --bad: #ff8a80 } }
  body { margin: 2rem auto; max-width: 80rem; padding: 0 1rem }
  div { overflow-x: auto }
  table { border-collapse: collapse }
  th, td { padding: .25rem .8rem; text-align: left; white-space: nowrap }
  tr { border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent) }
  td { font-variant-numeric: tabular-nums }
  thead small { display: block; font-weight: normal }
  .fn th { padding-left: 2rem; font-weight: normal }
  .fn { display: none; font-size: .875rem }
  body:has(#functions:checked) .fn { display: table-row }
  .all { color: var(--good) }
  .none { opacity: .5 }
  .wrong { color: var(--bad); font-weight: bold }
  pre { white-space: pre-wrap; overflow-wrap: anywhere }`;

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** @param {Counts} counts */
function cell(counts) {
  const { has, lacks, wrong } = counts;
  const kind = wrong > 0 ? "wrong" : has === 0 ? "none" : lacks === 0 ? "all" : "some";
  return `<td class="${kind}" title="has ${has}, lacks ${lacks}, wrong ${wrong}">${cellText(counts)}</td>`;
}

/** @type {(kind: string, name: string, cells: Counts[]) => string} */
const line = (kind, name, cells) =>
  `<tr class="${kind}"><th>${escaped(name)}</th><td>${Math.max(...cells.map(totalOf))}</td>` +
  `${cells.map(cell).join("")}</tr>`;

/** @param {Column[]} columns */
function table(columns) {
  const { shown, lacking } = rowsOf(columns);
  const head = columns.map(({ subject, runtime }) => `<th>${escaped(subject)}<small>${escaped(runtime)}</small></th>`);
  const lines = shown.flatMap((row) => {
    const functions = [...new Set(columns.flatMap(({ rows }) => Object.keys(rows[row] ?? {})))];
    const none = { has: 0, lacks: 0, wrong: 0 };
    return [
      line(
        "row",
        row,
        columns.map((column) => countsOf(column, row)),
      ),
      ...functions.map((fn) =>
        line(
          "fn",
          fn,
          columns.map(({ rows }) => rows[row]?.[fn] ?? none),
        ),
      ),
    ];
  });
  const nobody = lacking.length > 0 ? `<p>Nobody here has ${escaped(lacking.join(", "))}.</p>` : "";
  return `<p><label><input type="checkbox" id="functions"> each function</label></p>
<div><table><thead><tr><th></th><th>cases</th>${head.join("")}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody></table></div>
<p>A number: cases that it has; ✓ has all; · has none; ✗ some are wrong.</p>
${nobody}`;
}

/** @param {Column} column */
function details(column) {
  const { subject, runtime, wrong } = column;
  const who = escaped(`${subject} in ${runtime}`);
  const lacking = mostLacking(column).map(([what, cases]) => `<li>${escaped(what)}: ${cases} cases</li>`);
  const wrongs = wrong
    .slice(0, SHOWN)
    .map(
      ({ id, detail, source }) => `<dt>${escaped(id)}</dt><dd><pre>${escaped(detail)}</pre>by ${escaped(source)}</dd>`,
    );
  const more = wrong.length > SHOWN ? `<p>And ${wrong.length - SHOWN} more; --json has all.</p>` : "";
  return [
    wrongs.length > 0 ? `<h2>Wrong in ${who}</h2><dl>${wrongs.join("\n")}</dl>${more}` : "",
    lacking.length > 0 ? `<details><summary>What ${who} lacks</summary><ul>${lacking.join("\n")}</ul></details>` : "",
  ].join("\n");
}

/**
 * @param {Column[]} columns
 * @param {string} version of the suite
 */
export function pageOf(columns, version) {
  const ran = columns.filter(({ state }) => state === "ran");
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Conformance to Oxbridge ${version}</title>
<style>${STYLE}
</style>
<h1>Conformance to Oxbridge ${version}</h1>
${ran.length > 0 ? `<p>${escaped(scopeOf(ran))}</p>\n${table(ran)}` : ""}
<ul>${columns.map((column) => `<li>${escaped(verdictOf(column))}</li>`).join("\n")}</ul>
${ran.map(details).join("\n")}
</html>
`;
}

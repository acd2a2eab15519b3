// Prints a record into the documentation: the files of docs/bench, and what stands between marks in the pages.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../js/build/run.js";
import { FILE_JOB, LONG_JOBS, MANY_JOBS } from "./jobs/family.js";
import { later } from "./jobs/later.js";
import { chartsOf } from "./report/charts.js";
import { bestOther, figuresOf, nodeOf, runtimesOf, time } from "./report/figures.js";
import { pageOf } from "./report/page.js";
import { draw, THEMES } from "./report/svg.js";
import { breakEvenTables, markdown, runtimeName, targetTable } from "./report/tables.js";
import { factsOf, warningsOf } from "./report/text.js";
import { BACKENDS } from "./results.js";

const WIDTH = 760; // pixels of a chart, which a page of GitHub is wide enough for
const FOLDER = "docs/bench";

/** The pages with marks. */
const PAGES = ["README.md", "docs/performance.md"];

/** @typedef {import("./results.js").Results} Results */

/** What stands between the marks of each name. @type {Record<string, (results: Results) => string>} */
const PARTS = {
  facts: (results) => [...warningsOf(results), ...factsOf(results)].join("\n"),
  "speed chart": (results) => picture(results, "speed", FOLDER),
  speed: (results) => markdown(speedTable(results)),
  charts: (results) =>
    chartsOf(results)
      .map(({ name, title, note }) => `**${title}.**\n${note}\n\n${picture(results, name, "bench")}`)
      .join("\n\n"),
  crossing: (results) => markdown(crossingTable(results)),
  family: (results) => markdown(familyTable(results)),
  "break-even": (results) =>
    breakEvenTables(results)
      .map((table) => `**\`${table.title}\`.**\n${table.note}\n\n${markdown(table)}`)
      .join("\n\n"),
  targets: (results) => markdown(targetTable(results)),
};

/**
 * Every file of the record, by its path in the repository.
 *
 * @param {Results} results
 * @returns {Record<string, string>}
 */
export function recordFiles(results) {
  const charts = chartsOf(results).flatMap((chart) =>
    /** @type {const} */ (["light", "dark"]).map((theme) => [
      `${FOLDER}/${chart.name}-${theme}.svg`,
      `${draw(chart, WIDTH, THEMES[theme])}\n`,
    ]),
  );
  const pages = PAGES.map((page) => [page, filled(readFileSync(join(root, page), "utf8"), results, page)]);
  return { ...Object.fromEntries(charts), [`${FOLDER}/index.html`]: pageOf(results), ...Object.fromEntries(pages) };
}

/**
 * A page with the parts of a record between its marks.
 *
 * @param {string} text
 * @param {Results} results
 * @param {string} page
 */
function filled(text, results, page) {
  return text.replace(/(<!-- bench: (.+?) -->\n)[\s\S]*?(<!-- end -->)/g, (_, begin, name, end) => {
    if (!Object.hasOwn(PARTS, name)) throw new Error(`${page} has a mark for ${name}, which no record has`);
    return `${begin}\n${PARTS[name](results)}\n\n${end}`;
  });
}

/**
 * @param {Results} results
 * @param {string} name
 * @param {string} folder as the page finds it
 */
function picture(results, name, folder) {
  const chart = chartsOf(results).find((candidate) => candidate.name === name);
  if (chart === undefined) throw new Error(`the record has no chart ${name}`);
  const path = `${folder}/${name}`;
  return [
    "<picture>",
    `  <source media="(prefers-color-scheme: dark)" srcset="${path}-dark.svg">`,
    `  <img src="${path}-light.svg" alt="${chart.title}">`,
    "</picture>",
  ].join("\n");
}

/** The jobs, beside the best way without Oxbridge. @param {Results} results */
function speedTable(results) {
  const node = nodeOf(results);
  const jobs = results.jobs.filter(({ id }) => /^(add|first call|sha256|bulkHash|invertColors)/.test(id));
  const rows = jobs.flatMap(({ id, title, unit }) => {
    const nanoseconds = node === undefined ? {} : figuresOf(results, id, node.id);
    const other = bestOther(nanoseconds);
    if (other === undefined) return [];
    const ours = BACKENDS.map((name) => (nanoseconds[name] === undefined ? "" : time(nanoseconds[name].median)));
    return [[id === "add" ? "`add`" : title, unit, `${time(other[1].median)}, ${other[0]}`, ...ours]];
  });
  return { title: "", head: ["job", "each", "without Oxbridge", ...BACKENDS], rows };
}

/** What each shape costs, on one Node, and `add` everywhere. @param {Results} results */
function crossingTable(results) {
  const node = nodeOf(results);
  const columns = [...BACKENDS, "C addon"];
  const jobs = results.jobs.filter(({ id, does }) => does !== undefined && id !== "add" && id !== FILE_JOB.id);
  const row = (/** @type {string} */ label, /** @type {string} */ job, /** @type {string} */ runtime) => {
    const nanoseconds = figuresOf(results, job, runtime);
    return [label, ...columns.map((name) => (nanoseconds[name] === undefined ? "" : time(nanoseconds[name].median)))];
  };
  return {
    title: "",
    head: ["what crosses", ...columns],
    rows: [
      ...runtimesOf(results, "add").map((place) => row(`two numbers, ${runtimeName(place)}`, "add", place.id)),
      ...(node === undefined ? [] : jobs.map(({ id, title }) => row(`${title}, ${runtimeName(node)}`, id, node.id))),
    ],
  };
}

/** How many times as fast each backend digests as the best way without Oxbridge. @param {Results} results */
function familyTable(results) {
  const node = nodeOf(results);
  const ids = new Set([...LONG_JOBS, ...MANY_JOBS, FILE_JOB].map(({ id }) => id));
  const jobs = results.jobs.filter(({ id }) => ids.has(id) || id === "sha256 1 MiB");
  const rows = jobs.flatMap(({ id, title, unit }) => {
    const nanoseconds = node === undefined ? {} : figuresOf(results, id, node.id);
    const other = bestOther(nanoseconds, []); // packages are what these algorithms are chosen from
    if (other === undefined) return [];
    const ratios = BACKENDS.map((name) => {
      const ours = nanoseconds[id === FILE_JOB.id ? later(name) : name];
      return ours === undefined ? "" : `${Number((other[1].median / ours.median).toPrecision(3))}x`;
    });
    return [[title, unit, `${time(other[1].median)}, ${other[0]}`, ...ratios]];
  });
  return { title: "", head: ["job", "each", "without Oxbridge", ...BACKENDS], rows };
}

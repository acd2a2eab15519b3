// The charts, as options of ECharts. The same options serve the README and the page; a chart is drawn for a width.

import { BACKENDS } from "../results.js";
import { bestOther, figure, figuresOf, isOurs, nodeOf, runtimesOf, time } from "./figures.js";
import { runtimeName } from "./tables.js";

/** @typedef {import("../results.js").Results} Results */

/**
 * @typedef {object} Chart
 * @property {string} name
 * @property {string} title
 * @property {string} note
 * @property {(width: number) => { option: import("echarts/core").EChartsCoreOption, height: number }} draw
 */

/** The colours by what they are for; svg.js puts those of a theme in their place. */
export const ROLES = {
  text: "#010101",
  muted: "#010102",
  grid: "#010103",
  napi: "#010104",
  neon: "#010105",
  wasm: "#010106",
  cabi: "#010107",
  other: "#010108",
};

const NARROW = 480; // pixels; below, labels are stacked over their bars
const FONT = 12;

/** Nothing reacts to a pointer. */
const QUIET = { silent: true, emphasis: { disabled: true } };

/** The jobs of the main chart, with what they are called there. */
const MAIN_JOBS = {
  sha256: "sha256, 30 characters",
  "sha256 1 MiB": "sha256, 1 MiB",
  bulkHash: "bulkHash, 100,000 lines",
  "bulkHash mixed": "the same, 1 in 5 not ASCII",
  "invertColors 256 KiB": "invertColors, 256 KiB",
  "invertColors 64 MiB": "invertColors, 64 MiB",
};

/** Every chart that the results have figures for. @param {Results} results @returns {Chart[]} */
export function chartsOf(results) {
  const byRuntime = [
    perRuntime(results, "add", "add", "add", "A call that adds two numbers, per call; less is better."),
    perRuntime(results, "text in", "text", "sha256 of 30 characters", "One call, per call; less is better."),
    perRuntime(results, "texts", "texts", "bulkHash of 100,000 strings", "Per string; less is better."),
    perRuntime(results, "promise", "promise", "A promise", "sha256 of 64 bytes, one after the other; less is better."),
  ];
  return [speedChart(results), sizeChart(results), ...byRuntime].flatMap((chart) => chart ?? []);
}

/** How many times as fast each backend is as the best way without it. @param {Results} results @returns {Chart | undefined} */
function speedChart(results) {
  const node = nodeOf(results);
  if (node === undefined) return undefined;
  const rows = Object.entries(MAIN_JOBS).flatMap(([job, label]) => {
    const nanoseconds = figuresOf(results, job, node.id);
    const other = bestOther(nanoseconds);
    if (other === undefined) return [];
    const [name, { median }] = other;
    const speeds = BACKENDS.map((backend) => {
      return nanoseconds[backend] === undefined ? undefined : median / nanoseconds[backend].median;
    });
    return [{ label: `${label}\nbeside ${name}`, values: speeds }];
  });
  if (rows.length === 0) return undefined;
  return {
    name: "speed",
    title: "How many times as fast as the best way without Oxbridge",
    note: `${runtimeName(node)}; 1 is that way itself, built in or in JavaScript; the axis is logarithmic, more is better.`,
    draw: (width) => bars(width, rows, [...BACKENDS], { axis: (value) => `${figure(value)}x`, log: true, from: 1 }),
  };
}

/**
 * Times of one job on each runtime.
 *
 * @param {Results} results
 * @param {string} job
 * @param {string} name
 * @param {string} title
 * @param {string} note
 * @returns {Chart | undefined}
 */
function perRuntime(results, job, name, title, note) {
  const runtimes = runtimesOf(results, job);
  if (runtimes.length === 0) return undefined;
  const rows = runtimes.map((runtime) => {
    const nanoseconds = figuresOf(results, job, runtime.id);
    return { label: runtimeName(runtime), values: BACKENDS.map((backend) => nanoseconds[backend]?.median) };
  });
  return { name, title, note, draw: (width) => bars(width, rows, [...BACKENDS], { axis: time, log: false }) };
}

/**
 * Horizontal bars in groups.
 *
 * @param {number} width
 * @param {{ label: string, values: (number | undefined)[] }[]} rows
 * @param {(keyof typeof ROLES)[]} series
 * @param {{ axis: (value: number) => string, log: boolean, from?: number }} scale `from`: where bars begin
 */
function bars(width, rows, series, { axis, log, from }) {
  const narrow = width < NARROW;
  const top = narrow ? 52 : 40;
  const height = top + 24 + rows.length * (series.length * 15 + (narrow ? 40 : 16));
  const label = { color: ROLES.text, fontSize: FONT, lineHeight: 15 };
  const option = {
    ...common(width),
    grid: { left: narrow ? 8 : 196, right: 56, top, bottom: 24 },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map((row) => row.label),
      axisLine: { lineStyle: { color: ROLES.grid } },
      axisTick: { show: false },
      axisLabel: narrow
        ? // Over the bars of its group, because there is no room beside them.
          { ...label, inside: true, margin: -2, verticalAlign: "bottom", padding: [0, 0, series.length * 7.5 + 3, 0] }
        : { ...label, margin: 12 },
    },
    xAxis: {
      type: log ? "log" : "value",
      ...valueAxis(axis, narrow ? 3 : 6),
    },
    series: series.map((name, index) => ({
      type: "bar",
      name,
      ...QUIET,
      data: rows.map(({ values }) => values[index] ?? "-"),
      itemStyle: { color: ROLES[name] },
      barWidth: 12,
      barGap: "20%",
      z: 1,
      label: {
        show: true,
        position: "right",
        color: ROLES.muted,
        fontSize: FONT - 1,
        formatter: (/** @type {{ value: number }} */ { value }) => axis(value),
      },
      ...(from !== undefined && index === 0 && { markLine: lineAt(from) }),
    })),
  };
  return { option, height };
}

/** @param {number} value */
const lineAt = (value) => ({
  silent: true,
  symbol: "none",
  label: { show: false },
  lineStyle: { color: ROLES.text, type: "solid", width: 1 },
  data: [{ xAxis: value }],
});

/** What bytes cost by their number, on one Node. @param {Results} results @returns {Chart | undefined} */
function sizeChart(results) {
  const jobs = results.jobs.filter(({ id }) => id.startsWith("in "));
  const node = nodeOf(results);
  if (jobs.length === 0 || node === undefined) return undefined;
  const columns = jobs.map(({ id }) => figuresOf(results, id, node.id));
  const names = [...new Set(columns.flatMap((column) => Object.keys(column)))];
  const sizes = jobs.map(({ id }) => id.slice("in ".length));
  return {
    name: "bytes",
    title: "Bytes in, in place, by their number",
    note: `${runtimeName(node)}; invertColors, per call; both axes are logarithmic, less is better.`,
    draw: (width) => ({
      height: 320,
      option: {
        ...common(width),
        grid: { left: 60, right: 20, top: 40, bottom: 28 },
        xAxis: {
          type: "category",
          boundaryGap: false,
          data: sizes,
          axisLine: { lineStyle: { color: ROLES.grid } },
          axisTick: { show: false },
          axisLabel: { color: ROLES.text, fontSize: width < NARROW ? FONT - 2 : FONT },
        },
        yAxis: { type: "log", ...valueAxis(time, 6) },
        series: names.map((name) => ({
          type: "line",
          name,
          ...QUIET,
          data: columns.map((column) => column[name]?.median ?? "-"),
          itemStyle: { color: colourOf(name) },
          lineStyle: { color: colourOf(name), width: 2, type: isOurs(name) ? "solid" : "dashed" },
          symbol: "circle",
          symbolSize: 6,
        })),
      },
    }),
  };
}

/** @param {string} name */
const colourOf = (name) => (isOurs(name) ? ROLES[/** @type {keyof typeof ROLES} */ (name)] : ROLES.other);

/** @param {number} width */
const common = (width) => ({
  animation: false,
  textStyle: { fontFamily: "system-ui, sans-serif" },
  legend: {
    selectedMode: false,
    top: 4,
    left: 8,
    width: width - 16,
    itemWidth: 14,
    itemHeight: 10,
    textStyle: { color: ROLES.text, fontSize: FONT },
  },
});

/**
 * @param {(value: number) => string} format
 * @param {number} splitNumber
 */
const valueAxis = (format, splitNumber) => ({
  splitNumber,
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { color: ROLES.muted, fontSize: FONT - 1, formatter: format, hideOverlap: true },
  splitLine: { lineStyle: { color: ROLES.grid } },
});

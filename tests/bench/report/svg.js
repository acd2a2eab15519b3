// Draws charts as SVG, without a browser, in the colours of a theme.

import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { ROLES } from "./charts.js";

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

/** @typedef {Record<keyof typeof ROLES, string>} Theme */

// Colours that people tell apart who see few (Okabe and Ito), lighter where the ground is dark.
/** @type {Record<"light" | "dark", Theme & { ground: string }>} */
export const THEMES = {
  light: {
    ...{ ground: "#ffffff", text: "#1f2328", muted: "#57606a", grid: "#d8dee4" },
    ...{ napi: "#0072b2", neon: "#d98e00", wasm: "#009e73", cabi: "#b5568f", other: "#6e7781" },
  },
  dark: {
    ...{ ground: "#0d1117", text: "#e6edf3", muted: "#9da7b1", grid: "#30363d" },
    ...{ napi: "#56b4e9", neon: "#e69f00", wasm: "#2fbf93", cabi: "#d98bbb", other: "#8b949e" },
  },
};

/** A theme of variables, which the page sets. */
export const VARIABLES = /** @type {Theme} */ (
  Object.fromEntries(Object.keys(ROLES).map((role) => [role, `var(--${role})`]))
);

// What ECharts writes for pointers, which these charts do not answer.
const FOR_POINTERS = / (?:class|ecmeta_\w+|pointer-events)="[^"]*"|<style ?>[\s\S]*?<\/style>\n?/g;

/**
 * Draws a chart, with its title for those who do not see it.
 *
 * @param {import("./charts.js").Chart} chart
 * @param {number} width
 * @param {Theme} theme
 */
export function draw({ name, title, note, draw: drawing }, width, theme) {
  const { option, height } = drawing(width);
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  const painted = Object.entries(ROLES).reduce(
    (text, [role, colour]) => text.replaceAll(colour, theme[/** @type {keyof Theme} */ (role)]),
    named(svg.replace(FOR_POINTERS, ""), `${name}-${width}`),
  );
  const label = `${title}. ${note}`.replaceAll('"', "&quot;");
  return painted.replace("<svg ", `<svg role="img" aria-label="${label}" `);
}

/**
 * Names that are the same in every run, and differ between the charts of a page: ECharts counts what a process draws.
 *
 * @param {string} svg
 * @param {string} prefix
 */
function named(svg, prefix) {
  /** @type {Map<string, string>} */
  const names = new Map();
  return svg.replace(/\bzr\d+-[a-z]+-?\d+\b/g, (name) => {
    if (!names.has(name)) names.set(name, `${prefix}-${names.size}`);
    return /** @type {string} */ (names.get(name));
  });
}

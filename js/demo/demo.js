// The demo: the main jobs on real input with each of the four backends, beside the best way without Oxbridge; and a long
// stream that each of them hashes while the program goes on.
//
// `npm run demo` builds and runs it. It ends with code 1 unless every result has the same bits.
// `--json` prints the same data for programs.

import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { measure } from "./measure.js";
import { readPhoto, writePhoto } from "./photo.js";
import { plainWays } from "./plain.js";
import { show, showBar } from "./progress.js";
import { jsonOf, printReport } from "./report.js";
import { measureStream } from "./stream.js";
import { agrees } from "./stream-report.js";
import { distinctLines } from "./text.js";

const BACKENDS = /** @type {const} */ (["napi", "neon", "wasm", "cabi"]);
const ROUNDS = 9;
const INVERSIONS = 21; // odd, so that the photograph ends up inverted
const FIBONACCI_ROUNDS = 200;
const SUMMANDS = 500_000;

process.env.OXBRIDGE_LIBRARY_PATH ||= fileURLToPath(new URL("../../dist/native", import.meta.url));

const photo = readPhoto();
const lines = distinctLines();
// Quotients are the same on every engine; most sums of them must be rounded, so the order of additions shows.
const values = Float64Array.from({ length: SUMMANDS }, (_, i) => 1 / (i + 1));

const backends = await loadBackends();
/**
 * The ways to do a job: each backend, then those without Oxbridge.
 *
 * @param {keyof typeof plainWays} job
 * @param {(input: any) => any[]} argumentsOf
 */
const waysOf = (job, argumentsOf) => [
  ...backends.map(({ name, api, jobs }) => {
    return { name, plain: false, run: (/** @type {any} */ input) => jobs[job](api, ...argumentsOf(input)) };
  }),
  ...Object.entries(plainWays[job]).map(([name, way]) => {
    return { name, plain: true, run: (/** @type {any} */ input) => /** @type {any} */ (way)(...argumentsOf(input)) };
  }),
];

/** @type {import("./measure.js").Job[]} */
const jobs = [
  {
    name: "bulkHash",
    title: `bulkHash: SHA-256 of ${lines.length.toLocaleString("en")} distinct lines of text, in one call`,
    operation: "line",
    count: lines.length,
    input: () => lines,
    canonical: (digests) => digests.join("\n"),
    ways: waysOf("hashLines", (input) => [input]),
  },
  {
    name: "invertColors",
    title: `invertColors: a photograph of ${Math.round(photo.pixels.length / 1024)} KiB, in place, ${INVERSIONS} times`,
    operation: "photograph",
    count: INVERSIONS,
    input: () => photo.pixels.slice(),
    canonical: (pixels) => pixels,
    keep: true,
    ways: waysOf("invert", (input) => [input, INVERSIONS]),
  },
  {
    name: "fibonacci",
    title: `fibonacci: all from 0 to 93, ${FIBONACCI_ROUNDS} times`,
    operation: "call",
    count: 94 * FIBONACCI_ROUNDS,
    input: () => FIBONACCI_ROUNDS,
    canonical: (numbers) => numbers.join("\n"),
    ways: waysOf("allFibonacci", (input) => [input]),
  },
  {
    name: "add",
    title: `add: a sum of ${SUMMANDS.toLocaleString("en")} numbers, one call each`,
    operation: "call",
    count: SUMMANDS,
    input: () => values,
    canonical: (total) => new Uint8Array(Float64Array.of(total).buffer),
    ways: waysOf("sum", (input) => [input]),
  },
];

const table = measure(jobs, ROUNDS, (what) => show(`${what} ...`));
const stream = await measureStream(backends, (name, done) => showBar(`hashStream: ${name.padEnd(4)}`, done));
show("");

const inverted = table.find(({ job }) => job.name === "invertColors")?.rows ?? [];
const pictures = inverted
  .filter((row) => !row.plain)
  .map((row) => relative(process.cwd(), writePhoto(`astronaut-inverted-${row.name}.ppm`, photo.header, row.result)));

if (process.argv.includes("--json")) console.log(JSON.stringify(jsonOf(table, stream, ROUNDS, pictures), undefined, 2));
else printReport(table, stream, ROUNDS, pictures);

const results = [...table.map(({ job, rows }) => ({ name: job.name, rows })), { name: "hashStream", rows: stream }];
const differing = results.filter(({ rows }) => !agrees(rows));
for (const { name, rows } of differing) {
  console.error(`\n${name}: the results differ, which must never happen:`);
  for (const row of rows) console.error(`  ${row.digest}  ${row.name}`);
}
if (differing.length > 0) process.exitCode = 1;

/** Loads the four backends side by side, each with loops of its own. */
async function loadBackends() {
  const { load } = await import("oxbridge/backend");
  const loaded = [];
  for (const name of BACKENDS) {
    try {
      const api = await load(name);
      /** @type {typeof import("./jobs.js")} */
      const jobs = await import(`./jobs.js?${name}`);
      loaded.push({ name, api, jobs: /** @type {Record<string, (...values: any[]) => any>} */ (jobs) });
    } catch (error) {
      console.error(`The backend ${name} could not be loaded: ${/** @type {Error} */ (error).message}`);
      process.exit(1);
    }
  }
  return loaded;
}

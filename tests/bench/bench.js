// The benchmark: what a crossing costs, and two jobs, beside the alternatives. `npm run bench` runs it after a build.
//
// --json    the same figures for programs
// --check   ends with code 1 if a target is missed
// --anyway  measures although the machine is busy

import { execFileSync } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildAddon } from "./addon.js";
import { distinctLines, measureBulkHash, measureInvertColors } from "./jobs.js";
import { laterTargets, measureAtOnce, measureHops, measureStreams } from "./later.js";
import { ratio } from "./measure.js";
import { printReport, summaries } from "./report.js";

const BACKENDS = /** @type {const} */ (["napi", "neon", "wasm", "cabi"]);
const BUSY = 0.5; // of the load average per core: above, ratios are not worth reading
const PROCESSES = 3; // for each backend: how V8 compiles a loop varies from one to the next
const TARGETS = { add: 1.5, bulkHash: 1.8, invertColors: 8 };

const { values: options } = parseArgs({
  options: { json: { type: "boolean" }, check: { type: "boolean" }, anyway: { type: "boolean" } },
});
process.env.OXBRIDGE_LIBRARY_PATH ||= fileURLToPath(new URL("../../dist/native", import.meta.url));

const load = loadavg()[0] / availableParallelism();
if (load > BUSY && !options.anyway) {
  console.error(`The load average is ${load.toFixed(2)} per core, over ${BUSY}: nothing was measured.`);
  console.error("Wait until the machine is idle, or pass --anyway.");
  process.exit(2);
}

const addon = buildAddon();
const add = measureCrossings();
const apis = await loadBackends();
const ascii = await measureBulkHash(apis, distinctLines(false));
const mixed = await measureBulkHash(apis, distinctLines(true));
const invert = await measureInvertColors(apis);
const hops = await measureHops(apis);
const atOnce = await measureAtOnce(apis);
const streams = await measureStreams(apis);

/** @type {import("./report.js").Result[]} */
const results = [
  {
    name: "add",
    title: "add: one call",
    unit: "call",
    baseline: "plain",
    labels: { plain: "plain JavaScript, inlined", handwritten: "Node-API by hand" },
    times: add,
  },
  {
    name: "bulkHash",
    title: "bulkHash: SHA-256 of 100,000 ASCII lines of 30 characters to hexadecimal",
    unit: "line",
    baseline: "plain",
    labels: { plain: "crypto.hash in a loop" },
    times: ascii,
  },
  {
    name: "bulkHash, mixed",
    title: "bulkHash: the same, one line in five not ASCII",
    unit: "line",
    baseline: "plain",
    labels: { plain: "crypto.hash in a loop" },
    times: mixed,
  },
  {
    name: "invertColors",
    title: "invertColors: 256 KiB in place",
    unit: "image",
    baseline: "plain",
    labels: { plain: "a loop over bytes" },
    times: invert,
  },
  {
    name: "promises",
    title: "sha256 of 64 KiB: calls in turn, and promises in turn",
    unit: "call",
    baseline: "napi",
    labels: {},
    times: hops,
  },
  {
    name: "promises at once",
    title: "sha256 of 100 messages of a MiB: calls in turn, and promises that start at once",
    unit: "message",
    baseline: "napi",
    labels: {},
    times: atOnce,
  },
  {
    name: "streams",
    title: "a GiB in chunks of a MiB: createHash, and hashStream",
    unit: "MiB",
    baseline: "napi",
    labels: {},
    times: streams,
  },
];
const targets = [
  {
    name: "add over napi takes at most as long as Node-API by hand, times",
    target: TARGETS.add,
    measured: ratio(add.napi, add.handwritten),
    most: true,
  },
  {
    name: "bulkHash over napi is faster than crypto.hash in a loop at least",
    target: TARGETS.bulkHash,
    measured: ratio(ascii.plain, ascii.napi),
    most: false,
  },
  {
    name: "invertColors over napi is faster than a loop over bytes at least",
    target: TARGETS.invertColors,
    measured: ratio(invert.plain, invert.napi),
    most: false,
  },
  ...laterTargets(hops, atOnce, streams),
].map((row) => {
  const { median } = row.measured;
  return { ...row, met: row.most ? median <= row.target : median >= row.target };
});

const machine = {
  node: process.versions.node,
  platform: `${process.platform}-${process.arch}`,
  loadPerCore: load,
  busy: load > BUSY,
};
if (options.json) console.log(JSON.stringify({ machine, results: results.map(summaries), targets }, undefined, 2));
else printReport(machine, results, targets);
if (options.check && targets.some(({ met }) => !met)) process.exitCode = 1;

/**
 * Nanoseconds per call of each backend, of the hand-written addon and of plain JavaScript.
 * The last two are taken beside napi, because they are compared with it.
 */
function measureCrossings() {
  const script = fileURLToPath(new URL("crossing.js", import.meta.url));
  /** @type {Record<string, number[]>} */
  const all = { plain: [], handwritten: [], ...Object.fromEntries(BACKENDS.map((name) => [name, []])) };
  for (let i = 0; i < PROCESSES; i++) {
    for (const name of BACKENDS) {
      const beside = name === "napi" ? [addon] : [];
      const output = execFileSync(process.execPath, [script, name, ...beside], { stdio: ["ignore", "pipe", 2] });
      /** @type {Record<string, number[]>} */
      const times = JSON.parse(output.toString());
      for (const [candidate, values] of Object.entries(times)) {
        if (name === "napi" || candidate === name) all[candidate].push(...values);
      }
    }
  }
  return all;
}

/** Loads all backends side by side. */
async function loadBackends() {
  const { load } = await import("oxbridge/backend");
  /** @type {import("./jobs.js").Apis} */
  const loaded = {};
  for (const name of BACKENDS) loaded[name] = await load(name);
  return loaded;
}

// The benchmark itself: that it runs, that its report has the documented shape, and that it catches what it must.

import { deepStrictEqual, rejects, strictEqual } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../js/build/run.js";
import { bench, exitCode } from "./bench/bench.js";
import { PAGE } from "./bench/chromium.js";
import { GROUPS, jobsOf } from "./bench/groups.js";
import { winningRanges } from "./bench/jobs/break-even.js";
import { FILE_JOB } from "./bench/jobs/family.js";
import { later } from "./bench/jobs/later.js";
import { recordFiles } from "./bench/record-docs.js";
import { takeTurns } from "./bench/rounds.js";
import { commandChecks } from "./bench-command.js";
import { shapeOf } from "./bench-shape.js";
import { targetChecks } from "./bench-targets.js";
import { temporaryFolder } from "./packages/installed.js";
import { bundle } from "./runners/bundle.js";
import { execute } from "./runtimes.js";

const BACKENDS = ["napi", "neon", "wasm", "cabi"];

/**
 * Runs the benchmark of the repository quickly.
 *
 * @param {string[]} args
 */
async function runQuickly(...args) {
  const out = temporaryFolder();
  const script = join(root, "tests", "bench", "repository.js");
  const all = [script, "--quick", "--anyway", "--out", out, ...args];
  const { code, stdout, stderr } = await execute(process.execPath, all);
  if (code !== 0) throw new Error(`it ended with ${code}\n${stdout.slice(-3000)}${stderr}`);
  return { out, stdout, results: JSON.parse(readFileSync(join(out, "results.json"), "utf8")) };
}

/** @type {ReturnType<typeof runQuickly> | undefined} */
let running;
const whole = () => (running ??= runQuickly("--runtimes", "node24"));

/** The candidates of a job that is measured in one process for all backends. @param {any} results @param {string} job */
const candidatesOf = (results, job) =>
  results.figures
    .filter((/** @type {any} */ row) => row.job === job)
    .map((/** @type {any} */ row) => Object.keys(row.nanoseconds));

/** How many algorithms besides SHA-256 Node 24 has built in: CRC-32, MD5, SHA-1, SHA-512 and SHA3-256. */
const IN_NODE = 5;

const runs = [
  {
    name: "all jobs run on Node 24 with every backend, and agree",
    run: async () => {
      const { results, stdout } = await whole();
      deepStrictEqual([results.absent, results.failures], [[], []]);
      const jobs = jobsOf(Object.keys(GROUPS)).map(({ id }) => id);
      deepStrictEqual(
        results.jobs.map((/** @type {any} */ job) => job.id),
        jobs,
      );
      for (const job of jobs) {
        const names = candidatesOf(results, job).flat();
        // A file is only digested by a promise.
        const all = job === FILE_JOB.id ? BACKENDS.map(later) : BACKENDS;
        const wanted = job === "first call" ? ["napi", "wasm", "node:crypto"] : all;
        const missing = wanted.filter((name) => !names.includes(name));
        deepStrictEqual([job, missing], [job, []]);
      }
      const functions = new Set(results.breakEven.map((/** @type {any} */ row) => `${row.function} ${row.backend}`));
      strictEqual(functions.size, (4 + IN_NODE) * BACKENDS.length);
      const warning = /^THIS WAS A QUICK RUN.*no figure means anything\.$/m;
      if (!warning.test(stdout)) throw new Error("the report does not say that it was a quick run");
    },
  },
  {
    name: "the crossing is compared with the addon in C, and packed messages with the loop in Rust",
    run: async () => {
      const { results } = await whole();
      const beside = (/** @type {string} */ job) => candidatesOf(results, job).flat();
      for (const job of ["add", "in 16 B", "out 32 B", "out 64 KiB"])
        strictEqual(beside(job).includes("C addon"), true, job);
      strictEqual(beside("bulkHash packed").includes("sha2 in Rust"), true);
      for (const peer of ["crypto.hash", "createHash", "hash-wasm", "@noble/hashes"]) {
        strictEqual(beside("bulkHash").includes(peer), true, peer);
      }
    },
  },
  {
    name: "the first calls of processes that took turns are compared, which is a target",
    run: async () => {
      const { results } = await whole();
      const [target, ...others] = results.targets.filter((/** @type {any} */ row) => row.name.startsWith("first call"));
      deepStrictEqual([target.target, typeof target.measured?.median, others], ["at most 15 ms", "number", []]);
    },
  },
  {
    name: "results.json has the documented shape",
    run: async () => deepStrictEqual(shapeOf((await whole()).results), []),
  },
  {
    name: "the page is self-contained, and has every target as text",
    run: async () => {
      const { out, results } = await whole();
      const page = readFileSync(join(out, "index.html"), "utf8");
      const addresses = [...page.matchAll(/https?:[^"'\s<]*/g)].map(([address]) => address);
      deepStrictEqual([...new Set(addresses)].sort(), ["http://www.w3.org/1999/xlink", "http://www.w3.org/2000/svg"]);
      const outside = page.match(
        /\s(?:src|href|srcset|action)\s*=|@import|url\((?!#)|<(?:script|link|iframe|object)\b/g,
      );
      deepStrictEqual(outside, null);
      for (const { name } of results.targets) strictEqual(page.includes(name.replaceAll("&", "&amp;")), true, name);
      strictEqual(/<svg/.test(page) && /THIS WAS A QUICK RUN/.test(page), true);
    },
  },
  {
    name: "Bun and Deno measure a job with every backend",
    run: async () => {
      const { results } = await runQuickly("--runtimes", "bun,deno", "--only", "bulk");
      deepStrictEqual([results.absent, results.failures], [[], []]);
      const found = candidatesOf(results, "bulkHash");
      deepStrictEqual(
        results.figures.map((/** @type {any} */ row) => row.runtime),
        ["bun", "deno"],
      );
      for (const names of found) {
        const missing = [...BACKENDS, "createHash"].filter((name) => !names.includes(name));
        deepStrictEqual(missing, []);
      }
    },
  },
];

/**
 * Runs the command in this process, and gives its exit code and what it complained about.
 *
 * @param {string[]} args
 * @param {Parameters<typeof bench>[1]} [changes]
 */
async function complaintsOf(args, changes) {
  const { error } = console;
  /** @type {string[]} */
  const lines = [];
  console.error = (line) => lines.push(line);
  try {
    return { code: await bench(args, changes), text: lines.join("\n") };
  } finally {
    console.error = error;
  }
}

/** What is refused before anything is measured. @type {[string, string[], Parameters<typeof bench>[1], RegExp][]} */
const REFUSED = [
  ["a busy machine", [], { load: () => 0.51 }, /load average is 0\.51 per core, over 0\.5: nothing was measured/],
  ["an option that there is not", ["--fast"], {}, /--fast/],
  ["a group that there is not", ["--only", "bulk,sha1"], {}, /there is no sha1 to measure; there is crossing, /],
  ["two ways to say what", ["--only", "bulk", "--break-even"], {}, /exclude each other/],
  ["a runtime that is not here", ["--anyway", "--runtimes", "node1"], {}, /node1: it is not among the runtimes here/],
];

const refusals = REFUSED.map(([name, args, changes, message]) => ({
  name: `${name} is refused with 2, and nothing is written`,
  run: async () => {
    const out = join(temporaryFolder(), "bench");
    const { code, text } = await complaintsOf([...args, "--out", out], changes);
    strictEqual(code, 2);
    if (!message.test(text)) throw new Error(`it said ${text}`);
    strictEqual(existsSync(out), false);
  },
}));

/** @type {import("./bench/places.js").Place} */
const broken = {
  id: "node99",
  run: async (_program, task) => {
    if (JSON.parse(task).group !== "probe") throw new Error("neon gave 5, but should give 7");
    return { backends: { neon: { file: "x" } }, runtime: "node 99.0.0", version: "0.1.0" };
  },
};

const caught = [
  {
    name: "a candidate with another result than the others is caught, and named",
    run: async () => {
      const plan = { input: () => 3, fold: (/** @type {number} */ sum) => sum, rounds: 4, operations: 1 };
      const right = { name: "right", run: (/** @type {number} */ n) => n + 1 };
      const wrong = { name: "wrong", run: (/** @type {number} */ n) => n + 2 };
      const late = { name: "late", later: true, run: async (/** @type {number} */ n) => n + 1 };
      const times = await takeTurns({ ...plan, candidates: [right, late] });
      deepStrictEqual([times.right.length, times.late.length], [4, 4]);
      await rejects(
        takeTurns({ ...plan, candidates: [right, wrong] }),
        /(right|wrong) gave [45], but should give [45]/,
      );
      await rejects(takeTurns({ ...plan, candidates: [{ ...right, expected: 5 }] }), /right gave 4, but should give 5/);
    },
  },
  {
    name: "a run in which a candidate failed ends with 1, and its report says which",
    run: async () => {
      const out = temporaryFolder();
      const { log } = console;
      /** @type {string[]} */
      const lines = [];
      console.log = (line) => lines.push(line);
      try {
        const places = () => ({ places: [broken], absent: [] });
        strictEqual(await bench(["--anyway", "--only", "sha256", "--out", out], { places }), 1);
      } finally {
        console.log = log;
      }
      const text = lines.join("\n");
      if (!/sha256 of neon in node99: neon gave 5, but should give 7/.test(text)) throw new Error(`it said ${text}`);
      strictEqual(/PARTS FAILED/.test(readFileSync(join(out, "index.html"), "utf8")), true);
    },
  },
  {
    name: "what is absent is a failure in the repository, and none on a user's machine",
    run: () => {
      const results = { targets: [], failures: [], absent: [{ what: "bun", reason: "it is not here" }] };
      strictEqual(exitCode(results, { check: false, expectAll: true }), 1);
      strictEqual(exitCode(results, { check: true, expectAll: false }), 0);
    },
  },
];

/** @type {[string, (size: number) => boolean, { from: number, to: number }[]][]} */
const WINNERS = [
  ["always", () => true, [{ from: 16, to: 4096 }]],
  ["never", () => false, []],
  ["from a size on", (size) => size >= 300, [{ from: 300, to: 4096 }]],
  ["up to a size", (size) => size <= 300, [{ from: 16, to: 300 }]],
  ["between two sizes", (size) => size >= 100 && size <= 2000, [{ from: 100, to: 2000 }]],
  [
    "at both ends",
    (size) => size <= 40 || size >= 1000,
    [
      { from: 16, to: 40 },
      { from: 1000, to: 4096 },
    ],
  ],
];

const bisections = WINNERS.map(([name, holds, expected]) => ({
  name: `the bisection finds who is faster ${name}`,
  run: async () => {
    const ranges = await winningRanges([16, 64, 256, 1024, 4096], 1, holds);
    strictEqual(ranges.length, expected.length);
    for (const [index, { from, to }] of ranges.entries()) {
      // Sizes that are close need not be told apart.
      const close = (/** @type {number} */ a, /** @type {number} */ b) => Math.max(a, b) / Math.min(a, b) < 1.2;
      strictEqual(close(from, expected[index].from) && close(to, expected[index].to), true, JSON.stringify(ranges));
      strictEqual(holds(from) && holds(to), true, JSON.stringify(ranges));
    }
  },
}));

const page = {
  name: "the page for the browser is bundled, and has no package with native code in it",
  run: async () => {
    const out = join(temporaryFolder(), "page.js");
    await bundle(PAGE.entry, out, ["browser"], PAGE.external);
    const text = readFileSync(out, "utf8");
    deepStrictEqual([text.includes("benchHere"), /\.node["']/.test(text)], [true, false]);
  },
};

const record = {
  name: "the pages and the charts show the record of docs/bench (npm run bench:record -- --from prints them again)",
  run: () => {
    const results = JSON.parse(readFileSync(join(root, "docs", "bench", "results.json"), "utf8"));
    deepStrictEqual([results.quick, shapeOf(results), results.failures, results.absent], [false, [], [], []]);
    const stale = Object.entries(recordFiles(results)).filter(
      ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text,
    );
    deepStrictEqual(
      stale.map(([path]) => path),
      [],
    );
  },
};

/** @type {import("./report.js").Check[]} */
export const checks = [...runs, ...targetChecks, ...refusals, ...caught, ...bisections, page, record, ...commandChecks];

// What the demo prints: for people a table for each job, for programs the same as data.

import { agrees, jsonOfStream, printStream } from "./stream-report.js";

/** @typedef {import("./measure.js").Row} Row */
/** @typedef {import("./stream.js").StreamRow} StreamRow */
/** @typedef {{ job: import("./measure.js").Job, rows: Row[] }[]} Table */

/** The fastest way without Oxbridge. @param {Row[]} rows */
function bestPlain(rows) {
  return rows.filter((row) => row.plain).reduce((best, row) => (row.milliseconds < best.milliseconds ? row : best));
}

/** Two significant digits, without an exponent: 3.1, 0.42, 17. @param {number} value */
function short(value) {
  if (value >= 10) return value.toFixed(0);
  return value >= 1 ? value.toFixed(1) : String(Number(value.toPrecision(2)));
}

/** @param {number} milliseconds */
function time(milliseconds) {
  if (milliseconds >= 1) return `${milliseconds.toPrecision(3)} ms`;
  return milliseconds >= 0.001
    ? `${(milliseconds * 1e3).toPrecision(3)} µs`
    : `${(milliseconds * 1e6).toPrecision(3)} ns`;
}

/**
 * Whether every way to do a job gave the same, in all jobs.
 *
 * @param {Table} table
 * @param {StreamRow[]} stream
 */
const isSame = (table, stream) => table.every(({ rows }) => agrees(rows)) && agrees(stream);

/**
 * @param {Table} table
 * @param {StreamRow[]} stream
 * @param {number} rounds
 * @param {string[]} pictures
 */
export function jsonOf(table, stream, rounds, pictures) {
  return {
    node: process.versions.node,
    platform: `${process.platform}-${process.arch}`,
    rounds,
    sameBits: isSame(table, stream),
    jobs: table.map(({ job, rows }) => {
      const best = bestPlain(rows);
      return {
        name: job.name,
        title: job.title,
        count: job.count,
        operation: job.operation,
        bestPlain: best.name,
        ways: rows.map(({ name, plain, milliseconds, digest }) => {
          return { name, plain, milliseconds, timesAsFastAsPlain: best.milliseconds / milliseconds, digest };
        }),
      };
    }),
    stream: jsonOfStream(stream),
    pictures,
  };
}

/**
 * @param {Table} table
 * @param {StreamRow[]} stream
 * @param {number} rounds
 * @param {string[]} pictures
 */
export function printReport(table, stream, rounds, pictures) {
  const { platform, arch, versions } = process;
  console.log("Oxbridge: one Rust core, four bridges, the same bits");
  console.log(`Node ${versions.node} on ${platform}-${arch}; medians of ${rounds} rounds, all ways taking turns\n`);
  for (const { job, rows } of table) printJob(job, rows);
  printStream(stream);
  if (isSame(table, stream)) {
    const count = table.length + 1;
    console.log(`Same bits: in all ${count} jobs the four backends and the ways without Oxbridge gave one digest.`);
  }
  for (const line of conclusions(table)) console.log(line);
  console.log(`\nTo look at, the inverted photograph as each backend made it:\n  ${pictures.join("\n  ")}`);
}

/** @param {import("./measure.js").Job} job @param {Row[]} rows */
function printJob(job, rows) {
  const best = bestPlain(rows);
  const width = Math.max(...rows.map((row) => row.name.length));
  console.log(job.title);
  const each = `each ${job.operation}`;
  console.log(`  ${"".padEnd(width)} ${"time".padStart(9)} ${each.padStart(16)}  ${"speed".padEnd(13)}  digest`);
  for (const row of rows) {
    const speed = row === best ? "best without" : `${short(best.milliseconds / row.milliseconds)}x as fast`;
    const one = time(row.milliseconds / job.count).padStart(16);
    const digest = row.digest.slice(0, 12);
    console.log(
      `  ${row.name.padEnd(width)} ${time(row.milliseconds).padStart(9)} ${one}  ${speed.padEnd(13)}  ${digest}`,
    );
  }
  console.log();
}

/** What the figures say. @param {Table} table */
function conclusions(table) {
  const faster = [];
  const sentences = [];
  for (const { job, rows } of table) {
    const best = bestPlain(rows);
    const ours = rows.filter((row) => !row.plain);
    const slower = ours.filter((row) => row.milliseconds > best.milliseconds);
    const quickest = ours.reduce((a, b) => (a.milliseconds < b.milliseconds ? a : b));
    const [theirs, own] = [best, quickest].map((row) => time(row.milliseconds / job.count));
    const compared = `${theirs} a ${job.operation} there, ${own} with the fastest backend`;
    if (slower.length === 0) faster.push(job.name);
    else if (slower.length < ours.length) {
      const names = slower.map((row) => row.name).join(", ");
      sentences.push(`Slower at ${job.name} than the best way without Oxbridge: ${names} (${compared}).`);
    } else if (job.operation === "call") {
      sentences.push(`Single small calls such as ${job.name} are faster in plain JavaScript (${compared}).`);
    } else sentences.push(`At ${job.name} the best way without Oxbridge is faster than every backend (${compared}).`);
  }
  if (faster.length > 0) {
    sentences.unshift(`Every backend is faster than the best way without Oxbridge at: ${faster.join(", ")}.`);
  }
  return sentences;
}

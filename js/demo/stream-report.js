// What the demo prints of the stream: a table for people, and the same as data.

import { STREAM_BYTES } from "./stream.js";

/** @typedef {import("./stream.js").StreamRow} StreamRow */

const MIB = 1024 * 1024;
const TITLE = `hashStream: SHA-256 of a stream of ${STREAM_BYTES / MIB} MiB, once each, while a timer of 5 ms runs`;

/** Whether every way gave the same digest. @param {{ digest: string }[]} rows */
export const agrees = (rows) => rows.every(({ digest }) => digest === rows[0].digest);

/** @param {StreamRow} row */
const bytesPerSecond = ({ milliseconds }) => STREAM_BYTES / (milliseconds / 1000);

/** @param {StreamRow[]} rows */
export function jsonOfStream(rows) {
  const ways = rows.map((row) => ({ ...row, bytesPerSecond: bytesPerSecond(row) }));
  return { name: "hashStream", title: TITLE, bytes: STREAM_BYTES, ways };
}

/** @param {StreamRow[]} rows */
export function printStream(rows) {
  const table = rows.map((row) => [
    row.name,
    row.place,
    `${row.milliseconds.toFixed(0)} ms`,
    `${(bytesPerSecond(row) / MIB).toFixed(0)} MiB/s`,
    `${row.fired} of ${row.due}`,
    `${row.worstDelay.toFixed(1)} ms`,
    row.digest.slice(0, 12),
  ]);
  const head = ["", "runs on", "time", "throughput", "timer fired", "worst delay", "digest"];
  const widths = head.map((text, column) => Math.max(text.length, ...table.map((cells) => cells[column].length)));
  const isText = (/** @type {number} */ column) => column < 2 || column === head.length - 1;
  console.log(TITLE);
  for (const cells of [head, ...table]) {
    const padded = cells.map((cell, i) => (isText(i) ? cell.padEnd(widths[i]) : cell.padStart(widths[i])));
    console.log(`  ${padded.join("  ").trimEnd()}`);
  }
  console.log();
}

// Tables for a terminal.

/**
 * Rows below each other in columns.
 *
 * @param {string[][]} rows the first has the titles
 * @param {number} [left] how many columns are words, which begin on the left; the others are numbers, and end on the right
 */
export function table(rows, left = 1) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (/** @type {string[]} */ row) =>
    row.map((cell, column) => (column < left ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  ");
  return rows.map(line).join("\n");
}

/**
 * A size in KiB.
 *
 * @param {number} bytes
 */
export const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;

/** A number of things that ran; `null` if they failed. @param {number | null} number */
export const countText = (number) => (number === null ? "failed" : number.toLocaleString("en-US"));

// Tables for a terminal.

/**
 * Rows below each other in columns: the first is text, the others are numbers and stand to the right.
 *
 * @param {string[][]} rows
 */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (/** @type {string[]} */ row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  ");
  return rows.map(line).join("\n");
}

/**
 * A size in KiB.
 *
 * @param {number} bytes
 */
export const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;

// A table for people, as text.

/**
 * @param {string[]} titles
 * @param {string[][]} rows
 * @param {number} left how many columns are words, which begin on the left; the others are numbers
 */
export function columnsText(titles, rows, left) {
  const widths = titles.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at].length)));
  return [titles, ...rows]
    .map((row) => row.map((text, at) => (at < left ? text.padEnd(widths[at]) : text.padStart(widths[at]))).join("  "))
    .join("\n");
}

/** A number of things that ran; `null` if they failed. @param {number | null} number */
export const countText = (number) => (number === null ? "failed" : number.toLocaleString("en-US"));

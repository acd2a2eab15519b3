// Understands what is printed where a subject runs: how far it is, and the column, each behind a mark.

/** @typedef {import("./column.js").Column} Column */

/** @param {(far: string) => void} tell */
export function listener(tell) {
  /** @type {Column | undefined} */
  let column;
  return {
    /** What a subject prints itself is passed over. @param {string} line */
    hear(line) {
      if (line.startsWith("COLUMN ")) column = JSON.parse(line.slice(7));
      if (line.startsWith("CASES ")) tell(line.slice(6));
    },
    /** The column, once it was printed. */
    column: () => column,
  };
}

// Which known names somebody may have meant.

const LONGEST = 64; // more characters are far from every name
const MOST = 3;

/**
 * The names with the fewest edits, if these are less than half of a name; the nearest first.
 *
 * @template {string} Name
 * @param {string} given
 * @param {readonly Name[]} names
 * @returns {Name[]}
 */
export function nearest(given, names) {
  if (given.length > LONGEST) return [];
  const ranked = names.map((name) => ({ name, edits: distance(plain(given), plain(name)) }));
  return ranked
    .filter(({ name, edits }) => edits * 2 < name.length)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/**
 * A name without what people put between its parts, in lower case.
 *
 * @param {string} name
 */
export const plain = (name) => name.replace(/[-_/ ]/g, "").replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/**
 * How many characters must be inserted, deleted or replaced (Levenshtein), row by row.
 *
 * @param {string} a
 * @param {string} b
 */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

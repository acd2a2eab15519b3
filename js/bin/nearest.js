// Which known name somebody may have meant.

/**
 * The name with the fewest edits, if these are less than half of it.
 *
 * @param {string} given
 * @param {readonly string[]} names
 */
export function nearest(given, names) {
  const ranked = names.map((name) => ({ name, edits: distance(given.toLowerCase(), name) }));
  const [first] = ranked.sort((a, b) => a.edits - b.edits);
  return first !== undefined && first.edits * 2 < first.name.length ? first.name : undefined;
}

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

// The difference of two texts as a unified diff, as `diff -u` prints it and `patch` reads it. The change is one region.

const CONTEXT = 3;

/**
 * @param {string} name
 * @param {string | undefined} before `undefined` if there is no file
 * @param {string | undefined} after `undefined` if the file goes
 * @returns {string} ends with a newline
 */
export function unifiedDiff(name, before, after) {
  const [old, young] = [linesOf(before ?? ""), linesOf(after ?? "")];
  let start = 0;
  while (start < old.length && start < young.length && old[start] === young[start]) start++;
  let same = 0;
  const most = Math.min(old.length, young.length) - start;
  while (same < most && old[old.length - 1 - same] === young[young.length - 1 - same]) same++;
  const first = Math.max(0, start - CONTEXT);
  const rest = Math.min(CONTEXT, same);
  const [oldEnd, youngEnd] = [old.length - same, young.length - same];
  const marked = [
    ...old.slice(first, start).map((line) => ` ${line}`),
    ...old.slice(start, oldEnd).map((line) => `-${line}`),
    ...young.slice(start, youngEnd).map((line) => `+${line}`),
    ...old.slice(oldEnd, oldEnd + rest).map((line) => ` ${line}`),
  ];
  const body = marked.map((line) => (line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`)).join("");
  const names = `--- ${before === undefined ? "/dev/null" : `a/${name}`}\n+++ ${after === undefined ? "/dev/null" : `b/${name}`}\n`;
  return `${names}@@ -${range(first, oldEnd + rest)} +${range(first, youngEnd + rest)} @@\n${body}`;
}

/** Lines with their ends. @param {string} text */
const linesOf = (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/**
 * Where a region is, counted from 1; an empty one is said to lie behind the line before it.
 *
 * @param {number} from
 * @param {number} to
 */
const range = (from, to) => (to === from ? `${from},0` : `${from + 1},${to - from}`);

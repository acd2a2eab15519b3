// What the demo shows on a terminal while it works; elsewhere it shows nothing.

const WIDTH = 30;
const { stderr } = process;

/** Shows what is being done, in the place of what was shown before. @param {string} what */
export function show(what) {
  if (stderr.isTTY) stderr.write(`\r\x1b[K${what}`);
}

/**
 * Shows how far something is.
 *
 * @param {string} what
 * @param {number} done from 0 to 1
 */
export function showBar(what, done) {
  const full = Math.round(done * WIDTH);
  const percent = `${Math.round(done * 100)}%`.padStart(4);
  show(`${what} ${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${percent}`);
}

// The limits of instructions: how the file of them reads, and what a count says beside its limit. Pure; it counts nothing.

/** What was counted in: whatever of it changes, counts change. @typedef {Record<string, string>} Surroundings */
/** @typedef {{ surroundings: Surroundings, rows: Map<string, number> }} Limits */
/** @typedef {{ row: string, text: string, failure?: string }} Verdict */

/** A limit is what was counted, and so much more, for what a change elsewhere in the code may do to a function. */
const MARGIN = 0.02;
/** So far under its limit, a count needs a lower one, or what was gained could be lost again unseen. */
const SLACK = 0.1;
/** How far over its limit a count may be in surroundings that are not those of the limits. */
const ALLOWANCES = {
  // With each version from 1.89 to 1.101, every function stays within 10 % of its count with 1.95.
  rustc: 0.2,
  // What copies and allocates is the C library's; it is a tenth of some rows.
  glibc: 0.1,
  // Without AVX2, `invert_colors` takes 3.3 times as many, hex a sixth more, and the others as many.
  processor: 2.5,
};

const HEADER = `# The most instructions that each hot function may take: what was counted, and ${MARGIN * 100} % more.
# \`UPDATE=1 node tests/run.js instructions\` writes this file; CONTRIBUTING.md says when.
`;
const ACCEPT = "UPDATE=1 node tests/run.js instructions";

/** @param {number} count */
const written = (count) => count.toLocaleString("en-US");
/** @param {number} share */
const percent = (share) => `${(share * 100).toFixed(1)} %`;

/**
 * Writes the file of limits from counts.
 *
 * @param {Surroundings} surroundings
 * @param {Map<string, number>} counts
 */
export function printLimits(surroundings, counts) {
  const line = (/** @type {string} */ name, /** @type {string} */ value) => `${name.padEnd(34)} ${value}\n`;
  const about = Object.entries(surroundings).map(([name, value]) => `${name}: ${value}\n`);
  const rows = [...counts].map(([row, count]) => line(row, written(Math.ceil(count * (1 + MARGIN))).padStart(11)));
  return `${HEADER}\n${about.join("")}\n${rows.join("")}`;
}

/**
 * Reads the file of limits.
 *
 * @param {string} text
 * @returns {Limits}
 */
export function readLimits(text) {
  /** @type {Surroundings} */
  const surroundings = {};
  const rows = new Map();
  for (const line of text.split("\n").filter((line) => line !== "" && !line.startsWith("#"))) {
    const about = /^(\w+): (.+)$/.exec(line);
    const limit = /^(\S.*?) +([\d,]+)$/.exec(line);
    if (about) surroundings[about[1]] = about[2];
    else if (limit) rows.set(limit[1], Number(limit[2].replaceAll(",", "")));
    else throw new Error(`limits.txt has a line that is neither a limit nor what it was counted in: ${line}`);
  }
  return { surroundings, rows };
}

/**
 * What differs from the surroundings of the limits, and how far counts may be over their limits for that.
 *
 * @param {Surroundings} ofLimits
 * @param {Surroundings} here
 */
export function allowanceFor(ofLimits, here) {
  const names = /** @type {(keyof typeof ALLOWANCES)[]} */ (Object.keys(ALLOWANCES));
  const differing = names.filter((name) => ofLimits[name] !== here[name]);
  return {
    share: differing.reduce((sum, name) => sum + ALLOWANCES[name], 0),
    because: differing.map((name) => `${name} is ${here[name]}, not ${ofLimits[name]}`).join("; "),
  };
}

/**
 * What each count says beside its limit, in the order of the counts; then the limits of what was not counted.
 *
 * @param {Limits} limits
 * @param {Surroundings} here
 * @param {Map<string, number>} counts
 * @returns {Verdict[]}
 */
export function verdicts(limits, here, counts) {
  const allowance = allowanceFor(limits.surroundings, here);
  const counted = [...counts].map(([row, count]) => verdict(row, count, limits.rows.get(row), allowance));
  const gone = [...limits.rows.keys()].filter((row) => !counts.has(row));
  return [
    ...counted,
    ...gone.map((row) => ({
      row,
      text: "not counted",
      failure: `limits.txt has a limit for ${row}, which is not counted any more; to take it out: ${ACCEPT}`,
    })),
  ];
}

/**
 * @param {string} row
 * @param {number} count
 * @param {number | undefined} limit
 * @param {ReturnType<typeof allowanceFor>} allowance
 * @returns {Verdict}
 */
function verdict(row, count, limit, { share, because }) {
  const took = `${row} took ${written(count)} instructions`;
  if (limit === undefined) {
    return { row, text: "no limit", failure: `${took} and has no limit in limits.txt; to give it one: ${ACCEPT}` };
  }
  const text = `${written(count)} of at most ${written(Math.floor(limit * (1 + share)))} instructions`;
  const off = count / limit - 1;
  if (off > share) {
    const allowed = share === 0 ? "" : `, and ${percent(share)} over it are allowed here, because ${because}`;
    const failure =
      `${took}; its limit is ${written(limit)}, and that is ${percent(off)} over it${allowed}. ` +
      `If this is what the change is worth: ${ACCEPT}`;
    return { row, text, failure };
  }
  // Surroundings that make a function cheaper are no reason to lower its limit.
  if (because === "" && -off > SLACK) {
    const failure =
      `${took}; its limit is ${written(limit)}, and that is ${percent(-off)} under it. ` +
      `Lower the limit, so that what was gained is kept: ${ACCEPT}`;
    return { row, text, failure };
  }
  return { row, text };
}

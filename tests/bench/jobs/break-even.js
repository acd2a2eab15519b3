// From which size on a backend is faster than the best built-in or JavaScript way of the runtime: found by bisection over
// sizes, with all ways taking turns. Runs in browsers too.
//
// Nothing says that there is one such size: a digest may win where a call is cheap and lose where the work is long. So a
// grid of sizes is measured first, and each place where the winner changes is bisected.

import { distinctLines, noise, sumOfBytes, sumOfTexts } from "../inputs.js";
import { builtInDigests, INVERSIONS, javaScriptDigests, subtleDigest } from "../rivals.js";
import { takeTurns } from "../rounds.js";
import { best, ratio, summary } from "../statistics.js";

const ROUNDS = 11;
const HOPELESS = 3; // times as long as the best other way: not measured further
const EVEN = 1.02; // times as fast: less cannot be told apart
const CLOSE = 1.15; // two sizes so close need not be told apart

/** @typedef {(input: any) => unknown} Way */

/**
 * A function, and how it is measured at a size.
 *
 * @typedef {object} Subject
 * @property {string} name
 * @property {string} unit what sizes count
 * @property {number[]} sizes the grid
 * @property {number} step what sizes are multiples of
 * @property {(size: number) => unknown} make an input of a size
 * @property {(input: any) => any} fresh the input for a run
 * @property {(result: any) => unknown} fold
 * @property {(api: any) => Way} ours
 * @property {Record<string, Way>} others
 * @property {string[]} [later] those of them that give promises
 */

const powers = (/** @type {number} */ first, /** @type {number} */ last) =>
  Array.from({ length: last - first + 1 }, (_, index) => 4 ** (first + index));

/** The functions, by SHA-256. @returns {Subject[]} */
export function subjects() {
  const digests = { ...builtInDigests(), ...javaScriptDigests() };
  const browser = /** @type {any} */ (globalThis).document !== undefined;
  /** @type {Record<string, Way>} */
  const subtle = browser ? { "crypto.subtle": subtleDigest } : {};
  const digest = {
    unit: "bytes",
    sizes: powers(2, 12), // 16 B to 16 MiB
    step: 1,
    make: (/** @type {number} */ size) => noise(size),
    fresh: (/** @type {unknown} */ input) => input,
    fold: (/** @type {unknown} */ text) => text,
    others: { ...digests, ...subtle },
    later: Object.keys(subtle),
  };
  const loops = Object.entries(digests).map(([name, way]) => {
    return [name, (/** @type {string[]} */ items) => items.map((item) => way(item))];
  });
  return [
    { ...digest, name: "sha256", ours: (api) => (bytes) => api.sha256(bytes) },
    { ...digest, name: "hash", ours: (api) => (bytes) => api.hash("sha256", bytes) },
    {
      name: "bulkHash",
      unit: "strings of 30 characters",
      sizes: powers(0, 8), // 1 to 65,536
      step: 1,
      make: (count) => distinctLines(count),
      fresh: (lines) => lines,
      fold: sumOfTexts,
      ours: (api) => (lines) => api.bulkHash("sha256", lines),
      others: Object.fromEntries(loops),
    },
    {
      name: "invertColors",
      unit: "bytes",
      sizes: powers(2, 12),
      step: 8,
      make: (size) => noise(size),
      fresh: (pixels) => pixels.slice(),
      fold: sumOfBytes,
      ours: (api) => (pixels) => api.invertColors(pixels),
      others: INVERSIONS,
    },
  ];
}

/** Algorithms that some runtime has built in. */
const BUILT_IN = ["crc32", "md5", "sha1", "sha512", "sha3-256", "xxh3-64", "xxh64"];

/** Digests by other algorithms, where the runtime has them built in. @returns {Subject[]} */
export function familySubjects() {
  return BUILT_IN.flatMap((algorithm) => {
    const others = builtInDigests(algorithm);
    if (Object.keys(others).length === 0) return [];
    return {
      name: `hash by ${algorithm}`,
      unit: "bytes",
      sizes: powers(2, 10), // 16 B to 1 MiB
      step: 1,
      make: (/** @type {number} */ size) => noise(size),
      fresh: (/** @type {unknown} */ input) => input,
      fold: (/** @type {unknown} */ text) => text,
      ours: (/** @type {any} */ api) => (/** @type {any} */ bytes) => api.hash(algorithm, bytes),
      others,
    };
  });
}

/**
 * @param {{ backend: string, api: any, subjects: Subject[], scale: import("../scale.js").Scale, slice: number }} options
 *   `slice`: how many milliseconds a run takes at least, which depends on the clock
 * @returns {Promise<Omit<import("../results.js").BreakEven, "runtime">[]>}
 */
export async function measureBreakEven({ backend, api, subjects, scale, slice }) {
  const found = [];
  for (const subject of subjects) {
    const sizes = subject.sizes.filter((size) => scale.size(size) === size);
    /** @type {Map<number, Comparison>} */
    const known = new Map();
    const at = async (/** @type {number} */ size) => {
      const comparison = await compare(subject, subject.ours(api), size, scale, slice);
      known.set(size, comparison);
      return comparison.wins;
    };
    const ranges = await winningRanges(sizes, subject.step, at);
    const rows = [...known].sort(([a], [b]) => a - b);
    found.push({
      backend,
      function: subject.name,
      unit: subject.unit,
      smallest: sizes[0],
      largest: sizes[sizes.length - 1],
      ranges,
      speed: Object.fromEntries(rows.map(([size, { speed }]) => [size, speed])),
      against: Object.fromEntries(rows.map(([size, { against }]) => [size, against])),
    });
  }
  return found;
}

/**
 * The ranges of sizes in which something holds, between those of a grid and around them. Where the winner of the grid
 * changes, it must do so twice, because an answer may be wrong by what else the machine did.
 *
 * @param {number[]} sizes
 * @param {number} step
 * @param {(size: number) => Promise<boolean> | boolean} holds
 */
export async function winningRanges(sizes, step, holds) {
  const ranges = [];
  /** @type {number | undefined} */
  let from;
  for (const [index, size] of sizes.entries()) {
    const before = from !== undefined;
    let wins = await holds(size);
    if (index > 0 && wins !== before) wins = await holds(size);
    if (wins && from === undefined) from = index === 0 ? size : await bisect(sizes[index - 1], size, step, holds, true);
    if (!wins && from !== undefined) {
      ranges.push({ from, to: await bisect(sizes[index - 1], size, step, holds, false) });
      from = undefined;
    }
  }
  if (from !== undefined) ranges.push({ from, to: sizes[sizes.length - 1] });
  return ranges;
}

/**
 * Where the winner changes between two sizes: the size beside the change at which the backend still wins.
 *
 * @param {number} low
 * @param {number} high
 * @param {number} step
 * @param {(size: number) => Promise<boolean> | boolean} holds
 * @param {boolean} rises whether the larger one wins
 */
async function bisect(low, high, step, holds, rises) {
  while (high - low > step && high / low > CLOSE) {
    const middle = Math.max(low + step, Math.round(Math.sqrt(low * high) / step) * step);
    if (middle >= high) break;
    if ((await holds(middle)) === rises) high = middle;
    else low = middle;
  }
  return rises ? high : low;
}

/** @typedef {{ wins: boolean, speed: number, against: string }} Comparison */

/**
 * Whether ours is the faster one, by more than what cannot be told apart, in at least three rounds of four.
 *
 * @param {Subject} subject
 * @param {Way} ours
 * @param {number} size
 * @param {import("../scale.js").Scale} scale
 * @param {number} slice
 * @returns {Promise<Comparison>}
 */
async function compare(subject, ours, size, scale, slice) {
  const input = subject.make(size);
  /** @type {Record<string, Way>} */
  const ways = { ours, ...subject.others };
  const later = (/** @type {string} */ name) => subject.later?.includes(name) ?? false;
  /** @param {string[]} names @param {number} rounds @param {number} calls */
  const measure = (names, rounds, calls) =>
    takeTurns({
      candidates: names.map((name) => ({
        name,
        later: later(name),
        run: later(name) ? repeatLater(ways[name], calls) : repeat(ways[name], calls),
      })),
      input: () => subject.fresh(input),
      fold: subject.fold,
      rounds,
      operations: calls,
    });
  const enough = scale.calls(slice * 1e6); // nanoseconds
  let names = Object.keys(ways);
  let calls = 1;
  for (;;) {
    const first = await measure(names, 3, calls);
    const guess = Object.fromEntries(names.map((name) => [name, summary(first[name]).median]));
    const fastest = Math.min(...names.filter((name) => name !== "ours").map((name) => guess[name]));
    if (fastest > 0) names = names.filter((name) => name === "ours" || guess[name] <= fastest * HOPELESS);
    const run = calls * Math.min(...names.map((name) => guess[name]));
    if (run >= enough) break;
    // A run that a coarse clock does not see may be any shorter.
    calls = 1 + Math.ceil(calls * Math.min(100, (1.5 * enough) / Math.max(run, 1)));
  }
  if (calls % 2 === 0) calls++; // what works in place has an effect then
  const others = names.filter((name) => name !== "ours");
  const times = await measure(names, scale.rounds(ROUNDS), calls);
  const against = [...others].sort((a, b) => summary(times[a]).median - summary(times[b]).median)[0];
  const speed = ratio(best(others.map((name) => times[name])), times.ours);
  return { wins: speed.low > EVEN, speed: Number(speed.median.toPrecision(4)), against };
}

/** @param {Way} way @param {number} calls */
function repeat(way, calls) {
  return (/** @type {unknown} */ input) => {
    let result;
    for (let i = 0; i < calls; i++) result = way(input);
    return result;
  };
}

/** @param {Way} way @param {number} calls */
function repeatLater(way, calls) {
  return async (/** @type {unknown} */ input) => {
    let result;
    for (let i = 0; i < calls; i++) result = await way(input);
    return result;
  };
}

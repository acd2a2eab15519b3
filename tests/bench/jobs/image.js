// Inverting an image in place, small enough for the caches and too large for them.

import { noise, sumOfBytes } from "../inputs.js";
import { ownLoop } from "../loops.js";
import { INVERSIONS } from "../rivals.js";
import { takeTurns } from "../rounds.js";

const SIZES = [
  { name: "256 KiB", bytes: 256 * 1024, calls: 21, rounds: 25 },
  { name: "64 MiB", bytes: 64 * 1024 * 1024, calls: 1, rounds: 9 },
];

/** @type {import("../results.js").Job[]} */
export const IMAGE_JOBS = SIZES.map(({ name }) => ({
  id: `invertColors ${name}`,
  title: `invertColors of ${name} in place`,
  unit: "image",
}));

/**
 * @param {{ apis: import("./hash.js").Apis, scale: import("../scale.js").Scale }} options
 * @returns {Promise<import("../results.js").Taken[]>}
 */
export async function measureInvert({ apis, scale }) {
  const taken = [];
  for (const [index, { bytes, calls, rounds }] of SIZES.entries()) {
    const pixels = noise(scale.size(bytes));
    const count = calls === 1 ? 1 : scale.calls(calls) | 1; // odd, so that the pixels end up inverted
    const ours = Object.entries(apis).map(([name, api]) => [name, (/** @type {any} */ view) => api.invertColors(view)]);
    const ways = Object.fromEntries([...ours, ...Object.entries(INVERSIONS)]);
    /** @type {import("../rounds.js").Candidate<Uint8Array<ArrayBuffer>>[]} */
    const candidates = Object.entries(ways).map(([name, call]) => ({ name, run: ownLoop("inPlace", call, count) }));
    // What memory allows: it only writes.
    const fill = (/** @type {Uint8Array<ArrayBuffer>} */ view) => Buffer.from(view.buffer).fill(7);
    const expected = sumOfBytes(new Uint8Array(pixels.length).fill(7));
    candidates.push({ name: "Buffer.fill", run: ownLoop("inPlace", fill, count), expected });
    const plan = { candidates, input: () => pixels.slice(), fold: sumOfBytes };
    const times = await takeTurns({ ...plan, rounds: scale.rounds(rounds), operations: count });
    taken.push({ job: IMAGE_JOBS[index].id, times });
  }
  return taken;
}

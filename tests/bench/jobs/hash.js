// Digests: of a short string, of long bytes, of 100,000 lines, and of lines that lie packed in one buffer.

import { distinctLines, LINES, noise, packed, sumOfBytes, sumOfTexts } from "../inputs.js";
import { ownLoop } from "../loops.js";
import { builtInDigests, javaScriptDigests, wasmDigests } from "../rivals.js";
import { takeTurns } from "../rounds.js";

const MIB = 1024 * 1024;

/** @typedef {import("../results.js").Job} Job */
/** @typedef {import("../results.js").Taken} Taken */
/** @typedef {import("../scale.js").Scale} Scale */
/** @typedef {Awaited<ReturnType<typeof import("oxbridge/backend").load>>} Api */
/** @typedef {Record<string, Api>} Apis by the names of backends */

/** @type {Record<"short" | "long" | "longest" | "bulk" | "mixed" | "packed", Job>} */
const JOBS = {
  short: { id: "sha256", title: "sha256 of a string of 30 characters to hexadecimal", unit: "call" },
  long: { id: "sha256 1 MiB", title: "sha256 of 1 MiB to hexadecimal", unit: "call" },
  longest: { id: "sha256 64 MiB", title: "sha256 of 64 MiB to hexadecimal", unit: "call" },
  bulk: { id: "bulkHash", title: "bulkHash of 100,000 ASCII lines of 30 characters to hexadecimal", unit: "line" },
  mixed: { id: "bulkHash mixed", title: "bulkHash of 100,000 lines, one in five not ASCII", unit: "line" },
  packed: {
    id: "bulkHash packed",
    title: "bulkHash of 100,000 lines of 30 bytes, packed in and packed out",
    unit: "line",
  },
};
export const HASH_JOBS = Object.values(JOBS);

const ROUNDS = { short: 15, long: 15, longest: 7, bulk: 15, mixed: 15, packed: 15 };

/** Every way of others to digest, on this runtime. */
const others = async () => ({ ...builtInDigests(), ...javaScriptDigests(), ...(await wasmDigests()) });

/**
 * A short string: so little work that crossings matter, so a process has one backend.
 *
 * @param {{ backend: string, api: any, scale: Scale }} options
 * @returns {Promise<Taken[]>}
 */
export async function measureShort({ backend, api, scale }) {
  const lines = distinctLines(4096);
  const calls = scale.calls(20_000);
  const ways = { [backend]: (/** @type {string} */ line) => api.sha256(line), ...(await others()) };
  const candidates = Object.entries(ways).map(([name, call]) => ({ name, run: ownLoop("texts", call, calls) }));
  const rounds = scale.rounds(ROUNDS.short);
  const times = await takeTurns({ candidates, input: () => lines, fold: (sum) => sum, rounds, operations: calls });
  return [{ job: JOBS.short.id, backend, times }];
}

/**
 * Long bytes, where crossings do not matter.
 *
 * @param {{ apis: Apis, scale: Scale }} options
 * @returns {Promise<Taken[]>}
 */
export async function measureLong({ apis, scale }) {
  const taken = [];
  for (const [kind, size] of /** @type {const} */ ([
    ["long", MIB],
    ["longest", 64 * MIB],
  ])) {
    const bytes = noise(scale.size(size));
    const ways = { ...digestsOf(apis), ...builtInDigests(), ...(await wasmDigests()) };
    const candidates = Object.entries(ways).map(([name, digest]) => ({ name, run: () => digest(bytes) }));
    const rounds = scale.rounds(ROUNDS[kind]);
    const plan = { candidates, input: () => undefined, fold: (/** @type {string} */ text) => text };
    taken.push({ job: JOBS[kind].id, times: await takeTurns({ ...plan, rounds, operations: 1 }) });
  }
  return taken;
}

/**
 * Many lines, all ASCII or not.
 *
 * @param {{ apis: Apis, scale: Scale, foreign: boolean }} options
 * @returns {Promise<Taken[]>}
 */
export async function measureBulk({ apis, scale, foreign }) {
  const lines = distinctLines(scale.items(LINES), foreign);
  const ours = Object.entries(apis).map(([name, api]) => {
    return { name, run: (/** @type {string[]} */ input) => api.bulkHash("sha256", input) };
  });
  const loops = Object.entries(await others()).map(([name, digest]) => ({ name, run: ownLoop("each", digest) }));
  const kind = foreign ? "mixed" : "bulk";
  const times = await takeTurns({
    candidates: [...ours, ...loops],
    // Each pays for its own garbage as it comes, as in a program; a collection forced between the turns would shrink
    // the young generation, and measure how it grows again.
    input: () => lines,
    fold: sumOfTexts,
    rounds: scale.rounds(ROUNDS[kind]),
    operations: lines.length,
  });
  return [{ job: JOBS[kind].id, times }];
}

/**
 * Lines that are packed, and the loop of the core's own crate sha2 over the same bytes.
 *
 * @param {{ apis: Apis, scale: Scale, loop?: (bytes: Uint8Array, offsets: Uint32Array) => Uint8Array }} options
 * @returns {Promise<Taken[]>}
 */
export async function measurePacked({ apis, scale, loop }) {
  const items = packed(distinctLines(scale.items(LINES)));
  const candidates = Object.entries(apis).map(([name, api]) => {
    return { name, run: (/** @type {typeof items} */ input) => api.bulkHash("sha256", input, "packed") };
  });
  if (loop)
    candidates.push({ name: "sha2 in Rust", run: ({ bytes, offsets }) => /** @type {any} */ (loop(bytes, offsets)) });
  const times = await takeTurns({
    candidates,
    input: () => items,
    fold: sumOfBytes,
    rounds: scale.rounds(ROUNDS.packed),
    operations: items.offsets.length - 1,
  });
  return [{ job: JOBS.packed.id, times }];
}

/** @param {Apis} apis */
const digestsOf = (apis) =>
  Object.fromEntries(
    Object.entries(apis).map(([name, api]) => [name, (/** @type {Uint8Array} */ bytes) => api.sha256(bytes)]),
  );

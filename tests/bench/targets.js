// What the figures must reach, one row each, and whether they do. For x86-64 with SHA-NI and AVX2, and Node 24.

import { LATER_JOBS, later } from "./jobs/later.js";
import { time } from "./report/figures.js";
import { kindOf, referenceNode } from "./results.js";
import { best, difference, ratio } from "./statistics.js";

/** @typedef {import("./statistics.js").Summary} Summary */

/**
 * A target: a candidate of a job, beside others of it, of which the fastest in each round counts.
 *
 * @typedef {object} Target
 * @property {string} job
 * @property {string} runtime without its version
 * @property {string} candidate
 * @property {string[]} against
 * @property {"cost" | "speed" | "more"} measure how many times as long it takes, how many times as fast it is, or how
 *   many microseconds more it takes
 * @property {number} value what it must be at most, or for a speed at least
 * @property {string[]} [needs] flags of a processor without which there is only a slower way, and the target does not hold
 */

/**
 * @typedef {object} Verdict
 * @property {string} name
 * @property {string} runtime
 * @property {string} target
 * @property {Summary | null} measured
 * @property {boolean | null} met `null` where it was not measured, or is missed by a processor that it does not hold for
 * @property {string[]} lacks what the processor has not that the target needs
 */

const [HOPS, AT_ONCE, STREAM] = LATER_JOBS.map(({ id }) => id);
const NODE_CRYPTO = ["crypto.hash", "createHash"];
const BLAKE2 = ["blake2b512 by crypto.hash", "blake2b512 by createHash"];
const TRICKS = ["Uint32Array", "BigUint64Array"];
const IMAGES = ["invertColors 256 KiB", "invertColors 64 MiB"];

/** @type {(job: string, runtime: string, candidate: string, against: string | string[], value: number) => Target} */
const costs = (job, runtime, candidate, against, value) => ({
  ...{ job, runtime, candidate, value },
  against: [against].flat(),
  measure: "cost",
});
/** @type {typeof costs} */
const speeds = (...row) => ({ ...costs(...row), measure: "speed" });
/** @type {typeof costs} */
const takesMore = (...row) => ({ ...costs(...row), measure: "more" });
/** @type {(backend: string, value: number) => Target} */
const hop = (backend, value) => takesMore(HOPS, "node", later(backend), backend, value);

/** @type {(flags: string[], target: Target) => Target} */
const needing = (needs, target) => ({ ...target, needs });
// With these, CRC-32 multiplies four times as much at once as @node-rs/crc32 does.
const WIDE = ["avx512f", "vpclmulqdq"];
// With these, BLAKE3 takes sixteen chunks at once and not eight, in vectors of 512 bits, which rotate in one instruction.
const SIXTEEN = ["avx512f", "avx512vl"];

/** @type {Target[]} */
export const TARGETS = [
  costs("add", "node", "napi", "C addon", 1.25),
  costs("add", "bun", "cabi", "bare symbol", 1.3),
  costs("add", "deno", "cabi", "bare symbol", 2),
  costs("out 32 B", "node", "napi", "C addon", 1.4),
  takesMore("first call", "node", "napi", "node:crypto", 15_000),
  speeds("sha256", "node", "napi", "crypto.hash", 1.6),
  speeds("sha256", "bun", "cabi", "Bun.SHA256.hash", 1),
  speeds("sha256 1 MiB", "node", "napi", NODE_CRYPTO, 0.95),
  speeds("sha256 64 MiB", "node", "napi", NODE_CRYPTO, 0.95),
  speeds("bulkHash", "node", "napi", "crypto.hash", 2.3),
  speeds("bulkHash", "node", "napi", "createHash", 4.2),
  speeds("bulkHash mixed", "node", "napi", "crypto.hash", 1.7),
  speeds("bulkHash packed", "node", "napi", "sha2 in Rust", 1.7),
  speeds("bulkHash", "bun", "cabi", "Bun.SHA256.hash", 1.5),
  speeds("bulkHash", "deno", "napi", "createHash", 6),
  speeds("bulkHash", "node", "wasm", "hash-wasm", 4),
  speeds("bulkHash", "node", "wasm", "@noble/hashes", 4),
  speeds("sha256 1 MiB", "node", "wasm", "hash-wasm", 1.1),
  needing(SIXTEEN, speeds("blake3 1 MiB", "node", "napi", "hash-wasm", 9)),
  needing(SIXTEEN, speeds("blake3 1 MiB", "node", "napi", BLAKE2, 6)),
  speeds("blake3 1 MiB", "node", "wasm", "hash-wasm", 2.4),
  needing(WIDE, speeds("crc32 1 MiB", "node", "napi", "zlib.crc32", 12)),
  needing(WIDE, speeds("crc32 1 MiB", "node", "napi", "@node-rs/crc32", 2.5)),
  speeds("xxh3-64 1 MiB", "node", "napi", "@node-rs/xxhash", 12),
  speeds("xxh3-64 1 MiB", "node", "napi", "hash-wasm", 4),
  speeds("xxh3-64 1 MiB", "node", "wasm", "hash-wasm", 1),
  needing(["sha_ni"], speeds("sha1 1 MiB", "node", "napi", NODE_CRYPTO, 0.95)),
  ...["sha512", "md5", "sha3-256"].map((algorithm) => speeds(`${algorithm} 1 MiB`, "node", "napi", NODE_CRYPTO, 0.95)),
  ...["sha512", "sha1", "md5", "sha3-256"].map((algorithm) =>
    speeds(`${algorithm} 1 MiB`, "node", "wasm", "hash-wasm", 1.1),
  ),
  speeds("bulkHash blake3", "node", "napi", ["hash-wasm", "@noble/hashes"], 3),
  speeds("bulkHash xxh3-64", "node", "napi", ["hash-wasm", "@node-rs/xxhash"], 3),
  speeds("bulkHash crc32", "node", "napi", ["zlib.crc32", "hash-wasm", "@node-rs/crc32"], 3),
  speeds("hashFile", "node", later("napi"), "sha256sum", 1),
  ...IMAGES.flatMap((job) => [
    speeds(job, "node", "napi", "byte loop", 12),
    speeds(job, "node", "napi", TRICKS, 4),
    speeds(job, "node", "napi", "Buffer.fill", 0.8),
    speeds(job, "node", "wasm", "byte loop", 2),
  ]),
  hop("napi", 60),
  hop("neon", 60),
  hop("wasm", 150),
  hop("cabi", 150),
  speeds(AT_ONCE, "node", later("napi"), "napi", 1.6),
  ...["napi", "neon", "wasm", "cabi"].map((backend) => speeds(STREAM, "node", later(backend), backend, 0.9)),
];

const WORDS = { cost: "how many times the cost of", speed: "how many times as fast as", more: "how much longer than" };

/**
 * Whether the targets are met by what was measured. Where one candidate ran in several processes, all rounds count.
 *
 * @param {Target[]} targets
 * @param {import("./results.js").Measurement[]} measurements
 * @param {string[] | null} flags of the processor, if they are known
 * @returns {Verdict[]}
 */
export function decide(targets, measurements, flags) {
  const node = referenceNode(measurements.map(({ runtime }) => runtime));
  return targets.map((target) => {
    const { job, runtime, candidate, against, measure, value, needs = [] } = target;
    const lacks = flags === null ? [] : needs.filter((flag) => !flags.includes(flag));
    const name = `${job}: ${candidate}, ${WORDS[measure]} ${against.join(" or ")}`;
    const bound = measure === "speed" ? "at least" : "at most";
    const wanted = `${bound} ${measure === "more" ? time(value * 1000) : `${value}x`}`;
    const rows = measurements.filter(
      (row) => row.job === job && (runtime === "node" ? row.runtime === node : kindOf(row.runtime) === runtime),
    );
    const measured = rows.map(({ times, runtime: id }) => ({ id, result: compare(target, times) }));
    const found = measured.find(({ result }) => result !== undefined);
    if (found?.result === undefined) return { name, runtime, target: wanted, measured: null, met: null, lacks };
    const { median } = found.result;
    const isReached = measure === "speed" ? median >= value : median <= value;
    const met = isReached || lacks.length === 0 ? isReached : null;
    return { name, runtime: found.id, target: wanted, measured: found.result, met, lacks };
  });
}

/**
 * @param {Target} target
 * @param {import("./rounds.js").Times} times
 * @returns {Summary | undefined}
 */
function compare({ candidate, against, measure }, times) {
  const own = times[candidate];
  const others = against.flatMap((name) => (times[name] === undefined ? [] : [times[name]]));
  if (own === undefined || others.length === 0) return undefined;
  if (measure === "cost") return ratio(own, best(others));
  if (measure === "speed") return ratio(best(others), own);
  const { median, low, high } = difference(own, best(others));
  return { median: median / 1000, low: low / 1000, high: high / 1000 };
}

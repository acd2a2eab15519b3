// Digests by the algorithms besides SHA-256: of long bytes, of 100,000 lines, of a file, and from which size it pays.

import { spawnSync } from "node:child_process";
import { mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { distinctLines, LINES, noise, sumOfTexts } from "../inputs.js";
import { ownLoop } from "../loops.js";
import { digestsBy, otherDigest } from "../rivals.js";
import { takeTurns } from "../rounds.js";
import { later } from "./later.js";

const MIB = 1024 * 1024;
const FILE_MIB = 1024;

/** @typedef {import("../results.js").Job} Job */
/** @typedef {import("../results.js").Taken} Taken */
/** @typedef {import("../scale.js").Scale} Scale */
/** @typedef {import("./hash.js").Apis} Apis */

/**
 * The algorithms of long bytes, and how many digests a run makes by each: enough for a millisecond. A run of one digest by
 * CRC-32 would measure for the most part how long the bytes need into the cache, which the one before had for its own.
 */
const LONG = /** @type {const} */ ({
  blake3: 8,
  crc32: 32,
  "xxh3-64": 32,
  sha512: 1,
  sha1: 2,
  md5: 1,
  "sha3-256": 1,
});
/** Those of many lines. */
const MANY = /** @type {const} */ (["blake3", "xxh3-64", "crc32"]);

/** @type {Job[]} */
export const LONG_JOBS = Object.keys(LONG).map((algorithm) => ({
  id: `${algorithm} 1 MiB`,
  title: `${algorithm} of 1 MiB to hexadecimal`,
  unit: "call",
}));

/** @type {Job[]} */
export const MANY_JOBS = MANY.map((algorithm) => ({
  id: `bulkHash ${algorithm}`,
  title: `bulkHash by ${algorithm} of 100,000 lines of 30 characters to hexadecimal`,
  unit: "line",
}));

/** @type {Job} */
export const FILE_JOB = {
  id: "hashFile",
  title: `hashFile by sha256 of a file of ${FILE_MIB} MiB in the cache of pages`,
  unit: "MiB",
  does: "hashFile of oxbridge/promises; sha256sum of coreutils has a process of its own",
};

const ROUNDS = { long: 25, many: 9, file: 5 };

/**
 * @param {{ apis: Apis, scale: Scale }} options
 * @returns {Promise<Taken[]>}
 */
export async function measureLongFamily({ apis, scale }) {
  const bytes = noise(scale.size(MIB));
  const taken = [];
  for (const [name, count] of Object.entries(LONG)) {
    const algorithm = /** @type {keyof typeof LONG} */ (name);
    const calls = scale.calls(count);
    const several = (/** @type {(bytes: Uint8Array) => unknown} */ digest) => () => {
      for (let i = 1; i < calls; i++) digest(bytes);
      return digest(bytes);
    };
    const ours = Object.entries(apis).map(([name, api]) => {
      return { name, run: several((bytes) => api.hash(algorithm, bytes)) };
    });
    const rivals = Object.entries(await digestsBy(algorithm)).map(([name, digest]) => ({ name, run: several(digest) }));
    // What is nearest to BLAKE3 in Node is another algorithm, which gives something else.
    const others = Object.entries(algorithm === "blake3" ? otherDigest("blake2b512") : {}).map(([name, digest]) => {
      return { name, run: several(digest), expected: digest(bytes) };
    });
    const times = await takeTurns({
      candidates: [...ours, ...rivals, ...others],
      input: () => undefined,
      fold: (text) => text,
      rounds: scale.rounds(ROUNDS.long),
      operations: calls,
    });
    taken.push({ job: `${algorithm} 1 MiB`, times });
  }
  return taken;
}

/**
 * @param {{ apis: Apis, scale: Scale }} options
 * @returns {Promise<Taken[]>}
 */
export async function measureManyFamily({ apis, scale }) {
  const lines = distinctLines(scale.items(LINES));
  const taken = [];
  for (const algorithm of MANY) {
    const ours = Object.entries(apis).map(([name, api]) => {
      return { name, run: (/** @type {string[]} */ input) => api.bulkHash(algorithm, input) };
    });
    const loops = Object.entries(await digestsBy(algorithm)).map(([name, digest]) => {
      return { name, run: ownLoop("each", digest) };
    });
    const times = await takeTurns({
      candidates: [...ours, ...loops],
      input: () => lines,
      fold: sumOfTexts,
      rounds: scale.rounds(ROUNDS.many),
      operations: lines.length,
    });
    taken.push({ job: `bulkHash ${algorithm}`, times });
  }
  return taken;
}

/**
 * A file that was just written, so that it is in the cache of pages.
 *
 * @param {{ apis: Apis, scale: Scale }} options
 * @returns {Promise<Taken[]>}
 */
export async function measureFile({ apis, scale }) {
  const folder = mkdtempSync(join(tmpdir(), "oxbridge-bench-"));
  const path = join(folder, "file");
  const count = scale.items(FILE_MIB);
  try {
    const file = openSync(path, "w");
    for (let i = 0; i < count; i++) writeSync(file, noise(MIB, i & 7));
    const ours = Object.entries(apis).map(([name, api]) => ({
      name: later(name),
      later: true,
      run: () => api.promises.hashFile("sha256", path),
    }));
    const tool = () => {
      const { stdout, error } = spawnSync("sha256sum", [path], { encoding: "utf8" });
      if (error) throw error;
      return stdout.slice(0, 64);
    };
    // Not every system has it.
    const tools = spawnSync("sha256sum", ["--version"]).status === 0 ? [{ name: "sha256sum", run: tool }] : [];
    const times = await takeTurns({
      candidates: [...ours, ...tools],
      input: () => undefined,
      fold: (text) => text,
      rounds: scale.rounds(ROUNDS.file),
      operations: count,
    });
    return [{ job: FILE_JOB.id, times }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

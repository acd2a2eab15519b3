// Promises: what the way to a thread and back costs, how much two processors do at once, and how fast a stream is hashed.
// Each beside the same work as a call that returns at once, on the same backend.

import { createHash } from "node:crypto";
import { noise } from "../inputs.js";
import { takeTurns } from "../rounds.js";

const MIB = 1024 * 1024;
const HOP_BYTES = 64 * 1024;
const HOPS = 200; // calls in a run, one after the other
const AT_ONCE = 100;
const STREAM_MIB = 1024;
const ROUNDS = { hops: 15, atOnce: 11, stream: 3 };

/** @typedef {import("./hash.js").Apis} Apis */
/** @typedef {import("../results.js").Taken} Taken */
/** @typedef {import("../scale.js").Scale} Scale */

/** @type {Record<"hops" | "atOnce" | "stream", import("../results.js").Job>} */
const JOBS = {
  hops: { id: "promises", title: "sha256 of 64 KiB: calls in turn, and promises in turn", unit: "call" },
  atOnce: {
    id: "promises at once",
    title: "sha256 of 100 messages of 1 MiB: calls in turn, and promises that start at once",
    unit: "message",
  },
  stream: { id: "stream", title: "1 GiB in chunks of 1 MiB: createHash, and hashStream", unit: "MiB" },
};
export const LATER_JOBS = Object.values(JOBS);

/** What a backend is called where it works as a promise. @param {string} name */
export const later = (name) => `${name}, promise`;

/**
 * One call after the other.
 *
 * @param {{ apis: Apis, scale: Scale }} options
 * @returns {Promise<Taken[]>}
 */
export async function measureHops({ apis, scale }) {
  const bytes = noise(HOP_BYTES, 1);
  const calls = scale.calls(HOPS);
  const candidates = Object.entries(apis).flatMap(([name, api]) => [
    {
      name,
      run: () => {
        let digest = "";
        for (let i = 0; i < calls; i++) digest = api.sha256(bytes);
        return digest;
      },
    },
    {
      name: later(name),
      later: true,
      run: async () => {
        let digest = "";
        for (let i = 0; i < calls; i++) digest = await api.promises.sha256(bytes);
        return digest;
      },
    },
  ]);
  return [{ job: JOBS.hops.id, times: await turns(candidates, scale.rounds(ROUNDS.hops), calls) }];
}

/**
 * One after the other, and as promises that all start at once.
 *
 * @param {{ apis: Apis, scale: Scale }} options
 * @returns {Promise<Taken[]>}
 */
export async function measureAtOnce({ apis, scale }) {
  const messages = Array.from({ length: scale.items(AT_ONCE) }, (_, seed) => noise(MIB, seed));
  const candidates = Object.entries(apis).flatMap(([name, api]) => [
    { name, run: () => messages.map((message) => api.sha256(message)).join() },
    {
      name: later(name),
      later: true,
      run: async () => (await Promise.all(messages.map((message) => api.promises.sha256(message)))).join(),
    },
  ]);
  return [{ job: JOBS.atOnce.id, times: await turns(candidates, scale.rounds(ROUNDS.atOnce), messages.length) }];
}

/**
 * A stream that comes from memory, and a hasher over the same chunks.
 *
 * @param {{ apis: Apis, scale: Scale }} options
 * @returns {Promise<Taken[]>}
 */
export async function measureStreams({ apis, scale }) {
  const count = scale.items(STREAM_MIB);
  const chunks = Array.from({ length: 8 }, (_, seed) => noise(MIB, seed));
  async function* source() {
    for (let i = 0; i < count; i++) yield chunks[i % chunks.length];
  }
  const oracle = createHash("sha256");
  for (let i = 0; i < count; i++) oracle.update(chunks[i % chunks.length]);
  const expected = oracle.digest("hex");
  const candidates = Object.entries(apis).flatMap(([name, api]) => [
    {
      name,
      expected,
      run: () => {
        const hasher = api.createHash("sha256");
        for (let i = 0; i < count; i++) hasher.update(chunks[i % chunks.length]);
        const result = hasher.digest();
        hasher.free();
        return result;
      },
    },
    { name: later(name), expected, later: true, run: () => api.promises.hashStream("sha256", source()) },
  ]);
  return [{ job: JOBS.stream.id, times: await turns(candidates, scale.rounds(ROUNDS.stream), count) }];
}

/**
 * @param {import("../rounds.js").Candidate<undefined>[]} candidates
 * @param {number} rounds
 * @param {number} operations
 */
const turns = (candidates, rounds, operations) =>
  takeTurns({ candidates, input: () => undefined, fold: (result) => result, rounds, operations });

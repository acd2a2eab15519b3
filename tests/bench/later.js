// The benchmark of promises: what the way to a thread and back costs, how much two processors do at once, and how fast
// a stream is hashed. Each beside the same work as a call that returns at once, on the same backend.

import { createHash } from "node:crypto";
import { ratio, summary, takeTurns } from "./measure.js";

const MIB = 1024 * 1024;
const HOP_BYTES = 64 * 1024;
const HOPS = 200; // calls in a run, one after the other
const AT_ONCE = 100;
const STREAM_MIB = 1024;
const ROUNDS = { hop: 15, atOnce: 11, stream: 3 };

/** @typedef {import("./jobs.js").Apis} Apis */

/** Bytes without short cycles. @param {number} length @param {number} seed */
const noise = (length, seed) => Uint8Array.from({ length }, (_, i) => Math.imul(i + seed, 2654435761) >>> 24);

/**
 * `sha256` of 64 KiB, one call after the other. Nanoseconds per call, now and later, of each backend.
 *
 * @param {Apis} apis
 */
export function measureHops(apis) {
  const bytes = noise(HOP_BYTES, 1);
  const candidates = Object.entries(apis).flatMap(([name, api]) => [
    {
      name,
      run: () => {
        let digest = "";
        for (let i = 0; i < HOPS; i++) digest = api.sha256(bytes);
        return digest;
      },
    },
    {
      name: later(name),
      run: async () => {
        let digest = "";
        for (let i = 0; i < HOPS; i++) digest = await api.promises.sha256(bytes);
        return digest;
      },
    },
  ]);
  return takeTurns({
    candidates,
    input: () => undefined,
    fold: (digest) => digest,
    rounds: ROUNDS.hop,
    operations: HOPS,
  });
}

/**
 * `sha256` of 100 messages of a MiB: one after the other, and as promises that all start at once. Nanoseconds for each.
 *
 * @param {Apis} apis
 */
export function measureAtOnce(apis) {
  const messages = Array.from({ length: AT_ONCE }, (_, seed) => noise(MIB, seed));
  const candidates = Object.entries(apis).flatMap(([name, api]) => [
    { name, run: () => messages.map((message) => api.sha256(message)) },
    { name: later(name), run: () => Promise.all(messages.map((message) => api.promises.sha256(message))) },
  ]);
  return takeTurns({
    candidates,
    input: () => undefined,
    fold: (digests) => digests.join("\n"),
    rounds: ROUNDS.atOnce,
    operations: AT_ONCE,
  });
}

/**
 * `hashStream` of a GiB that comes from memory in chunks of a MiB, and `createHash` over the same chunks. Nanoseconds
 * per MiB.
 *
 * @param {Apis} apis
 */
export function measureStreams(apis) {
  const chunks = Array.from({ length: 8 }, (_, seed) => noise(MIB, seed));
  async function* source() {
    for (let i = 0; i < STREAM_MIB; i++) yield chunks[i % chunks.length];
  }
  const expected = createHash("sha256");
  for (let i = 0; i < STREAM_MIB; i++) expected.update(chunks[i % chunks.length]);
  const digest = expected.digest("hex");
  const candidates = Object.entries(apis).flatMap(([name, api]) => [
    {
      name,
      run: () => {
        const hasher = api.createHash("sha256");
        for (let i = 0; i < STREAM_MIB; i++) hasher.update(chunks[i % chunks.length]);
        const result = hasher.digest();
        hasher.free();
        return result;
      },
    },
    { name: later(name), run: () => api.promises.hashStream("sha256", source()) },
  ]);
  return takeTurns({
    candidates,
    input: () => undefined,
    fold: (result) => {
      if (result !== digest) throw new Error(`a stream gave ${result}, but should give ${digest}`);
      return result;
    },
    rounds: ROUNDS.stream,
    operations: STREAM_MIB,
  });
}

/** What a backend is called where it works as a promise. @param {string} name */
export const later = (name) => `${name}, promise`;

/**
 * What the promises must reach, and what they did.
 *
 * @param {Record<string, number[]>} hops
 * @param {Record<string, number[]>} atOnce
 * @param {Record<string, number[]>} streams
 */
export function laterTargets(hops, atOnce, streams) {
  const more = (/** @type {string} */ name) => {
    return summary(hops[later(name)].map((time, round) => (time - hops[name][round]) / 1000));
  };
  const inPool = (/** @type {string} */ name) => ({
    name: `sha256 of 64 KiB as a promise over ${name} takes longer by at most, µs`,
    target: 150,
    measured: more(name),
    most: true,
    unit: "µs",
  });
  const inThread = (/** @type {string} */ name) => ({ ...inPool(name), target: 60 });
  const stream = (/** @type {string} */ name) => ({
    name: `hashStream of a GiB over ${name} is as fast as createHash, times, at least`,
    target: 0.9,
    measured: ratio(streams[name], streams[later(name)]),
    most: false,
  });
  const names = Object.keys(streams).filter((name) => later(name) in streams);
  return [
    inThread("napi"),
    inThread("neon"),
    inPool("wasm"),
    inPool("cabi"),
    {
      name: "100 promises of sha256 of a MiB over napi do as much as calls in turn, times, at least",
      target: 1.6,
      measured: ratio(atOnce.napi, atOnce[later("napi")]),
      most: false,
    },
    ...names.map(stream),
  ];
}

// The last job of the demo: a long stream is hashed while the program goes on, and a timer shows whether it does.

import { createHash } from "node:crypto";

const CHUNK = 1024 * 1024;
const CHUNKS = 256;
const WARM_UP = 8;
const PERIOD = 5; // of the timer, in milliseconds

/** How many bytes the stream has. */
export const STREAM_BYTES = CHUNKS * CHUNK;

/**
 * @typedef {object} StreamRow
 * @property {string} name
 * @property {boolean} plain whether it is the way without Oxbridge
 * @property {string} place where the hashing ran
 * @property {number} milliseconds
 * @property {number} fired how often the timer fired meanwhile
 * @property {number} due how often it would have fired if nothing had held it up
 * @property {number} worstDelay by how many milliseconds it was late at most
 * @property {string} digest
 */

/**
 * Chunks of noise, each another, and all in the same memory: `hashStream` copies a chunk when it arrives.
 *
 * @param {number} count
 */
function* chunks(count) {
  const chunk = new Uint8Array(CHUNK);
  let state = 1;
  for (let at = 0; at < CHUNK; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0; // the generator of Numerical Recipes
    chunk[at] = state >>> 24;
  }
  const numbers = new DataView(chunk.buffer);
  for (let number = 0; number < count; number++) {
    for (let at = 0; at < CHUNK; at += 4096) numbers.setUint32(at, number);
    yield chunk;
  }
}

/** The same chunks as a source of `hashStream`. @param {number} count */
async function* source(count) {
  yield* chunks(count);
}

/**
 * Runs `work`, and watches a timer meanwhile.
 *
 * @param {() => string | Promise<string>} work gives the digest
 */
async function watched(work) {
  let fired = 0;
  let worstDelay = 0;
  const start = performance.now();
  let last = start;
  const late = () => {
    const now = performance.now();
    worstDelay = Math.max(worstDelay, now - last - PERIOD);
    last = now;
  };
  const timer = setInterval(() => {
    fired++;
    late();
  }, PERIOD);
  const digest = await work();
  const milliseconds = performance.now() - start;
  clearInterval(timer);
  late();
  return { milliseconds, fired, due: Math.round(milliseconds / PERIOD), worstDelay, digest };
}

/**
 * Hashes the stream with each backend, and in a loop without Oxbridge.
 *
 * @param {{ name: string, api: Awaited<ReturnType<typeof import("oxbridge/backend").load>> }[]} backends
 * @param {(name: string, done: number) => void} progress is told how far a backend is, from 0 to 1
 * @returns {Promise<StreamRow[]>}
 */
export async function measureStream(backends, progress) {
  const rows = [];
  for (const { name, api } of backends) {
    const { hashStream } = api.promises;
    // Starts a worker where there is none yet, and is not counted.
    await hashStream("sha256", source(WARM_UP));
    const onProgress = (/** @type {number} */ done) => progress(name, done / STREAM_BYTES);
    const result = await watched(() => hashStream("sha256", source(CHUNKS), { onProgress }));
    rows.push({ name, plain: false, place: api.backend().async.by, ...result });
  }
  const plain = await watched(() => {
    const hash = createHash("sha256");
    for (const chunk of chunks(CHUNKS)) hash.update(chunk);
    return hash.digest("hex");
  });
  rows.push({ name: "crypto.createHash in a loop", plain: true, place: "calling thread", ...plain });
  return rows;
}

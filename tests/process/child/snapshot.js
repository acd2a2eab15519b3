// What a promise was given is another thread's or nobody's meanwhile: shared memory that a thread keeps writing to, and
// buffers that are collected. Says as JSON how many digests were looked at.

import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import { sha256 } from "oxbridge/promises";
import { collect } from "./machine.js";

const MIB = 2 ** 20;
const ROUNDS = 100;
const LARGE = 5 * MIB + 1; // more than one crossing

/** @param {Uint8Array} bytes */
const digestOf = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** @param {boolean} holds @param {string} what */
function must(holds, what) {
  if (!holds) throw new Error(what);
}

// The writer gives the first byte one value after the other, and the others as well, as fast as it can.
const memory = new SharedArrayBuffer(LARGE);
const shared = new Uint8Array(memory);
const writer = new Worker(
  `const { workerData } = require("node:worker_threads");
  const bytes = new Uint8Array(workerData);
  for (let value = 0; ; value = (value + 1) % 256) {
    for (let i = 0; i < 1000; i++) Atomics.store(bytes, 0, value);
    bytes.fill(value, 1);
  }`,
  { eval: true, workerData: memory },
);
while (Atomics.load(shared, LARGE - 1) === 0) await new Promise((resolve) => setTimeout(resolve, 1));

const possible = new Set(Array.from({ length: 256 }, (_, value) => digestOf(Uint8Array.of(value))));
const seen = new Set();
for (let i = 0; i < ROUNDS; i++) {
  const digest = await sha256(shared.subarray(0, 1));
  must(possible.has(digest), `the digest of one byte is ${digest}, which no byte has`);
  seen.add(digest);
}
must(seen.size > 1, "the writer did not write meanwhile");
for (let i = 0; i < 10; i++) {
  const digest = await sha256(shared);
  must(/^[0-9a-f]{64}$/.test(digest), `the digest of memory that changes is ${digest}`);
}
await writer.terminate();

/** @param {number} length @param {number} seed */
const noise = (length, seed) => Uint8Array.from({ length }, (_, i) => Math.imul(i + seed, 2654435761) >>> 24);

for (const length of [3, LARGE]) {
  for (let seed = 0; seed < 3; seed++) {
    const expected = digestOf(noise(length, seed));
    const promise = sha256(noise(length, seed)); // nobody else has these bytes
    await collect();
    must((await promise) === expected, `the digest of ${length} bytes that were collected is wrong`);
  }
}
console.log(JSON.stringify({ seen: seen.size }));
process.exit(0); // a thread that never looks up may outlive its end

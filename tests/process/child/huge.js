// Digests 4 GiB that are never in memory, and says as JSON what came out and by how much the process grew. Run with the
// backend in the environment.

import { backend } from "oxbridge/backend";
import * as promises from "oxbridge/promises";
import { resident } from "./machine.js";

const MIB = 2 ** 20;
const CHUNKS = 4096;

let most = 0;

/** @param {number} count */
async function* chunks(count) {
  const chunk = Uint8Array.from({ length: MIB }, (_, i) => i % 251);
  for (let i = 0; i < count; i++) {
    yield chunk;
    if (i % 16 === 0) most = Math.max(most, resident());
  }
}

// At the very start: the core, a worker, and what is on its way count too.
const before = resident();
const start = performance.now();
const digest = await promises.hashStream("sha256", chunks(CHUNKS));
const ms = performance.now() - start;
most = Math.max(most, resident());
console.log(JSON.stringify({ name: backend().name, digest, ms: Math.round(ms), grown: most - before }));

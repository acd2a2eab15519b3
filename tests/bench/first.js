// Makes the first call of a cold process and prints how long it took: `first.js` calls Oxbridge, `first.js node:crypto`
// what the runtime has built in. Imports nothing before that, as little as a program can.

const builtIn = globalThis.process.argv[2] === "node:crypto";

async function callBuiltIn() {
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update("abc").digest("hex");
}

async function callOxbridge() {
  const { sha256 } = await import("oxbridge/hash");
  return sha256("abc");
}

const start = performance.now();
const digest = await (builtIn ? callBuiltIn() : callOxbridge());
const nanoseconds = (performance.now() - start) * 1e6;
console.log(`BENCH ${JSON.stringify({ nanoseconds, digest })}`);

// Ends a worker that is inside an endless loop of WebAssembly, and says how much the process works in the 300 ms after
// the next 100. Nothing of Oxbridge is in it.

import { pause, processorTime } from "./machine.js";

// (module (func (loop (br 0))) (start 0))
const LOOP = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11,
];
const program = `new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([${LOOP}])))`;

const { Worker: Thread } = await import("node:worker_threads");
const isWeb = /** @type {any} */ (globalThis).Deno !== undefined;
const worker = isWeb
  ? new Worker(`data:text/javascript,${encodeURIComponent(program)}`, { type: "module" })
  : new Thread(program, { eval: true });
await pause(300);
worker.terminate();
await pause(100);
const before = processorTime();
await pause(300);
console.log(processorTime() - before);
process.exit(); // a worker that goes on would keep it

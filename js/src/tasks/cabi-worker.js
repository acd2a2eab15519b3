// The program of a worker that calls the C library.

import { openLibrary } from "../backends/cabi.js";
import { openBehind } from "./gate.js";
import { serve } from "./serve.js";

// Node and Bun say behind which gate; Deno does not, where the library is opened by Deno itself.
/** @type {Int32Array | undefined} */
const gate = /** @type {any} */ (globalThis).process?.getBuiltinModule?.("node:worker_threads").workerData ?? undefined;

serve((file) => (gate === undefined ? openLibrary(file) : openBehind(gate, () => openLibrary(file))));

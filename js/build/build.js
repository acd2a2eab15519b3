// Builds what the package runs: the native binaries of this platform, and WebAssembly.

import { buildNative, nativeFolder } from "./native.js";
import { buildWasm } from "./wasm.js";

buildNative(nativeFolder);
await buildWasm();

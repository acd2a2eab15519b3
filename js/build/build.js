// Builds what the package runs: the native binaries of this platform, WebAssembly, and the modules, joined.

import { buildFlat } from "./flat.js";
import { buildNative, nativeFolder } from "./native.js";
import { buildWasm } from "./wasm.js";

buildNative(nativeFolder);
await buildWasm();
await buildFlat();

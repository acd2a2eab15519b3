// Builds everything that the package needs: native binaries, WebAssembly, types.

import { buildNative, nativeFolder } from "./native.js";
import { buildWasm } from "./wasm.js";

buildNative(nativeFolder);
buildWasm();

// `oxbridge/wasm`: the whole API, on the WebAssembly backend and no other. Printed; do not edit.

import * as mathSource from "#wasm/math";
import * as hashSource from "#wasm/hash";
import { worker as hashWorker } from "#wasm-worker/hash";
import * as imageSource from "#wasm/image";
import { worker as imageWorker } from "#wasm-worker/image";
import { bindApi } from "../load.js";

const api = bindApi("wasm", {
  math: mathSource,
  hash: { ...hashSource, worker: hashWorker },
  image: { ...imageSource, worker: imageWorker },
});

export const add = api.add;
export const fibonacci = api.fibonacci;
export const sha256 = api.sha256;
export const hash = api.hash;
export const bulkHash = api.bulkHash;
export const createHash = api.createHash;
export const invertColors = api.invertColors;
export const promises = api.promises;

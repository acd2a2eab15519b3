// The page that runs the suite in a browser: another program calls `runSuiteHere` and takes the cell.

import { load } from "oxbridge/backend";
import { runCell } from "../suite/cell.js";

/** An iframe is another realm. */
function otherRealm() {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  return (/** @type {string} */ code) => /** @type {any} */ (frame.contentWindow).eval(code);
}

Object.assign(globalThis, {
  /** @param {"full" | "values" | "short"} level */
  runSuiteHere: (level) => runCell({ backend: "wasm", load, level, vectors: VECTORS, realm: otherRealm() }),
  /** @param {string} url */
  streamHere: async (url) => {
    const api = await load("wasm", { url });
    return [api.sha256("abc"), String(api.fibonacci(93)), api.backend().name];
  },
});

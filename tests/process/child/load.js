// Calls `load` in every way that it can be called, and says as JSON what came of each.

import { fibonacci } from "oxbridge";
import { backend, load } from "oxbridge/backend";

const revoked = Proxy.revocable([], {});
revoked.revoke();
const broken = {
  get url() {
    throw new Error("the getter's own");
  },
};

let reads = 0;
const changing = Object.defineProperty(["napi"], 0, { get: () => (reads++ === 0 ? "napi" : "../../elsewhere") });

/** @type {Record<string, unknown[]>} */
const CALLS = {
  nothing: [],
  "an empty list": [[]],
  "an empty string": [""],
  "an unknown name": ["nope"],
  "an unknown name in a list": [["napi", "nope"]],
  "a number in a list": [["napi", 3]],
  "a number": [7],
  null: [null],
  "an object": [{}],
  "a symbol": [Symbol("napi")],
  "a revoked proxy": [revoked.proxy],
  "a name in the wrong case": ["NAPI"],
  "an inherited name": ["constructor"],
  "an unknown option": ["wasm", { nope: 1 }],
  "a number as options": ["wasm", 5],
  "null as options": ["wasm", null],
  "an address that is none": ["wasm", { url: "http://" }],
  "a getter that throws": ["wasm", broken],
  "a string as options": ["wasm", "http://127.0.0.1/"],
  "an address without folders": ["wasm", { url: "data:text/plain,x" }],
  "a list with a hole": [Array(1)],
  "a list that says it is longer than all": [new Proxy([], { get: (_, key) => (key === "length" ? 1e9 : undefined) })],
  "a list that is another one when read again": [changing],
  "one name": ["neon"],
  "a list of one": [["napi"]],
  "cabi, then wasm": [["cabi", "wasm"]],
  "wasm, then napi": [["wasm", "napi"]],
  "every one": [["neon", "cabi", "wasm", "napi"]],
};

/** @param {any} info */
const plain = (info) => ({ ...info, calls: typeof info.calls });

/** @type {Record<string, unknown>} */
const outcomes = {};
for (const [label, args] of Object.entries(CALLS)) {
  try {
    // Whatever is wrong is told by the promise, never thrown at once.
    const promise = load(.../** @type {[any, any]} */ (args));
    outcomes[label] = await promise.then(
      (api) => ({
        sum: api.add(1, 2),
        functions: Object.keys(api).sort(),
        promises: Object.keys(api.promises).sort(),
        info: plain(api.backend()),
      }),
      ({ constructor: type, code, argument, message }) => ({ error: [type.name, code, argument, message] }),
    );
  } catch (error) {
    outcomes[label] = { thrown: String(error) };
  }
}
fibonacci(10);
console.log(JSON.stringify({ outcomes, own: plain(backend()) }));

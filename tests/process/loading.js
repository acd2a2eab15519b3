// `load` takes names and options, refuses what it does not know, and describes what it found; `backend()` has its
// shape.

import { join } from "node:path";
import { nativeFolder } from "../../js/build/native.js";
import { root } from "../../js/build/run.js";
import { functionsOf, NAMES, promisesOf } from "../../js/src/families.js";
import { DIGEST, VERSION } from "../../js/src/interface.js";
import { ABC } from "../abc.js";
import { output } from "../output.js";
import { RUNTIMES } from "../runtimes.js";
import { matches, runChild, same } from "./children.js";

const NODES = /** @type {const} */ (["node20", "node26"]);
const RUN_ON = /** @type {const} */ (["node20", "node26", "bun", "deno"]);
const NOTHING = /** @type {any} */ ({});
const FUNCTIONS = NAMES.flatMap((family) => Object.keys(functionsOf(family, NOTHING)));
const PROMISES = NAMES.flatMap((family) => Object.keys(promisesOf(family, NOTHING)));
const BACKENDS = ["napi", "neon", "wasm", "cabi"];
const KEYS = ["async", "calls", "digest", "file", "name", "others", "runtime", "version"];
const FILES = /** @type {Record<string, string>} */ ({
  napi: "oxbridge-napi.node",
  neon: "oxbridge-neon.node",
  cabi: "liboxbridge.so",
});

const NO_NAME = ["TypeError", "ERR_INVALID_ARG_TYPE", "names"];
const UNKNOWN = ["TypeError", "ERR_INVALID_ARG_VALUE", "names"];

/** What each call of `load.js` that must fail is told: class, code, argument. */
const REFUSED = {
  nothing: NO_NAME,
  "an empty list": NO_NAME,
  "an empty string": UNKNOWN,
  "an unknown name": UNKNOWN,
  "an unknown name in a list": UNKNOWN,
  "a number in a list": NO_NAME,
  "a number": NO_NAME,
  null: NO_NAME,
  "an object": NO_NAME,
  "a symbol": NO_NAME,
  "a revoked proxy": NO_NAME,
  "a name in the wrong case": UNKNOWN,
  "an inherited name": UNKNOWN,
  "an unknown option": ["TypeError", "ERR_INVALID_ARG_VALUE", "options.nope"],
  "a number as options": ["TypeError", "ERR_INVALID_ARG_TYPE", "options"],
  "null as options": ["TypeError", "ERR_INVALID_ARG_TYPE", "options"],
  "an address that is none": ["TypeError", "ERR_INVALID_ARG_VALUE", "options.url"],
  "a getter that throws": ["Error", null, null],
  "a string as options": ["TypeError", "ERR_INVALID_ARG_TYPE", "options"],
  "an address without folders": ["Error", "ERR_BACKEND_UNAVAILABLE", "options.url"],
  "a list with a hole": NO_NAME,
  "a list that says it is longer than all": ["RangeError", "ERR_OUT_OF_RANGE", "names.length"],
};

/** What each call that must succeed finds, and what is said against the others. */
const FOUND = {
  "one name": ["neon", { napi: /only neon was asked for/, wasm: /only neon/, cabi: /only neon/ }],
  "a list of one": ["napi", { neon: /only napi was asked for/ }],
  "a list that is another one when read again": ["napi", { neon: /only napi was asked for/ }],
  "cabi, then wasm": ["cabi", { wasm: /cabi comes first/, napi: /not in the order/ }],
  "wasm, then napi": ["wasm", { napi: /wasm comes first/, cabi: /not in the order/ }],
  "every one": ["neon", { cabi: /neon comes first/, wasm: /neon comes first/, napi: /neon comes first/ }],
};

/**
 * @param {any} info
 * @param {string} name
 * @param {string} id
 */
function describes(info, name, id) {
  same(Object.keys(info).sort(), KEYS, "the properties of backend()");
  const file = FILES[name] ? join(nativeFolder, FILES[name]) : null;
  same([info.name, info.file, info.version, info.digest], [name, file, VERSION, DIGEST], "what backend() says");
  same(info.calls, "number", "the type of the counter");
  const by = name === "napi" || name === "neon" ? "threads" : "workers";
  same(info.async, { by, reason: null }, "where promises run");
  matches(info.runtime, new RegExp(`^${id.replace(/\d+/, " $&\\.").replace(/^(bun|deno)$/, "$1 ")}\\d`), "the runtime");
  const others = info.others.map((/** @type {any} */ other) => other.name);
  same(
    others,
    BACKENDS.filter((other) => other !== name),
    "the others",
  );
  for (const { reason } of info.others) matches(reason, /\w/, "a reason");
}

/** @param {(typeof RUN_ON)[number]} id */
async function loads(id) {
  const { outcomes, own } = JSON.parse(await runChild(id, "load.js", []));
  const known = [...Object.keys(REFUSED), ...Object.keys(FOUND)];
  same(Object.keys(outcomes).sort(), known.sort(), "the calls");
  for (const [label, [name, code, argument]] of Object.entries(REFUSED)) {
    const outcome = outcomes[label];
    same(
      outcome.error?.slice(0, 3),
      [name, code, argument],
      `load with ${label}: ${JSON.stringify(outcome)}; its error`,
    );
  }
  same(outcomes["a getter that throws"].error[3], "the getter's own", "what a getter throws");
  for (const [label, [name, reasons]] of Object.entries(FOUND)) {
    const outcome = outcomes[label];
    same(outcome.sum, 3, `load with ${label}: ${JSON.stringify(outcome)}; the sum`);
    same(outcome.functions, [...FUNCTIONS, "backend", "promises"].sort(), "the functions");
    same(outcome.promises, [...PROMISES].sort(), "the promises");
    describes(outcome.info, /** @type {string} */ (name), id);
    for (const [other, reason] of Object.entries(reasons)) {
      const said = outcome.info.others.find((/** @type {any} */ entry) => entry.name === other)?.reason;
      matches(said, reason, `what load with ${label} says against ${other}`);
    }
  }
  // What is loaded beside it does not change what the process has.
  describes(own, "napi", id);
}

/** @type {import("../report.js").Check[]} */
export const checks = [
  ...RUN_ON.map((id) => ({
    name: `on ${id}, load takes names in order, refuses what it does not know, and backend() describes it`,
    run: () => loads(id),
  })),
  ...NODES.map((id) => ({
    name: `on ${id}, wasm answers in --eval too, where \`require\` is a global that looks into the working folder`,
    run: async () => {
      const script = 'import("oxbridge/wasm").then(({ sha256 }) => console.log(sha256("abc")))';
      same(await output(RUNTIMES[id].command, ["--eval", script], { cwd: root }), `${ABC}\n`, "what it prints");
    },
  })),
];

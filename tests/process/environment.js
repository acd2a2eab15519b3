// The environment chooses the backend and names the binary: at the first call, in order, and with the reason for each
// that cannot be had.

import { join, relative } from "node:path";
import { nativeFolder } from "../../js/build/native.js";
import { root } from "../../js/build/run.js";
import { ABC } from "../abc.js";
import { matches, runChild, same } from "./children.js";

const RUN_ON = /** @type {const} */ (["node20", "node26", "bun", "deno"]);
const FILES = /** @type {Record<string, string>} */ ({
  napi: join(nativeFolder, "oxbridge-napi.node"),
  neon: join(nativeFolder, "oxbridge-neon.node"),
  cabi: join(nativeFolder, "liboxbridge.so"),
});
const NOWHERE = join(root, "dist", "nowhere");
const WITHOUT = join(root, "tests");
const RELATIVE = relative(root, nativeFolder); // to the folder that the scripts are run in

/**
 * What `OXBRIDGE_BACKEND` and, if it differs, `OXBRIDGE_LIBRARY_PATH` are; which backend answers; and what is said
 * against napi.
 *
 * @type {{ name: string, backend?: string, path?: string, answers: string, against?: RegExp }[]}
 */
const TAKEN = [
  { name: "nothing is set", answers: "napi" },
  { name: "the variable is empty", backend: "", answers: "napi" },
  { name: "the variable is a space", backend: " ", answers: "napi" },
  { name: "auto is asked for", backend: "auto", answers: "napi" },
  { name: "napi is asked for", backend: "napi", answers: "napi" },
  { name: "neon is asked for", backend: "neon", answers: "neon" },
  { name: "wasm is asked for", backend: "wasm", answers: "wasm" },
  { name: "cabi is asked for", backend: "cabi", answers: "cabi" },
  { name: "a list has spaces", backend: " wasm ,\tnapi ", answers: "wasm" },
  { name: "a list begins with cabi", backend: "cabi, napi, wasm", answers: "cabi" },
  { name: "the path is a file", backend: "napi", path: FILES.napi, answers: "napi" },
  { name: "the path is the file of neon, which is named", backend: "neon", path: FILES.neon, answers: "neon" },
  { name: "the path is the C library, and cabi is named", backend: "cabi", path: FILES.cabi, answers: "cabi" },
  { name: "the path is relative", backend: "napi", path: RELATIVE, answers: "napi" },
  { name: "the path is relative, and neon is named", backend: "neon", path: `./${RELATIVE}`, answers: "neon" },
  { name: "the path is empty", path: "", answers: "wasm", against: /not installed/ },
  { name: "the path is nowhere", path: NOWHERE, answers: "wasm", against: /LIBRARY_PATH.*no file/ },
  { name: "the path is a folder without binaries", path: WITHOUT, answers: "wasm", against: /no file .*napi\.node/ },
  {
    name: "the path is the file of neon, but napi comes first",
    path: FILES.neon,
    answers: "wasm",
    against: /not the napi/,
  },
  {
    name: "the first of a list cannot be had",
    backend: "napi,wasm",
    path: NOWHERE,
    answers: "wasm",
    against: /no file/,
  },
];

/**
 * What cannot be had: the error of every call.
 *
 * @type {{ name: string, backend?: string, path?: string, error: [string, string, string?], message: RegExp }[]}
 */
const REFUSED = [
  ...["nope", "napi,nope", "NAPI", "napi,", ",", "napi wasm", "toString"].map((backend) => ({
    name: `OXBRIDGE_BACKEND is "${backend}"`,
    backend,
    error: /** @type {[string, string, string]} */ (["TypeError", "ERR_INVALID_ARG_VALUE", "OXBRIDGE_BACKEND"]),
    message: /OXBRIDGE_BACKEND has .*"napi", "neon", "wasm", "cabi"/,
  })),
  {
    name: "napi is required, and its file is missing",
    backend: "napi",
    path: NOWHERE,
    error: ["Error", "ERR_BACKEND_UNAVAILABLE"],
    message: /napi: OXBRIDGE_LIBRARY_PATH is .*nowhere/,
  },
  {
    name: "three are allowed, and none has a file",
    backend: "neon, cabi, napi",
    path: WITHOUT,
    error: ["Error", "ERR_BACKEND_UNAVAILABLE"],
    message: /neon: .*oxbridge-neon\.node.*cabi: .*liboxbridge\.so.*napi: .*oxbridge-napi\.node/,
  },
  {
    name: "napi is required, and the file is that of neon",
    backend: "napi",
    path: FILES.neon,
    error: ["Error", "ERR_BACKEND_UNAVAILABLE"],
    message: /napi: .*oxbridge-neon\.node is not the napi binary/,
  },
  {
    name: "napi is required, and the file has no name of an addon",
    backend: "napi",
    path: FILES.cabi,
    error: ["Error", "ERR_BACKEND_UNAVAILABLE"],
    message: /napi: .*liboxbridge\.so needs a name that ends in \.node/,
  },
  {
    name: "cabi is required, and the file is no library",
    backend: "cabi",
    path: join(root, "package.json"),
    error: ["Error", "ERR_BACKEND_UNAVAILABLE"],
    message: /cabi: .*package\.json/,
  },
  {
    name: "napi is required, and no package has it",
    backend: "napi",
    path: "",
    error: ["Error", "ERR_BACKEND_UNAVAILABLE"],
    message: /napi: .*@oxbridge\/native is not installed/,
  },
];

/** @param {{ backend?: string, path?: string }} row */
const environmentOf = ({ backend, path = nativeFolder }) => ({
  OXBRIDGE_BACKEND: backend,
  OXBRIDGE_LIBRARY_PATH: path,
});

/** @param {(typeof RUN_ON)[number]} id */
async function taken(id) {
  for (const row of TAKEN) {
    const said = JSON.parse(await runChild(id, "say.js", [], { env: environmentOf(row) }));
    const where = `where ${row.name}`;
    same(
      [said.sum, said.digest, said.later],
      [{ value: 3 }, { value: ABC }, { value: ABC }],
      `what the calls gave ${where}`,
    );
    const { name, file, others } = said.info.value;
    same([name, file], [row.answers, FILES[row.answers] ?? null], `the backend ${where}`);
    if (!row.against) continue;
    matches(
      others.find((/** @type {any} */ other) => other.name === "napi")?.reason,
      row.against,
      `the reason ${where}`,
    );
  }
}

/** @param {(typeof RUN_ON)[number]} id */
async function refused(id) {
  for (const row of REFUSED) {
    const env = environmentOf(row);
    same(await runChild(id, "import-only.js", [], { env }), "imported", `what importing does where ${row.name}`);
    const said = JSON.parse(await runChild(id, "say.js", [], { env }));
    for (const call of ["sum", "digest", "later", "info"]) {
      const { error } = said[call];
      const where = `${call} where ${row.name}`;
      same([error?.name, error?.code, error?.argument], [...row.error, undefined].slice(0, 3), `the error of ${where}`);
      matches(error.message, row.message, `the message of ${where}`);
    }
  }
}

/** @type {import("../report.js").Check[]} */
export const checks = RUN_ON.flatMap((id) => [
  { name: `on ${id}, the environment chooses the backend and the binary`, run: () => taken(id) },
  {
    name: `on ${id}, what the environment asks for in vain is told at each call, not at import`,
    run: () => refused(id),
  },
  ...["napi", "neon", "cabi"].map((backend) => ({
    name: `on ${id}, importing Oxbridge does not open the library of ${backend}; the first call does`,
    run: async () => {
      const text = await runChild(id, "maps.js", [FILES[backend]], { env: { OXBRIDGE_BACKEND: backend } });
      same(JSON.parse(text), [false, false, true], "whether it is in memory");
    },
  })),
]);

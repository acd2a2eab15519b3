// Subjects that are wrong on purpose: the suite must catch every one, for every row of the interface and every function.

import { throws } from "node:assert";
import { join } from "node:path";
import { root } from "../js/build/run.js";
import { checkAddon, openAddon } from "../js/src/backends/addon.js";
import { openWasm } from "../js/src/backends/wasm.js";
import { FAMILIES, makeApi } from "../js/src/families.js";
import { fileName } from "../js/src/find.js";
import { DIGEST, ROWS } from "../js/src/interface.js";
import { knownDigests } from "./digests.js";
import { judgeCell, judgeMatrix, PLACES } from "./matrix.js";
import { readVectors } from "./runners/vectors.js";
import { apiSubject } from "./suite/case.js";
import { casesOf, runCases } from "./suite/suite.js";

/** @typedef {(...args: any[]) => any} Row */
/** @typedef {Record<string, Row>} Rows */

/**
 * A wrong result: one bit of it is another.
 *
 * @param {any} value
 * @returns {any}
 */
function flip(value) {
  if (typeof value === "number") return value + 1;
  if (typeof value === "bigint") return value ^ 1n;
  if (typeof value === "string") return (value.startsWith("a") ? "b" : "a") + value.slice(1);
  if (Array.isArray(value)) return value.length === 0 ? ["a"] : [flip(value[0]), ...value.slice(1)];
  if (ArrayBuffer.isView(value) && value.byteLength > 0) new Uint8Array(value.buffer, value.byteOffset)[0] ^= 1;
  return value;
}

/** Ways in which a row can be wrong. @type {Record<string, (row: Row) => Row>} */
const WRONG_ROWS = {
  "flips a bit of its result":
    (row) =>
    (...args) => {
      const result = row(...args);
      if (result !== undefined) return flip(result);
      flip(args.findLast((argument) => argument instanceof Uint8Array)); // where a row without a result writes
    },
  "does nothing":
    (row) =>
    (...args) => {
      const result = row(...args.map((argument) => (argument instanceof Uint8Array ? argument.slice() : argument)));
      return result === undefined ? undefined : flip(result);
    },
  fails: () => () => {
    throw new Error("wrong on purpose");
  },
};

/** Ways in which a function of the API can be wrong. @type {Record<string, (call: Row) => Row>} */
const WRONG_FUNCTIONS = {
  "gives another error":
    (call) =>
    (...args) => {
      try {
        return call(...args);
      } catch (error) {
        throw Object.assign(new Error("wrong on purpose"), {
          code: "ERR_WRONG",
          argument: /** @type {any} */ (error).argument,
        });
      }
    },
  "names another argument":
    (call) =>
    (...args) => {
      try {
        return call(...args);
      } catch (error) {
        throw Object.assign(/** @type {any} */ (error), { argument: "wrong" });
      }
    },
  "gives no error":
    (call) =>
    (...args) => {
      try {
        return call(...args);
      } catch {
        return undefined;
      }
    },
};

/** The same, for functions whose results are bytes. @type {Record<string, (call: Row) => Row>} */
const WRONG_BYTES = {
  "gives a view of a larger buffer":
    (call) =>
    (...args) => {
      const result = call(...args);
      if (!(result instanceof Uint8Array)) return result;
      const larger = new Uint8Array(result.length + 8);
      larger.set(result, 8);
      return larger.subarray(8);
    },
  "changes its input":
    (call) =>
    (...args) => {
      const result = call(...args);
      for (const argument of args.flat()) {
        if (argument instanceof Uint8Array && argument !== result && argument.length > 0) argument[0] ^= 1;
      }
      return result;
    },
};

/** Functions that read bytes, and give bytes if they are asked to. */
const READS_BYTES = Object.keys(FAMILIES.hash(/** @type {any} */ ({})));

/** A subject for each way of being wrong; the suite must find a failure in `fn`, or in any function. */
function wrongSubjects() {
  const file = join(root, "dist", "native", fileName("napi"));
  const good = /** @type {Rows} */ (/** @type {unknown} */ (openAddon("napi", file)));
  const rows = Object.entries(ROWS).flatMap(([family, types]) => (family === "meta" ? [] : Object.keys(types)));
  const api = /** @type {Rows} */ (/** @type {unknown} */ (makeApi(() => /** @type {any} */ (good))));
  const wrongRows = rows.flatMap((row) =>
    Object.entries(WRONG_ROWS).map(([how, make]) => ({
      name: `the row ${row} ${how}`,
      api: makeApi(() => /** @type {any} */ ({ ...good, [row]: make(good[row]) })),
      fn: undefined,
    })),
  );
  const wrongFunctions = Object.keys(api).flatMap((fn) =>
    Object.entries({ ...WRONG_FUNCTIONS, ...(READS_BYTES.includes(fn) ? WRONG_BYTES : {}) }).map(([how, make]) => ({
      name: `the function ${fn} ${how}`,
      api: { ...api, [fn]: make(api[fn]) },
      fn,
    })),
  );
  return [...wrongRows, ...wrongFunctions];
}

/** A cell that nothing is wrong with, but that its results are not those of the committed file. */
const emptyCell = () => ({
  backend: "napi",
  runtime: "a test",
  file: null,
  digest: /** @type {string | null} */ (DIGEST),
  calls: 9000,
  cases: 4000,
  perFunction: {},
  digests: Object.fromEntries(knownDigests()),
  failures: /** @type {string[]} */ ([]),
});

/** Ways in which a cell of the matrix can be wrong. @type {Record<string, (cell: ReturnType<typeof emptyCell>) => void>} */
const WRONG_CELLS = {
  "has a failure": (cell) => cell.failures.push("wrong on purpose"),
  "ran too few cases": (cell) => (cell.cases = 100),
  "cannot prove its interface": (cell) => (cell.digest = null),
  "has the interface of another build": (cell) => (cell.digest = "0123456789abcdef"),
  "did not call the core": (cell) => (cell.calls = 0),
  "was answered by another backend": (cell) => (cell.backend = "wasm"),
  "gives another result for one case": (cell) => (cell.digests["fibonacci of 7"] = "0123456789abcdef"),
  "leaves out a case": (cell) => delete cell.digests["fibonacci of 7"],
};

const place = PLACES[0];

/** @type {import("./report.js").Check[]} */
const cellChecks = [
  { name: "the matrix accepts a cell that nothing is wrong with", run: () => judgeCell(place, emptyCell()) },
  ...Object.entries(WRONG_CELLS).map(([how, spoil]) => ({
    name: `the matrix catches a cell that ${how}`,
    run: () => {
      const cell = emptyCell();
      spoil(cell);
      throws(() => judgeCell(place, cell), Error);
    },
  })),
  {
    name: "the matrix catches a cell with another number of calls",
    run: () => {
      const done = [emptyCell(), { ...emptyCell(), calls: 9001 }].map((cell) => ({ place, cell }));
      throws(() => judgeMatrix(done), /number of calls/);
    },
  },
  {
    name: "the loader refuses WebAssembly with the interface of another build",
    run: () => {
      const glue = { initSync() {}, interface_digest: () => "0123456789abcdef", __wbg_reset_state() {} };
      throws(() => openWasm({ glue, module: () => new Uint8Array() }), /has the interface 0123456789abcdef/);
    },
  },
  {
    name: "the loader refuses an addon with the interface of another build",
    run: () => {
      const addon = { bridge: "napi", interface_digest: () => "0123456789abcdef" };
      throws(() => checkAddon(addon, "napi", "a test"), /has the interface 0123456789abcdef/);
      throws(() => checkAddon({ ...addon, bridge: "neon" }, "napi", "a test"), /is not the napi binary/);
    },
  },
];

/** The suite finds nothing wrong with the right subject, and something with each wrong one. */
export const checks = [
  ...cellChecks,
  {
    name: "the suite passes the subject that all wrong ones are made from",
    run: async () => {
      const api = makeApi(() => openAddon("napi", join(root, "dist", "native", fileName("napi"))));
      const results = await runCases(apiSubject("right", /** @type {any} */ (api)), casesOf("full", readVectors()));
      const failure = results.find((result) => result.failure);
      if (failure) throw new Error(`${failure.id}: ${failure.failure}`);
    },
  },
  ...wrongSubjects().map(({ name, api, fn }) => ({
    name: `the suite catches that ${name}`,
    run: async () => {
      const cases = casesOf("full", readVectors()).filter((item) => fn === undefined || item.fn === fn);
      const results = await runCases(apiSubject(name, /** @type {any} */ (api)), cases, { untilFailure: true });
      if (!results.some(({ failure }) => failure)) throw new Error(`${results.length} cases found nothing wrong`);
    },
  })),
];

// Subjects that are wrong on purpose: the suite must catch every one, for every row of the interface and every function.

import { deepStrictEqual, rejects, throws } from "node:assert";
import { join } from "node:path";
import { root } from "../js/build/run.js";
import { checkAddon, openAddon } from "../js/src/backends/addon.js";
import { openWasm } from "../js/src/backends/wasm.js";
import { makeApi } from "../js/src/families.js";
import { fileName } from "../js/src/find.js";
import { DIGEST, ROWS } from "../js/src/interface.js";
import { threadTasks } from "../js/src/tasks/threads.js";
import { knownDigests } from "./digests.js";
import { judgeCell, judgeMatrix, PLACES } from "./matrix.js";
import { checkOwnMemory, checkRow, RAW_ROWS } from "./raw-rows.js";
import { readVectors } from "./runners/vectors.js";
import { DIGEST_FUNCTIONS } from "./suite/algorithms.js";
import { apiSubject, PROMISES } from "./suite/case.js";
import { judgeTwins, missing } from "./suite/cell.js";
import { CHECKSUM_FUNCTIONS } from "./suite/checksums.js";
import { casesOf, runCases } from "./suite/suite.js";
import { TWINS, twinOf } from "./suite/twin.js";
import { XXH_FUNCTIONS } from "./suite/xxh.js";
import {
  WRONG_BYTES,
  WRONG_FUNCTIONS,
  WRONG_LISTS,
  WRONG_NUMBERS,
  WRONG_READERS,
  WRONG_STREAMS,
  wrongPromises,
} from "./wrong-functions.js";
import { WRONG_HASHERS } from "./wrong-hashers.js";
import { wrongPromiseRows, wrongRows } from "./wrong-rows.js";

/** @typedef {import("./wrong-rows.js").Row} Row */
/** @typedef {import("./wrong-rows.js").Rows} Rows */
/**
 * A subject, and which cases find it: those of a function, or those that call a row.
 *
 * @typedef {{ name: string, api: any, fn?: string, row?: string, isLater?: boolean }} Wrong
 */

/** Functions that read bytes, and give bytes if they are asked to. */
const READS_BYTES = [...DIGEST_FUNCTIONS, "hash", "bulkHash"];

/** Functions that read bytes, and give a number. */
const GIVES_NUMBERS = [...CHECKSUM_FUNCTIONS, ...XXH_FUNCTIONS];

const { "gives a view of a larger buffer": _, ...WRONG_READERS_TO_NUMBERS } = WRONG_READERS;

/** The promise rows that functions call; the others are looked at as they are. */
const CALLED_LATER = [
  "hash",
  "bulk_hash",
  "invert_colors",
  "hasher_new",
  "hasher_update",
  "hasher_digest",
  "checksum_32",
  "checksum_64",
  ...["xxh32", "xxh64", "xxh3_64", "xxh3_128"],
].flatMap((row) => RAW_ROWS.filter((name) => [row, `${row}_text`, `${row}_with`, `${row}_text_with`].includes(name)));

const addon = (/** @type {"napi" | "neon"} */ name) => openAddon(name, join(root, "dist", "native", fileName(name)));

/**
 * The API over the rows of an addon.
 *
 * @param {Rows} rows
 * @param {Rows} promises
 * @returns {Rows & { promises: Rows }}
 */
const apiOf = (rows, promises) =>
  /** @type {any} */ (
    makeApi(
      () => /** @type {any} */ (rows),
      () => threadTasks(/** @type {any} */ (rows), promises),
    )
  );

/** A subject for each way of being wrong; the suite must find a failure in `fn`, or in any function. @returns {Wrong[]} */
function wrongSubjects() {
  const { promises, ...rows } = /** @type {Rows & { promises: Rows }} */ (/** @type {unknown} */ (addon("napi")));
  const api = apiOf(rows, promises);
  const names = [
    "keep",
    ...Object.entries(ROWS).flatMap(([family, types]) => (family === "meta" ? [] : Object.keys(types))),
  ];
  return [
    ...names.flatMap((row) =>
      Object.entries(wrongRows(row, rows[row])).map(([how, wrong]) => ({
        name: `the row ${row} ${how}`,
        api: apiOf({ ...rows, [row]: wrong }, promises),
        row,
        isLater: row === "keep",
      })),
    ),
    {
      name: "the row release fails",
      api: apiOf({ ...rows, release: wrongRows("release", rows["release"])["fails"] }, promises),
      row: "release",
    },
    ...CALLED_LATER.flatMap((row) =>
      Object.entries(wrongPromiseRows(row, promises[row])).map(([how, wrong]) => ({
        name: `the row ${row}, off the thread, ${how}`,
        api: apiOf(rows, { ...promises, [row]: wrong }),
        row: `${PROMISES}${row}`,
        isLater: true,
      })),
    ),
    ...Object.keys(api)
      .filter((fn) => fn !== "promises")
      .flatMap((fn) =>
        Object.entries({
          ...(api[fn].length === 0 ? WRONG_LISTS : WRONG_FUNCTIONS),
          ...(READS_BYTES.includes(fn) ? WRONG_BYTES : {}),
          ...(GIVES_NUMBERS.includes(fn) ? WRONG_NUMBERS : {}),
          ...(fn === "createHash" ? WRONG_HASHERS : {}),
        }).map(([how, make]) => ({
          name: `the function ${fn} ${how}`,
          api: { ...api, [fn]: make(api[fn]) },
          fn,
        })),
      ),
    ...Object.keys(api.promises).flatMap((fn) =>
      Object.entries({
        ...wrongPromises(fn),
        ...(TWINS.includes(fn) ? (GIVES_NUMBERS.includes(fn) ? WRONG_READERS_TO_NUMBERS : WRONG_READERS) : {}),
        ...(fn === "hashStream" ? WRONG_STREAMS : {}),
      }).map(([how, make]) => ({
        name: `the function ${PROMISES}${fn} ${how}`,
        api: { ...api, promises: { ...api.promises, [fn]: make(api.promises[fn]) } },
        fn: `${PROMISES}${fn}`,
        isLater: true,
      })),
    ),
  ];
}

/** @typedef {import("./suite/case.js").Case} Case */

const isPromise = (/** @type {Case} */ { fn }) => fn.startsWith(PROMISES);

/**
 * Every case: of functions that return at once, then of promises, with the many twins last. They are made once: that no
 * wrong subject spoils them is looked at in the end.
 *
 * @type {Case[] | undefined}
 */
let all;
function allCases() {
  if (all !== undefined) return all;
  const made = casesOf("full", readVectors());
  all = [
    ...made.filter((item) => !isPromise(item)),
    ...made.filter(isPromise),
    ...made.flatMap((item) => twinOf(item) ?? []),
  ];
  return all;
}

/** Which rows each case has called, and how long it took, when the right subject was put through it. @type {Map<Case, { rows: Set<string>, time: number }>} */
const seen = new Map();

/** Every case, those first that were quickest when the right subject was put through them. @type {Case[] | undefined} */
let sorted;
function quickestFirst() {
  const time = (/** @type {Case} */ item) => seen.get(item)?.time ?? 0;
  sorted ??= allCases().toSorted((a, b) => time(a) - time(b));
  return sorted;
}

/**
 * The cases that are to find a wrong subject: those of a function, or first those that call a row and then all others.
 *
 * @param {Wrong} wrong
 */
function casesFor({ fn, row, isLater = false }) {
  if (fn !== undefined) return quickestFirst().filter((item) => item.fn === fn);
  const cases = quickestFirst().filter((item) => !isLater || isPromise(item));
  if (row === undefined) return cases;
  const calls = (/** @type {Case} */ item) => seen.get(item)?.rows.has(row) ?? false;
  return [...cases.filter(calls), ...cases.filter((item) => !calls(item))];
}

/** Rows as they are: those of both addons are right, and each that is wrong is caught. @type {import("./report.js").Check[]} */
const rawChecks = /** @type {const} */ (["napi", "neon"]).flatMap((bridge) => {
  const rows = /** @type {any} */ (addon(bridge));
  return [
    ...RAW_ROWS.map((row) => ({
      name: `the row ${row} of ${bridge} is right, and caught if it is not, at once and off the thread`,
      run: async () => {
        await checkRow(row, rows[row], rows);
        await checkRow(row, rows.promises[row], rows);
        const wrong = [
          ...Object.entries(wrongRows(row, rows[row])),
          ...Object.entries(wrongPromiseRows(row, rows.promises[row])),
        ];
        for (const [how, spoiled] of wrong) {
          await rejects(checkRow(row, spoiled, rows), `nothing shows that the row ${row} ${how}`);
        }
      },
    })),
    {
      name: `the rows of ${bridge} that write give memory of their own off the thread`,
      run: async () => {
        await checkOwnMemory(rows.promises.invert_colors);
        const inPlace = async (/** @type {Uint8Array} */ pixels) => {
          rows.invert_colors(pixels);
          return pixels;
        };
        await rejects(checkOwnMemory(inPlace));
      },
    },
  ];
});

/** A cell that nothing is wrong with, but that its results are not those of the committed file. */
const emptyCell = () => ({
  backend: "napi",
  runtime: "a test",
  file: null,
  digest: /** @type {string | null} */ (DIGEST),
  calls: 279_000,
  cases: knownDigests().size,
  twins: 5600,
  perFunction: {},
  digests: Object.fromEntries(knownDigests()),
  failures: /** @type {string[]} */ ([]),
});

/** Ways in which a cell of the matrix can be wrong. @type {Record<string, (cell: ReturnType<typeof emptyCell>) => void>} */
const WRONG_CELLS = {
  "has a failure": (cell) => cell.failures.push("wrong on purpose"),
  "ran too few cases": (cell) => (cell.cases = 100),
  "ran too few twins": (cell) => (cell.twins = 100),
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
  .../** @type {const} */ (["cases", "calls", "twins"]).map((key) => ({
    name: `the matrix catches a cell with another number of ${key}`,
    run: () => {
      const done = [emptyCell(), { ...emptyCell(), [key]: 9001 }].map((cell) => ({ place, cell }));
      throws(() => judgeMatrix(done), new RegExp(`number of ${key}`));
    },
  })),
  .../** @type {[boolean, string, string, number][]} */ ([
    [true, "napi", "wasm", 9001], // it takes long bytes in shorter pieces
    [false, "napi", "wasm", 8999],
    [false, "wasm", "wasm", 9001],
  ]).map(([isRight, one, other, calls]) => ({
    name: `the matrix ${isRight ? "accepts" : "catches"} ${calls} calls of ${other} beside 9000 of ${one}`,
    run: () => {
      const cells = [
        { ...emptyCell(), backend: one, calls: 9000 },
        { ...emptyCell(), backend: other, calls },
      ];
      const judge = () => judgeMatrix(cells.map((cell) => ({ place, cell })));
      if (isRight) judge();
      else throws(judge, /number of calls/);
    },
  })),
  {
    name: "a cell fails if a function has no case, or a case no function",
    run: () => {
      const api = { sha256: () => {}, backend: () => {}, promises: { sha256: () => {} } };
      deepStrictEqual(missing(api, { sha256: 1, [`${PROMISES}sha256`]: 1 }), []);
      deepStrictEqual(missing(api, { sha256: 1 }).length, 1);
      deepStrictEqual(missing(api, { sha256: 1, [`${PROMISES}sha256`]: 1, hash: 1 }).length, 1);
    },
  },
  {
    name: "a cell fails if a twin gives something else than its case, or the core did not answer it",
    run: () => {
      const result = { id: "a case", fn: "sha256", digest: "1", isError: false, isEmpty: false };
      const twin = { ...result, fn: `${PROMISES}sha256` };
      deepStrictEqual(judgeTwins([result], { results: [twin], calls: 1 }), []);
      deepStrictEqual(judgeTwins([result], { results: [twin], calls: 0 }).length, 1);
      deepStrictEqual(judgeTwins([result], { results: [{ ...twin, digest: "2" }], calls: 1 }).length, 1);
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

/**
 * Rows that note their names when they are called.
 *
 * @param {Rows} rows
 * @param {string} prefix
 * @param {(name: string) => void} note
 */
const noting = (rows, prefix, note) =>
  Object.fromEntries(
    Object.entries(rows).map(([name, row]) => {
      const noted = `${prefix}${name}`; // made once: rows are called a million times
      const call = (/** @type {any[]} */ ...args) => {
        note(noted);
        return row(...args);
      };
      return [name, call];
    }),
  );

/**
 * The subject that nothing is wrong with passes every case.
 *
 * @param {string} name
 * @returns {import("./report.js").Check}
 */
function rightSubject(name) {
  return {
    name,
    run: async () => {
      /** @type {Set<string>} */
      let called = new Set();
      const note = (/** @type {string} */ row) => called.add(row);
      const { promises, ...rows } = /** @type {any} */ (addon("napi"));
      const subject = apiSubject("right", apiOf(noting(rows, "", note), noting(promises, PROMISES, note)));
      for (const item of allCases()) {
        called = new Set();
        const start = performance.now();
        const [{ id, failure }] = await runCases(subject, [item]);
        if (failure) throw new Error(`${id}: ${failure}`);
        seen.set(item, { rows: called, time: performance.now() - start });
      }
    },
  };
}

/** The suite finds nothing wrong with the right subject, and something with each wrong one. */
export const checks = [
  ...cellChecks,
  ...rawChecks,
  rightSubject("the suite passes the subject that all wrong ones are made from"),
  ...wrongSubjects().map((wrong) => ({
    name: `the suite catches that ${wrong.name}`,
    run: async () => {
      const results = await runCases(apiSubject(wrong.name, wrong.api), casesFor(wrong), { untilFailure: true });
      if (!results.some(({ failure }) => failure)) throw new Error(`${results.length} cases found nothing wrong`);
    },
  })),
  // If one of them had spoiled the cases themselves, every later one would have been caught by that.
  rightSubject("the suite still passes it after all of them"),
];

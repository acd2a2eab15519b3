// Other implementations as subjects of the suite, each in the runtimes that have it, and how cases are graded.

import { deepStrictEqual, match, rejects, strictEqual, throws } from "node:assert";
import { hash } from "node:crypto";
import { columnOf, countsOf } from "./conformance/column.js";
import { exitCode } from "./conformance/conformance.js";
import { grade, gradedCases } from "./conformance/grade.js";
import { runPlaces } from "./conformance/places.js";
import { textOf } from "./conformance/text.js";
import { rowOf } from "./conformance/watch.js";
import { readVectors } from "./runners/vectors.js";
import { RUNTIMES } from "./runtimes.js";
import { apiOf, Lacks } from "./subjects/api.js";
import { knownWrong } from "./subjects/known-wrong.js";
import { SUBJECTS } from "./subjects/list.js";
import { commandChecks } from "./subjects-command.js";

/** @typedef {import("./conformance/column.js").Column} Column */
/** @typedef {keyof typeof RUNTIMES} RuntimeName */
/** @typedef {Record<string, number>} Floors how many cases of a row it has at least */

/** The same floor for several rows. @type {(least: number, ...rows: string[]) => Floors} */
const each = (least, ...rows) => Object.fromEntries(rows.map((row) => [row, least]));

const OLDER = ["md5", "sha1", "sha224", "sha384", "sha512", "ripemd160"];
const SHA3 = ["sha3-224", "sha3-256", "sha3-384", "sha3-512"];
const TRUNCATED = ["sha512-224", "sha512-256"];
const BLAKE2 = ["blake2b512", "blake2b256", "blake2s256"];
const SHAKE = ["shake128", "shake256"];
const CRCS = ["crc32", "crc32c", "crc64-nvme", "crc64-xz", "adler32"];

/** What nearly all have. */
const BASE = { sha256: 748, ...each(13, ...OLDER, ...TRUNCATED, ...SHA3) };
/** What OpenSSL has, and other implementations of `node:crypto` too. */
const CRYPTO = { ...BASE, ...each(24, "blake2b512", "blake2s256") };
const CRYPTO_NODE = { ...CRYPTO, ...each(84, ...SHAKE) };
const WEBCRYPTO = { sha256: 482, ...each(8, "sha1", "sha384", "sha512", "sha3-256", "sha3-384", "sha3-512") };
const WEBCRYPTO_SHAKE = { ...WEBCRYPTO, ...each(66, ...SHAKE) };
const NOBLE = { ...BASE, keccak256: 13, ...each(102, ...BLAKE2), blake3: 133, ...each(84, ...SHAKE) };
const NOBLE_THIRD = {
  sha256: 200,
  ...each(3, ...OLDER, ...TRUNCATED, ...SHA3, "keccak256"), // every third case of all falls on three to five of these
  ...each(25, ...BLAKE2, ...SHAKE),
  blake3: 40,
};
const HASH_WASM = {
  sha256: 1159,
  ...each(20, ...OLDER, ...SHA3, "keccak256"),
  ...each(122, ...BLAKE2),
  blake3: 170,
  ...each(24, ...CRCS),
  xxh32: 70,
  ...each(88, "xxh64", "xxh3-64", "xxh3-128"),
};
const BUN = {
  ...CRYPTO,
  blake2b256: 13,
  shake128: 3,
  shake256: 14,
  adler32: 12,
  crc32: 14,
  xxh32: 35,
  xxh64: 44,
  "xxh3-64": 17,
};

/**
 * Each subject in each runtime that has it, the longest first. What is JavaScript, and the same everywhere, is put
 * through all cases in one of them, and through every third in others.
 *
 * @type {[subject: string, runtime: RuntimeName, floors: Floors, every?: number][]}
 */
const COLUMNS = [
  ["hash-wasm", "node26", HASH_WASM],
  ["noble", "node26", NOBLE],
  ["noble", "bun", NOBLE_THIRD, 3],
  ["noble", "deno", NOBLE_THIRD, 3],
  ["bun", "bun", BUN],
  ["node:crypto", "node24", CRYPTO_NODE],
  ["node:crypto", "node26", { ...CRYPTO_NODE, keccak256: 13 }],
  ["node:crypto", "bun", { ...CRYPTO, blake2b256: 13, shake128: 11, shake256: 21 }],
  ["node:crypto", "deno", CRYPTO_NODE],
  ["webcrypto", "node26", WEBCRYPTO_SHAKE],
  ["webcrypto", "bun", WEBCRYPTO],
  ["webcrypto", "deno", WEBCRYPTO_SHAKE],
  ["node:zlib", "node26", { crc32: 14 }],
];

/** @type {Promise<Column[]> | undefined} */
let running;
const columns = () =>
  (running ??= runPlaces(
    COLUMNS.map(([name, runtime, , every]) => ({ subject: { name, every }, runtime: RUNTIMES[runtime] })),
    () => {},
  ));

/**
 * What must hold of a column: what is wrong is all that is known to be wrong, and no more.
 *
 * @param {Column} column
 * @param {Floors} floors
 */
function judge(column, floors) {
  strictEqual(column.state, "ran", column.reason);
  const unknown = column.wrong.filter(({ known }) => known === undefined);
  const told = unknown.map(({ id, detail }) => `${id}: ${detail}`);
  deepStrictEqual(told.slice(0, 5), [], "something is wrong that is not known to be");
  const wrong = column.wrong.map(({ id }) => id);
  const mended = knownWrong(column).flatMap(({ cases }) => cases.filter((id) => !wrong.includes(id)));
  deepStrictEqual(mended, [], "this is right now, or no case: subjects/known-wrong.js has to lose it");
  for (const [row, least] of Object.entries(floors)) {
    const { has } = countsOf(column, row);
    if (has < least) throw new Error(`it has only ${has} cases of ${row}; the floor is ${least}`);
  }
  const more = Object.keys(column.rows).filter((row) => !(row in floors) && countsOf(column, row).has > 0);
  deepStrictEqual(more, [], "it has rows without a floor");
}

/** All cases that are graded, made once. @type {ReturnType<typeof gradedCases> | undefined} */
let made;
const graded = () => (made ??= gradedCases(readVectors()));
/** The official cases of one function. */
const ofSha256 = () => graded().cases.filter(({ id }) => id.startsWith("sha256 NIST"));
/** @type {(api: Record<string, any>, cases: import("./suite/case.js").Case[]) => Promise<string[]>} */
const statesOf = async (api, cases) => [...new Set((await grade(api, cases)).map(({ state }) => state))];

/** What an adapter must not do by itself. @type {[name: string, call: (api: Record<string, any>) => unknown][]} */
const LACKING = [
  ["an algorithm that it does not know", ({ hash }) => hash("whirlpool", "abc")],
  ["an option that it does not know", ({ hash }) => hash("fake", "abc", { key: "secret" })],
  ["an option that another algorithm has", ({ createHash }) => createHash("sha256", { seed: 1 })],
  ["an encoding that it does not know", ({ hash }) => hash("fake", "abc", "utf8")],
  ["a hasher that there is none of", ({ createHash }) => createHash("sha1")],
  ["a digest that there is only a hasher of", ({ hash }) => hash("sha256", "abc")],
  ["an update after the digest", ({ createHash }) => ended(createHash).update("abc")],
  ["a second digest", ({ createHash }) => ended(createHash).digest()],
  ["a checksum that goes on", ({ adler32 }) => adler32("abc", 1)],
  ["a seed that its implementation does not take", ({ xxh64 }) => xxh64("abc", 1n)],
];

/**
 * What an adapter must not do for its implementation.
 *
 * @type {[subject: string, name: string, call: (api: Record<string, any>) => unknown][]}
 */
const UNREPAIRED = [
  ["noble", "a salt that is short", ({ hash }) => hash("blake2b512", "abc", { salt: "short" })],
  ["noble", "a personalization that is short", ({ createHash }) => createHash("blake2s256", { personal: "short" })],
  ["noble", "a seed", ({ hash }) => hash("blake3", "abc", { seed: 1n })],
  ["hash-wasm", "a hasher that takes a promise to make", ({ createHash }) => createHash("xxh64", { seed: 123_456n })],
  ["hash-wasm", "a salt", ({ promises }) => promises.hash("blake2b512", "abc", { salt: new Uint8Array(16) })],
  ["hash-wasm", "a saved hasher", ({ restoreHash }) => restoreHash],
  ["node:crypto", "BLAKE2 of another length", ({ hash }) => hash("blake2b512", "abc", { outputLength: 20 })],
  ["node:crypto", "a hasher of another length", ({ createHash }) => createHash("sha256", { outputLength: 31 })],
  ["node:crypto", "a key of BLAKE2", ({ hash }) => hash("blake2b512", "abc", { key: "secret" })],
];

/** @param {(algorithm: string) => any} createHash */
function ended(createHash) {
  const hasher = createHash("sha256");
  hasher.digest();
  return hasher;
}

/** An implementation that has little, and gives its options back. */
const LITTLE = apiOf({
  fake: { digest: (data, { encoding, ...more }) => `${data} ${encoding} ${JSON.stringify(more)}` },
  seeded: { digest: (data, options) => `${data} ${options.seed}`, options: ["seed"] },
  sha1: { digest: () => new Uint8Array([1, 255]) },
  sha256: { hasher: () => ({ update: () => {}, digest: () => Buffer.from([2, 254]) }) },
  adler32: { digest: () => "00000102" },
  crc32: { checksum: (_data, value = 0) => value + 258 },
  "crc64-xz": { checksum: () => 258n },
  xxh32: { checksum: (_data, seed = 0) => Number(seed) + 258, options: ["seed"] },
  xxh64: { checksum: () => 258n },
  "xxh3-128": {
    digest: (_data, { seed = 0n }) => (BigInt(/** @type {bigint} */ (seed)) + 2n ** 127n).toString(16),
    later: async (_data, { encoding, ...more }) => `0${Object.keys(more).length}`.padStart(32, "0"),
    options: ["seed"],
  },
});

/** @type {import("./report.js").Check[]} */
const adapterChecks = [
  ...LACKING.map(([name, call]) => ({
    name: `an adapter lacks ${name}`,
    run: () => throws(() => call(LITTLE), { name: "Lacks" }),
  })),
  ...UNREPAIRED.map(([subject, name, call]) => ({
    name: `the adapter of ${subject} lacks ${name}`,
    run: async () => {
      const api = await (await SUBJECTS[subject]()).api();
      await rejects(async () => (await call(api)) ?? Promise.reject(new Lacks()), { name: "Lacks" });
    },
  })),
  {
    name: "an adapter hands on options that its implementation knows, and the encoding",
    run: () => {
      strictEqual(LITTLE.hash("fake", "abc", { encoding: "base64" }), "abc base64 {}");
      strictEqual(LITTLE.hash("seeded", "abc", { seed: 7 }), "abc 7");
      strictEqual(LITTLE.hash("fake", "abc", { key: undefined }), "abc hex {}");
    },
  },
  {
    name: "an adapter translates bytes, numbers and encodings",
    run: () => {
      deepStrictEqual([LITTLE.sha1(""), LITTLE.sha1("", "base64url")], ["01ff", "Af8"]);
      deepStrictEqual(LITTLE.createHash("sha256", "bytes").digest(), new Uint8Array([2, 254]));
      deepStrictEqual([LITTLE.adler32(""), LITTLE.hash("adler32", "")], [258, "00000102"]);
      deepStrictEqual([LITTLE.crc32("", 1), LITTLE.hash("crc32", "")], [259, "00000102"]);
      deepStrictEqual([LITTLE.crc64_xz(""), LITTLE.hash("crc64-xz", "")], [258n, "0000000000000102"]);
    },
  },
  {
    name: "an adapter gives xxHash as numbers, and tells it a seed either way",
    run: async () => {
      const { hash, xxh32, xxh64, xxh3_128, promises } = LITTLE;
      deepStrictEqual([xxh32(""), xxh32("", 1), hash("xxh32", "", { seed: 1 })], [258, 259, "00000103"]);
      deepStrictEqual([xxh64(""), hash("xxh64", "")], [258n, "0000000000000102"]);
      deepStrictEqual([xxh3_128(""), xxh3_128("", 1n)], [2n ** 127n, 2n ** 127n + 1n]);
      deepStrictEqual([await promises.xxh3_128(""), await promises.xxh3_128("", 1n)], [0n, 1n]);
    },
  },
  {
    name: "an adapter has no function that its implementation lacks",
    run: () => {
      const functions = ["adler32", "crc32", "crc64_xz", "createHash", "hash", "promises", "sha1"];
      functions.push("xxh32", "xxh3_128", "xxh64");
      deepStrictEqual(Object.keys(LITTLE).sort(), functions);
      deepStrictEqual(Object.keys(apiOf({ sha1: { later: async () => "" } })), ["promises"]);
    },
  },
];

/** A column of Bun in which these cases are wrong. @param {string[]} ids */
const columnWith = (ids) => {
  const grades = ids.map((id) => ({
    id,
    fn: "hash",
    row: "xxh3-64",
    source: "a peer",
    state: "wrong",
    detail: "gave 1",
  }));
  return columnOf({ subject: "bun", runtime: "bun 1.4.5", state: "ran" }, /** @type {any} */ (grades));
};
const KNOWN_IDS = knownWrong({ subject: "bun", runtime: "bun 1.4.5" }).flatMap(({ cases }) => cases);

/** @type {import("./report.js").Check[]} */
const knownChecks = [
  {
    name: "what is known to be wrong is named once, and is a case",
    run: () => {
      const ids = new Set(graded().cases.map(({ id }) => id));
      deepStrictEqual(
        KNOWN_IDS.filter((id) => !ids.has(id)),
        [],
      );
      strictEqual(new Set(KNOWN_IDS).size, KNOWN_IDS.length);
    },
  },
  {
    name: "a column fails with a wrong case that is not known, and with a known one that is right",
    run: () => {
      judge(columnWith(KNOWN_IDS), {});
      throws(() => judge(columnWith([...KNOWN_IDS, "another"]), {}), /is not known to be[\s\S]*another: gave 1/);
      throws(() => judge(columnWith(KNOWN_IDS.slice(1)), {}), /has to lose it/);
      const { wrong } = columnWith(KNOWN_IDS);
      const elsewhere = {
        ...columnWith([]),
        subject: "noble",
        wrong: wrong.map((one) => ({ ...one, known: undefined })),
      };
      throws(() => judge(elsewhere, {}), /is not known to be/);
    },
  },
  {
    name: "the text says why cases are wrong of which that is known, and the exit code is 1 all the same",
    run: () => {
      const column = columnWith([...KNOWN_IDS, "another"]);
      const count = KNOWN_IDS.length;
      match(
        textOf([column]),
        new RegExp(`${count + 1} ARE WRONG, ${count} of them because .* 32 bits, oven-sh/bun#32833\\n`),
      );
      strictEqual(exitCode([column]), 1);
      match(textOf([columnWith(KNOWN_IDS)]), / ARE WRONG, all of them because /);
    },
  },
];

/** @type {(subject: string, state: Column["state"], wrong?: number) => any} */
const outcome = (subject, state, wrong = 0) => ({ subject, state, counts: { has: 9, lacks: 9, wrong } });

/** What columns amount to. @type {[name: string, columns: any[], code: number][]} */
const CODES = [
  ["nothing is wrong", [outcome("a", "ran"), outcome("b", "ran")], 0],
  ["one case is wrong", [outcome("a", "ran"), outcome("b", "ran", 1)], 1],
  ["a process ended", [outcome("a", "ran"), outcome("b", "ended")], 1],
  ["one of two runtimes lacks a subject", [outcome("a", "unavailable"), outcome("a", "ran")], 0],
  ["every runtime lacks a subject", [outcome("a", "unavailable"), outcome("b", "ran", 1)], 2],
  ["a subject cannot be loaded", [outcome("a", "ran"), outcome("a", "unloadable")], 2],
];

/** @type {import("./report.js").Check[]} */
const gradeChecks = [
  {
    name: "a subject without the function, or whose error is called Lacks, lacks the cases",
    run: async () => {
      deepStrictEqual(await statesOf({}, ofSha256()), ["lacks"]);
      const sha256 = () => {
        throw new Lacks("sha256");
      };
      deepStrictEqual(await statesOf({ sha256 }, ofSha256()), ["lacks"]);
    },
  },
  {
    name: "a subject that throws something else, or gives another value, is wrong",
    run: async () => {
      const sha256 = () => {
        throw new TypeError("no");
      };
      deepStrictEqual(await statesOf({ sha256 }, ofSha256()), ["wrong"]);
      deepStrictEqual(await statesOf({ sha256: () => "0".repeat(64) }, ofSha256()), ["wrong"]);
      deepStrictEqual(await statesOf({ sha256: () => undefined }, ofSha256()), ["wrong"]);
    },
  },
  {
    name: "a subject that is wrong for one message only is wrong in the cases with that one",
    run: async () => {
      const sha256 = (/** @type {any} */ data) => hash("sha256", data.length === 8 ? "other" : data);
      const wrong = (await grade({ sha256 }, ofSha256())).filter(({ state }) => state === "wrong");
      deepStrictEqual(
        wrong.map(({ id }) => id),
        ["sha256 NIST 64 bits"],
      );
      match(`${wrong[0].detail}`, /^gave "string [0-9a-f]{64}", but should give "string [0-9a-f]{64}"/);
    },
  },
  {
    name: "a promise is lacking if what it rejects with is called Lacks, and else is wrong",
    run: async () => {
      const twins = graded().cases.filter(({ id }) => id.startsWith("as a promise: sha256 NIST"));
      /** @type {(sha256: () => Promise<any>) => Promise<string[]>} */
      const states = (sha256) => statesOf({ promises: { sha256 } }, twins);
      deepStrictEqual(await states(async () => Promise.reject(new Lacks("sha256"))), ["lacks"]);
      deepStrictEqual(await states(async () => Promise.reject(new TypeError("no"))), ["wrong"]);
      deepStrictEqual(await states(async () => "0".repeat(64)), ["wrong"]);
      deepStrictEqual(await states(/** @type {any} */ (() => "0".repeat(64))), ["wrong"]);
    },
  },
  {
    name: "a hasher without a method lacks the cases with it, and one that gives something else is wrong",
    run: async () => {
      const cases = graded().cases.filter(({ id }) => /^createHash NIST \d+ bits/.test(id));
      const halves = cases.filter(({ id }) => id.includes("by a clone"));
      const zeros = () => ({ update: () => zeros(), digest: () => "0".repeat(64) });
      deepStrictEqual(await statesOf({ createHash: zeros }, halves), ["lacks"]);
      deepStrictEqual(await statesOf({ createHash: zeros }, cases.slice(0, 2)), ["wrong"]);
      deepStrictEqual(await statesOf({ createHash: () => undefined }, cases), ["wrong"]);
      const restored = graded().cases.filter(({ id }) => id.startsWith("restoreHash sha1,"));
      const saving = () => ({ update: saving, save: () => new Uint8Array(9) });
      deepStrictEqual(await statesOf({ createHash: saving, restoreHash: () => ({}) }, restored), ["lacks"]);
      deepStrictEqual(await statesOf({ createHash: saving, restoreHash: zeros }, restored), ["wrong"]);
      const { name, api } = await SUBJECTS["node:crypto"]();
      deepStrictEqual([name, await statesOf(await api(), cases)], ["node:crypto", ["has"]]);
    },
  },
  {
    name: "a subject with all of Oxbridge has every case, and lacks nothing",
    run: async () => {
      const api = await (await SUBJECTS["oxbridge/napi"]()).api();
      // Every fifth, but none of long bytes, which the matrix has; those of each function are together.
      const all = graded().cases.filter(({ id }) => !/\d{7} bytes/.test(id));
      const cases = all.filter((_, index) => index % 5 === 0);
      const grades = await grade(api, cases);
      deepStrictEqual(
        grades.filter(({ state }) => state !== "has").map(({ id }) => id),
        [],
      );
      strictEqual(new Set(grades.map(({ row }) => row)).size >= 30, true);
    },
  },
  {
    name: "a case is in the row of its algorithm, however that is spelled, or of its function",
    run: () => {
      strictEqual(rowOf("createHash", "SHA-512/256"), "sha512-256");
      strictEqual(rowOf("sha3_256", "abc"), "sha3-256");
      strictEqual(rowOf("crc64NvmeCombine", 1n), "crc64-nvme");
      strictEqual(rowOf("hash", "whirlpool"), "hash");
      strictEqual(rowOf("add", 1), "add");
    },
  },
  {
    name: "no case about errors, memory or hostile arguments is among those that are graded",
    run: async () => {
      const { cases, leftOut } = graded();
      if (cases.length < 4000 || leftOut < 6000) throw new Error(`${cases.length} cases; ${leftOut} are left out`);
      for (const { id, expect } of cases) {
        const expected = typeof expect === "function" ? {} : expect;
        if ("error" in expected || "thrown" in expected) throw new Error(`${id} is graded`);
      }
    },
  },
  ...CODES.map(([name, all, code]) => ({
    name: `the exit code is ${code} if ${name}`,
    run: () => strictEqual(exitCode(all), code),
  })),
  {
    name: "the text is no wider than asked for, and has every column, and each first wrong case",
    run: () => {
      const wrong = { id: "a case", fn: "sha256", row: "sha256", source: "NIST", state: "wrong", detail: "gave 1" };
      const all = Array.from({ length: 9 }, (_, index) =>
        columnOf(
          { subject: `subject-${index}`, runtime: "node 24.19.0", state: "ran" },
          [/** @type {any} */ (wrong)],
          5,
        ),
      );
      const table = textOf(all, 80).split("\n\n").slice(1, 5).join("\n");
      strictEqual(Math.max(...table.split("\n").map((line) => line.length)) <= 80, true);
      strictEqual([...table.matchAll(/subject-\d/g)].length, 9);
      strictEqual([...table.matchAll(/✗ 1 wrong/g)].length, 9);
      strictEqual([...textOf(all).matchAll(/WRONG in subject-\d in node 24.19.0:\n {2}a case\n {4}gave 1/g)].length, 9);
    },
  },
];

export const checks = [
  ...COLUMNS.map(([subject, runtime, floors], index) => ({
    name: `${subject} in ${runtime} is right in all that it has, but for what is known`,
    run: async () => judge((await columns())[index], floors),
  })),
  ...adapterChecks,
  ...knownChecks,
  ...gradeChecks,
  ...commandChecks,
];

// Every kind of JavaScript value for every parameter of every function, and what must come of it.
//
// The expectations are the contract of arguments, written once for each kind of parameter: they do not depend on a
// backend. What a value holds is written beside it, and not read from it.

import { outOfRange, wrongType, wrongValue } from "./case.js";
import { PLAIN } from "./checksums.js";
import { VALUES } from "./hostile-values.js";
import { bulkSha256, bytesOf, encode, sha256 } from "./oracle.js";

/** @typedef {import("./case.js").Case} Case */
/** @typedef {import("./hostile-values.js").Hostile} Hostile */

/**
 * What a parameter expects of a value.
 *
 * @typedef {(hostile: Hostile, value: any) => Promise<any>} Rule gives what is expected
 */

/** @type {(argument: string) => Rule} */
const anyNumber = (argument) => async (_hostile, value) =>
  typeof value === "number" ? { value: value + 1 } : wrongType(argument);

/** @type {Rule} */
const fibonacciIndex = async (_hostile, value) => {
  if (typeof value !== "number") return wrongType("n");
  if (!Number.isInteger(value) || value < 0 || value > 93) return outOfRange("n");
  return { value: value < 2 ? BigInt(value) : 1n }; // the hostile integers in range are 0, 1 and 2
};

/** @type {(result: (bytes: Uint8Array) => any) => Rule} */
const bytesTo =
  (result) =>
  async ({ bytes }, value) => {
    const read = typeof value === "string" ? bytesOf(value) : bytes && Uint8Array.from(bytes);
    return read ? { value: await result(read) } : wrongType("data");
  };

export const data = bytesTo(async (bytes) => encode(await sha256(bytes), "hex"));

/** An integer of 32 bits, which is the result. @type {(argument: string, absent?: number) => Rule} */
const integer32 = (argument, absent) => async (_hostile, value) => {
  if (value === undefined && absent !== undefined) return { value: absent };
  if (typeof value !== "number") return wrongType(argument);
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** 32) return outOfRange(argument);
  return { value: value + 0 };
};

/** One of 64 bits; the result is made from it. @type {(argument: string, result: (integer: bigint) => any, absent?: unknown) => Rule} */
const integer64 = (argument, result, absent) => async (_hostile, value) => {
  if (value === undefined && absent !== undefined) return { value: absent };
  if (typeof value !== "number" && typeof value !== "bigint") return wrongType(argument);
  const isExact = typeof value === "bigint" || Number.isSafeInteger(value);
  if (!isExact || value < 0 || value >= 2n ** 64n) return outOfRange(argument);
  return { value: result(BigInt(value)) };
};
/** @param {bigint} integer */
const itself = (integer) => integer;

/** @type {(known: string[], result: (name: string) => Promise<any>) => Rule} */
export const algorithm = (known, result) => async (_hostile, value) => {
  if (typeof value !== "string") return wrongType("algorithm");
  return known.includes(value) ? { value: await result(value) } : wrongValue("algorithm");
};

/** @type {(result: () => Promise<any>) => Rule} */
export const options =
  (result) =>
  async ({ revoked }, value) => {
    if (value === undefined) return { value: await result() };
    if (typeof value === "string") return wrongValue("options.encoding");
    if (typeof value !== "object" || value === null) return wrongType("options");
    if (revoked) return { error: { name: "TypeError" } }; // what the language throws passes through
    const unknown = Reflect.ownKeys(value).find((key) => key !== "encoding");
    return unknown === undefined ? { value: await result() } : wrongValue(`options.${String(unknown)}`);
  };

/** @type {(result: () => Promise<any>) => Rule} */
export const encoding = (result) => async (_hostile, value) => {
  if (value === undefined) return { value: await result() };
  return typeof value === "string" ? wrongValue("options.encoding") : wrongType("options.encoding");
};

/** @type {Rule} */
const items = async ({ revoked, list }, value) => {
  if (list) return list.length === 0 ? { value: [] } : wrongType("items[0]");
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return wrongType("items");
  return revoked ? { error: { name: "TypeError" } } : wrongType("items");
};

/** @type {Rule} */
const item = async (hostile, value) => {
  const single = await data(hostile, value);
  return "value" in single ? { value: [(await bulkSha256(["before"]))[0], single.value] } : wrongType("items[1]");
};

/** @type {Rule} */
const packedBytes = async (hostile, value) => {
  const single = await data(hostile, value);
  return "value" in single ? { value: await bulkSha256([""]) } : wrongType("items.bytes");
};

/** @type {Rule} */
const packedOffsets = async ({ offsets, list }) => {
  if (offsets?.length === 0) return outOfRange("items.offsets");
  if (offsets) return { value: await bulkSha256(offsets.slice(1).map(() => "")) };
  return wrongType(list ? "items.offsets[0]" : "items.offsets");
};

/** @type {Rule} */
const packedOffset = async (_hostile, value) => {
  if (typeof value !== "number") return wrongType("items.offsets[1]");
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) return outOfRange("items.offsets[1]");
  return value > 2 ? outOfRange("items.offsets") : { value: await bulkSha256(["ab".slice(0, value)]) };
};

/** @type {Rule} */
const pixels = async ({ writable }, value) => (writable ? { value } : wrongType("pixels"));

/** XXH32 of no bytes, by its specification: the seed, and the avalanche. @param {number} seed */
const xxh32OfNothing = (seed) => {
  let h = (seed + 0x165667b1) | 0;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca77);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae3d);
  return (h ^ (h >>> 16)) >>> 0;
};

/** XXH64 of no bytes. @param {bigint} seed */
const xxh64OfNothing = (seed) => {
  const low = (/** @type {bigint} */ number) => BigInt.asUintN(64, number);
  let h = low(seed + 0x27d4eb2f165667c5n);
  h = low((h ^ (h >> 33n)) * 0xc2b2ae3d27d4eb4fn);
  h = low((h ^ (h >> 29n)) * 0x165667b19e3779f9n);
  return h ^ (h >> 32n);
};

/** The same as a digest. @param {bigint} seed */
const hex64 = (seed) => xxh64OfNothing(seed).toString(16).padStart(16, "0");

/** @type {Rule} */
const narrowSeed = async (_hostile, value) => {
  if (value === undefined) return { value: xxh32OfNothing(0) };
  if (typeof value !== "number" && typeof value !== "bigint") return wrongType("seed");
  const isInteger = typeof value === "bigint" || Number.isInteger(value);
  if (!isInteger || value < 0 || value >= 2 ** 32) return outOfRange("seed");
  return { value: xxh32OfNothing(Number(value)) };
};

/** No hostile bytes are as long as a key of BLAKE3; neither is a string that is passed for one. @type {Rule} */
const keyOf32 = async ({ bytes }, value) => {
  if (value === undefined) return { value: BLAKE3_OF_ABC };
  return bytes || typeof value === "string" ? outOfRange("options.key") : wrongType("options.key");
};

/** SHAKE128 of nothing begins alike, however much is asked for (FIPS 202). @type {Rule} */
const outputLength = async (_hostile, value) => {
  if (typeof value !== "number") return wrongType("options.outputLength");
  if (!Number.isInteger(value) || value < 1 || value > 2 ** 24) return outOfRange("options.outputLength");
  return { value: SHAKE128_OF_NOTHING.slice(0, 2 * value) }; // the largest hostile integer in range is 94
};
const SHAKE128_OF_NOTHING =
  "7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef263cb1eea988004b93103cfb0aeefd2a686e01" +
  "fa4a58e8a3639ca8a1e3f9ae57e235b8cc873c23dc62b8d260169afa2f75ab916a58d974918835d25e6a4350";
const BLAKE3_OF_ABC = "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85";

/** No hostile bytes are a saved hasher. @type {Rule} */
const savedBytes = async ({ bytes }) => (bytes ? wrongValue("bytes") : wrongType("bytes"));

/** Each parameter: how a value is passed for it, and what it expects. */
const PARAMETERS = [
  { fn: "add", parameter: "a", pass: (/** @type {any} */ v) => [v, 1], rule: anyNumber("a") },
  { fn: "add", parameter: "b", pass: (/** @type {any} */ v) => [1, v], rule: anyNumber("b") },
  { fn: "fibonacci", parameter: "n", pass: (/** @type {any} */ v) => [v], rule: fibonacciIndex },
  { fn: "sha256", parameter: "data", pass: (/** @type {any} */ v) => [v], rule: data },
  { fn: "sha256", parameter: "options", pass: (/** @type {any} */ v) => ["abc", v], rule: options(abc) },
  {
    fn: "sha256",
    parameter: "options.encoding",
    pass: (/** @type {any} */ v) => ["abc", { encoding: v }],
    rule: encoding(abc),
  },
  { fn: "crc32", parameter: "data", pass: (/** @type {any} */ v) => [v], rule: bytesTo((b) => Number(PLAIN.crc32(b))) },
  // After nothing, a checksum stays what it was.
  { fn: "crc32", parameter: "value", pass: (/** @type {any} */ v) => ["", v], rule: integer32("value", 0) },
  { fn: "crc64_xz", parameter: "data", pass: (/** @type {any} */ v) => [v], rule: bytesTo(PLAIN["crc64-xz"]) },
  { fn: "crc64_xz", parameter: "value", pass: (/** @type {any} */ v) => ["", v], rule: integer64("value", itself, 0n) },
  { fn: "crc32Combine", parameter: "first", pass: (/** @type {any} */ v) => [v, 0, 0], rule: integer32("first") },
  { fn: "crc32Combine", parameter: "second", pass: (/** @type {any} */ v) => [0, v, 0], rule: integer32("second") },
  {
    fn: "crc32Combine",
    parameter: "length",
    pass: (/** @type {any} */ v) => [0, 0, v],
    rule: integer64("length", () => 0),
  },
  {
    fn: "crc64XzCombine",
    parameter: "first",
    pass: (/** @type {any} */ v) => [v, 0n, 0],
    rule: integer64("first", itself),
  },
  {
    fn: "crc64XzCombine",
    parameter: "second",
    pass: (/** @type {any} */ v) => [0n, v, 0],
    rule: integer64("second", itself),
  },
  {
    fn: "hash",
    parameter: "algorithm",
    pass: (/** @type {any} */ v) => [v, "abc"],
    rule: algorithm(["sha256"], abc),
  },
  { fn: "hash", parameter: "data", pass: (/** @type {any} */ v) => ["sha256", v], rule: data },
  { fn: "hash", parameter: "options", pass: (/** @type {any} */ v) => ["sha256", "abc", v], rule: options(abc) },
  {
    fn: "hash",
    parameter: "options.encoding",
    pass: (/** @type {any} */ v) => ["sha256", "abc", { encoding: v }],
    rule: encoding(abc),
  },
  {
    fn: "bulkHash",
    parameter: "options.encoding",
    pass: (/** @type {any} */ v) => ["sha256", [], { encoding: v }],
    rule: encoding(async () => []),
  },
  {
    fn: "bulkHash",
    parameter: "items.offsets[1]",
    pass: (/** @type {any} */ v) => ["sha256", { bytes: "ab", offsets: [0, v] }],
    rule: packedOffset,
  },
  {
    fn: "bulkHash",
    parameter: "algorithm",
    pass: (/** @type {any} */ v) => [v, []],
    rule: algorithm(["sha256"], async () => []),
  },
  { fn: "bulkHash", parameter: "items", pass: (/** @type {any} */ v) => ["sha256", v], rule: items },
  { fn: "bulkHash", parameter: "items[1]", pass: (/** @type {any} */ v) => ["sha256", ["before", v]], rule: item },
  {
    fn: "bulkHash",
    parameter: "items.bytes",
    pass: (/** @type {any} */ v) => ["sha256", { bytes: v, offsets: [0, 0] }],
    rule: packedBytes,
  },
  {
    fn: "bulkHash",
    parameter: "items.offsets",
    pass: (/** @type {any} */ v) => ["sha256", { bytes: "", offsets: v }],
    rule: packedOffsets,
  },
  {
    fn: "bulkHash",
    parameter: "options",
    pass: (/** @type {any} */ v) => ["sha256", [], v],
    rule: options(async () => []),
  },
  { fn: "xxh32", parameter: "seed", pass: (/** @type {any} */ v) => ["", v], rule: narrowSeed },
  {
    fn: "xxh64",
    parameter: "seed",
    pass: (/** @type {any} */ v) => ["", v],
    rule: integer64("seed", xxh64OfNothing, xxh64OfNothing(0n)),
  },
  {
    fn: "hash",
    parameter: "options.seed",
    pass: (/** @type {any} */ v) => ["xxh64", "", { seed: v }],
    rule: integer64("options.seed", hex64, hex64(0n)),
  },
  { fn: "blake3", parameter: "options.key", pass: (/** @type {any} */ v) => ["abc", { key: v }], rule: keyOf32 },
  {
    fn: "shake128",
    parameter: "options.outputLength",
    pass: (/** @type {any} */ v) => ["", { outputLength: v }],
    rule: outputLength,
  },
  { fn: "restoreHash", parameter: "bytes", pass: (/** @type {any} */ v) => [v], rule: savedBytes },
  { fn: "invertColors", parameter: "pixels", pass: (/** @type {any} */ v) => [v], rule: pixels },
];

/** What `"abc"` gives. */
export async function abc() {
  return encode(await sha256("abc"), "hex");
}

/**
 * What else must hold after a call with a hostile value: nothing beside the bytes it shows has changed, and those
 * only where they are to be inverted.
 *
 * @param {Hostile} hostile
 * @param {string} fn
 * @param {any} value
 */
function intact(hostile, fn, value) {
  if (!hostile.look) return undefined;
  const bytes = hostile.bytes ?? [];
  const expected = fn === "invertColors" && hostile.writable ? bytes.map((byte) => 255 - byte) : bytes;
  const { shown, outside } = hostile.look(value);
  if (String([...shown]) !== String(expected)) return `the bytes are ${[...shown]}, but should be ${expected}`;
  return outside.every((byte) => byte === 0xa5) ? undefined : "a byte outside the view changed";
}

/**
 * As a promise, `invertColors` leaves its argument alone and gives new bytes.
 *
 * @param {Hostile} hostile
 * @param {() => any} value
 * @returns {Partial<Case>}
 */
const invertedTwin = (hostile, value) => ({
  watched: false,
  expect: async () =>
    hostile.writable ? { value: Uint8Array.from(hostile.bytes ?? [], (byte) => 255 - byte) } : pixels(hostile, value()),
  also: () => intact(hostile, "", value()),
});

/** Every value for every parameter. @type {Case[]} */
export const hostileCases = PARAMETERS.flatMap(({ fn, parameter, pass, rule }) =>
  VALUES.map((hostile) => {
    /** @type {any} */
    let value;
    return {
      id: `${fn} with ${parameter} = ${hostile.name}`,
      fn,
      args: () => {
        value = hostile.make();
        return pass(value);
      },
      expect: () => rule(hostile, value),
      source: "the contract of arguments",
      needs: hostile.needs,
      also: (outcome, args) => {
        const result = "value" in outcome ? outcome.value : undefined;
        if (fn === "invertColors" && "value" in outcome && result !== args[0]) return "the result is not the argument";
        return intact(hostile, fn, value);
      },
      twin: fn === "invertColors" ? invertedTwin(hostile, () => value) : { also: () => intact(hostile, "", value) },
    };
  }),
);

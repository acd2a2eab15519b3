// Cases of the family `hash`: checksums as numbers, in one piece and in parts.

import { controlled, LENGTHS, MESSAGE } from "./algorithms.js";
import { outOfRange, PROMISES, wrongType } from "./case.js";
import { noise } from "./oracle.js";

/** @typedef {import("./case.js").Case} Case */
/** @typedef {{ algorithm: string, fn: string, combine: string, bits: number, start: number }} Checksum */

/** @type {Checksum[]} */
const CHECKSUMS = [
  { algorithm: "crc32", fn: "crc32", combine: "crc32Combine", bits: 32, start: 0 },
  { algorithm: "crc32c", fn: "crc32c", combine: "crc32cCombine", bits: 32, start: 0 },
  { algorithm: "crc64-nvme", fn: "crc64_nvme", combine: "crc64NvmeCombine", bits: 64, start: 0 },
  { algorithm: "crc64-xz", fn: "crc64_xz", combine: "crc64XzCombine", bits: 64, start: 0 },
  { algorithm: "adler32", fn: "adler32", combine: "adler32Combine", bits: 32, start: 1 },
];
/** Functions that give a checksum as a number. */
export const CHECKSUM_FUNCTIONS = CHECKSUMS.map(({ fn }) => fn);

/** The file with what other implementations give. */
const PEERS = "peers/digests.json";
const CONTRACT = "the contract of arguments";
const MIB = 1024 * 1024;
/** As long as a piece of the implementation, in WebAssembly and elsewhere; longer, and longer than two of them. */
const LONG = [MIB / 8, MIB / 8 + 1, 4 * MIB, 4 * MIB + 1, 9 * MIB];

/**
 * Plain sums, for messages that are too long for the list of the others; they go on from the sum of what was before.
 *
 * @type {Record<string, (bytes: Uint8Array, before?: bigint) => bigint>}
 */
export const PLAIN = {
  crc32: crc(0xedb88320n, 32n),
  crc32c: crc(0x82f63b78n, 32n),
  "crc64-nvme": crc(0x9a6c9329ac4bc9b5n, 64n),
  "crc64-xz": crc(0xc96c5795d7870f42n, 64n),
  adler32: (bytes, before = 1n) => {
    let [a, b] = [Number(before & 0xffffn), Number(before >> 16n)];
    for (let at = 0; at < bytes.length; at++) {
      a = (a + bytes[at]) % 65521;
      b = (b + a) % 65521;
    }
    return BigInt(b * 65536 + a);
  },
};

/**
 * A reflected CRC that begins and ends with ones, by a table that the polynomial gives.
 *
 * @param {bigint} polynomial
 * @param {bigint} bits
 * @returns {(bytes: Uint8Array) => bigint}
 */
function crc(polynomial, bits) {
  const ones = (1n << bits) - 1n;
  // Two halves of 32 bits, because a bigint for each byte would take seconds.
  const table = Array.from({ length: 256 }, (_, byte) => {
    let value = BigInt(byte);
    for (let i = 0; i < 8; i++) value = value & 1n ? (value >> 1n) ^ polynomial : value >> 1n;
    return value;
  });
  const low = Uint32Array.from(table, (value) => Number(value & 0xffffffffn));
  const high = Uint32Array.from(table, (value) => Number(value >> 32n));
  return (bytes, before = 0n) => {
    const start = before ^ ones;
    let [l, h] = [Number(start & 0xffffffffn), Number(start >> 32n)];
    for (let at = 0; at < bytes.length; at++) {
      const index = (l ^ bytes[at]) & 0xff;
      l = ((l >>> 8) | (h << 24)) ^ low[index];
      h = (h >>> 8) ^ high[index];
    }
    return ((BigInt(h >>> 0) << 32n) | BigInt(l >>> 0)) ^ ones;
  };
}

/** The plain sums of each algorithm that were made before, by length: a case and its twin have the same. @type {Map<string, Map<number, bigint>>} */
const sums = new Map();

/** @type {(algorithm: string, length: number) => bigint} */
function sumOf(algorithm, length) {
  const made = sums.get(algorithm) ?? sumsOf(algorithm);
  sums.set(algorithm, made);
  return /** @type {bigint} */ (made.get(length));
}

/**
 * The sums of all long messages, of which each is the beginning of the next.
 *
 * @param {string} algorithm
 */
function sumsOf(algorithm) {
  const message = noise(Math.max(...LONG), 3);
  /** @type {Map<number, bigint>} */
  const made = new Map();
  let [at, sum] = [0, PLAIN[algorithm](new Uint8Array(0))];
  for (const length of LONG) {
    sum = PLAIN[algorithm](message.subarray(at, length), sum);
    made.set(length, sum);
    at = length;
  }
  return made;
}

/**
 * @param {Checksum} checksum
 * @param {Record<string, string>} vectors
 * @returns {Case[]}
 */
function casesOf({ algorithm, fn, combine, bits, start }, vectors) {
  /** @type {{ peers: string[], digests: Record<string, string> }} */
  const { peers, digests } = JSON.parse(vectors[PEERS])[algorithm];
  const source = peers.join(", ");
  const plain = "a few lines of plain JavaScript";
  /** @type {(value: bigint) => number | bigint} */
  const result = (value) => (bits === 64 ? value : Number(value));
  const numbers = LENGTHS.map((length) => result(BigInt(`0x${digests[length]}`)));
  const whole = numbers[numbers.length - 1];
  const empty = result(BigInt(start));
  const short = result(BigInt(`0x${digests[3]}`));
  const tooLarge = bits === 64 ? 2n ** 64n : 2 ** 32;
  const pieces = LENGTHS.map((length) => MESSAGE.length - length);
  /** Arguments of `combine`, one of which is something else. @type {(index: number, other: any) => any[]} */
  const withOther = (index, other) => [empty, empty, 0].map((right, at) => (at === index ? other : right));
  return [
    {
      id: `${fn} of ${LENGTHS.length} messages`,
      fn,
      script: (api) => LENGTHS.map((length) => api[fn](MESSAGE.slice(0, length))),
      expect: { value: numbers },
      source,
    },
    {
      id: `${fn} of two parts, cut at ${LENGTHS.length} places`,
      fn,
      script: (api) => LENGTHS.map((length, index) => api[fn](MESSAGE.slice(length), numbers[index])),
      expect: { value: LENGTHS.map(() => whole) },
      source,
    },
    {
      id: `${fn} byte by byte`,
      fn,
      script: (api) => {
        let value = empty;
        for (const byte of MESSAGE.slice(0, 257)) value = api[fn](new Uint8Array([byte]), value);
        return value;
      },
      expect: { value: numbers[LENGTHS.indexOf(257)] },
      source,
    },
    ...LONG.map((length) => ({
      id: `${fn} of ${length} bytes`,
      fn,
      args: () => [noise(length, 3)],
      expect: () => ({ value: result(sumOf(algorithm, length)) }),
      source: plain,
      watched: true,
    })),
    { id: `${fn} of an empty text`, fn, args: () => [""], expect: { value: empty }, source },
    {
      id: `${fn} of a text that is not ASCII`,
      fn,
      args: () => ["é行😀"],
      expect: () => ({ value: result(PLAIN[algorithm](new TextEncoder().encode("é行😀"))) }),
      source: plain,
    },
    {
      id: `${fn} of 3 bytes`,
      fn,
      args: () => [MESSAGE.slice(0, 3), undefined],
      expect: { value: short },
      source,
      watched: true,
    },
    controlled(fn, short, [empty]),
    { id: `${fn} of nothing`, fn, args: () => [], expect: wrongType("data"), source: CONTRACT },
    { id: `${fn} after a text`, fn, args: () => ["abc", "1"], expect: wrongType("value"), source: CONTRACT },
    ...[-1, 0.5, Number.NaN, tooLarge, 2 ** 64].map((value) => ({
      id: `${fn} after ${value}`,
      fn,
      args: () => ["abc", value],
      expect: outOfRange("value"),
      source: CONTRACT,
    })),
    {
      id: `${combine} of parts, cut at ${LENGTHS.length} places`,
      fn: combine,
      script: (api) =>
        LENGTHS.map((length, index) => api[combine](numbers[index], api[fn](MESSAGE.slice(length)), pieces[index])),
      expect: { value: LENGTHS.map(() => whole) },
      source,
    },
    {
      id: `${combine} with a rest of no bytes`,
      fn: combine,
      args: () => [short, empty, 0n],
      expect: { value: short },
      source,
    },
    ...["first", "second", "length"].flatMap((argument, index) => [
      {
        id: `${combine} with a text as ${argument}`,
        fn: combine,
        args: () => withOther(index, "1"),
        expect: wrongType(argument),
        source: CONTRACT,
      },
      {
        id: `${combine} with a fraction as ${argument}`,
        fn: combine,
        args: () => withOther(index, 0.5),
        expect: outOfRange(argument),
        source: CONTRACT,
      },
    ]),
  ];
}

/** Whole and exact numbers are as good as bigints for 64 bits. @type {Case[]} */
const exact = [
  {
    id: "crc64_nvme after a number that is exact",
    fn: "crc64_nvme",
    script: (api) => api.crc64_nvme("abc", 5) === api.crc64_nvme("abc", 5n),
    expect: { value: true },
    source: CONTRACT,
  },
  {
    id: "crc64_nvme after a number that is not exact",
    fn: "crc64_nvme",
    args: () => ["abc", 2 ** 53],
    expect: outOfRange("value"),
    source: CONTRACT,
  },
];

/** Progress over several pieces. @type {Case[]} */
const progress = ["crc32", "crc64_xz"].map((fn) => ({
  id: `${PROMISES}${fn} of 9 MiB says how far it is`,
  fn: `${PROMISES}${fn}`,
  script: async ({ promises }) => {
    /** @type {number[]} */
    const told = [];
    await promises[fn](noise(9 * MIB), undefined, {
      onProgress: (/** @type {number} */ done) => told.push(done / MIB),
    });
    return told;
  },
  expect: { value: [4, 8, 9] },
  source: "the contract of promises",
}));

/**
 * @param {Record<string, string>} vectors the text of each file of vectors
 * @returns {Case[]}
 */
export const checksumCases = (vectors) => [
  ...CHECKSUMS.flatMap((checksum) => casesOf(checksum, vectors)),
  ...exact,
  ...progress,
];

// Cases of the family `hash`: algorithms with options, by the official vectors and by what other implementations give.

import { controlled, ENCODINGS, encoded, MESSAGE } from "./algorithms.js";
import { PROMISES } from "./case.js";
import { withHashers } from "./hasher.js";
import { LONG, nameOfSet, OPTION_LENGTHS, OPTION_SETS, optionMessage, passed } from "./option-sets.js";
import { refusedOptions } from "./options-refused.js";
import { bytesOfHex, randomPieces } from "./oracle.js";

/** @typedef {import("./case.js").Case} Case */
/** @typedef {{ message: Uint8Array, digest: string, options: Record<string, any> }} Known a digest in hexadecimal */

const PEERS = "peers/options.json";
const BLAKE3 = "blake3/test_vectors.json";
const SHAKE = ["SHAKE128ShortMsg", "SHAKE128VariableOut", "SHAKE256ShortMsg", "SHAKE256VariableOut"];
const CONTRACT = "the contract of options";

/** The files of vectors that these cases need. */
export const OPTION_FILES = [PEERS, BLAKE3, ...SHAKE.map((name) => `nist-cavp/${name}.rsp`)];

/** @param {string} algorithm */
const functionOf = (algorithm) => algorithm.replaceAll("-", "_");
const NAMED = ["blake2b512", "blake2b256", "blake2s256", "blake3", "shake128", "shake256"];

/**
 * NIST's vectors of SHAKE: messages of all lengths, or outputs of all lengths.
 *
 * @param {string} text
 * @returns {Known[]}
 */
function ofNist(text) {
  const found = text.replaceAll("\r", "").matchAll(/(?:Len = (\d+)\n)?Msg = ([0-9a-f]+)\nOutput = ([0-9a-f]+)/g);
  return [...found].map(([, bits, message, digest]) => ({
    message: bits === "0" ? new Uint8Array(0) : bytesOfHex(message),
    digest,
    options: { outputLength: digest.length / 2 },
  }));
}

/**
 * The vectors of BLAKE3 have outputs of 131 bytes, each for three ways of using it.
 *
 * @param {string} text
 * @param {"hash" | "keyed_hash" | "derive_key"} way
 * @returns {Known[]}
 */
function ofBlake3(text, way) {
  /** @type {{ key: string, context_string: string, cases: Record<string, any>[] }} */
  const { key, context_string: context, cases } = JSON.parse(text);
  const options = { hash: {}, keyed_hash: { key }, derive_key: { context } }[way];
  return cases.map((vector) => ({
    message: Uint8Array.from({ length: vector.input_len }, (_, i) => i % 251),
    digest: vector[way],
    options: { ...options, outputLength: vector[way].length / 2 },
  }));
}

/**
 * The cases of messages whose digests with options are known.
 *
 * @param {string} name
 * @param {string} algorithm
 * @param {Known[]} list
 * @param {string} source
 * @returns {Case[]}
 */
function casesOf(name, algorithm, list, source) {
  const short = list.filter(({ message }) => message.length <= 2049);
  /** @param {Known[]} list */
  const expect = (list) => ({ value: list.map(({ digest }) => digest) });
  // Fresh bytes each time, because a subject that is wrong may change them.
  const fresh = (/** @type {Known} */ { message, options }) => ({ message: message.slice(), options: { ...options } });
  return [
    {
      id: `hash ${name}, ${list.length} messages`,
      fn: "hash",
      script: (api) => list.map(fresh).map(({ message, options }) => api.hash(algorithm, message, options)),
      expect: expect(list),
      source,
    },
    {
      id: `createHash ${name}, ${list.length} messages, cut at random, after a reset`,
      fn: "createHash",
      script: withHashers(({ make }) =>
        list.map(fresh).map(({ message, options }) => {
          const hasher = make(algorithm, options).update("before").reset();
          for (const piece of randomPieces(message, message.length)) hasher.update(piece);
          return hasher.digest();
        }),
      ),
      expect: expect(list),
      source,
    },
    {
      id: `createHash ${name}, ${short.length} messages, byte by byte, the second half by a clone`,
      fn: "createHash",
      script: withHashers(({ make, mine }) =>
        short.map(fresh).map(({ message, options }) => {
          const half = message.length >> 1;
          const hasher = make(algorithm, { ...options, encoding: "hex" });
          for (const byte of message.subarray(0, half)) hasher.update(new Uint8Array([byte]));
          const clone = mine(hasher.clone());
          hasher.update("something else");
          for (const byte of message.subarray(half)) clone.update(new Uint8Array([byte]));
          return clone.digest();
        }),
      ),
      expect: expect(short),
      source,
    },
    {
      id: `bulkHash ${name}, ${short.length} messages, each between two others`,
      fn: "bulkHash",
      script: (api) =>
        short.map(fresh).map(({ message, options }) => {
          return api.bulkHash(algorithm, ["before", message, "after"], options)[1];
        }),
      expect: expect(short),
      source,
    },
    {
      id: `hashStream ${name}, ${short.length} messages`,
      fn: `${PROMISES}hashStream`,
      script: (api) =>
        Promise.all(
          short
            .map(fresh)
            .map(({ message, options }) => api.promises.hashStream(algorithm, new Blob([message]), options)),
        ),
      expect: expect(short),
      source,
    },
    {
      id: `hash ${name}, ${short.length} messages, as promises`,
      fn: `${PROMISES}hash`,
      script: (api) =>
        Promise.all(short.map(fresh).map(({ message, options }) => api.promises.hash(algorithm, message, options))),
      expect: expect(short),
      source,
    },
    ...(NAMED.includes(algorithm)
      ? [
          {
            id: `${functionOf(algorithm)} ${name}, ${list.length} messages`,
            fn: functionOf(algorithm),
            script: (/** @type {any} */ api) =>
              list.map(fresh).map(({ message, options }) => api[functionOf(algorithm)](message, options)),
            expect: expect(list),
            source,
          },
        ]
      : []),
  ];
}

/**
 * The cases of one set of options.
 *
 * @param {import("./option-sets.js").OptionSet} set
 * @param {Record<string, { peers: string[], digests: Record<string, string> }>} all
 * @returns {Case[]}
 */
function casesOfSet(set, all) {
  const { algorithm } = set;
  const name = nameOfSet(set);
  const { peers, digests } = all[name];
  const options = () => passed(set.options);
  const source = peers.join(", ");
  const list = OPTION_LENGTHS.map((length) => ({
    message: optionMessage(length),
    digest: digests[length],
    options: options(),
  }));
  const short = list.slice(0, 12);
  const packed = short.map(({ digest }) => digest).join("");
  const isNamed = NAMED.includes(algorithm);
  const isNeeded = set.options.outputLength !== undefined && Object.keys(set.options).length === 1;
  return [
    ...casesOf(`by ${name}`, algorithm, list, source),
    ...(isNamed && isNeeded ? [controlledBy(set, digests[3])] : []),
    ...(isNamed ? ENCODINGS : []).map((encoding, index) => ({
      id: `${functionOf(algorithm)} by ${name}, as ${encoding}`,
      fn: functionOf(algorithm),
      args: () => [list[index].message.slice(), { ...options(), encoding }],
      expect: { value: encoded(list[index].digest, encoding) },
      source,
      watched: true,
    })),
    ...ENCODINGS.map((encoding, index) => ({
      id: `hash by ${name}, as ${encoding}`,
      fn: "hash",
      args: () => [algorithm, list[index].message.slice(), { ...options(), encoding }],
      expect: { value: encoded(list[index].digest, encoding) },
      source,
      watched: true,
    })),
    ...["hex", "base64", "bytes", "packed"].map((encoding) => ({
      id: `bulkHash by ${name}, as ${encoding}`,
      fn: "bulkHash",
      args: () => [algorithm, short.map(({ message }) => message.slice()), { ...options(), encoding }],
      expect: {
        value: encoding === "packed" ? bytesOfHex(packed) : short.map(({ digest }) => encoded(digest, encoding)),
      },
      source,
      watched: true,
    })),
    ...(digests[LONG] === undefined
      ? []
      : [
          {
            id: `hash by ${name}, ${LONG} bytes`,
            fn: "hash",
            args: () => [algorithm, optionMessage(LONG), options()],
            expect: { value: digests[LONG] },
            source,
            watched: true,
          },
          {
            id: `bulkHash by ${name}, ${LONG} bytes among others`,
            fn: "bulkHash",
            args: () => [algorithm, [optionMessage(0), optionMessage(LONG), optionMessage(1)], options()],
            expect: { value: [0, LONG, 1].map((length) => digests[length]) },
            source,
            watched: true,
          },
        ]),
  ];
}

/** What every promise does. @param {import("./option-sets.js").OptionSet} set @param {string} digest */
const controlledBy = (set, digest) => {
  const fn = functionOf(set.algorithm);
  return {
    ...controlled(fn, digest, [], passed(set.options)),
    id: `${PROMISES}${fn} by ${nameOfSet(set)} is cancelled`,
  };
};

/** Options that say when they are read. @param {string[]} log @param {Record<string, any>} values */
const logging = (log, values) =>
  Object.defineProperties(
    {},
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        {
          enumerable: true,
          get() {
            log.push(name);
            return value;
          },
        },
      ]),
    ),
  );

/** @type {Case[]} */
const behaviour = [
  {
    id: "hash reads each option once, in order",
    fn: "hash",
    script: (api) => {
      /** @type {string[]} */
      const log = [];
      const values = { personal: "p", salt: "s", outputLength: 3, key: "k", encoding: "base64" };
      api.hash("blake2b512", "abc", logging(log, values));
      return log;
    },
    expect: { value: ["encoding", "key", "outputLength", "salt", "personal"] },
    source: CONTRACT,
  },
  {
    id: "hash has taken a key when it is called",
    fn: `${PROMISES}hash`,
    script: async (api) => {
      const key = new Uint8Array(32).fill(7);
      const before = api.hash("blake3", "abc", { key });
      const later = api.promises.hash("blake3", "abc", { key });
      const hasher = api.createHash("blake3", { key }).update("abc");
      key.fill(0);
      const digest = hasher.digest();
      hasher.free();
      return [(await later) === before, digest === before, before === api.hash("blake3", "abc", { key })];
    },
    expect: { value: [true, true, false] },
    source: CONTRACT,
  },
  {
    id: "hash takes a string for a key as its UTF-8",
    fn: "hash",
    script: (api) => {
      const text = "é".repeat(16);
      return (
        api.hash("blake3", "abc", { key: text }) === api.hash("blake3", "abc", { key: new TextEncoder().encode(text) })
      );
    },
    expect: { value: true },
    source: CONTRACT,
  },
  {
    id: "hash takes a seed as a number and as a bigint",
    fn: "hash",
    script: (api) =>
      [0, 1, 2 ** 53 - 1].map((seed) => {
        return api.hash("xxh64", "abc", { seed }) === api.hash("xxh64", "abc", { seed: BigInt(seed) });
      }),
    expect: { value: [true, true, true] },
    source: CONTRACT,
  },
  {
    id: "hash with a seed of 0, and options that are undefined, is hash without",
    fn: "hash",
    script: (api) => [
      ...["xxh32", "xxh64", "xxh3-64", "xxh3-128"].map(
        (name) => api.hash(name, "abc", { seed: 0 }) === api.hash(name, "abc"),
      ),
      api.hash("blake3", "abc", { key: undefined, context: undefined, outputLength: undefined }) ===
        api.hash("blake3", "abc"),
      api.hash("blake3", "abc", { outputLength: 32 }) === api.hash("blake3", "abc"),
    ],
    expect: { value: [true, true, true, true, true, true] },
    source: CONTRACT,
  },
  ...["blake3", "shake256"].map((algorithm) => ({
    id: `hash by ${algorithm} gives the longest output, of which shorter ones are the beginning`,
    fn: "hash",
    script: (/** @type {any} */ api) => {
      const most = 2 ** 24;
      const long = api.hash(algorithm, "abc", { outputLength: most, encoding: "bytes" });
      const short = api.hash(algorithm, "abc", { outputLength: 1000, encoding: "bytes" });
      return [long.length, short.every((/** @type {number} */ byte, /** @type {number} */ at) => byte === long[at])];
    },
    expect: { value: [2 ** 24, true] },
    source: CONTRACT,
  })),
  ...["bytes", "packed", "hex"].map((encoding) => ({
    id: `bulkHash gives 200 digests of 100,000 bytes, as ${encoding}`,
    fn: "bulkHash",
    script: (/** @type {any} */ api) => {
      const [items, outputLength] = [Array.from({ length: 200 }, (_, i) => `${i}`), 100_000];
      const all = api.bulkHash("blake3", items, { outputLength, encoding });
      const one = (/** @type {number} */ i) =>
        api.hash("blake3", `${i}`, { outputLength, encoding: encoding === "hex" ? "hex" : "bytes" });
      const mine = (/** @type {number} */ i) =>
        encoding === "packed" ? all.subarray(i * outputLength, (i + 1) * outputLength) : all[i];
      return [all.length, ...[0, 83, 199].map((i) => String(mine(i)) === String(one(i)))];
    },
    expect: { value: [encoding === "packed" ? 20_000_000 : 200, true, true, true] },
    source: CONTRACT,
  })),
  {
    id: "bulkHash gives digests that are together longer than a string can be",
    fn: "bulkHash",
    script: (/** @type {any} */ api) => {
      const items = Array.from({ length: 17 }, (_, i) => `${i}`);
      const all = api.bulkHash("blake3", items, { outputLength: 2 ** 24 });
      const last = api.hash("blake3", "16", { outputLength: 100 });
      return [all.length, all[16].length, all[16].startsWith(last)];
    },
    expect: { value: [17, 2 ** 25, true] },
    source: CONTRACT,
  },
  {
    id: "createHash keeps its options through reset and clone, and digest takes another encoding",
    fn: "createHash",
    script: withHashers(({ make, mine, api }) => {
      const options = { key: "k", outputLength: 5, salt: "s", encoding: "base64" };
      const hasher = make("blake2b512", options).update("x").reset();
      const clone = mine(hasher.clone());
      const expected = api.hash("blake2b512", MESSAGE.slice(0, 3), options);
      const bytes = clone.update(MESSAGE.slice(0, 3)).digest("bytes");
      return [hasher.update(MESSAGE.slice(0, 3)).digest() === expected, clone.digest() === expected, bytes.length];
    }),
    expect: { value: [true, true, 5] },
    source: CONTRACT,
  },
];

/**
 * @param {Record<string, string>} vectors the text of each file of `OPTION_FILES`
 * @returns {Case[]}
 */
export function optionCases(vectors) {
  const peers = JSON.parse(vectors[PEERS]);
  const blake3 = /** @type {const} */ (["hash", "keyed_hash", "derive_key"]);
  return [
    ...SHAKE.flatMap((name) =>
      casesOf(name, name.slice(0, 8).toLowerCase(), ofNist(vectors[`nist-cavp/${name}.rsp`]), `NIST CAVP, ${name}.rsp`),
    ),
    ...blake3.flatMap((way) => casesOf(`blake3, ${way}`, "blake3", ofBlake3(vectors[BLAKE3], way), BLAKE3)),
    ...OPTION_SETS.flatMap((set) => casesOfSet(set, peers)),
    ...refusedOptions,
    ...behaviour,
  ];
}

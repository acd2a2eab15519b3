// Cases of the family `hash`: xxHash as numbers, with a seed.

import { controlled, LENGTHS, MESSAGE } from "./algorithms.js";
import { outOfRange, wrongType } from "./case.js";
import { LONG, nameOfSet, OPTION_LENGTHS, OPTION_SETS, optionMessage } from "./option-sets.js";

/** @typedef {import("./case.js").Case} Case */

const XXH = [
  { algorithm: "xxh32", fn: "xxh32", seedBits: 32n, isWide: false },
  { algorithm: "xxh64", fn: "xxh64", seedBits: 64n, isWide: true },
  { algorithm: "xxh3-64", fn: "xxh3_64", seedBits: 64n, isWide: true },
  { algorithm: "xxh3-128", fn: "xxh3_128", seedBits: 64n, isWide: true },
];
/** Functions that give an xxHash as a number. */
export const XXH_FUNCTIONS = XXH.map(({ fn }) => fn);

const PEERS = "peers/digests.json";
const PEERS_WITH = "peers/options.json";
const CONTRACT = "the contract of arguments";

/**
 * @param {(typeof XXH)[number]} xxh
 * @param {Record<string, string>} vectors
 * @returns {Case[]}
 */
function casesOf({ algorithm, fn, seedBits, isWide }, vectors) {
  /** @type {{ peers: string[], digests: Record<string, string> }} */
  const { peers, digests } = JSON.parse(vectors[PEERS])[algorithm];
  /** @type {Record<string, { peers: string[], digests: Record<string, string> }>} */
  const all = JSON.parse(vectors[PEERS_WITH]);
  const source = peers.join(", ");
  /** @param {string} digest */
  const result = (digest) => (isWide ? BigInt(`0x${digest}`) : Number(`0x${digest}`));
  const sets = OPTION_SETS.filter((set) => set.algorithm === algorithm);
  const largest = 2n ** seedBits - 1n;
  return [
    {
      id: `${fn} of ${LENGTHS.length} messages`,
      fn,
      script: (api) => LENGTHS.map((length) => api[fn](MESSAGE.slice(0, length))),
      expect: { value: LENGTHS.map((length) => result(digests[length])) },
      source,
    },
    ...sets.flatMap((set) => {
      const known = all[nameOfSet(set)].digests;
      const { seed } = set.options;
      return [
        {
          id: `${fn} with the seed ${seed} of ${OPTION_LENGTHS.length} messages`,
          fn,
          script: (/** @type {any} */ api) => OPTION_LENGTHS.map((length) => api[fn](optionMessage(length), seed)),
          expect: { value: OPTION_LENGTHS.map((length) => result(known[length])) },
          source,
        },
        ...[0, 8, 241, ...(known[LONG] === undefined ? [] : [LONG])].map((length) => ({
          id: `${fn} with the seed ${seed} of ${length} bytes`,
          fn,
          args: () => [optionMessage(length), seed],
          expect: { value: result(known[length]) },
          source,
          watched: true,
        })),
      ];
    }),
    controlled(fn, result(digests[3]), [undefined]),
    {
      id: `${fn} takes a seed as a number and as a bigint`,
      fn,
      script: (api) => [0, 1, 2 ** 32 - 1].map((seed) => api[fn]("abc", seed) === api[fn]("abc", BigInt(seed))),
      expect: { value: [true, true, true] },
      source: CONTRACT,
    },
    { id: `${fn} of nothing`, fn, args: () => [], expect: wrongType("data"), source: CONTRACT },
    {
      id: `${fn} with a seed that is a string`,
      fn,
      args: () => ["", "1"],
      expect: wrongType("seed"),
      source: CONTRACT,
    },
    { id: `${fn} with a seed that is null`, fn, args: () => ["", null], expect: wrongType("seed"), source: CONTRACT },
    ...[-1, -1n, 0.5, NaN, 2 ** 53, largest + 1n].map((seed) => ({
      id: `${fn} with the seed ${typeof seed} ${seed}`,
      fn,
      args: () => ["", seed],
      expect: outOfRange("seed"),
      source: CONTRACT,
    })),
    {
      id: `${fn} reads its seed before its data`,
      fn,
      args: () => [5, "1"],
      expect: wrongType("seed"),
      source: CONTRACT,
    },
  ];
}

/**
 * @param {Record<string, string>} vectors
 * @returns {Case[]}
 */
export const xxhCases = (vectors) => XXH.flatMap((xxh) => casesOf(xxh, vectors));

// How `bulkHash` makes blocks: seen from a core that only writes down what it is given, so that no case needs the memory
// that a real one of its size would.

import { deepStrictEqual } from "node:assert";
import { hashFamily } from "../js/src/hash.js";

const MIB = 1024 * 1024;

/**
 * What crosses: the row, and how many messages and bytes it is given.
 *
 * @param {(bulkHash: (items: any, encoding?: any) => unknown) => void} use
 */
function crossings(use) {
  /** @type {[row: string, messages: number, bytes: number][]} */
  const seen = [];
  const note = (/** @type {string} */ row, /** @type {number} */ messages, /** @type {Uint8Array} */ bytes) => {
    seen.push([row, messages, bytes.length]);
    return "0".repeat(64 * messages);
  };
  const rows = /** @type {any} */ ({
    hash: (/** @type {any[]} */ ...[, data]) => void note("hash", 1, data),
    hash_text: (/** @type {any[]} */ ...[, , data]) => note("hash_text", 1, data),
    bulk_hash: (/** @type {any[]} */ ...[, bytes, offsets]) => void note("bulk_hash", offsets.length - 1, bytes),
    bulk_hash_text: (/** @type {any[]} */ ...[, , bytes, offsets]) => note("bulk_hash_text", offsets.length - 1, bytes),
  });
  const { bulkHash } = hashFamily(rows);
  use((items, encoding) => bulkHash("sha256", items, encoding));
  return seen;
}

export const checks = [
  {
    name: "512 messages cross at once",
    run: () =>
      deepStrictEqual(
        crossings((bulk) => bulk(Array(1024).fill("ab"))),
        [
          ["bulk_hash_text", 512, 1024],
          ["bulk_hash_text", 512, 1024],
        ],
      ),
  },
  {
    name: "a message longer than a block crosses alone, through a row whose lengths have no limit of 32 bits",
    run: () => {
      const long = new Uint8Array(MIB);
      deepStrictEqual(
        crossings((bulk) => bulk(["a", long, "b"])),
        [
          ["bulk_hash_text", 1, 1],
          ["hash_text", 1, MIB],
          ["bulk_hash_text", 1, 1],
        ],
      );
      deepStrictEqual(
        crossings((bulk) => bulk([long, long], "packed")),
        [
          ["hash", 1, MIB],
          ["hash", 1, MIB],
        ],
      );
    },
  },
  {
    name: "packed messages cross in blocks of a few MiB, so that WebAssembly has memory for each",
    run: () => {
      const offsets = Array.from({ length: 65 }, (_, i) => i * MIB);
      const seen = crossings((bulk) => bulk({ bytes: new Uint8Array(64 * MIB), offsets }, "bytes"));
      deepStrictEqual(seen, Array(16).fill(["bulk_hash", 4, 4 * MIB]));
      const large = crossings((bulk) => bulk({ bytes: new Uint8Array(20 * MIB), offsets: [0, 9 * MIB, 20 * MIB] }));
      deepStrictEqual(
        large.map(([, messages]) => messages),
        [1, 1],
      );
    },
  },
  {
    name: "a call from inside a getter gathers its messages in memory of its own",
    run: () => {
      /** @type {any[]} */
      const items = ["first", "second"];
      const seen = crossings((bulk) => {
        Object.defineProperty(items, 1, { get: () => `${bulk(["x", "y", "z"])}`.slice(0, 6) });
        bulk(items);
      });
      deepStrictEqual(seen, [
        ["bulk_hash_text", 3, 3],
        ["bulk_hash_text", 2, 11],
      ]);
    },
  },
];

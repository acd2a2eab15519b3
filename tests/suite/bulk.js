// Cases of the family `hash`: many digests at once.

import { outOfRange } from "./case.js";
import { TEXTS } from "./hash.js";
import { bulkSha256, bytesOf, noise } from "./oracle.js";

/** @typedef {import("./case.js").Case} Case */
/** @typedef {(string | Uint8Array)[]} Items */

const ENCODINGS = ["hex", "base64", "base64url", "bytes", "packed"];
const SOURCE = "Web Crypto and TextEncoder, item by item";
/** Messages in a block of the implementation, and code units: the cases cross both edges from both sides. */
const BLOCK_ITEMS = 512;
const BLOCK_UNITS = 16 * 1024;

/** @type {(id: string, items: () => Items, encoding?: string) => Case} */
const list = (id, items, encoding = "hex") => ({
  id: `bulkHash ${id} as ${encoding}`,
  fn: "bulkHash",
  args: () => ["sha256", items(), encoding],
  expect: async () => ({ value: await bulkSha256(items(), encoding) }),
  source: SOURCE,
  portable: true,
});

/** @type {(id: string, items: () => Items, offsets: (offsets: number[]) => any, encoding?: string) => Case} */
const packed = (id, items, offsets, encoding = "packed") => ({
  id: `bulkHash packed ${id} as ${encoding}`,
  fn: "bulkHash",
  args: () => ["sha256", pack(items(), offsets), encoding],
  expect: async () => ({ value: await bulkSha256(items(), encoding) }),
  source: SOURCE,
  portable: true,
});

/**
 * @param {Items} items
 * @param {(offsets: number[]) => any} convert
 */
function pack(items, convert) {
  const all = items.map(bytesOf);
  const offsets = [0];
  for (const { length } of all) offsets.push(offsets[offsets.length - 1] + length);
  const bytes = new Uint8Array(offsets[offsets.length - 1]);
  for (const [index, item] of all.entries()) bytes.set(item, offsets[index]);
  return { bytes, offsets: convert(offsets) };
}

/** @type {(count: number) => Items} */
const lines = (count) =>
  Array.from({ length: count }, (_, i) => (i % 5 === 4 ? `línea ${i} — 行 ${i} 😀` : `line number ${i} of a text`));
/** @type {(count: number) => Items} */
const mixed = (count) => Array.from({ length: count }, (_, i) => (i % 3 === 0 ? noise(i % 97, i + 1) : `item ${i} é`));

const kinds = Object.values(TEXTS);
/** Lists that every encoding must get right. @type {Record<string, () => Items>} */
const LISTS = {
  "no items": () => [],
  "one text": () => ["abc"],
  "one item of bytes": () => [noise(3)],
  "one empty text": () => [""],
  "texts of every kind": () => kinds,
  "bytes of every kind": () => kinds.map(bytesOf),
  "every kind of text, each after bytes": () => kinds.flatMap((text) => [bytesOf(text), text]),
  "2,000 lines, one in five not ASCII": () => lines(2000),
  "2,000 items, mixed": () => mixed(2000),
  "1,500 empty texts": () => Array(1500).fill(""),
};

const counts = [1, 2, 511, 512, 513, 1023, 1024, 1025];
const units = [BLOCK_UNITS - 1, BLOCK_UNITS, BLOCK_UNITS + 1, 65536, 65537];

/** Neighbours whose halves of a surrogate pair would join, at every place of a block. @type {Case[]} */
const halves = Array.from({ length: BLOCK_ITEMS + 2 }, (_, place) =>
  list(`halves of a pair at item ${place}`, () => {
    /** @type {Items} */
    const items = Array(BLOCK_ITEMS + 8).fill("x");
    items[place] = "high \ud83d";
    items[place + 1] = "\ude00 low";
    return items;
  }),
);

/** Halves at the last code units of a block, with empty texts between them. @type {Case[]} */
const halvesAtUnits = [-2, -1, 0, 1].flatMap((shift) =>
  [0, 1, 3].map((empty) =>
    list(`halves of a pair at code unit ${shift} of a block, ${empty} empty texts between`, () => [
      "y".repeat(BLOCK_UNITS + shift - 1),
      "\ud83d",
      ...Array(empty).fill(""),
      "\ude00",
      "\ud83d\ude00",
      "\ud83d",
      "\ud83d",
      "\ude00\ude00",
    ]),
  ),
);

/** @type {(id: string, offsets: any, argument?: string) => Case} */
const badOffsets = (id, offsets, argument = "items.offsets") => ({
  id: `bulkHash with offsets that ${id}`,
  fn: "bulkHash",
  args: () => ["sha256", { bytes: noise(10), offsets }, "packed"],
  expect: outOfRange(argument),
  source: "the contract of arguments",
});

export const bulkCases = [
  ...Object.entries(LISTS).flatMap(([id, items]) => ENCODINGS.map((encoding) => list(id, items, encoding))),
  ...Object.entries(LISTS).map(([id, items]) => packed(id, items, (offsets) => new Uint32Array(offsets))),
  ...Object.entries(LISTS).map(([id, items]) => packed(id, items, (offsets) => offsets, "hex")),
  ...counts.flatMap((count) => [
    list(`${count} lines`, () => lines(count)),
    list(`${count} items of bytes`, () => lines(count).map(bytesOf), "bytes"),
    packed(
      `${count} lines`,
      () => lines(count),
      (offsets) => new Uint32Array(offsets),
      "base64url",
    ),
  ]),
  ...units.flatMap((count) => [
    list(`a text of ${count} code units between others`, () => ["a", "b".repeat(count), "c", "é".repeat(count), "d"]),
    list(`bytes of length ${count} between others`, () => [noise(1), noise(count), "c", noise(count), noise(2)]),
  ]),
  ...halves,
  ...halvesAtUnits,
  ...ENCODINGS.map(
    (encoding) =>
      /** @type {Case} */ ({
        id: `bulkHash with the option object for ${encoding}`,
        fn: "bulkHash",
        args: () => ["sha256", ["a", "b"], { encoding }],
        expect: async () => ({ value: await bulkSha256(["a", "b"], encoding) }),
        source: SOURCE,
      }),
  ),
  /** @type {Case} */ ({
    id: "bulkHash packed whose first offset is not 0",
    fn: "bulkHash",
    args: () => ["sha256", { bytes: noise(10), offsets: [3, 5, 5, 9] }],
    expect: async () => {
      const bytes = noise(10);
      return { value: await bulkSha256([bytes.slice(3, 5), bytes.slice(5, 5), bytes.slice(5, 9)]) };
    },
    source: SOURCE,
    portable: true,
  }),
  badOffsets("are empty", []),
  badOffsets("are empty, as a typed array", new Uint32Array(0)),
  badOffsets("fall", [0, 5, 4]),
  badOffsets("fall, as a typed array", new Uint32Array([0, 5, 4])),
  badOffsets("end behind the bytes", [0, 11]),
  badOffsets("are far behind the bytes", new Uint32Array([0, 4294967295])),
  badOffsets("are negative", [0, -1], "items.offsets[1]"),
  badOffsets("are fractions", [0, 1.5], "items.offsets[1]"),
  badOffsets("are not numbers", [NaN, 1], "items.offsets[0]"),
  badOffsets("need more than 32 bits", [0, 4294967296], "items.offsets[1]"),
];

// Cases of the family `hash`: single digests.

import { wrongValue } from "./case.js";
import { bytesOf, encode, noise, sha256 } from "./oracle.js";

/** @typedef {import("./case.js").Case} Case */

const ENCODINGS = ["hex", "base64", "base64url", "bytes"];
const MIB = 1024 * 1024;
/**
 * Lengths at which SHA-256 changes its way of working: padding, and blocks of 64 bytes; and at which WebAssembly takes them in
 * pieces, of 128 KiB.
 */
const LENGTHS = [0, 1, 55, 56, 63, 64, 65, 119, 120, 127, 128, MIB / 8, MIB / 8 + 1, MIB - 1, MIB, MIB + 1];

/** Texts of every kind that JavaScript has; the lone halves of surrogate pairs become U+FFFD. */
export const TEXTS = {
  empty: "",
  ASCII: "The quick brown fox jumps over the lazy dog",
  "Latin-1": "Größe, façade, señor, naïveté",
  CJK: "吾輩は猫である。名前はまだ無い。",
  emoji: "👩‍🚀🚀🌍😀",
  "with NUL": "a\0b\0",
  "with a byte order mark": "\ufeffmark",
  "with a lone high surrogate": "a\ud83d",
  "with a lone low surrogate": "\ude00b",
  "with surrogates the wrong way round": "\ude00\ud83d",
  "of 70,000 characters": "0123456789".repeat(7000),
  "of 70,000 characters, not ASCII": "012345678é".repeat(7000),
};

/** Strings of lengths at which they begin to cross in another way: in UTF-16 code units, and in bytes of UTF-8. */
const SHORT = 1365;
const shortTexts = ["a", "é", "行", "😀", "\ud83d"].flatMap((character) =>
  [SHORT - 1, SHORT, SHORT + 1].flatMap((units) => {
    const text = character.repeat(Math.ceil(units / character.length)).slice(0, units);
    return both(`${units} code units of ${JSON.stringify(character)}`, () => text, "hex");
  }),
);

/** Where the official vectors come from. */
export const NIST = "NIST CAVP, SHA256ShortMsg.rsp";

/**
 * The official vectors.
 *
 * @param {string} text the file `SHA256ShortMsg.rsp`
 */
export function nistVectors(text) {
  const vectors = [...text.matchAll(/Len = (\d+)\s+Msg = ([0-9a-f]+)\s+MD = ([0-9a-f]+)/g)];
  return vectors.map(([, bits, message, digest]) => {
    const bytes = () => Uint8Array.from({ length: Number(bits) / 8 }, (_, i) => parseInt(message.substr(2 * i, 2), 16));
    return { bits, bytes, digest };
  });
}

/**
 * The official vectors as single digests.
 *
 * @param {string} text the file `SHA256ShortMsg.rsp`
 * @returns {Case[]}
 */
export function nistCases(text) {
  return nistVectors(text).flatMap(({ bits, bytes, digest }) => {
    const source = NIST;
    const expect = { value: digest };
    return [
      { id: `sha256 NIST ${bits} bits`, fn: "sha256", args: () => [bytes()], expect, source, portable: true },
      { id: `hash NIST ${bits} bits`, fn: "hash", args: () => ["sha256", bytes()], expect, source, portable: true },
    ];
  });
}

/**
 * A call of `sha256` and of `hash` with the same data.
 *
 * @param {string} id
 * @param {() => string | Uint8Array} data
 * @param {string} encoding
 * @returns {Case[]}
 */
function both(id, data, encoding) {
  const expect = async () => ({ value: encode(await sha256(data()), encoding) });
  const source = "Web Crypto and TextEncoder";
  return [
    { id: `sha256 ${id} as ${encoding}`, fn: "sha256", args: () => [data(), encoding], expect, source, portable: true },
    {
      id: `hash ${id} as ${encoding}`,
      fn: "hash",
      args: () => ["sha256", data(), encoding],
      expect,
      source,
      portable: true,
    },
  ];
}

/** The option as an object. @type {Case[]} */
const options = ENCODINGS.flatMap((encoding) =>
  [
    { fn: "sha256", before: [] },
    { fn: "hash", before: ["sha256"] },
  ].map(({ fn, before }) => ({
    id: `${fn} with the option object for ${encoding}`,
    fn,
    args: () => [...before, "abc", { encoding }],
    expect: async () => ({ value: encode(await sha256("abc"), encoding) }),
    source: "Web Crypto",
  })),
);

/** Many digests can be packed, one cannot. @type {Case[]} */
const packed = [
  ["abc", "packed"],
  ["abc", { encoding: "packed" }],
].flatMap((args, index) =>
  [
    { id: `sha256 cannot be packed, ${index}`, fn: "sha256", args: () => args, expect: wrongValue("options.encoding") },
    {
      id: `hash cannot be packed, ${index}`,
      fn: "hash",
      args: () => ["sha256", ...args],
      expect: wrongValue("options.encoding"),
    },
  ].map((item) => ({ ...item, source: "the contract of arguments" })),
);

/** @type {Case[]} */
const unknown = ["sha\u0000256", "sha256\u00e9", "\uff53ha256", "", "toString", "__proto__"].map((name) => ({
  id: `hash by the unknown algorithm ${JSON.stringify(name)}`,
  fn: "hash",
  args: () => [name, "abc"],
  expect: wrongValue("algorithm"),
  source: "the contract of arguments",
}));

export const hashCases = [
  ...ENCODINGS.flatMap((encoding) =>
    LENGTHS.flatMap((length) => both(`${length} bytes`, () => noise(length, length + 1), encoding)),
  ),
  ...Object.entries(TEXTS).flatMap(([name, text]) =>
    ENCODINGS.flatMap((encoding) => [
      ...both(`text ${name}`, () => text, encoding),
      ...both(`the bytes of text ${name}`, () => bytesOf(text), encoding),
    ]),
  ),
  ...shortTexts,
  ...options,
  ...packed,
  ...unknown,
];

// Cases of the family `hash`: every algorithm, with the official vectors and with what other implementations give.

import { PROMISES, wrongType, wrongValue } from "./case.js";
import { ending, progressLog } from "./control.js";
import { nistVectors } from "./hash.js";
import { withHashers } from "./hasher.js";
import { bytesOfHex, encode, noise, randomPieces } from "./oracle.js";

/** @typedef {import("./case.js").Case} Case */
/** @typedef {{ message: Uint8Array, digest: string }} Known a message and its digest in hexadecimal */

/**
 * Lengths at which some algorithm changes its way of working: blocks of 16, 32, 64, 72, 104, 128, 136 and 144 bytes with
 * room for padding or without; the ways of XXH3 (16, 128, 240, and blocks of 1024); chunks and trees of BLAKE3;
 * sums of Adler-32, which are reduced after 5552 bytes; and 8192 bytes, from which on SHA-3 has wider vectors.
 */
export const LENGTHS = [
  ...[0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 55, 56, 57, 63, 64, 65, 71, 72, 73, 103, 104, 105],
  ...[111, 112, 113, 119, 120, 127, 128, 129, 135, 136, 137, 143, 144, 145, 239, 240, 241, 255, 256, 257],
  ...[511, 512, 513, 1023, 1024, 1025, 2047, 2048, 2049, 3072, 3073, 4096, 4097, 5551, 5552, 5553, 8191, 8192, 8193],
  ...[16_384, 31_744, 65_537],
];

/** What all messages of those lengths begin like. */
export const MESSAGE = noise(Math.max(...LENGTHS), 6);

const NIST = "nist-cavp";
/** The official vectors of an algorithm: a file, and how it is read. @type {Record<string, [string, (text: string) => Known[]]>} */
const OFFICIAL = {
  md5: ["hash-rfc/rfc-1321.txt", listed],
  sha1: [`${NIST}/SHA1ShortMsg.rsp`, listed],
  sha224: [`${NIST}/SHA224ShortMsg.rsp`, listed],
  sha256: [`${NIST}/SHA256ShortMsg.rsp`, listed],
  sha384: [`${NIST}/SHA384ShortMsg.rsp`, listed],
  sha512: [`${NIST}/SHA512ShortMsg.rsp`, listed],
  "sha512-224": [`${NIST}/SHA512_224ShortMsg.rsp`, listed],
  "sha512-256": [`${NIST}/SHA512_256ShortMsg.rsp`, listed],
  "sha3-224": [`${NIST}/SHA3_224ShortMsg.rsp`, listed],
  "sha3-256": [`${NIST}/SHA3_256ShortMsg.rsp`, listed],
  "sha3-384": [`${NIST}/SHA3_384ShortMsg.rsp`, listed],
  "sha3-512": [`${NIST}/SHA3_512ShortMsg.rsp`, listed],
  ripemd160: ["hash-rfc/ripevectors.txt", listed],
  blake2b512: ["blake2/blake2-kat.json", (text) => counted(JSON.parse(text).blake2b_kat)],
  blake2s256: ["blake2/blake2-kat.json", (text) => counted(JSON.parse(text).blake2s_kat)],
  blake3: ["blake3/test_vectors.json", ofBlake3],
  crc32: ["crc/catalogue.json", ofCatalogue("CRC-32/ISO-HDLC")],
  crc32c: ["crc/catalogue.json", ofCatalogue("CRC-32/ISCSI")],
  "crc64-nvme": ["crc/catalogue.json", ofCatalogue("CRC-64/NVME")],
  "crc64-xz": ["crc/catalogue.json", ofCatalogue("CRC-64/XZ")],
};
const PEERS = "peers/digests.json";

/** The files of vectors that these cases need. */
export const ALGORITHM_FILES = [...new Set([PEERS, ...Object.values(OFFICIAL).map(([file]) => file)])];

/** Files in the form of NIST's. @param {string} text @returns {Known[]} */
export function listed(text) {
  return nistVectors(text).map(({ bytes, digest }) => ({ message: bytes(), digest }));
}

/** Digests of the bytes 0, 1, 2, ..., each of one more. @param {string[]} digests @returns {Known[]} */
function counted(digests) {
  return digests.map((digest, length) => ({ message: Uint8Array.from({ length }, (_, i) => i), digest }));
}

/** @param {string} text @returns {Known[]} */
function ofBlake3(text) {
  /** @type {{ cases: { input_len: number, hash: string }[] }} */
  const { cases } = JSON.parse(text);
  return cases.map(({ input_len, hash }) => ({
    message: Uint8Array.from({ length: input_len }, (_, i) => i % 251),
    digest: hash.slice(0, 64), // the vectors have more of its output
  }));
}

/** @param {string} name @returns {(text: string) => Known[]} */
function ofCatalogue(name) {
  return (text) => {
    /** @type {{ name: string, width: number, check: string }[]} */
    const catalogue = JSON.parse(text);
    const found = catalogue.find((entry) => entry.name === name);
    if (found === undefined) throw new Error(`the catalogue has no ${name}`);
    const digest = found.check.slice(2).padStart(found.width / 4, "0");
    return [{ message: new TextEncoder().encode("123456789"), digest }];
  };
}

/** The options of BLAKE2 with words of 64 bits, and of 32 (RFC 7693 and the BLAKE2 paper, section 2.8). */
const OF_BLAKE2B = { key: [1, 64], outputLength: [1, 64], salt: [1, 16], personal: [1, 16] };
const OF_BLAKE2S = { key: [1, 32], outputLength: [1, 32], salt: [1, 8], personal: [1, 8] };
/** Those of BLAKE3; how long an output or a context may be is up to us. */
const OF_BLAKE3 = { key: [32, 32], outputLength: [1, 2 ** 24], context: [1, 65_536] };
const SEED = { seed: [0n, 2n ** 64n - 1n] };
const SEED_32 = { seed: [0, 2 ** 32 - 1] };
const LENGTH = { outputLength: [1, 2 ** 24] };

/**
 * What `hashes()` must say, by the specifications: the title, the lengths of a digest and of a block, whether the
 * algorithm is cryptographic, and broken, and the options that it takes.
 *
 * @type {[string, string, number | null, number | null, boolean, boolean, Record<string, any[]>?][]}
 */
const SPECIFIED = [
  ["sha256", "SHA-256", 32, 64, true, false],
  ["md5", "MD5", 16, 64, true, true],
  ["sha1", "SHA-1", 20, 64, true, true],
  ["sha224", "SHA-224", 28, 64, true, false],
  ["sha384", "SHA-384", 48, 128, true, false],
  ["sha512", "SHA-512", 64, 128, true, false],
  ["sha512-224", "SHA-512/224", 28, 128, true, false],
  ["sha512-256", "SHA-512/256", 32, 128, true, false],
  ["sha3-224", "SHA3-224", 28, 144, true, false],
  ["sha3-256", "SHA3-256", 32, 136, true, false],
  ["sha3-384", "SHA3-384", 48, 104, true, false],
  ["sha3-512", "SHA3-512", 64, 72, true, false],
  ["keccak256", "Keccak-256", 32, 136, true, false],
  ["ripemd160", "RIPEMD-160", 20, 64, true, false],
  ["blake2b512", "BLAKE2b-512", 64, 128, true, false, OF_BLAKE2B],
  ["blake2b256", "BLAKE2b-256", 32, 128, true, false, OF_BLAKE2B],
  ["blake2s256", "BLAKE2s-256", 32, 64, true, false, OF_BLAKE2S],
  ["blake3", "BLAKE3", 32, 64, true, false, OF_BLAKE3],
  ["crc32", "CRC-32/ISO-HDLC", 4, null, false, false],
  ["crc32c", "CRC-32/ISCSI", 4, null, false, false],
  ["crc64-nvme", "CRC-64/NVME", 8, null, false, false],
  ["crc64-xz", "CRC-64/XZ", 8, null, false, false],
  ["adler32", "Adler-32", 4, null, false, false],
  ["xxh32", "XXH32", 4, null, false, false, SEED_32],
  ["xxh64", "XXH64", 8, null, false, false, SEED],
  ["xxh3-64", "XXH3-64", 8, null, false, false, SEED],
  ["xxh3-128", "XXH3-128", 16, null, false, false, SEED],
  ["shake128", "SHAKE128", null, 168, true, false, LENGTH],
  ["shake256", "SHAKE256", null, 136, true, false, LENGTH],
];
/** The algorithms, in the order of `hashes()`. */
export const NAMES = SPECIFIED.map(([name]) => name);
/** The algorithms that have a length of their own. */
const FIXED = SPECIFIED.filter(([, , length]) => length !== null).map(([name]) => name);
/** The options of each algorithm, with their limits. @type {Record<string, Record<string, any[]>>} */
export const OPTIONS_OF = Object.fromEntries(SPECIFIED.map(([name, , , , , , options = {}]) => [name, options]));
/** Algorithms whose crates give no state. */
export const UNSAVED = NAMES.filter((name) => /^(blake|shake|xxh32|xxh64)/.test(name));

/** The digests that are functions of their own: their names, and those of the functions. */
const DIGESTS = SPECIFIED.filter(([, , , , cryptographic]) => cryptographic).map(([algorithm]) => ({
  algorithm,
  fn: algorithm.replaceAll("-", "_"),
}));
/** Functions that are called as their algorithm. */
export const DIGEST_FUNCTIONS = DIGESTS.map(({ fn }) => fn);

/** Ways to write a name. @type {((name: string, title: string) => string)[]} */
const SPELLINGS = [
  (name) => name.toUpperCase(),
  (name) => name.replaceAll("-", "_"),
  (name) => name.replaceAll("-", ""),
  // Those of CRCs are names of the catalogue, and no spellings.
  (name, title) => (title.startsWith("CRC") ? name : title.toLowerCase()),
];

export const ENCODINGS = ["hex", "base64", "base64url", "bytes"];
const CONTRACT = "the contract of arguments";

/** @type {(digest: string, encoding: string) => any} */
export const encoded = (digest, encoding) => encode(bytesOfHex(digest), encoding);

/**
 * The messages of an algorithm whose digests are known, and from where.
 *
 * @param {string} algorithm
 * @param {Record<string, string>} vectors
 */
export function knownOf(algorithm, vectors) {
  /** @type {{ peers: string[], digests: Record<string, string> }} */
  const { peers, digests } = JSON.parse(vectors[PEERS])[algorithm];
  const others = LENGTHS.map((length) => ({ message: MESSAGE.subarray(0, length), digest: digests[length] }));
  const [file, read] = OFFICIAL[algorithm] ?? [];
  const official = file && read ? read(vectors[file]) : [];
  // Fresh bytes each time, because a subject that is wrong may change them.
  const known = [...official, ...others].map(({ message, digest }) => ({
    get message() {
      return message.slice();
    },
    digest,
  }));
  return { known, source: [...(file ? [file] : []), ...peers].join(", ") };
}

/**
 * @param {string} algorithm
 * @param {Record<string, string>} vectors
 * @returns {Case[]}
 */
function casesOfAlgorithm(algorithm, vectors) {
  const { known, source } = knownOf(algorithm, vectors);
  const short = known.filter(({ message }) => message.length <= 300);
  /** @type {(list: Known[]) => { value: string[] }} */
  const digests = (list) => ({ value: list.map(({ digest }) => digest) });
  /** @type {(how: string, list: Known[], digest: (make: () => any, message: Uint8Array, mine: (hasher: any) => any) => string) => Case} */
  const hashing = (how, list, digest) => ({
    id: `createHash ${algorithm}, ${list.length} messages, ${how}`,
    fn: "createHash",
    script: withHashers(({ make, mine }) => list.map(({ message }) => digest(() => make(algorithm), message, mine))),
    expect: digests(list),
    source,
  });
  const [first, second, third, fourth] = [0, 64, 129, 1025].map((length) => ({
    message: MESSAGE.slice(0, length),
    digest: known.findLast(({ message }) => message.length === length)?.digest ?? "",
  }));
  return [
    {
      id: `hash ${algorithm} of ${known.length} messages`,
      fn: "hash",
      script: (api) => known.map(({ message }) => api.hash(algorithm, message)),
      expect: digests(known),
      source,
    },
    ...[first, second, third, fourth].map(({ message, digest }, index) => ({
      id: `hash ${algorithm} of ${message.length} bytes as ${ENCODINGS[index]}`,
      fn: "hash",
      args: () => [algorithm, message.slice(), ENCODINGS[index]],
      expect: { value: encoded(digest, ENCODINGS[index]) },
      source,
      portable: true,
    })),
    ...["hex", "packed"].map((encoding) => ({
      id: `bulkHash ${algorithm} of ${known.length} messages as ${encoding}`,
      fn: "bulkHash",
      args: () => [algorithm, known.map(({ message }) => message), encoding],
      expect: encoding === "hex" ? digests(known) : { value: bytesOfHex(digests(known).value.join("")) },
      source,
      portable: true,
    })),
    hashing("byte by byte", short, (make, message) => {
      const hasher = make();
      for (const byte of message) hasher.update(new Uint8Array([byte]));
      return hasher.digest();
    }),
    hashing("cut at random", known, (make, message) => {
      const hasher = make();
      for (const piece of randomPieces(message, message.length)) hasher.update(piece);
      return hasher.digest();
    }),
    hashing("the second half by a clone, after a reset", short, (make, message, mine) => {
      const half = message.length >> 1;
      const clone = mine(make().update("before").reset().update(message.subarray(0, half)).clone());
      return clone.update(message.subarray(half)).digest();
    }),
    hashing("while a clone takes something else", short, (make, message, mine) => {
      const half = message.length >> 1;
      const hasher = make().update(message.subarray(0, half));
      const clone = mine(hasher.clone());
      clone.update("something else");
      hasher.update(message.subarray(half));
      clone.digest();
      return hasher.digest();
    }),
    {
      id: `hashStream ${algorithm} of ${short.length} messages`,
      fn: `${PROMISES}hashStream`,
      script: (api) =>
        Promise.all(
          short.map(({ message }) =>
            api.promises.hashStream(
              algorithm,
              (async function* () {
                yield* randomPieces(message, message.length + 1);
              })(),
            ),
          ),
        ),
      expect: digests(short),
      source,
    },
  ];
}

/**
 * @param {{ algorithm: string, fn: string }} digest
 * @param {Record<string, string>} vectors
 * @returns {Case[]}
 */
function casesOfFunction({ algorithm, fn }, vectors) {
  const { known, source } = knownOf(algorithm, vectors);
  const abc = known.findLast(({ message }) => message.length === 3);
  const value = abc?.digest ?? "";
  return [
    controlled(fn, value),
    {
      id: `${fn} of ${known.length} messages`,
      fn,
      script: (api) => known.map(({ message }) => api[fn](message)),
      expect: { value: known.map(({ digest }) => digest) },
      source,
    },
    ...ENCODINGS.map((encoding) => ({
      id: `${fn} of 3 bytes, as ${encoding}`,
      fn,
      args: () => [MESSAGE.slice(0, 3), encoding],
      expect: { value: encoded(value, encoding) },
      source,
      watched: true,
    })),
    { id: `${fn} of nothing`, fn, args: () => [], expect: wrongType("data"), source: CONTRACT },
    {
      id: `${fn} with options that are none`,
      fn,
      args: () => ["abc", 5],
      expect: wrongType("options"),
      source: CONTRACT,
    },
    {
      id: `${fn} with an unknown encoding`,
      fn,
      args: () => ["abc", "binary"],
      expect: wrongValue("options.encoding"),
      source: CONTRACT,
    },
  ];
}

/**
 * What every promise of a function that takes bytes does: it can be cancelled, says how far it is, and has taken its
 * bytes when it was called.
 *
 * @param {string} fn
 * @param {string | number | bigint} value what the first three bytes of `MESSAGE` give
 * @param {unknown[]} [more] arguments between the bytes and the options
 * @param {object} [needed] options without which the function does nothing
 * @returns {Case}
 */
export const controlled = (fn, value, more = [], needed = {}) => ({
  id: `${PROMISES}${fn} is cancelled, says how far it is, and copies`,
  fn: `${PROMISES}${fn}`,
  script: async ({ promises }) => {
    const bytes = () => MESSAGE.slice(0, 3);
    const controller = new AbortController();
    controller.abort();
    const { signal } = controller;
    const { told, onProgress } = progressLog();
    await promises[fn](bytes(), ...more, { ...needed, onProgress });
    const thrower = () => {
      throw new RangeError("enough");
    };
    const changed = bytes();
    const digest = promises[fn](changed, ...more, needed);
    changed.fill(0);
    return [
      await ending(promises[fn](bytes(), ...more, { ...needed, signal }), signal),
      String(told),
      await promises[fn](bytes(), ...more, { ...needed, onProgress: thrower }).catch(
        (/** @type {Error} */ error) => error.message,
      ),
      await digest,
    ];
  },
  expect: { value: ["the reason", "3,3", "enough", value] },
  source: "the contract of promises",
});

/** @type {Case[]} */
const names = SPELLINGS.map((spell, index) => ({
  id: `hash by names, spelling ${index}`,
  fn: "hash",
  script: withHashers(({ make }) =>
    SPECIFIED.map(([name, title, length]) => {
      return make(spell(name, title), length === null ? { outputLength: 1 } : undefined).algorithm;
    }),
  ),
  expect: { value: NAMES },
  source: "the names of the specifications",
}));

/** Names that no algorithm has, and what the message must offer. @type {[string, string][]} */
const UNKNOWN = [
  ["sha257", 'did you mean "sha256"'],
  ["SHA-3-255", 'did you mean "sha3-256" or "sha256"'],
  ["blake", 'did you mean "blake3"'],
  ["", "hashes() lists all names"],
  ["whirlpool", "hashes() lists all names"],
  ["x".repeat(100_000), "hashes() lists all names"],
];

/** @type {Case[]} */
const unknown = ["hash", "bulkHash", "createHash"].flatMap((fn) =>
  UNKNOWN.map(([name, offer]) => ({
    id: `${fn} by the name ${JSON.stringify(name.slice(0, 20))} offers what is near`,
    fn,
    args: () => [name, fn === "bulkHash" ? ["abc"] : fn === "hash" ? "abc" : undefined],
    expect: wrongValue("algorithm"),
    source: CONTRACT,
    also: (outcome) => {
      const message = "thrown" in outcome ? /** @type {Error} */ (outcome.thrown)?.message : "";
      return message?.includes(offer) ? undefined : `the message is: ${message}`;
    },
  })),
);

/** A row as text, with the integers that JSON does not know. @param {any[]} row */
const written = (row) => JSON.stringify(row, (_, value) => (typeof value === "bigint" ? `${value}n` : value));

/** @type {Case} */
const list = {
  id: "hashes tells what each algorithm is",
  fn: "hashes",
  script: (api) =>
    api
      .hashes()
      .map((/** @type {any} */ { name, title, digestLength, blockLength, cryptographic, broken, options, saves }) =>
        written([name, title, digestLength, blockLength, cryptographic, broken, options, saves]),
      ),
  expect: {
    value: SPECIFIED.map((row) => written([...row.slice(0, 6), row[6] ?? {}, !UNSAVED.includes(row[0])])),
  },
  source: "the specifications",
};

/** @type {Case} */
const fresh = {
  id: "hashes gives a new list each time",
  fn: "hashes",
  script: (api) => {
    const first = api.hashes();
    first[0].name = "changed";
    first.find((/** @type {any} */ { name }) => name === "blake3").options.key[0] = 1;
    first.pop();
    const again = api.hashes();
    return [again[0].name, again.length, again.find((/** @type {any} */ { name }) => name === "blake3").options.key[0]];
  },
  expect: { value: [NAMES[0], NAMES.length, 32] },
  source: "the contract of results",
};

/**
 * @param {Record<string, string>} vectors the text of each file of `ALGORITHM_FILES`
 * @returns {Case[]}
 */
export const algorithmCases = (vectors) => [
  ...FIXED.flatMap((algorithm) => casesOfAlgorithm(algorithm, vectors)),
  ...DIGESTS.filter(({ algorithm }) => FIXED.includes(algorithm)).flatMap((digest) => casesOfFunction(digest, vectors)),
  ...names,
  ...unknown,
  list,
  fresh,
];

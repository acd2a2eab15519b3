// Cases of the family `hash`: digests of bytes that come in pieces, with `createHash`.

import { canonical, outcomeOf } from "./case.js";
import { NIST, nistVectors, TEXTS } from "./hash.js";
import { bytesOf, encode, hexDigest, joined, noise, randomPieces, sha256 } from "./oracle.js";
import { WALK_SEEDS, walkCase } from "./walk.js";

/** @typedef {import("./case.js").Case} Case */

/**
 * What a script works with.
 *
 * @typedef {object} Tools
 * @property {(...args: any[]) => any} make calls `createHash`, by default for SHA-256
 * @property {<T>(hasher: T) => T} mine frees a hasher at the end, as those that `make` gives
 * @property {any} api
 */

const SOURCE = "Web Crypto and TextEncoder";
const CONTRACT = "the contract of hashers";
const MIB = 1024 * 1024;
const ENCODINGS = ["hex", "base64", "base64url", "bytes"];
const METHODS = ["update", "digest", "clone", "reset", "save", "free"];

/**
 * A script that frees its hashers: what is left to the garbage collector would be freed, and counted, at any time.
 *
 * @param {(tools: Tools) => unknown} use
 * @returns {(api: any) => unknown}
 */
export const withHashers = (use) => (api) => {
  /** @type {any[]} */
  const made = [];
  const mine = (/** @type {any} */ hasher) => {
    made.push(hasher);
    return hasher;
  };
  const make = (/** @type {any[]} */ ...args) => mine(api.createHash(...(args.length === 0 ? ["sha256"] : args)));
  try {
    return use({ make, mine, api });
  } finally {
    for (const hasher of made) hasher[Symbol.dispose]();
  }
};

/** @type {(id: string, use: (tools: Tools) => unknown, value: () => any, source?: string) => Case} */
const hashing = (id, use, value, source = SOURCE) => ({
  id: `createHash ${id}`,
  fn: "createHash",
  script: withHashers(use),
  expect: async () => ({ value: await value() }),
  source,
});

/** What comes of a call, as text. @param {() => unknown} call */
const said = (call) => canonical(outcomeOf(call));

const DISPOSED = "error Error ERR_DISPOSED this";
const NOT_THIS = "error TypeError ERR_INVALID_THIS this";

/**
 * The official vectors, in one piece and in as many as can be.
 *
 * @param {string} text the file `SHA256ShortMsg.rsp`
 * @returns {Case[]}
 */
export function nistHasherCases(text) {
  return nistVectors(text)
    .flatMap(({ bits, bytes, digest }) => [
      hashing(
        `NIST ${bits} bits in one piece`,
        ({ make }) => make().update(bytes()).digest(),
        () => digest,
        NIST,
      ),
      hashing(
        `NIST ${bits} bits byte by byte`,
        ({ make }) => {
          const hasher = make();
          for (const byte of bytes()) hasher.update(new Uint8Array([byte]));
          return hasher.digest();
        },
        () => digest,
        NIST,
      ),
      hashing(
        `NIST ${bits} bits, the second half by a clone`,
        ({ make, mine }) => {
          const message = bytes();
          const half = message.length >> 1;
          const clone = mine(make().update(message.subarray(0, half)).clone());
          return clone.update(message.subarray(half)).digest();
        },
        () => digest,
        NIST,
      ),
    ])
    .map((item) => ({ ...item, many: true }));
}

/** 200 bytes: more than three blocks of 64, so that pieces end everywhere in a block. */
const MESSAGE = noise(200, 7);

const splits = [
  hashing(
    "of 200 bytes in two pieces, cut at every byte",
    ({ make }) =>
      Array.from({ length: 201 }, (_, at) =>
        make().update(MESSAGE.slice().subarray(0, at)).update(MESSAGE.slice().subarray(at)).digest(),
      ),
    async () => Array(201).fill(await hexDigest(MESSAGE)),
  ),
  ...Array.from({ length: 12 }, (_, seed) =>
    hashing(
      `of 1,500 bytes cut at random, seed ${seed}`,
      ({ make }) => {
        const hasher = make();
        for (const piece of randomPieces(noise(1500, seed), seed)) hasher.update(piece);
        return hasher.digest();
      },
      () => hexDigest(noise(1500, seed)),
    ),
  ),
];

/** Updates are cut into pieces, of 128 KiB in WebAssembly and of 4 MiB elsewhere. */
const long = [MIB / 8, MIB / 8 + 1, 4 * MIB, 4 * MIB + 1, 9 * MIB].map((length) =>
  hashing(
    `of ${length} bytes in one update, between others`,
    ({ make }) => make().update("before").update(noise(length)).update("after").digest(),
    () => hexDigest(joined([bytesOf("before"), noise(length), bytesOf("after")])),
  ),
);

const texts = Object.entries(TEXTS).flatMap(([name, text]) => [
  hashing(
    `of text ${name}`,
    ({ make }) => make().update(text).digest(),
    () => hexDigest(text),
  ),
  hashing(
    `of text ${name}, between bytes`,
    ({ make }) => make().update(noise(5)).update(text).update(noise(70)).digest(),
    () => hexDigest(joined([noise(5), bytesOf(text), noise(70)])),
  ),
]);

/** Half of a surrogate pair at the end of one text, and the other half at the beginning of the next. */
const halves = [
  ["\ud83d", "\ude00"],
  ["a\ud83d", "\ude00b"],
  ["\ud83d", "", "\ude00"],
  ["\ud83d\ude00\ud83d", "\ude00"],
].map((parts) =>
  hashing(
    `encodes each text on its own: ${JSON.stringify(parts)}`,
    ({ make }) => {
      const hasher = make();
      for (const part of parts) hasher.update(part);
      return hasher.digest();
    },
    () => hexDigest(joined(parts.map(bytesOf))),
  ),
);

const encodings = ENCODINGS.flatMap((encoding) => [
  hashing(
    `with the encoding ${encoding}`,
    ({ make }) => make("sha256", encoding).update("abc").digest(),
    async () => encode(await sha256("abc"), encoding),
  ),
  hashing(
    `with the option object for ${encoding}`,
    ({ make }) => make("sha256", { encoding }).update("abc").digest(),
    async () => encode(await sha256("abc"), encoding),
  ),
  hashing(
    `whose digest is asked for as ${encoding}`,
    ({ make }) => make("sha256", "base64").update("abc").digest(encoding),
    async () => encode(await sha256("abc"), encoding),
  ),
  hashing(
    `whose digest is asked for as ${encoding} by an option object`,
    ({ make }) => make().update("abc").digest({ encoding }),
    async () => encode(await sha256("abc"), encoding),
  ),
  hashing(
    `whose clone keeps the encoding ${encoding}`,
    ({ make, mine }) => mine(make("sha256", encoding).update("ab").clone()).update("c").digest(),
    async () => encode(await sha256("abc"), encoding),
  ),
]);

/** Every result with the bytes `"a"`, `"b"`, ... so far. @param {string[]} texts */
const digestsOf = (...texts) => Promise.all(texts.map(hexDigest));

const state = [
  hashing(
    "is not ended by a digest",
    ({ make }) => {
      const hasher = make();
      return [hasher.digest(), hasher.update("a").digest(), hasher.digest(), hasher.update("b").digest()];
    },
    () => digestsOf("", "a", "a", "ab"),
  ),
  hashing(
    "makes a clone that goes its own way",
    ({ make, mine }) => {
      const hasher = make().update("a");
      const clone = mine(hasher.clone());
      const both = [clone.digest(), clone.update("b").digest(), hasher.digest(), hasher.update("c").digest()];
      return [...both, clone.digest(), clone === hasher ? "the same" : "another"];
    },
    async () => [...(await digestsOf("a", "ab", "a", "ac", "ab")), "another"],
  ),
  hashing(
    "makes a clone that lives on when the hasher is freed",
    ({ make, mine }) => {
      const hasher = make().update("a");
      const clone = mine(hasher.clone());
      hasher.free();
      return clone.update("b").digest();
    },
    () => hexDigest("ab"),
  ),
  hashing(
    "lives on when its clone is freed",
    ({ make }) => {
      const hasher = make().update("a");
      hasher.clone().free();
      return hasher.update("b").digest();
    },
    () => hexDigest("ab"),
  ),
  hashing(
    "forgets all bytes at a reset",
    ({ make }) => {
      const hasher = make().update(noise(100));
      return [hasher.reset().digest(), hasher.update("a").digest(), hasher.reset().reset().update("b").digest()];
    },
    () => digestsOf("", "a", "b"),
  ),
  hashing(
    "keeps apart a hundred hashers",
    ({ make }) => {
      const hashers = Array.from({ length: 100 }, () => make());
      for (const [index, hasher] of hashers.entries()) hasher.update(`hasher ${index}`);
      for (const hasher of hashers) hasher.update(", and all");
      return hashers.map((hasher) => hasher.digest());
    },
    () => digestsOf(...Array.from({ length: 100 }, (_, index) => `hasher ${index}, and all`)),
  ),
  hashing(
    "gives itself back from update and reset",
    ({ make }) => {
      const hasher = make();
      return [hasher.update("a") === hasher, hasher.update(new Uint8Array(0)) === hasher, hasher.reset() === hasher];
    },
    () => [true, true, true],
    CONTRACT,
  ),
  hashing(
    "says its algorithm, and so does a clone",
    ({ make, mine }) => [make().algorithm, mine(make().clone()).algorithm],
    () => ["sha256", "sha256"],
    CONTRACT,
  ),
  hashing(
    "has the methods that are known, and no others",
    ({ make }) => {
      const keys = Reflect.ownKeys(Object.getPrototypeOf(make()));
      // Runtimes describe the symbol in their own ways.
      return keys.map((key) => (key === Symbol.dispose ? "Symbol.dispose" : String(key))).sort();
    },
    () => ["Symbol.dispose", "algorithm", "constructor", ...METHODS].sort(),
    CONTRACT,
  ),
  hashing(
    "takes bytes as they are when update is called",
    ({ make }) => {
      const bytes = noise(9 * MIB);
      const hasher = make().update(bytes);
      bytes.fill(0);
      return hasher.digest();
    },
    () => hexDigest(noise(9 * MIB)),
  ),
  hashing(
    "leaves the bytes of an update as they are",
    ({ make }) => {
      const bytes = noise(300);
      make().update(bytes).digest();
      return bytes;
    },
    () => noise(300),
    CONTRACT,
  ),
  hashing(
    "gives bytes that can be transferred and alias nothing",
    ({ make }) => {
      const hasher = make("sha256", "bytes").update("a");
      const [first, second] = [hasher.digest(), hasher.digest()];
      first.fill(0);
      const moved = structuredClone(second, { transfer: [second.buffer] });
      return [moved, second.length, hasher.digest()];
    },
    async () => [await sha256("a"), 0, await sha256("a")],
    CONTRACT,
  ),
];

/** Each way to use a hasher. @type {Record<string, (hasher: any) => unknown>} */
const USES = {
  update: (hasher) => hasher.update("a"),
  digest: (hasher) => hasher.digest(),
  "digest as bytes": (hasher) => hasher.digest("bytes"),
  clone: (hasher) => hasher.clone(),
  reset: (hasher) => hasher.reset(),
  free: (hasher) => hasher.free(),
};

const ends = [
  ...Object.entries(USES).map(([name, use]) =>
    hashing(
      `refuses ${name} after free`,
      ({ make }) => {
        const hasher = make().update("a");
        hasher.free();
        return said(() => use(hasher));
      },
      () => DISPOSED,
      CONTRACT,
    ),
  ),
  ...Object.entries(USES).map(([name, use]) =>
    hashing(
      `refuses ${name} after Symbol.dispose`,
      ({ make }) => {
        const hasher = make().update("a");
        hasher[Symbol.dispose]();
        return said(() => use(hasher));
      },
      () => DISPOSED,
      CONTRACT,
    ),
  ),
  hashing(
    "gives nothing from free and Symbol.dispose",
    ({ make }) => [said(() => make().free()), said(() => make()[Symbol.dispose]())],
    () => ["undefined", "undefined"],
    CONTRACT,
  ),
  hashing(
    "lets Symbol.dispose be called twice, and after free",
    ({ make }) => {
      const [disposed, freed] = [make(), make()];
      disposed[Symbol.dispose]();
      freed.free();
      return [said(() => disposed[Symbol.dispose]()), said(() => freed[Symbol.dispose]())];
    },
    () => ["undefined", "undefined"],
    CONTRACT,
  ),
  hashing(
    "says its algorithm after free",
    ({ make }) => {
      const hasher = make();
      hasher.free();
      return hasher.algorithm;
    },
    () => "sha256",
    CONTRACT,
  ),
  hashing(
    "does not take what another one had when that was freed",
    ({ make }) => {
      const first = make().update("a");
      first.free();
      const second = make().update("b");
      return [said(() => first.digest()), said(() => first.update("c")), second.digest()];
    },
    async () => [DISPOSED, DISPOSED, await hexDigest("b")],
    CONTRACT,
  ),
  hashing(
    "is freed by a getter of an option of its digest",
    ({ make }) => {
      const hasher = make().update("a");
      const options = {
        get encoding() {
          hasher.free();
          return "hex";
        },
      };
      return said(() => hasher.digest(options));
    },
    () => DISPOSED,
    CONTRACT,
  ),
  hashing(
    "goes on after an error",
    ({ make }) => {
      const hasher = make().update("a");
      return [said(() => hasher.update(7)), said(() => hasher.digest("utf8")), hasher.update("b").digest()];
    },
    async () => [
      "error TypeError ERR_INVALID_ARG_TYPE data",
      "error TypeError ERR_INVALID_ARG_VALUE options.encoding",
      await hexDigest("ab"),
    ],
    CONTRACT,
  ),
];

/** What is no hasher. @type {Record<string, (hasher: any) => unknown>} */
const OTHERS = {
  "an object": () => ({}),
  null: () => null,
  undefined: () => undefined,
  "a number": () => 1,
  "a function": () => () => {},
  "its own prototype": (hasher) => Object.getPrototypeOf(hasher),
  "an object with its prototype": (hasher) => Object.create(Object.getPrototypeOf(hasher)),
  "an object that inherits from it": (hasher) => Object.create(hasher),
  "a proxy of it": (hasher) => new Proxy(hasher, {}),
};

/** A method, or a getter, of any object. @param {any} hasher @param {string | symbol} name @returns {Function} */
function methodOf(hasher, name) {
  const descriptor = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(hasher), name);
  return hasher[name] instanceof Function ? hasher[name] : /** @type {any} */ (descriptor?.get);
}

const others = Object.entries(OTHERS).map(([name, other]) =>
  hashing(
    `whose methods are called on ${name}`,
    ({ make }) => {
      const hasher = make().update("a");
      const names = [...METHODS, "algorithm", Symbol.dispose];
      const answers = names.map((method) => said(() => methodOf(hasher, method).call(other(hasher), "b")));
      return [...answers, hasher.digest()];
    },
    async () => [...Array(METHODS.length + 2).fill(NOT_THIS), await hexDigest("a")],
    CONTRACT,
  ),
);

const constructing = hashing(
  "is the only way to make a hasher",
  ({ make }) => {
    const { constructor: Hasher } = make();
    const made = [said(() => new Hasher()), said(() => new Hasher(Symbol("createHash"), {}, "sha256", "hex"))];
    return [...made, said(() => Hasher())];
  },
  () => ["error TypeError ERR_INVALID_THIS ", "error TypeError ERR_INVALID_THIS ", "error TypeError  "],
  CONTRACT,
);

/** @type {Case[]} */
export const hasherCases = [
  ...splits,
  ...long,
  ...texts,
  ...halves,
  ...encodings,
  ...state,
  ...ends,
  ...others,
  constructing,
  ...WALK_SEEDS.map(walkCase),
];

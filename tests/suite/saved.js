// Cases of the family `hash`: hashers as bytes, and hashers made from them.

import { knownOf, MESSAGE, UNSAVED } from "./algorithms.js";
import { canonical, hexOf, outcomeOf, wrongType, wrongValue } from "./case.js";
import { PLAIN } from "./checksums.js";
import { withHashers } from "./hasher.js";
import { Shared } from "./hostile-values.js";
import { bytesOfHex } from "./oracle.js";

/** @typedef {import("./case.js").Case} Case */

const CONTRACT = "the contract of hashers";
const SAVED = [
  ...["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha512-224", "sha512-256"],
  ...["sha3-224", "sha3-256", "sha3-384", "sha3-512", "keccak256", "ripemd160"],
  ...["crc32", "crc32c", "crc64-nvme", "crc64-xz", "adler32", "xxh3-64", "xxh3-128"],
];
/** What was saved by the first version that could, of so many bytes. */
const KEPT = "saved/version-1.json";
const KEPT_LENGTH = 150;
/** The files of vectors that these cases need. */
export const SAVED_FILES = [KEPT];
const HEAD = 9; // "oxbh", a version, and the number of the algorithm
const CHECKSUM = 4;

/** What comes of a call, as text. @param {() => unknown} call */
const said = (call) => canonical(outcomeOf(call));

/**
 * @param {string} algorithm
 * @param {Record<string, string>} vectors
 * @returns {Case[]}
 */
function casesOf(algorithm, vectors) {
  const { known, source } = knownOf(algorithm, vectors);
  const short = known.filter(({ message }) => message.length <= 600);
  const { digest } = /** @type {{ digest: string }} */ (known.findLast(({ message }) => message.length === 241));
  /** @type {string} */
  const kept = JSON.parse(vectors[KEPT])[algorithm];
  const inTheMiddle = {
    id: `restoreHash ${algorithm}, ${short.length} messages, saved in the middle`,
    fn: "restoreHash",
    script: withHashers(({ make, mine, api }) =>
      short.map(({ message }) => {
        const half = message.length >> 1;
        const saved = make(algorithm).update(message.subarray(0, half)).save();
        return mine(api.restoreHash(saved)).update(message.subarray(half)).digest();
      }),
    ),
    expect: { value: short.map(({ digest }) => digest) },
    source,
  };
  // The form of the bytes is Oxbridge's own.
  const keptOnes = {
    id: `restoreHash ${algorithm}, what was saved by the first version, and is saved like that today`,
    fn: "restoreHash",
    script: withHashers(({ make, mine, api }) => [
      hexOf(make(algorithm).update(MESSAGE.slice(0, KEPT_LENGTH)).save()),
      mine(api.restoreHash(bytesOfHex(kept)))
        .update(MESSAGE.slice(KEPT_LENGTH, 241))
        .digest(),
    ]),
    expect: { value: [kept, digest] },
    source: CONTRACT,
  };
  return [inTheMiddle, keptOnes];
}

/**
 * A long message of XXH3 is kept in another form than a short one, and with its seed.
 *
 * @param {string} algorithm
 * @param {Record<string, string>} vectors
 * @returns {Case}
 */
function longCaseOf(algorithm, vectors) {
  const length = 1500;
  const seed = 7;
  /** @type {string} */
  const kept = JSON.parse(vectors[KEPT])[`${algorithm} with seed ${seed}, ${length} bytes`];
  return {
    id: `restoreHash ${algorithm}, a long message with a seed that was saved by the first version, and is saved like that today`,
    fn: "restoreHash",
    script: withHashers(({ make, mine, api }) => {
      const restored = mine(api.restoreHash(bytesOfHex(kept))).update(MESSAGE.slice(length, 3000));
      return [
        hexOf(make(algorithm, { seed }).update(MESSAGE.slice(0, length)).save()),
        restored.digest() === api.hash(algorithm, MESSAGE.slice(0, 3000), { seed }),
      ];
    }),
    expect: { value: [kept, true] },
    source: CONTRACT,
  };
}

/** @param {Uint8Array} bytes */
const sealed = (bytes) => {
  const saved = new Uint8Array([...bytes, 0, 0, 0, 0]);
  new DataView(saved.buffer).setUint32(bytes.length, Number(PLAIN.crc32(bytes)), true);
  return saved;
};

/** @type {(id: string, use: Parameters<typeof withHashers>[0], value: any) => Case} */
const restoring = (id, use, value) => ({
  id: `restoreHash ${id}`,
  fn: "restoreHash",
  script: withHashers(use),
  expect: { value },
  source: CONTRACT,
});

/** @type {Case[]} */
const behaviour = [
  restoring(
    "takes bytes in the form that is described, which are the same everywhere",
    ({ make }) =>
      SAVED.map((algorithm) => {
        const saved = make(algorithm).update("some text").save();
        const head = saved.subarray(0, -CHECKSUM);
        const begins = String(saved.subarray(0, 5)) === String([...new TextEncoder().encode("oxbh"), 1]);
        return begins && String(sealed(head)) === String(saved) ? saved : algorithm;
      }).map((saved) => (typeof saved === "string" ? saved : saved.length > HEAD + CHECKSUM)),
    SAVED.map(() => true),
  ),
  restoring(
    "gives one that is saved as the first was, whatever the pieces were",
    ({ make, mine, api }) =>
      SAVED.map((algorithm) => {
        const first = make(algorithm).update("abcdefgh".repeat(40)).save();
        const other = make(algorithm);
        for (const letter of "abcdefgh".repeat(40)) other.update(letter);
        const again = mine(api.restoreHash(first)).save();
        return String(first) === String(other.save()) && String(first) === String(again);
      }),
    SAVED.map(() => true),
  ),
  restoring(
    "knows the algorithm, and takes an encoding",
    ({ make, mine, api }) => {
      const saved = make("SHA-512/256", "base64").update("abc").save();
      const hashers = [undefined, "bytes", { encoding: "base64url" }].map((options) => {
        return mine(api.restoreHash(saved, options));
      });
      return [...hashers.map((hasher) => hasher.algorithm), ...hashers.map((hasher) => typeof hasher.digest())];
    },
    ["sha512-256", "sha512-256", "sha512-256", "string", "object", "string"],
  ),
  restoring(
    "gives one that can be cloned, reset, and used as any other",
    ({ make, mine, api }) => {
      const saved = make().update("ab").save();
      const hasher = mine(api.restoreHash(saved));
      const clone = mine(hasher.clone());
      const whole = api.sha256("abc");
      return [
        clone.update("c").digest() === whole,
        hasher.digest() === api.sha256("ab"),
        hasher.reset().digest() === api.sha256(""),
        mine(api.restoreHash(saved)).update("c").digest() === whole,
      ];
    },
    [true, true, true, true],
  ),
  restoring(
    "gives one that goes on after every number of bytes",
    ({ make, mine, api }) =>
      SAVED.filter((algorithm) => {
        const hasher = make(algorithm);
        return Array.from(MESSAGE.slice(0, 300)).some((byte) => {
          const restored = mine(api.restoreHash(hasher.update(Uint8Array.of(byte)).save()));
          const differs = restored.digest() !== hasher.digest();
          restored.free();
          return differs;
        });
      }),
    [],
  ),
  restoring(
    "keeps the seed, also of a long message, and when it is reset",
    ({ make, mine, api }) =>
      ["xxh3-64", "xxh3-128"].flatMap((algorithm) => {
        const seed = 2n ** 64n - 2n;
        const saved = make(algorithm, { seed }).update(MESSAGE.slice(0, 999)).save();
        const hasher = mine(api.restoreHash(saved)).update(MESSAGE.slice(999, 2000));
        return [
          hasher.digest() === api.hash(algorithm, MESSAGE.slice(0, 2000), { seed }),
          hasher.reset().digest() === api.hash(algorithm, "", { seed }),
        ];
      }),
    Array(4).fill(true),
  ),
  restoring(
    "takes every kind of bytes, and leaves them alone",
    ({ make, mine, api }) => {
      const saved = make().update("abc").save();
      const shared = new Uint8Array(new Shared(saved.length));
      shared.set(saved);
      const inside = new Uint8Array([9, 9, ...saved, 9]).subarray(2, -1);
      const kinds = [saved, saved.buffer, new DataView(saved.buffer), shared, shared.buffer, inside];
      const copy = String(saved);
      return [
        ...kinds.map((bytes) => mine(api.restoreHash(bytes)).digest() === api.sha256("abc")),
        String(saved) === copy,
        saved.byteOffset === 0 && saved.buffer.byteLength === saved.length,
      ];
    },
    Array(8).fill(true),
  ),
  restoring(
    "refuses bytes of which one is another, or that are cut or too long",
    ({ make, api }) => {
      const saved = make("sha3-256").update("abc").save();
      const refused = "error TypeError ERR_INVALID_ARG_VALUE bytes";
      const wrong = [
        ...Array.from(saved, (_, at) =>
          saved.map((/** @type {number} */ byte, /** @type {number} */ i) => (i === at ? byte ^ 0x10 : byte)),
        ),
        ...Array.from(saved, (_, length) => saved.slice(0, length)),
        new Uint8Array([...saved, 0]),
        new Uint8Array(1000),
      ];
      return wrong.filter((bytes) => said(() => api.restoreHash(bytes)) !== refused).length;
    },
    0,
  ),
  restoring(
    "refuses bytes whose checksum is right and that are no state",
    ({ make, api }) => {
      const saved = make().update("abc").save();
      const head = (/** @type {number} */ at, /** @type {number} */ byte) => {
        const changed = saved.slice(0, -CHECKSUM);
        changed[at] = byte;
        return sealed(changed);
      };
      return [
        said(() => api.restoreHash(head(4, 2))), // another version
        said(() => api.restoreHash(head(7, 1))), // a number that no algorithm has
        said(() => api.restoreHash(head(5, 1))), // another algorithm, whose state has another length
        said(() => api.restoreHash(head(saved.length - CHECKSUM - 65, 0xff))), // more bytes than a message has
        said(() => api.restoreHash(sealed(saved.slice(0, HEAD)))),
        said(() => api.restoreHash(sealed(new TextEncoder().encode("oxbh")))),
      ];
    },
    Array(6).fill("error TypeError ERR_INVALID_ARG_VALUE bytes"),
  ),
  restoring(
    "is told what is wrong",
    ({ make, api }) => {
      const saved = make().save();
      saved[20] ^= 1;
      const message = (/** @type {() => unknown} */ call) => {
        try {
          call();
          return "nothing";
        } catch (error) {
          return /** @type {Error} */ (error).message;
        }
      };
      return [
        message(() => api.restoreHash(saved)).includes("damaged"),
        message(() => api.restoreHash("abc")).includes("bytes"),
        message(() => make("blake3").save()).includes("blake3 does not give its state"),
      ];
    },
    [true, true, true],
  ),
  restoring(
    "leaves the bytes of a hasher that was freed as they are",
    ({ make, mine, api }) => {
      const hasher = make().update("abc");
      const saved = hasher.save();
      hasher.free();
      return [said(() => hasher.save()), mine(api.restoreHash(saved)).digest() === api.sha256("abc")];
    },
    ["error Error ERR_DISPOSED this", true],
  ),
  ...UNSAVED.map((algorithm) => ({
    id: `save of ${algorithm}, which does not give its state`,
    fn: "createHash",
    script: withHashers(({ make }) => {
      return said(() => make(algorithm, /^shake/.test(algorithm) ? { outputLength: 8 } : undefined).save());
    }),
    expect: { value: "error TypeError ERR_INVALID_ARG_VALUE this" },
    source: CONTRACT,
  })),
  { id: "restoreHash of nothing", fn: "restoreHash", args: () => [], expect: wrongType("bytes"), source: CONTRACT },
  { id: "restoreHash of text", fn: "restoreHash", args: () => ["oxbh"], expect: wrongType("bytes"), source: CONTRACT },
  {
    id: "restoreHash reads its options first",
    fn: "restoreHash",
    args: () => [5, "binary"],
    expect: wrongValue("options.encoding"),
    source: CONTRACT,
  },
  {
    id: "restoreHash with an option of an algorithm",
    fn: "restoreHash",
    args: () => [new Uint8Array(3), { outputLength: 5 }],
    expect: wrongValue("options.outputLength"),
    source: CONTRACT,
  },
];

/**
 * @param {Record<string, string>} vectors
 * @returns {Case[]}
 */
export const savedCases = (vectors) => [
  ...SAVED.flatMap((algorithm) => casesOf(algorithm, vectors)),
  ...["xxh3-64", "xxh3-128"].map((algorithm) => longCaseOf(algorithm, vectors)),
  ...behaviour,
];

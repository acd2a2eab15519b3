// Cases in which an argument acts while it is read: getters that throw, detach, or call again; and what results are.

import { outOfRange, wrongType, wrongValue } from "./case.js";
import { detach } from "./hostile-values.js";
import { bulkSha256, encode, noise, sha256 } from "./oracle.js";

/** @typedef {import("./case.js").Case} Case */

const SOURCE = "the contract of arguments";

/**
 * An array whose element `at` is read through `read`.
 *
 * @param {any[]} items
 * @param {number} at
 * @param {() => any} read
 * @returns {any[]}
 */
const withGetter = (items, at, read) => Object.defineProperty(items, at, { get: read, enumerable: true });

/**
 * An array that lies about its length.
 *
 * @param {number} length
 * @returns {any[]}
 */
const sayingLength = (length) => new Proxy([], { get: (_, key) => (key === "length" ? length : undefined) });

/** @type {() => Case} */
function throwingOption() {
  const thrown = new Error("from a getter");
  return {
    id: "sha256 passes on what an option's getter throws",
    fn: "sha256",
    args: () => [
      "abc",
      {
        get encoding() {
          throw thrown;
        },
      },
    ],
    expect: { thrown },
    source: SOURCE,
  };
}

/** @type {() => Case} */
function throwingItem() {
  const thrown = { not: "an error" };
  return {
    id: "bulkHash passes on what an item's getter throws",
    fn: "bulkHash",
    args: () => [
      "sha256",
      withGetter(["a", "b", "c"], 1, () => {
        throw thrown;
      }),
    ],
    expect: { thrown },
    source: SOURCE,
  };
}

/** @type {Case[]} */
const acting = [
  throwingOption(),
  throwingItem(),
  {
    id: "sha256 with an option's getter that detaches the data",
    fn: "sha256",
    args: () => {
      const data = new Uint8Array([1, 2, 3]);
      return [
        data,
        {
          get encoding() {
            detach(data.buffer);
            return "hex";
          },
        },
      ];
    },
    expect: wrongType("data"),
    source: SOURCE,
  },
  ...[
    { fn: "sha256", before: [], item: "abc" },
    { fn: "hash", before: ["sha256"], item: "abc" },
    { fn: "bulkHash", before: ["sha256"], item: ["abc"] },
  ].map(({ fn, before, item }) => ({
    id: `${fn} reads each option once`,
    fn,
    args: () => {
      let reads = 0;
      return [
        ...before,
        item,
        {
          get encoding() {
            return ++reads === 1 ? "base64" : "nonsense";
          },
        },
      ];
    },
    expect: async () => {
      const digest = encode(await sha256("abc"), "base64");
      return { value: typeof item === "string" ? digest : [digest] };
    },
    source: SOURCE,
  })),
  {
    id: "bulkHash with a getter of an offset that detaches the bytes",
    fn: "bulkHash",
    args: () => {
      const bytes = new Uint8Array(8);
      return [
        "sha256",
        {
          bytes,
          offsets: withGetter([0, 4, 8], 1, () => {
            detach(bytes.buffer);
            return 4;
          }),
        },
      ];
    },
    expect: wrongType("items.bytes"),
    source: SOURCE,
  },
  {
    id: "bulkHash with a getter of an offset that makes the bytes shorter",
    fn: "bulkHash",
    args: () => {
      const buffer = new /** @type {any} */ (ArrayBuffer)(8, { maxByteLength: 8 });
      const shrink = () => {
        buffer.resize(4);
        return 4;
      };
      return ["sha256", { bytes: new Uint8Array(buffer), offsets: withGetter([0, 4, 8], 1, shrink) }];
    },
    expect: outOfRange("items.offsets"),
    source: SOURCE,
  },
  {
    id: "bulkHash with an array that says it has a length that none has",
    fn: "bulkHash",
    args: () => ["sha256", sayingLength(-1)],
    expect: outOfRange("items.length"),
    source: SOURCE,
  },
  {
    id: "bulkHash with offsets that say they have a length that none has",
    fn: "bulkHash",
    args: () => ["sha256", { bytes: "", offsets: sayingLength(1e12) }],
    expect: outOfRange("items.offsets.length"),
    source: SOURCE,
  },
  {
    id: "bulkHash takes each item as it is when it is read",
    fn: "bulkHash",
    args: () => {
      const first = new Uint8Array([1, 2, 3]);
      return [
        "sha256",
        withGetter([first, "x", "y"], 1, () => {
          detach(first.buffer);
          return "x";
        }),
      ];
    },
    expect: async () => ({ value: await bulkSha256([new Uint8Array([1, 2, 3]), "x", "y"]) }),
    source: SOURCE,
  },
  {
    id: "bulkHash with a getter that detaches a later item",
    fn: "bulkHash",
    args: () => {
      const last = new Uint8Array([1, 2, 3]);
      return [
        "sha256",
        withGetter(["a", "x", last], 1, () => {
          detach(last.buffer);
          return "x";
        }),
      ];
    },
    expect: wrongType("items[2]"),
    source: SOURCE,
  },
  {
    id: "bulkHash with a getter that makes the array shorter",
    fn: "bulkHash",
    args: () => {
      /** @type {any[]} */
      const items = ["a", "x", "y", "z"];
      return [
        "sha256",
        withGetter(items, 1, () => {
          items.length = 2;
          return "x";
        }),
      ];
    },
    expect: wrongType("items[2]"),
    source: SOURCE,
  },
  {
    id: "bulkHash with a getter that calls bulkHash",
    fn: "bulkHash",
    args: (/** @type {any} */ call) => {
      const inner = () => call("bulkHash", "sha256", ["i", "é", "k"], "hex")[2];
      return ["sha256", withGetter(["aé", "x", "y"], 1, inner)];
    },
    expect: async () => {
      const inner = encode(await sha256("k"), "hex");
      return { value: await bulkSha256(["aé", inner, "y"]) };
    },
    source: SOURCE,
  },
  {
    id: "hash names the option that it does not know",
    fn: "hash",
    args: () => ["sha256", "abc", { encodng: "hex" }],
    expect: wrongValue("options.encodng"),
    source: SOURCE,
  },
];

/** @type {(fn: string, args: () => any[], pick?: (value: any) => Uint8Array) => Case} */
const transferable = (fn, args, pick = (value) => value) => ({
  id: `${fn} gives bytes that can be transferred and alias nothing`,
  fn,
  args,
  expect: async () => ({
    value: fn === "bulkHash" ? await bulkSha256(["ab", "c"], args()[2]) : await sha256(noise(40)),
  }),
  source: "results are plain arrays with their own buffers",
  also: (outcome, given) => {
    if (!("value" in outcome)) return "there is no result";
    const result = pick(outcome.value);
    if (Object.getPrototypeOf(result) !== Uint8Array.prototype) return "the result is not a plain Uint8Array";
    if (given.some((argument) => argument?.buffer === result.buffer)) return "the result aliases an argument";
    const moved = structuredClone(result, { transfer: [/** @type {ArrayBuffer} */ (result.buffer)] });
    return moved.length > 0 && result.length === 0 ? undefined : "the result was not transferred";
  },
});

export const behaviourCases = [
  ...acting,
  transferable("sha256", () => [noise(40), "bytes"]),
  transferable("hash", () => ["sha256", noise(40), "bytes"]),
  transferable("bulkHash", () => ["sha256", ["ab", "c"], "packed"]),
  transferable(
    "bulkHash",
    () => ["sha256", ["ab", "c"], "bytes"],
    (value) => value[1],
  ),
];

// The last two have the same name otherwise.
behaviourCases[behaviourCases.length - 1].id += ", one for each item";

/**
 * Keeps 1,000 results, makes the memory of a WebAssembly module grow, and looks at them again.
 *
 * @param {Record<string, Function>} api
 * @returns {Promise<string | undefined>} what is wrong
 */
export async function keepsResults(api) {
  /** @type {Uint8Array[]} */
  const kept = [];
  for (let i = 0; i < 1000; i++) kept.push(api.sha256(`message ${i}`, "bytes"));
  const pixels = api.invertColors(new Uint8Array(64));
  const packed = api.bulkHash("sha256", ["a", "b"], "packed");
  // Far more than any case before: WebAssembly holds all of it at once, so its memory has to grow.
  api.sha256(new Uint8Array(48 * 1024 * 1024));
  api.invertColors(new Uint8Array(16 * 1024 * 1024));
  for (let i = 0; i < 1000; i++) {
    const expected = await sha256(`message ${i}`);
    if (String(kept[i]) !== String(expected)) return `result ${i} changed after memory had grown`;
  }
  if (pixels.length !== 64 || pixels.some((/** @type {number} */ byte) => byte !== 255))
    return "inverted pixels changed";
  return String(packed) === String(await bulkSha256(["a", "b"], "packed")) ? undefined : "packed digests changed";
}

/**
 * Calls from the end of the stack, where any step may fail, and looks whether calls are right afterwards.
 *
 * @param {Record<string, Function>} api
 * @returns {Promise<string | undefined>} what is wrong
 */
export async function survivesDeepCalls(api) {
  let failed = 0;
  /** @param {number} depth */
  const descend = (depth) => {
    try {
      descend(depth + 1);
    } catch {
      failed++;
    }
    if (failed > 0 && failed < 200) {
      try {
        api.sha256(`${depth}`);
        api.bulkHash("sha256", ["a", "é"]);
      } catch {
        // At this depth a call may well fail.
      }
    }
  };
  descend(0);
  if (failed === 0) return "the stack has no end";
  return api.sha256("abc") === encode(await sha256("abc"), "hex") ? undefined : "a call after a deep one was wrong";
}

// Cases of the family `hash`: options that are refused, by every function that takes some, and what is said of them.

import { OPTIONS_OF } from "./algorithms.js";
import { outOfRange, PROMISES, wrongType, wrongValue } from "./case.js";

/** @typedef {import("./case.js").Case} Case */

const CONTRACT = "the contract of options";

/** A value that an option takes. @type {Record<string, (least: any) => any>} */
const RIGHT = {
  key: (least) => new Uint8Array(least),
  salt: (least) => new Uint8Array(least),
  personal: (least) => new Uint8Array(least),
  context: () => "a context",
  seed: () => 1n,
  outputLength: () => 4,
};
const OPTIONS = Object.keys(RIGHT);

/** How a function is given options: the function, and its arguments. @type {[string, (algorithm: string, options: any) => any[]][]} */
const WAYS = [
  ["hash", (algorithm, options) => [algorithm, "abc", options]],
  ["bulkHash", (algorithm, options) => [algorithm, ["abc"], options]],
  ["createHash", (algorithm, options) => [algorithm, options]],
  [`${PROMISES}hashStream`, (algorithm, options) => [algorithm, new Blob(["abc"]), options]],
  [`${PROMISES}hashFile`, (algorithm, options) => [algorithm, "a file that does not exist", options]],
];

/** What is refused: the algorithm, the options, and how. @type {[string, string, () => any, any][]} */
const REFUSED = [
  ...Object.entries(OPTIONS_OF).flatMap(([algorithm, taken]) => {
    const needed = /^shake/.test(algorithm) ? { outputLength: 4 } : {};
    /** @type {[string, string, () => any, any][]} */
    const others = OPTIONS.filter((option) => !Object.hasOwn(taken, option)).map((option) => [
      algorithm,
      `${option}, which it does not take`,
      () => ({ ...needed, [option]: RIGHT[option](1) }),
      wrongValue(`options.${option}`),
    ]);
    /** @type {[string, string, () => any, any][]} */
    const limits = Object.entries(taken).flatMap(([option, [least, most]]) => {
      const isNumber = typeof RIGHT[option](1) !== "string" && !(RIGHT[option](1) instanceof Uint8Array);
      /** @type {(number: any) => any} */
      const value = (number) =>
        isNumber ? number : option === "context" ? "c".repeat(number) : new Uint8Array(number);
      const one = /** @type {any} */ (typeof most === "bigint" ? 1n : 1);
      return /** @type {[string, string, () => any, any][]} */ (
        [least - one, most + one].map((number) => [
          algorithm,
          `${option} ${isNumber ? "" : "of length "}${number}`,
          () => ({ ...needed, [option]: value(number) }),
          outOfRange(`options.${option}`),
        ])
      );
    });
    return [...others, ...limits];
  }),
  ...["shake128", "shake256"].flatMap((algorithm) =>
    /** @type {[string, any][]} */ ([
      ["no options", undefined],
      ["an encoding alone", "hex"],
      ["options without a length", {}],
    ]).map(([what, options]) => {
      return /** @type {[string, string, () => any, any]} */ ([
        algorithm,
        what,
        () => options,
        wrongType("options.outputLength"),
      ]);
    }),
  ),
  ["blake3", "a key and a context", () => ({ key: new Uint8Array(32), context: "c" }), wrongValue("options.context")],
  ["blake3", "a key that is a string of 31 bytes", () => ({ key: `${"é".repeat(15)}a` }), outOfRange("options.key")],
  ["blake3", "a context that is bytes", () => ({ context: new Uint8Array(3) }), wrongType("options.context")],
  ["blake3", "a length that is a bigint", () => ({ outputLength: 4n }), wrongType("options.outputLength")],
  ["blake3", "a length that is no integer", () => ({ outputLength: 4.5 }), outOfRange("options.outputLength")],
  ["xxh64", "a seed that is no integer", () => ({ seed: 1.5 }), outOfRange("options.seed")],
  ["xxh64", "a seed that is no exact number", () => ({ seed: 2 ** 53 }), outOfRange("options.seed")],
  ["xxh64", "a seed that is a string", () => ({ seed: "1" }), wrongType("options.seed")],
  ["blake2b512", "a key that is a number", () => ({ key: 5 }), wrongType("options.key")],
];

/** @type {Case[]} */
const refused = WAYS.flatMap(([fn, pass], way) =>
  // All of them once, and each function some of them.
  REFUSED.filter((_, index) => way === 0 || index % 10 === way).map(([algorithm, what, options, expect]) => ({
    id: `${fn} by ${algorithm} with ${what}`,
    fn,
    args: () => pass(algorithm, options()),
    expect,
    source: CONTRACT,
  })),
);

/** What the functions refuse that need a length. @type {Case[]} */
const refusedByFunctions = ["shake128", "shake256"].flatMap((fn) =>
  /** @type {[string, any[], any][]} */ ([
    ["nothing", [undefined, { outputLength: 4 }], wrongType("data")],
    ["no arguments", [], wrongType("options.outputLength")],
    ["options that are none", ["abc", 5], wrongType("options")],
    ["an unknown encoding", ["abc", { outputLength: 4, encoding: "binary" }], wrongValue("options.encoding")],
    ["another option", ["abc", { outputLength: 4, key: "k" }], wrongValue("options.key")],
    ["a length of 0", ["abc", { outputLength: 0 }], outOfRange("options.outputLength")],
  ]).map(([what, args, expect]) => ({ id: `${fn} of ${what}`, fn, args: () => args, expect, source: CONTRACT })),
);

/** @type {[string, string, () => any, (message: string) => boolean][]} */
const MESSAGES = [
  ["hash", "shake128", () => undefined, (text) => text.includes("an integer from 1 to 16777216")],
  ["hash", "blake3", () => ({ key: "short" }), (text) => text.includes("has 5 bytes") && text.includes("exactly 32")],
  ["hash", "sha256", () => ({ key: "k" }), (text) => text.includes('"key"') && text.includes("encoding")],
  ["hash", "xxh32", () => ({ seed: -1 }), (text) => text.includes("-1") && text.includes("4294967295")],
  [
    "createHash",
    "blake2s256",
    () => ({ salt: "123456789" }),
    (text) => text.includes("9 bytes") && text.includes("1 to 8"),
  ],
];
/** @type {Case[]} */
const messages = MESSAGES.map(([fn, algorithm, options, says]) => ({
  id: `${fn} by ${algorithm} says what is wrong with its options`,
  fn,
  script: (api) => {
    try {
      api[fn](algorithm, ...(fn === "hash" ? ["abc"] : []), options());
      return "nothing";
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      return says(message) || message;
    }
  },
  expect: { value: true },
  source: CONTRACT,
}));

/** @type {Case[]} */
export const refusedOptions = [...refused, ...refusedByFunctions, ...messages];

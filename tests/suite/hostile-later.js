// Every kind of JavaScript value for every parameter of hashers, of streams, and of what only promises can be given.

import { PROMISES, wrongType, wrongValue } from "./case.js";
import { withHashers } from "./hasher.js";
import { abc, algorithm, data, encoding, options } from "./hostile.js";
import { VALUES } from "./hostile-values.js";
import { bulkSha256 } from "./oracle.js";

/** @typedef {import("./case.js").Case} Case */
/** @typedef {import("./hostile-values.js").Hostile} Hostile */
/** @typedef {import("./hostile.js").Rule} Rule */

/** What the language throws passes through; it has no code. */
const ofLanguage = { error: { name: "TypeError" } };

/** A signal has a state and tells when it changes, which no hostile value does. @type {(result: () => Promise<any>) => Rule} */
const signal =
  (result) =>
  async ({ revoked }, value) => {
    if (value === undefined) return { value: await result() };
    return revoked ? ofLanguage : wrongType("options.signal");
  };

/** Any function will do; a class cannot be called. @type {(result: () => Promise<any>) => Rule} */
const onProgress =
  (result) =>
  async ({ name }, value) => {
    if (name === "a class") return ofLanguage;
    if (value === undefined || typeof value === "function") return { value: await result() };
    return wrongType("options.onProgress");
  };

/** `options` where no string stands for one of them. @type {(result: () => Promise<any>) => Rule} */
const optionsOnly = (result) => async (hostile, value) =>
  typeof value === "string" ? wrongType("options") : options(result)(hostile, value);

/** No hostile value gives bytes over time. @type {Rule} */
const source = async ({ revoked }) => (revoked ? ofLanguage : wrongType("source"));

/** A chunk is bytes; a string is none. @type {Rule} */
const chunk = async (hostile, value) => {
  const expected = typeof value === "string" ? wrongType("") : await data(hostile, value);
  return "value" in expected ? expected : wrongType("source");
};

/** A path that is no string and no address. @type {Rule} */
const path = async ({ revoked }) => (revoked ? ofLanguage : wrongType("path"));

const three = () => new Uint8Array([0, 127, 255]);
const inverted = async () => new Uint8Array([255, 128, 0]);
const one = () => bulkSha256(["abc"]);

/** Sources that nobody has read. */
const untouched = new WeakSet();

/** A source of the text `"abc"`, which remembers whether it was read. */
class Untouched {
  constructor() {
    untouched.add(this);
  }
  getReader() {
    untouched.delete(this);
    return new Blob(["abc"]).stream().getReader();
  }
}

/** An iterable of one chunk, which the language does not wait for first. @param {any} value */
const chunks = (value) => ({
  [Symbol.asyncIterator]() {
    let isDone = false;
    return {
      async next() {
        const step = { done: isDone, value };
        isDone = true;
        return step;
      },
    };
  },
});

/** @typedef {{ fn: string, parameter: string, pass: (v: any) => any[], rule: Rule, values?: Hostile[] }} Parameter */

/**
 * `signal` and `onProgress` of a function.
 *
 * @param {string} fn
 * @param {(options: any) => any[]} pass
 * @param {() => Promise<any>} result
 * @returns {Parameter[]}
 */
const control = (fn, pass, result) => [
  { fn, parameter: "options.signal", pass: (v) => pass({ signal: v }), rule: signal(result) },
  { fn, parameter: "options.onProgress", pass: (v) => pass({ onProgress: v }), rule: onProgress(result) },
];

/** The values that are not of these types. @param {string[]} types */
const without = (...types) =>
  VALUES.filter(({ needs, make }) => needs === "realm" || !types.includes(/** @type {string} */ (typeof make())));

/** A file that is never looked for, because the other arguments are at fault. */
const FILE = "a file that does not exist";

/** @type {Parameter[]} */
const PARAMETERS = [
  ...control("sha256", (o) => ["abc", o], abc),
  ...control("hash", (o) => ["sha256", "abc", o], abc),
  ...control("bulkHash", (o) => ["sha256", ["abc"], o], one),
  { fn: "invertColors", parameter: "options", pass: (v) => [three(), v], rule: optionsOnly(inverted) },
  ...control("invertColors", (o) => [three(), o], inverted),
  { fn: "hashStream", parameter: "algorithm", pass: (v) => [v, new Untouched()], rule: algorithm(["sha256"], abc) },
  { fn: "hashStream", parameter: "source", pass: (v) => ["sha256", v], rule: source },
  { fn: "hashStream", parameter: "a chunk of source", pass: (v) => ["sha256", chunks(v)], rule: chunk },
  { fn: "hashStream", parameter: "options", pass: (v) => ["sha256", new Untouched(), v], rule: options(abc) },
  {
    fn: "hashStream",
    parameter: "options.encoding",
    pass: (v) => ["sha256", new Untouched(), { encoding: v }],
    rule: encoding(abc),
  },
  ...control("hashStream", (o) => ["sha256", new Untouched(), o], abc),
  { fn: "hashFile", parameter: "algorithm", pass: (v) => [v, FILE], rule: algorithm(["sha256"], abc) },
  // Strings are paths.
  { fn: "hashFile", parameter: "path", pass: (v) => ["sha256", v], rule: path, values: without("string") },
  // What these take goes on to the file.
  ...control("hashFile", (o) => ["sha256", FILE, o], abc).map((row) => ({
    ...row,
    values: without("undefined", "function"),
  })),
];

/** @type {Case[]} */
export const hostileLaterCases = PARAMETERS.flatMap(({ fn, parameter, pass, rule, values = VALUES }) =>
  values.map((hostile) => {
    /** @type {any} */
    let value;
    return {
      id: `${PROMISES}${fn} with ${parameter} = ${hostile.name}`,
      fn: `${PROMISES}${fn}`,
      args: () => {
        value = hostile.make();
        return pass(value);
      },
      expect: () => rule(hostile, value),
      source: "the contract of arguments",
      needs: hostile.needs,
      also: (outcome, args) => {
        const isSource = pass(undefined)[1] instanceof Untouched;
        // What fails before anything is done: all but a function that fails when it is called.
        const isEarly = "error" in outcome && outcome.error.code !== undefined;
        if (isSource && isEarly && !untouched.has(args[1])) return "the source was read before the options";
        return fn === "invertColors" && String([...args[0]]) !== "0,127,255" ? "the argument changed" : undefined;
      },
    };
  }),
);

/** Each parameter of hashers. @type {{ parameter: string, use: (make: any, v: any) => any, rule: Rule }[]} */
const HASHER_PARAMETERS = [
  { parameter: "algorithm", use: (make, v) => make(v).update("abc").digest(), rule: algorithm(["sha256"], abc) },
  { parameter: "options", use: (make, v) => make("sha256", v).update("abc").digest(), rule: options(abc) },
  {
    parameter: "options.encoding",
    use: (make, v) => make("sha256", { encoding: v }).update("abc").digest(),
    rule: encoding(abc),
  },
  { parameter: "data of update", use: (make, v) => make("sha256").update(v).digest(), rule: data },
  {
    parameter: "options of digest",
    use: (make, v) => make("sha256").update("abc").digest(v),
    rule: options(abc),
  },
  {
    parameter: "options.encoding of digest",
    use: (make, v) => make("sha256").update("abc").digest({ encoding: v }),
    rule: encoding(abc),
  },
];

/** @type {Case[]} */
export const hostileHasherCases = HASHER_PARAMETERS.flatMap(({ parameter, use, rule }) =>
  VALUES.map((hostile) => {
    /** @type {any} */
    let value;
    return {
      id: `createHash with ${parameter} = ${hostile.name}`,
      fn: "createHash",
      script: withHashers(({ make }) => {
        value = hostile.make();
        return use(make, value);
      }),
      expect: () => rule(hostile, value),
      source: "the contract of arguments",
      needs: hostile.needs,
      also: () => {
        if (!hostile.look) return undefined;
        const { shown, outside } = hostile.look(value);
        const isSame = String([...shown]) === String(hostile.bytes) && outside.every((byte) => byte === 0xa5);
        return isSame ? undefined : "the bytes changed";
      },
    };
  }),
);

/** @type {(fn: string, what: string, make: (thrown: unknown) => any[]) => Case} */
function passesOn(fn, what, make) {
  const thrown = { not: "an error", what };
  return {
    id: `${PROMISES}${fn} passes on what ${what} throws`,
    fn: `${PROMISES}${fn}`,
    args: () => make(thrown),
    expect: { thrown },
    source: "the contract of arguments",
  };
}

/** @param {string} name @param {unknown} thrown */
const throwing = (name, thrown) =>
  Object.defineProperty({}, name, {
    enumerable: true,
    get: () => {
      throw thrown;
    },
  });

/** How each function is given options. @type {Record<string, (options: any) => any[]>} */
const CALLS = {
  sha256: (o) => ["abc", o],
  hash: (o) => ["sha256", "abc", o],
  bulkHash: (o) => ["sha256", ["abc"], o],
  invertColors: (o) => [three(), o],
  hashStream: (o) => ["sha256", new Untouched(), o],
  hashFile: (o) => ["sha256", FILE, o],
};

/** @type {Case[]} */
export const actingOptionsCases = Object.entries(CALLS).flatMap(([fn, pass]) => [
  passesOn(fn, "the getter of options.signal", (thrown) => pass(throwing("signal", thrown))),
  passesOn(fn, "the getter of options.onProgress", (thrown) => pass(throwing("onProgress", thrown))),
  passesOn(fn, "the signal's getter of aborted", (thrown) => pass({ signal: throwing("aborted", thrown) })),
  passesOn(fn, "a proxy as options", (thrown) =>
    pass(
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw thrown;
          },
        },
      ),
    ),
  ),
  passesOn(fn, "the signal's addEventListener", (thrown) =>
    pass({
      signal: {
        aborted: false,
        addEventListener: () => {
          throw thrown;
        },
        removeEventListener: () => {},
      },
    }),
  ),
  {
    id: `${PROMISES}${fn} names the option that it does not know`,
    fn: `${PROMISES}${fn}`,
    args: () => pass({ sginal: undefined }),
    expect: wrongValue("options.sginal"),
    source: "the contract of arguments",
  },
]);

// Ways in which functions of the API can be wrong on purpose: those that return at once, and those that give promises.

import { DIGEST_FUNCTIONS } from "./suite/algorithms.js";
import { CHECKSUM_FUNCTIONS } from "./suite/checksums.js";
import { flip } from "./wrong-rows.js";

/** @typedef {import("./wrong-rows.js").Row} Row */
/** @typedef {Record<string, (call: Row) => Row>} Ways */

/** @type {Ways} */
export const WRONG_FUNCTIONS = {
  "gives another error":
    (call) =>
    (...args) => {
      try {
        return call(...args);
      } catch (error) {
        throw anotherError(error);
      }
    },
  "names another argument":
    (call) =>
    (...args) => {
      try {
        return call(...args);
      } catch (error) {
        throw Object.assign(/** @type {any} */ (error), { argument: "wrong" });
      }
    },
  "gives no error":
    (call) =>
    (...args) => {
      try {
        return call(...args);
      } catch {
        return undefined;
      }
    },
};

/** The same, for functions that take nothing and give a list. @type {Ways} */
export const WRONG_LISTS = {
  "leaves something out": (call) => () => call().slice(1),
  "gives no list": () => () => undefined,
};

/** @param {any} error */
const anotherError = (error) =>
  Object.assign(new Error("wrong on purpose"), { code: "ERR_WRONG", argument: error?.argument });

/** @param {any} result */
function inLarger(result) {
  if (!(result instanceof Uint8Array)) return result;
  const larger = new Uint8Array(result.length + 8);
  larger.set(result, 8);
  return larger.subarray(8);
}

/** @param {any[]} args @param {any} [result] */
function spoil(args, result) {
  for (const argument of args.flat()) {
    if (argument instanceof Uint8Array && argument !== result && argument.length > 0) argument[0] ^= 1;
  }
}

/** The same, for functions whose results are bytes. @type {Ways} */
export const WRONG_BYTES = {
  "gives a view of a larger buffer":
    (call) =>
    (...args) =>
      inLarger(call(...args)),
  "changes its input":
    (call) =>
    (...args) => {
      const result = call(...args);
      spoil(args, result);
      return result;
    },
};

/** The same, for functions of bytes whose results are numbers. @type {Ways} */
export const WRONG_NUMBERS = {
  "changes its input": WRONG_BYTES["changes its input"],
  "gives another number":
    (call) =>
    (...args) =>
      flip(call(...args)),
};

/** What each function looks at first. @type {Record<string, string>} */
const FIRST = {
  hash: "algorithm",
  bulkHash: "algorithm",
  invertColors: "pixels",
  hashStream: "algorithm",
  hashFile: "algorithm",
  ...Object.fromEntries([...DIGEST_FUNCTIONS, ...CHECKSUM_FUNCTIONS].map((fn) => [fn, "data"])),
};

/**
 * A function that is given other options.
 *
 * @param {Row} call
 * @param {(options: any) => any} change
 * @returns {Row}
 */
const withOptions =
  (call, change) =>
  (...args) => {
    const last = args[args.length - 1];
    const isOptions = args.length > 1 && Object.getPrototypeOf(Object(last)) === Object.prototype;
    return call(...(isOptions ? [...args.slice(0, -1), change(last)] : args));
  };

/** @param {Row} call @param {string[]} names */
const without = (call, ...names) =>
  withOptions(call, (options) => {
    const descriptors = Object.getOwnPropertyDescriptors(options);
    for (const name of names) if (isGood(name, options[name])) delete descriptors[name];
    return Object.defineProperties({}, descriptors);
  });

/** Whether an option is one that a right function takes. @param {string} name @param {any} value */
const isGood = (name, value) =>
  name === "onProgress" ? typeof value === "function" : typeof value?.addEventListener === "function";

/**
 * Ways in which a function that gives a promise can be wrong.
 *
 * @param {string} fn
 * @returns {Ways}
 */
export const wrongPromises = (fn) => ({
  "gives a wrong result":
    (call) =>
    async (...args) =>
      flip(await call(...args)),
  "gives another error":
    (call) =>
    async (...args) =>
      call(...args).catch((/** @type {unknown} */ error) => {
        throw anotherError(error);
      }),
  "names another argument":
    (call) =>
    async (...args) =>
      call(...args).catch((/** @type {any} */ error) => {
        throw error instanceof Error ? Object.assign(error, { argument: "wrong" }) : error;
      }),
  "gives no error":
    (call) =>
    async (...args) =>
      call(...args).catch(() => undefined),
  "throws what is wrong with its first argument, instead of rejecting":
    (call) =>
    (...args) => {
      if (args[0] !== undefined) return call(...args);
      throw Object.assign(new TypeError("wrong on purpose"), { code: "ERR_INVALID_ARG_TYPE", argument: FIRST[fn] });
    },
  "gives something else than a promise":
    (call) =>
    (...args) => {
      const promise = call(...args);
      promise.catch(() => {}); // nobody will look at it
      // biome-ignore lint/suspicious/noThenProperty: what looks like a promise is the point
      return { then: promise.then.bind(promise), catch: promise.catch.bind(promise) };
    },
  "cannot be cancelled": (call) => without(call, "signal"),
  "rejects with another reason when it is cancelled":
    (call) =>
    async (...args) =>
      call(...args).catch((/** @type {unknown} */ error) => {
        const { signal } = Object(args[args.length - 1]);
        throw signal?.aborted && error === signal.reason ? new DOMException("wrong on purpose", "AbortError") : error;
      }),
  "goes on listening to its signal":
    (call) =>
    async (...args) => {
      const { signal } = Object(descriptorsOnly(args[args.length - 1]));
      if (typeof signal?.addEventListener === "function") signal.addEventListener("abort", () => {});
      return call(...args);
    },
  "never says how far it is": (call) => without(call, "onProgress"),
  "says everything twice": (call) =>
    withOptions(call, (options) => {
      const { onProgress, ...rest } = descriptorsOnly(options);
      if (typeof onProgress !== "function") return options;
      const twice = (/** @type {number} */ done, /** @type {number} */ total) => {
        onProgress(done, total);
        onProgress(done, total);
      };
      return { ...rest, onProgress: twice };
    }),
  "never says that all is done": (call) =>
    withOptions(call, (options) => {
      const { onProgress, ...rest } = descriptorsOnly(options);
      if (typeof onProgress !== "function") return options;
      const unless = (/** @type {number} */ done, /** @type {number} */ total) =>
        done === total ? undefined : onProgress(done, total);
      return { ...rest, onProgress: unless };
    }),
  "ignores what onProgress throws": (call) =>
    withOptions(call, (options) => {
      const { onProgress, ...rest } = descriptorsOnly(options);
      if (typeof onProgress !== "function") return options;
      const calm = (/** @type {number} */ done, /** @type {number} */ total) => {
        try {
          onProgress(done, total);
        } catch {
          // This is what is wrong with it.
        }
      };
      return { ...rest, onProgress: calm };
    }),
});

/** The properties of an object that are no getters. @param {any} value @returns {any} */
function descriptorsOnly(value) {
  if (Object.getPrototypeOf(Object(value)) !== Object.prototype) return {};
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(value));
  return Object.fromEntries(descriptors.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])));
}

/** The same, for functions that are given bytes. @type {Ways} */
export const WRONG_READERS = {
  "gives a view of a larger buffer":
    (call) =>
    async (...args) =>
      inLarger(await call(...args)),
  "changes its input":
    (call) =>
    async (...args) => {
      const result = await call(...args);
      spoil(args, result);
      return result;
    },
  "reads its arguments when it has time":
    (call) =>
    async (...args) => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      return call(...args);
    },
};

/** @param {any} source */
const isStream = (source) => source instanceof ReadableStream;

/** The same, for `hashStream`. @type {Ways} */
export const WRONG_STREAMS = {
  "leaves a stream locked":
    (call) =>
    async (algorithm, source, ...rest) => {
      const result = await call(algorithm, source, ...rest);
      if (isStream(source)) source.getReader();
      return result;
    },
  "does not tell its source to stop":
    (call) =>
    (algorithm, source, ...rest) => {
      const iterate = Object(source)[Symbol.asyncIterator];
      if (isStream(source) || typeof iterate !== "function") return call(algorithm, source, ...rest);
      const iterator = iterate.call(source);
      const deaf = { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) };
      return call(algorithm, deaf, ...rest);
    },
  "reads all of its source before it begins":
    (call) =>
    async (algorithm, source, ...rest) => {
      if (!isStream(source) || source.locked) return call(algorithm, source, ...rest);
      return call(algorithm, new Blob([await new Response(source).bytes()]), ...rest);
    },
  "takes text for bytes":
    (call) =>
    (algorithm, source, ...rest) => {
      if (!isStream(source) || source.locked) return call(algorithm, source, ...rest);
      const bytes = source.pipeThrough(
        new TransformStream({
          transform: (chunk, controller) =>
            controller.enqueue(typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk),
        }),
      );
      return call(algorithm, bytes, ...rest);
    },
};

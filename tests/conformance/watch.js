// Functions of a subject behind a proxy that notes what a case asks of them: the algorithm, and what is lacking.

import { NAMES } from "../suite/algorithms.js";
import { PROMISES } from "../suite/case.js";

/**
 * What was noted while a case ran.
 *
 * @typedef {object} Notes
 * @property {string} [row] the algorithm of the first call, or else the function
 * @property {string} [lacks] the first thing that was lacking
 */

/** @type {(name: string) => string} */
const plain = (name) => name.toLowerCase().replace(/[^a-z0-9]/g, "");
const ALGORITHMS = new Map(NAMES.map((name) => [plain(name), name]));
/** Whether the first argument of a function is the name of an algorithm. @param {string} fn */
export const takesName = (fn) => ["hash", "bulkHash", "createHash", "hashStream", "hashFile"].includes(fn);

/**
 * The row of a call in the matrix: the algorithm, or the function if it is about none.
 *
 * @param {string} fn
 * @param {unknown} first its first argument
 */
export function rowOf(fn, first) {
  const name = takesName(fn) ? String(first) : fn.replace(/Combine$/, "");
  return ALGORITHMS.get(plain(name)) ?? fn;
}

/**
 * Whether an error says that something is not there: `Lacks` of any realm or module, or Oxbridge's own for an algorithm
 * or an option that it does not know.
 *
 * @param {any} error
 */
function isLack(error) {
  if (error?.name === "Lacks") return true;
  return error?.code === "ERR_INVALID_ARG_VALUE" && /^(algorithm$|options\.)/.test(error.argument ?? "");
}

/**
 * The functions of a subject, watched.
 *
 * @param {Record<string, any>} api
 * @param {Notes} notes
 * @returns {Record<string, any>}
 */
export function watched(api, notes) {
  const { promises = {}, ...functions } = api;
  const [now, later] = [proxyOf(functions, notes, ""), proxyOf(promises, notes, PROMISES)];
  return new Proxy(now, { get: (_, key) => (key === "promises" ? later : now[String(key)]) });
}

/** @type {(notes: Notes, what: string) => Error} */
function lacking(notes, what) {
  notes.lacks ??= what;
  return Object.assign(new Error(`it has no ${what}`), { name: "Lacks" });
}

/**
 * @param {Record<string, any>} functions
 * @param {Notes} notes
 * @param {string} where
 */
function proxyOf(functions, notes, where) {
  /** @type {(fn: string) => (...args: any[]) => any} */
  const wrapped =
    (fn) =>
    (...args) => {
      notes.row ??= rowOf(fn, args[0]);
      if (typeof functions[fn] !== "function") throw lacking(notes, `${where}${fn}`);
      const result = noted(notes, () => functions[fn](...args));
      return ["createHash", "restoreHash"].includes(fn) ? watchedHasher(result, notes) : result;
    };
  return new Proxy(/** @type {Record<string, any>} */ ({}), { get: (_, key) => wrapped(String(key)) });
}

/**
 * @template T
 * @param {Notes} notes
 * @param {() => T} call
 * @returns {T}
 */
function noted(notes, call) {
  const note = (/** @type {any} */ error) => {
    if (isLack(error)) notes.lacks ??= error.message;
  };
  try {
    const result = call();
    if (result instanceof Promise) result.catch(note);
    return result;
  } catch (error) {
    note(error);
    throw error;
  }
}

/**
 * A hasher, watched. The suite frees the hashers that it makes; one without that method needs none.
 *
 * @param {any} hasher
 * @param {Notes} notes
 */
function watchedHasher(hasher, notes) {
  /** @type {any} */
  const proxy = new Proxy(hasher, {
    get(target, key) {
      const value = target[key];
      if (value === undefined) {
        if (key === Symbol.dispose) return () => {};
        throw lacking(notes, `${String(key)} of a hasher`);
      }
      if (typeof value !== "function") return value;
      return (/** @type {any[]} */ ...args) => {
        const result = noted(notes, () => value.apply(target, args));
        if (result === target) return proxy;
        // A clone, or what a chain goes on with.
        return typeof result?.update === "function" ? watchedHasher(result, notes) : result;
      };
    },
  });
  return proxy;
}

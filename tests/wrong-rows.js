// Ways in which rows can be wrong on purpose: the raw functions of an addon, and the same that end later.

import { ROWS } from "../js/src/interface.js";

/** @typedef {(...args: any[]) => any} Row */
/** @typedef {Record<string, Row>} Rows */

/**
 * A wrong result: one bit of it is another.
 *
 * @param {any} value
 * @returns {any}
 */
export function flip(value) {
  if (typeof value === "number") return value + 1;
  if (typeof value === "bigint") return value ^ 1n;
  if (typeof value === "string") return (value.startsWith("a") ? "b" : "a") + value.slice(1);
  if (Array.isArray(value)) return value.length === 0 ? ["a"] : [flip(value[0]), ...value.slice(1)];
  if (ArrayBuffer.isView(value) && value.byteLength > 0) new Uint8Array(value.buffer, value.byteOffset)[0] ^= 1;
  return value;
}

/** Every row, and the types of its arguments. @type {Record<string, readonly string[]>} */
export const TYPES = Object.assign({}, ...Object.values(ROWS));

/** Rows that neither give nor write anything: what they do shows in later calls. */
const SILENT = ["release", "hasher_update", "hasher_reset"];

const fails = () => {
  throw new Error("wrong on purpose");
};

/** @param {any[]} args */
const copied = (args) => args.map((argument) => (argument instanceof Uint8Array ? argument.slice() : argument));

/**
 * Ways in which a row can be wrong.
 *
 * @param {string} name
 * @param {Row} row
 * @returns {Record<string, Row>}
 */
export function wrongRows(name, row) {
  if (SILENT.includes(name)) {
    /** @type {Record<string, Row>} */
    const ways = { "does nothing": () => undefined, fails };
    if (TYPES[name].includes("Bytes")) {
      ways["changes its input"] = (...args) => {
        row(...args);
        flip(args.findLast((argument) => argument instanceof Uint8Array));
      };
    }
    return ways;
  }
  return {
    "flips a bit of its result": (...args) => {
      const result = row(...args);
      if (result !== undefined) return flip(result);
      flip(args.findLast((argument) => argument instanceof Uint8Array)); // where a row without a result writes
    },
    "does nothing": (...args) => {
      const result = row(...copied(args));
      return result === undefined ? undefined : flip(result);
    },
    fails,
  };
}

/**
 * Ways in which a row that ends later can be wrong; one that writes gives what it has written.
 *
 * @param {string} name
 * @param {Row} row
 * @returns {Record<string, Row>}
 */
export function wrongPromiseRows(name, row) {
  if (SILENT.includes(name)) return { "does nothing": async () => undefined, fails: async () => fails() };
  const written = TYPES[name].indexOf("BytesMut");
  /** @type {Record<string, Row>} */
  const ways = { "flips a bit of its result": async (...args) => flip(await row(...args)), fails: async () => fails() };
  if (written >= 0) {
    ways["does nothing"] = async (...args) => args[written].slice();
    ways["gives what it was given"] = async (...args) => {
      await row(...args);
      return args[written];
    };
  }
  return ways;
}

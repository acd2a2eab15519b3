// Makes the errors that Oxbridge throws: class, code, and the argument at fault. The codes are the core's.

import { CODES } from "./interface.js";

const CLASSES = { Error, RangeError, TypeError };

/** @typedef {keyof typeof CODES} Code */

/**
 * An error of Oxbridge: `code` says what kind, `argument` names the parameter at fault where one is.
 *
 * @typedef {Error & { code: Code, argument?: string }} OxbridgeError
 */

/**
 * Makes an error of the class that its code has.
 *
 * @param {Code} code
 * @param {string} argument the parameter at fault, or an empty string
 * @param {string} message what was done, with which value, and the way out
 * @param {{ cause?: unknown }} [options]
 * @returns {OxbridgeError}
 */
export function failure(code, argument, message, options) {
  const error = /** @type {OxbridgeError} */ (new CLASSES[CODES[code].class](message, options));
  error.code = code;
  if (argument) error.argument = argument;
  return error;
}

/**
 * The error for the status of a C function.
 *
 * @param {number} status
 * @param {string} argument
 * @param {string} message
 */
export function failureOfStatus(status, argument, message) {
  for (const code of /** @type {Code[]} */ (Object.keys(CODES))) {
    if (CODES[code].status === status) return failure(code, argument, message);
  }
  return failure("ERR_INTERNAL", "", `the library answered with the unknown status ${status}: ${message}`);
}

/**
 * Says of any value what it is, without running any of its code.
 *
 * @param {unknown} value
 */
export function describe(value) {
  switch (typeof value) {
    case "string":
      return value.length > 40 ? `a string of ${value.length} characters` : JSON.stringify(value);
    case "bigint":
      return `${value}n`;
    case "function":
      return "a function";
    case "object":
      return value === null ? "null" : describeObject(value);
    default:
      return Object.is(value, -0) ? "-0" : String(value);
  }
}

/** @param {object} value */
function describeObject(value) {
  if (ArrayBuffer.isView(value)) return "a view of a buffer";
  try {
    return Array.isArray(value) ? "an array" : "an object";
  } catch {
    return "a revoked proxy";
  }
}

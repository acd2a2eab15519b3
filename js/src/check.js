// Checks every argument once, before any backend sees it; natives get plain values and plain views.
//
// What a view says of itself can be a lie: a subclass can shadow `byteLength`. So lengths, offsets and buffers are
// read through the getters of the language itself, captured when this module loads.

import { describe, failure } from "./error.js";
import { SHORT, shortBytes, writeShort } from "./short-text.js";

/**
 * Bytes that a function reads: a string stands for its UTF-8.
 *
 * @typedef {string | ArrayBufferLike | ArrayBufferView} Data
 */

const call = Function.prototype.call;
/**
 * @param {object} prototype
 * @param {string | symbol} name
 * @returns {(self: unknown) => any}
 */
const getter = (prototype, name) => {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  return call.bind(/** @type {any} */ (descriptor?.get));
};

const typedArray = Object.getPrototypeOf(Uint8Array.prototype);
const arrayTag = getter(typedArray, Symbol.toStringTag);
const arrayBuffer = getter(typedArray, "buffer");
const arrayByteOffset = getter(typedArray, "byteOffset");
const arrayByteLength = getter(typedArray, "byteLength");
const arrayAt = /** @type {(self: unknown, index: number) => unknown} */ (call.bind(typedArray.at));
const viewBuffer = getter(DataView.prototype, "buffer");
const viewByteOffset = getter(DataView.prototype, "byteOffset");
const viewByteLength = getter(DataView.prototype, "byteLength");
const bufferByteLength = getter(ArrayBuffer.prototype, "byteLength");
const sharedByteLength = sharedGetter();

/** The getter of shared memory's length; a page that is not isolated hides the constructor, but not the memory. */
function sharedGetter() {
  if (typeof SharedArrayBuffer === "function") return getter(SharedArrayBuffer.prototype, "byteLength");
  if (typeof WebAssembly !== "object") return undefined;
  try {
    const { buffer } = new WebAssembly.Memory({ initial: 0, maximum: 0, shared: true });
    return getter(Object.getPrototypeOf(buffer), "byteLength");
  } catch {
    return undefined; // no shared memory at all
  }
}

const encoder = new TextEncoder();
const BYTES = "a string, an ArrayBuffer, a SharedArrayBuffer, or a view of one";
const WRITABLE = "an ArrayBuffer or a view of one, not shared and not detached";

/**
 * Whether `buffer` is an ArrayBuffer of any realm; a shared one is not.
 *
 * @param {unknown} buffer
 */
function isArrayBuffer(buffer) {
  try {
    bufferByteLength(buffer);
    return true;
  } catch {
    return false;
  }
}

/** @param {unknown} buffer */
function isSharedBuffer(buffer) {
  try {
    return sharedByteLength?.(buffer) !== undefined;
  } catch {
    return false;
  }
}

/**
 * A fresh view of the bytes that `value` holds or shows; `undefined` if it holds none, or they are gone.
 *
 * @param {unknown} value
 * @returns {Uint8Array<ArrayBufferLike> | undefined}
 */
function viewOf(value) {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    if (arrayTag(value) !== undefined) {
      const length = arrayByteLength(value);
      // A detached array and one out of bounds both say 0; only they refuse to look for an element.
      if (length === 0) arrayAt(value, 0);
      return new Uint8Array(arrayBuffer(value), arrayByteOffset(value), length);
    }
    if (ArrayBuffer.isView(value)) {
      return new Uint8Array(viewBuffer(value), viewByteOffset(value), viewByteLength(value));
    }
    return isArrayBuffer(value) || isSharedBuffer(value)
      ? new Uint8Array(/** @type {ArrayBufferLike} */ (value))
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Bytes to read. Shared memory is copied once, because it may change while the core reads it.
 *
 * @param {unknown} value
 * @param {string} where the function that was called
 * @param {string} argument
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function bytes(value, where, argument) {
  if (typeof value === "string") return encoder.encode(value);
  const view = viewOf(value);
  if (view === undefined) throw wrongType(value, where, argument, BYTES);
  return unshared(view, where, argument);
}

/**
 * @param {Uint8Array<ArrayBufferLike>} view
 * @param {string} where
 * @param {string} argument
 * @returns {Uint8Array<ArrayBuffer>}
 */
function unshared(view, where, argument) {
  return isArrayBuffer(view.buffer) ? /** @type {Uint8Array<ArrayBuffer>} */ (view) : copyOf(view, where, argument);
}

/**
 * The same, but no text.
 *
 * @param {unknown} value
 * @param {string} where
 * @param {string} argument
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function onlyBytes(value, where, argument) {
  const view = viewOf(value);
  if (view === undefined) throw wrongType(value, where, argument, "an ArrayBuffer, a view of one, or shared memory");
  return unshared(view, where, argument);
}

/**
 * Bytes that a source gave; text is none, because what is cut in the middle of a character could not be put right.
 *
 * @param {unknown} value
 * @param {string} where
 * @param {string} argument the source
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function chunk(value, where, argument) {
  const view = viewOf(value);
  if (view !== undefined) return unshared(view, where, argument);
  const way = typeof value === "string" ? "; encode text with TextEncoder" : "";
  const message = `${where}: ${argument} gave ${describe(value)}, but must give bytes in every chunk${way}`;
  throw failure("ERR_INVALID_ARG_TYPE", argument, message);
}

/**
 * A copy of what a view shows, in a buffer of its own; one that the machine has no memory for is the fault of what was
 * passed.
 *
 * @template {Uint8Array | Uint32Array} View
 * @param {View} view
 * @param {string} [where]
 * @param {string} [argument]
 * @returns {any}
 */
export function copyOf(view, where = "oxbridge", argument = "") {
  const Type = view instanceof Uint32Array ? Uint32Array : Uint8Array;
  const copy = allocate(/** @type {any} */ (Type), view.length, where, argument);
  copy.set(view);
  return copy;
}

/**
 * Bytes to read that are passed on at once: a short string, and a `Uint8Array`, cross as they are where a row takes them
 * so. Nobody but the row and `sizeOf` may ask such a value for anything.
 *
 * @param {unknown} value
 * @param {string} where
 * @param {string} argument
 * @param {() => import("./load.js").Properties} rows what they take
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function bytesForNow(value, where, argument, rows) {
  if (typeof value === "string" && value.length <= SHORT) {
    if (rows().takesStrings) return /** @type {any} */ (value);
    return shortBytes.subarray(0, writeShort(value));
  }
  if (isPlain(value) && rows().takesViews) return value;
  return bytes(value, where, argument);
}

/** Making a view takes longer than the digest of a few bytes; beside that of as many as this, it takes no time. */
const FEW = 4096;

/**
 * Whether a value is a `Uint8Array` with a few bytes that are not shared.
 *
 * @param {unknown} value
 * @returns {value is Uint8Array<ArrayBuffer>}
 */
function isPlain(value) {
  if (arrayTag(value) !== "Uint8Array") return false;
  const length = arrayByteLength(value);
  return 0 < length && length <= FEW && isArrayBuffer(arrayBuffer(value));
}

/**
 * How long bytes are, or a string in their place, whatever the value says of itself.
 *
 * @param {Uint8Array | string} bytes
 * @returns {number}
 */
export const sizeOf = (bytes) => (typeof bytes === "string" ? bytes.length : arrayByteLength(bytes));

/**
 * Bytes to write in place.
 *
 * @param {unknown} value
 * @param {string} where
 * @param {string} argument
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function bytesInPlace(value, where, argument) {
  const view = viewOf(value);
  if (view === undefined || !isArrayBuffer(view.buffer)) throw wrongType(value, where, argument, WRITABLE);
  return /** @type {Uint8Array<ArrayBuffer>} */ (view);
}

/**
 * A number of any value.
 *
 * @param {unknown} value
 * @param {string} where
 * @param {string} argument
 * @returns {number}
 */
export function number(value, where, argument) {
  if (typeof value === "number") return value;
  throw wrongType(value, where, argument, "a number");
}

/**
 * An integer from `least` to `most`.
 *
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 * @param {string} where
 * @param {string} argument
 * @returns {number}
 */
export function integer(value, least, most, where, argument) {
  const checked = number(value, where, argument);
  // Adding 0 turns -0 into 0.
  if (Number.isInteger(checked) && checked >= least && checked <= most) return checked + 0;
  const range = `an integer from ${least} to ${most}`;
  throw failure("ERR_OUT_OF_RANGE", argument, `${where}: ${argument} is ${describe(checked)}, but must be ${range}`);
}

const LARGEST_64 = 2n ** 64n - 1n;

/**
 * An unsigned integer of at most 64 bits, as a bigint or as a number that is exact.
 *
 * @param {unknown} value
 * @param {string} where
 * @param {string} argument
 * @param {bigint} [most]
 * @returns {bigint}
 */
export function integer64(value, where, argument, most = LARGEST_64) {
  if (typeof value !== "bigint" && typeof value !== "number") {
    throw wrongType(value, where, argument, "a bigint or a number");
  }
  const isExact = typeof value === "bigint" || Number.isSafeInteger(value);
  if (isExact && value >= 0 && value <= most) return BigInt(value);
  const exact = `; a number is exact up to ${Number.MAX_SAFE_INTEGER}, a bigint always`;
  const range = `an integer from 0 to ${most}${most > Number.MAX_SAFE_INTEGER ? exact : ""}`;
  throw failure("ERR_OUT_OF_RANGE", argument, `${where}: ${argument} is ${describe(value)}, but must be ${range}`);
}

/**
 * One of the names that `table` has.
 *
 * @template {object} Table
 * @param {unknown} value
 * @param {Table} table
 * @param {string} where
 * @param {string} argument
 * @returns {keyof Table}
 */
export function name(value, table, where, argument) {
  if (typeof value === "string" && Object.hasOwn(table, value)) return /** @type {keyof Table} */ (value);
  const known = Object.keys(table)
    .map((key) => `"${key}"`)
    .join(", ");
  if (typeof value !== "string") throw wrongType(value, where, argument, `one of ${known}`);
  const message = `${where}: ${argument} is ${describe(value)}, but must be one of ${known}`;
  throw failure("ERR_INVALID_ARG_VALUE", argument, message);
}

/**
 * Reads an options object once, in the order of `names`; unknown options are an error.
 *
 * @param {unknown} value
 * @param {string[]} names
 * @param {string} where
 * @param {string} [shorthand] the option that a string stands for
 * @returns {Record<string, unknown>}
 */
export function options(value, names, where, shorthand) {
  if (value === undefined) return {};
  if (typeof value === "string" && shorthand !== undefined) return { [shorthand]: value };
  if (typeof value !== "object" || value === null) {
    const alternative = shorthand === undefined ? "" : `, or the ${shorthand} itself`;
    throw wrongType(value, where, "options", `an object with the options ${names.join(", ")}${alternative}`);
  }
  const unknown = Reflect.ownKeys(value).find((key) => typeof key !== "string" || !names.includes(key));
  if (unknown !== undefined) {
    const message = `${where}: options has ${describe(unknown)}, but knows only ${names.join(", ")}`;
    throw failure("ERR_INVALID_ARG_VALUE", `options.${String(unknown)}`, message);
  }
  /** @type {Record<string, unknown>} */
  const read = {};
  for (const option of names) read[option] = /** @type {Record<string, unknown>} */ (value)[option];
  return read;
}

/**
 * An AbortSignal, of any realm: what has its state and tells when that changes.
 *
 * @param {unknown} value
 * @param {string} where
 * @param {string} argument
 * @returns {AbortSignal}
 */
export function signal(value, where, argument) {
  if (typeof value === "object" && value !== null) {
    const { aborted, addEventListener, removeEventListener } = /** @type {Partial<AbortSignal>} */ (value);
    const listens = typeof addEventListener === "function" && typeof removeEventListener === "function";
    if (typeof aborted === "boolean" && listens) return /** @type {AbortSignal} */ (value);
  }
  throw wrongType(value, where, argument, "an AbortSignal");
}

/**
 * Offsets of messages: they rise, and there is one more than messages.
 *
 * @param {unknown} value
 * @param {string} where
 * @param {string} argument
 * @returns {Uint32Array<ArrayBuffer>}
 */
export function offsets(value, where, argument) {
  const checked = isArray(value) ? offsetsOfArray(value, where, argument) : offsetsOfView(value, where, argument);
  /** @param {string} what */
  const fail = (what) => failure("ERR_OUT_OF_RANGE", argument, `${where}: ${argument} ${what}`);
  if (checked.length === 0) throw fail("is empty, but must have one more offset than there are messages");
  for (let i = 1; i < checked.length; i++) {
    if (checked[i] < checked[i - 1]) throw fail(`falls from ${checked[i - 1]} to ${checked[i]} at index ${i}`);
  }
  return checked;
}

/**
 * @param {unknown[]} array
 * @param {string} where
 * @param {string} argument
 */
function offsetsOfArray(array, where, argument) {
  const length = lengthOf(array, where, argument);
  const checked = allocate(Uint32Array, length, where, `${argument}.length`);
  for (let i = 0; i < length; i++) checked[i] = integer(array[i], 0, 0xffff_ffff, where, `${argument}[${i}]`);
  return checked;
}

/**
 * The length of an array; a proxy may say anything.
 *
 * @param {unknown[]} array
 * @param {string} where
 * @param {string} argument
 */
export function lengthOf(array, where, argument) {
  return integer(array.length, 0, 0xffff_ffff, where, `${argument}.length`);
}

/**
 * A new typed array; one that the machine has no memory for is the fault of what asked for it.
 *
 * @template {Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>} T
 * @param {new (length: number) => T} Type
 * @param {number} length
 * @param {string} where
 * @param {string} argument
 * @returns {T}
 */
export function allocate(Type, length, where, argument) {
  try {
    return new Type(length);
  } catch (cause) {
    const what = argument === "" ? "a copy" : argument;
    const message = `${where}: ${what} asks for ${length} elements, for which there is no memory; pass fewer at once`;
    throw failure("ERR_OUT_OF_RANGE", argument, message, { cause });
  }
}

/**
 * @param {unknown} value
 * @param {string} where
 * @param {string} argument
 */
function offsetsOfView(value, where, argument) {
  const view = viewOf(value);
  if (view === undefined || arrayTag(value) !== "Uint32Array") {
    throw wrongType(value, where, argument, "a Uint32Array or an array of integers");
  }
  const own = isArrayBuffer(view.buffer) ? view : new Uint8Array(view);
  return new Uint32Array(/** @type {ArrayBuffer} */ (own.buffer), own.byteOffset, own.byteLength / 4);
}

/**
 * Whether `value` is an array, of any realm; a proxy whose target is gone is not.
 *
 * @param {unknown} value
 * @returns {value is unknown[]}
 */
export function isArray(value) {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/**
 * The error for a value of another type than is taken.
 *
 * @param {unknown} value
 * @param {string} where
 * @param {string} argument
 * @param {string} expected
 */
export function wrongType(value, where, argument, expected) {
  return failure("ERR_INVALID_ARG_TYPE", argument, `${where}: ${argument} must be ${expected}; got ${describe(value)}`);
}

// Opens the C library: the functions come from the list that the library gives of itself, through whichever way this
// runtime has to call C.

import { createRequire } from "node:module";
import { failureOfStatus } from "../error.js";
import { ABI_VERSION, DIGEST } from "../interface.js";
import { cannotOpen, kindOf, obstacle } from "../obstacle.js";
import { ownUrl } from "../own-url.js";
import { SHORT, shortBytes, writeShort } from "../short-text.js";
import { bunFfi } from "./bun-ffi.js";
import { calls } from "./cabi-calls.js";
import { denoFfi } from "./deno-ffi.js";
import { koffiFfi } from "./koffi.js";
import { nodeFfi } from "./node-ffi.js";

/**
 * How a parameter crosses: a view's memory, a length, a number, or where the result is written.
 *
 * @typedef {"view" | "size" | "f64" | "u32" | "u64" | "cell"} Parameter
 */

/** @typedef {Record<string, { parameters: Parameter[], result: "i32" | "u32" | "pointer" | "void" }>} Signatures */

/**
 * A way to call C.
 *
 * @typedef {object} Way
 * @property {(file: string, signatures: Signatures) => Record<string, any>} open gives a function for each signature
 * @property {(buffer: ArrayBuffer) => any} cell what is passed where C writes into `buffer`
 * @property {(pointer: any) => string} string the terminated string at an address that C returned
 * @property {(address: bigint, length: number) => string} text the UTF-8 text of a length at an address
 * @property {(length: number) => number | bigint} size what C's size_t and uint64_t are given as
 */

/**
 * Where C writes a result: a number, or text as pointer, length and capacity.
 *
 * @typedef {object} Cell
 * @property {any} out what is passed to C
 * @property {Float64Array} f64
 * @property {Uint32Array} u32
 * @property {BigUint64Array} u64
 * @property {() => string} takeText reads text and gives it back to the library
 * @property {(data: Uint8Array) => Uint8Array} read the bytes that a row reads, also of a string in their place
 * @property {number} length how many of the bytes that were read last are meant
 */

const encoder = new TextEncoder();

/** @type {Signatures} */
const FIXED = {
  oxb_abi_version: { parameters: [], result: "u32" },
  oxb_interface: { parameters: [], result: "pointer" },
  oxb_error_message: { parameters: [], result: "pointer" },
  oxb_error_argument: { parameters: [], result: "pointer" },
  oxb_free: { parameters: ["cell"], result: "void" },
};

/** @type {Record<string, Parameter[]>} */
const PARAMETERS = {
  Bytes: ["view", "size"],
  BytesMut: ["view", "size"],
  Indices: ["view", "size"],
  f64: ["f64"],
  u32: ["u32"],
  u64: ["u64"],
  Handle: ["u64"],
};

/**
 * @param {string} file
 * @param {typeof calls} [extra] calls of functions that only a test build has
 * @returns {import("../load.js").Rows}
 */
export function openLibrary(file, extra) {
  const way = wayOfRuntime();
  const fixed = openFixed(way, file);
  const abi = fixed.oxb_abi_version();
  if (abi !== ABI_VERSION) {
    throw obstacle("not-ours", `${file} has the calling convention ${abi}, but ${ABI_VERSION} is needed`);
  }
  const table = JSON.parse(way.string(fixed.oxb_interface()));
  if (table.digest !== DIGEST) {
    throw obstacle("not-ours", `${file} has the interface ${table.digest}, but this package needs ${DIGEST}`);
  }
  const lib = way.open(file, signaturesOf(table.functions));
  const cell = makeCell(way, fixed);
  /** @param {number} status */
  const check = (status) => {
    if (status === 0) return;
    const [argument, message] = [fixed.oxb_error_argument(), fixed.oxb_error_message()];
    throw failureOfStatus(status, way.string(argument), way.string(message));
  };
  return {
    ...calls(lib, cell, check, way.size),
    ...extra?.(lib, cell, check, way.size),
    takesStrings: true,
    givesText: "never",
  };
}

/**
 * The functions that every version of the library has.
 *
 * @param {Way} way
 * @param {string} file
 */
function openFixed(way, file) {
  try {
    return way.open(file, FIXED);
  } catch (cause) {
    throw cannotOpen(file, cause);
  }
}

/**
 * @param {{ name: string, arguments: [string, string][], returns: string }[]} functions
 * @returns {Signatures}
 */
function signaturesOf(functions) {
  return Object.fromEntries(
    functions.map(({ name, arguments: args, returns }) => {
      const parameters = args.flatMap(([, type]) => PARAMETERS[type]);
      if (returns !== "Nothing") parameters.push("cell");
      return [`oxb_${name}`, { parameters, result: /** @type {const} */ ("i32") }];
    }),
  );
}

/**
 * @param {Way} way
 * @param {Record<string, any>} fixed
 * @returns {Cell}
 */
function makeCell(way, fixed) {
  const buffer = new ArrayBuffer(24);
  const out = way.cell(buffer);
  const u64 = new BigUint64Array(buffer);
  const takeText = () => {
    const text = way.text(u64[0], Number(u64[1]));
    fixed.oxb_free(out);
    return text;
  };
  /** @type {Cell} */
  const cell = { out, f64: new Float64Array(buffer), u32: new Uint32Array(buffer), u64, takeText, read, length: 0 };
  /** @param {Uint8Array | string} data */
  function read(data) {
    const bytes = typeof data !== "string" ? data : data.length <= SHORT ? shortBytes : encoder.encode(data);
    // A view of just the text would cost more than to write it.
    cell.length =
      bytes === shortBytes ? writeShort(/** @type {string} */ (/** @type {unknown} */ (data))) : bytes.length;
    return bytes;
  }
  return cell;
}

/** @returns {Way} */
function wayOfRuntime() {
  const scope = /** @type {any} */ (globalThis);
  const require = createRequire(ownUrl(import.meta.url));
  if (scope.Bun) return bunFfi(require("bun:ffi"));
  if (scope.Deno) return denoFfi(scope.Deno);
  const builtin = process.getBuiltinModule("node:ffi");
  if (builtin) return nodeFfi(builtin);
  try {
    return koffiFfi(require("koffi"));
  } catch (cause) {
    const { code, message } = /** @type {Error & { code?: string }} */ (cause);
    const text = `Node ${process.versions.node} calls C through the package koffi, which cannot be loaded`;
    const isMissing = code === "MODULE_NOT_FOUND";
    const end = isMissing ? "; npm install koffi" : "";
    throw obstacle(isMissing ? "no-koffi" : kindOf(cause), `${text} (${message.split("\n")[0]})${end}`, { cause });
  }
}

// Calls C through node:ffi, which Node has since version 26.

/** @typedef {import("./cabi.js").Way} Way */

const TYPES = {
  view: "buffer",
  size: "uint64",
  f64: "double",
  u32: "uint32",
  u64: "uint64",
  cell: "buffer",
  i32: "int32",
  pointer: "pointer",
  void: "void",
};

/**
 * @param {any} ffi the module `node:ffi`
 * @returns {Way}
 */
export function nodeFfi(ffi) {
  return {
    open(file, signatures) {
      const entries = Object.entries(signatures).map(([name, { parameters, result }]) => [
        name,
        { arguments: parameters.map((parameter) => TYPES[parameter]), return: TYPES[result] },
      ]);
      return ffi.dlopen(file, Object.fromEntries(entries)).functions;
    },
    cell: (buffer) => new Uint8Array(buffer),
    string: (pointer) => ffi.toString(pointer),
    text: (address, length) => (length === 0 ? "" : ffi.toBuffer(address, length, false).utf8Slice(0, length)),
    size: BigInt,
  };
}

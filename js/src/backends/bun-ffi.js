// Calls C through bun:ffi.

/** @typedef {import("./cabi.js").Way} Way */

const TYPES = {
  view: "ptr",
  size: "usize",
  f64: "f64",
  u32: "u32",
  u64: "u64",
  cell: "ptr",
  i32: "i32",
  pointer: "ptr",
  void: "void",
};

/**
 * @param {any} ffi the module `bun:ffi`
 * @returns {Way}
 */
export function bunFfi(ffi) {
  return {
    open(file, signatures) {
      const entries = Object.entries(signatures).map(([name, { parameters, result }]) => [
        name,
        { args: parameters.map((parameter) => TYPES[parameter]), returns: TYPES[result] },
      ]);
      return ffi.dlopen(file, Object.fromEntries(entries)).symbols;
    },
    // The address of an ArrayBuffer stays; that of a typed array that made its own memory does not.
    cell: (buffer) => ffi.ptr(new Uint8Array(buffer)),
    string: (pointer) => String(new ffi.CString(pointer)),
    text: (address, length) => (length === 0 ? "" : String(new ffi.CString(Number(address), 0, length))),
    size: (length) => length,
  };
}

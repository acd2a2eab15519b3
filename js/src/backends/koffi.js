// Calls C through the package koffi, for versions of Node without node:ffi.

/** @typedef {import("./cabi.js").Way} Way */

const TYPES = {
  view: "void *",
  size: "size_t",
  f64: "double",
  u32: "uint32_t",
  u64: "uint64_t",
  cell: "void *",
  i32: "int32_t",
  pointer: "const char *",
  void: "void",
};

/**
 * @param {any} koffi the package
 * @returns {Way}
 */
export function koffiFfi(koffi) {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return {
    open(file, signatures) {
      const library = koffi.load(file);
      const entries = Object.entries(signatures).map(([name, { parameters, result }]) => [
        name,
        library.func(
          name,
          TYPES[result],
          parameters.map((parameter) => TYPES[parameter]),
        ),
      ]);
      return Object.fromEntries(entries);
    },
    cell: (buffer) => new Uint8Array(buffer),
    // koffi itself turns a `const char *` into a string.
    string: (text) => text,
    text: (address, length) => (length === 0 ? "" : decoder.decode(koffi.view(address, length))),
    size: (length) => length,
  };
}

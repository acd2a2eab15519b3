// Calls C through Deno.dlopen.

/** @typedef {import("./cabi.js").Way} Way */

const TYPES = {
  view: "buffer",
  size: "usize",
  f64: "f64",
  u32: "u32",
  u64: "u64",
  cell: "pointer",
  i32: "i32",
  pointer: "pointer",
  void: "void",
};

/**
 * @param {any} deno the global `Deno`
 * @returns {Way}
 */
export function denoFfi(deno) {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return {
    open(file, signatures) {
      const entries = Object.entries(signatures).map(([name, { parameters, result }]) => [
        name,
        { parameters: parameters.map((parameter) => TYPES[parameter]), result: TYPES[result] },
      ]);
      return deno.dlopen(file, Object.fromEntries(entries)).symbols;
    },
    // A pointer object that is made once crosses faster than a buffer.
    cell: (buffer) => deno.UnsafePointer.of(new Uint8Array(buffer)),
    string: (pointer) => deno.UnsafePointerView.getCString(pointer),
    text(address, length) {
      if (length === 0) return "";
      const pointer = deno.UnsafePointer.create(address);
      return decoder.decode(deno.UnsafePointerView.getArrayBuffer(pointer, length));
    },
    // A BigInt keeps the call on Deno's fast path; a number does not.
    size: BigInt,
  };
}

// A function of the C library, called through the runtime's own way with nothing around it.

import { createRequire } from "node:module";

/** @typedef {(a: number, b: number) => number} Addition */

/**
 * `oxb_add`, where the runtime has a way to call C built in that opens a library at once.
 *
 * @param {string} library
 * @returns {Addition | undefined}
 */
export function bareAdd(library) {
  const { Bun, Deno } = /** @type {any} */ (globalThis);
  return Bun ? ofBun(library) : Deno ? ofDeno(Deno, library) : undefined;
}

// The address of an ArrayBuffer stays; that of a typed array that made its own memory does not.
const buffer = new ArrayBuffer(8);
const cell = new Float64Array(buffer);

/** @param {string} library @returns {Addition} */
function ofBun(library) {
  const { dlopen, ptr } = createRequire(import.meta.url)("bun:ffi");
  const { symbols } = dlopen(library, { oxb_add: { args: ["f64", "f64", "ptr"], returns: "i32" } });
  const out = ptr(new Uint8Array(buffer));
  return (a, b) => {
    symbols.oxb_add(a, b, out);
    return cell[0];
  };
}

/** @param {any} deno @param {string} library @returns {Addition} */
function ofDeno(deno, library) {
  const { symbols } = deno.dlopen(library, {
    oxb_add: { parameters: ["f64", "f64", "pointer"], result: "i32" },
  });
  const out = deno.UnsafePointer.of(new Uint8Array(buffer));
  return (a, b) => {
    symbols.oxb_add(a, b, out);
    return cell[0];
  };
}

// One JavaScript function for each C function of the library. Printed from the interface table; do not edit.
// Each has a call site of its own, so that a runtime can compile the call into machine code.

/**
 * @param {Record<string, any>} lib the functions of the opened library
 * @param {import("../../js/src/backends/cabi.js").Cell} cell where C writes results
 * @param {(status: number) => void} check throws unless the status is 0
 * @param {(length: number) => number | bigint} size what C's size_t and uint64_t are given as
 */
export const faultCalls = (lib, cell, check, size) => ({
  /** @type {() => void} */
  panic: () => {
    check(lib.oxb_panic());
  },
  /** @type {(depth: number) => number} */
  recurse: (depth) => {
    check(lib.oxb_recurse(depth, cell.out));
    return cell.u32[0];
  },
  /** @type {(millions: number) => number} */
  toil: (millions) => {
    check(lib.oxb_toil(millions, cell.out));
    return cell.u32[0];
  },
  /** @type {(handle: number) => void} */
  panic_with: (handle) => {
    check(lib.oxb_panic_with(size(handle)));
  },
});

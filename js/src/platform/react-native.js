// React Native has neither Node-API nor WebAssembly that Oxbridge could use: the first call says so.

/** @returns {never} */
export function openNative() {
  throw new Error("React Native is not supported: it has neither Node-API nor WebAssembly");
}

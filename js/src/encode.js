// Text of bytes by the runtime's own means, for backends that give text at more cost than bytes: the methods of ECMAScript
// (proposal "ArrayBuffer to and from base64"), or those of Node's Buffer.

/** @typedef {import("./hash.js").TextEncoding} TextEncoding */
/** @typedef {Record<TextEncoding, (bytes: Uint8Array) => string>} Encoders */

/** @returns {Encoders | undefined} */
function ofLanguage() {
  const { toHex, toBase64 } = /** @type {any} */ (Uint8Array.prototype);
  if (typeof toHex !== "function" || typeof toBase64 !== "function") return undefined;
  const url = { alphabet: "base64url", omitPadding: true };
  return {
    hex: (/** @type {any} */ bytes) => bytes.toHex(),
    base64: (/** @type {any} */ bytes) => bytes.toBase64(),
    base64url: (/** @type {any} */ bytes) => bytes.toBase64(url),
  };
}

/** @returns {Encoders | undefined} */
function ofNode() {
  // Not an import: browsers have no such module, and their bundlers would look for it.
  const Buffer = /** @type {any} */ (globalThis).process?.getBuiltinModule?.("node:buffer")?.Buffer;
  if (Buffer === undefined) return undefined;
  const as = (/** @type {TextEncoding} */ encoding) => (/** @type {Uint8Array} */ bytes) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(encoding);
  return { hex: as("hex"), base64: as("base64"), base64url: as("base64url") };
}

/** How this runtime writes bytes as text, if it can. */
export const encoders = ofLanguage() ?? ofNode();

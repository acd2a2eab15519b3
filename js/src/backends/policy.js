// Why a browser does not compile WebAssembly. Where a content security policy forbids it, Chromium's own words name a
// permission that is wider than what is needed, and Firefox's none.

/** @param {unknown} error */
export function whyNotCompiled(error) {
  const { message } = /** @type {Error} */ (error);
  if (!/content security|\bCSP\b/i.test(message)) return message;
  return `${message}; a content security policy must have 'wasm-unsafe-eval' in script-src`;
}

// What is reached where there is no native code: browsers, workerd, and bundles for them.

/**
 * @param {string} name
 * @returns {never}
 */
export function openNative(name) {
  throw new Error(`${name} is native code, and this copy of Oxbridge was resolved for a place without any`);
}

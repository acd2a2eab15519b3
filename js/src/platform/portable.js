// What is reached where there is no native code: browsers, workerd, and bundles for them.

import { obstacle } from "../obstacle.js";

/**
 * @param {string} name
 * @returns {never}
 */
export function openNative(name) {
  throw obstacle("no-native", `${name} is native code, and this copy of Oxbridge was resolved for a place without any`);
}

// The subjects that have a name, each loaded only when it is asked for: some are packages, which may be missing.

import { backendSubject } from "./oxbridge.js";

/**
 * Another implementation in the shape of Oxbridge.
 *
 * @typedef {object} Subject
 * @property {string} name
 * @property {string} title
 * @property {() => string | undefined} available why this runtime does not have it
 * @property {() => Promise<Record<string, any>>} api its functions; those that give promises are under `promises`
 */

/** @type {Record<string, () => Promise<Subject>>} */
export const SUBJECTS = {
  "node:crypto": () => import("./node-crypto.js"),
  "node:zlib": () => import("./node-zlib.js"),
  bun: () => import("./bun.js"),
  webcrypto: () => import("./webcrypto.js"),
  noble: () => import("./noble.js"),
  "hash-wasm": () => import("./hash-wasm.js"),
  "oxbridge/napi": async () => backendSubject("napi"),
  "oxbridge/neon": async () => backendSubject("neon"),
  "oxbridge/wasm": async () => backendSubject("wasm"),
  "oxbridge/cabi": async () => backendSubject("cabi"),
};

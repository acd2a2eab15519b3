// What every bundled program does: it digests at once and as a promise, and asks which backend answered.

import { backend } from "oxbridge/backend";
import { sha256 } from "oxbridge/hash";
import { blake3 } from "oxbridge/hash/promises";

/** @typedef {{ sha256: string, blake3: string, backend: import("oxbridge/backend").BackendInfo }} Answers */

/** @returns {Promise<Answers>} */
export async function answers() {
  return { sha256: sha256("abc"), blake3: await blake3("abc"), backend: backend() };
}

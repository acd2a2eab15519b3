// What a user's first program does: it imports `oxbridge/hash`, hashes "abc", and prints the digest, which binaries are
// then part of the process, and what `backend()` says; or the errors in their place.

import { backend } from "oxbridge/backend";
import { sha256 } from "oxbridge/hash";
import { mappedBinaries } from "../packages/mapped.js";

/** @param {() => unknown} run */
function attempt(run) {
  try {
    return run();
  } catch (thrown) {
    const { code, message } = /** @type {Error & { code?: string }} */ (thrown);
    return { error: { code, message } };
  }
}

const digest = attempt(() => sha256("abc"));
// In this order: `backend()` may itself open a binary.
const binaries = mappedBinaries();
console.log(JSON.stringify({ digest, binaries, backend: attempt(backend) }));

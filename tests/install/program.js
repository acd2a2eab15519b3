// What a user's first program does: it imports `oxbridge/hash`, hashes "abc", and prints the digest, which binaries are
// then part of the process, and what `backend()` says.

import { backend } from "oxbridge/backend";
import { sha256 } from "oxbridge/hash";
import { mappedBinaries } from "../packages/mapped.js";

const digest = sha256("abc");
// In this order: `backend()` may itself open a binary.
const binaries = mappedBinaries();
console.log(JSON.stringify({ digest, binaries, backend: backend() }));

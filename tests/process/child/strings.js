// Strings in the place of bytes, given to the bare functions of a backend that takes them: of every length around those
// at which a way of reading them changes. Run with the name of the backend and the folder of the native binaries.

import { createHash } from "node:crypto";
import { join } from "node:path";
import { openAddon } from "../../../js/src/backends/addon.js";
import { openLibrary } from "../../../js/src/backends/cabi.js";
import { fileName } from "../../../js/src/find.js";
import { SHORT } from "../../../js/src/short-text.js";

const NO_OPTIONS = new Uint8Array(0);

const [name, folder] = process.argv.slice(2);
const file = join(folder, fileName(/** @type {"napi"} */ (name)));
/** @type {any} */
const rows = name === "cabi" ? openLibrary(file) : openAddon(/** @type {"napi"} */ (name), file);
if (rows.takesStrings !== true) throw new Error(`${name} does not take strings`);

const NATIVE = 4096; // bytes that an addon reads without asking how many there are
const AROUND = 8;

const encoder = new TextEncoder();
let digests = 0;

/** @param {string} text */
async function check(text) {
  const right = createHash("sha256").update(encoder.encode(text)).digest();
  const out = new Uint8Array(32);
  rows.hash(0, text, out);
  const hasher = rows.hasher_new(0, NO_OPTIONS);
  rows.hasher_update(hasher, text);
  const given = {
    hash: Buffer.from(out).toString("hex"),
    hash_text: rows.hash_text(0, 0, text),
    hasher: rows.hasher_digest_text(hasher, 0),
    "hash_text, later": rows.promises ? await rows.promises.hash_text(0, 0, text) : right.toString("hex"),
  };
  rows.release(hasher);
  for (const [row, digest] of Object.entries(given)) {
    digests++;
    if (digest !== right.toString("hex")) throw new Error(`${row} of ${text.length} code units is wrong`);
  }
}

for (const unit of ["a", "é", "行", "😀", "\ud83d", "aé行😀"]) {
  const bytes = encoder.encode(unit).length;
  for (const most of [0, SHORT * unit.length, SHORT, NATIVE / bytes, NATIVE, 20 * NATIVE]) {
    const first = Math.max(0, Math.floor(most) - AROUND);
    for (let count = first; count < first + 2 * AROUND; count++) {
      const text = unit.repeat(count);
      await check(text);
      await check(`${text.slice(0, count >> 1)}b${text.slice(count >> 1)}`); // a rope
      await check(`x${text}`.slice(1)); // a part of another string
    }
  }
}
console.log(digests > 4000 ? "right" : `only ${digests} digests`);

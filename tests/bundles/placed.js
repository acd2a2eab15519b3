// The programs that are bundled: put where the packed packages are installed, and what they must answer.

import { deepStrictEqual, strictEqual } from "node:assert";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { blake3 } from "@noble/hashes/blake3.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { ABC } from "../abc.js";
import { output } from "../output.js";
import { installAll } from "../packages/installed.js";

/** @typedef {import("./programs/answers.js").Answers} Answers */

/**
 * A folder with the programs, in which `oxbridge` leads to the installed package.
 *
 * @typedef {object} Place
 * @property {string} folder
 * @property {import("../packages/installed.js").Installed} installed
 * @property {(command: string, args: string[]) => Promise<string>} run runs a command there to its clean end, and gives
 *   what it prints
 */

/** @type {Map<string, Promise<Place>>} */
const places = new Map();

/** Such a folder, which is made once. @param {string} name */
export function placed(name) {
  const place = places.get(name) ?? make(name);
  places.set(name, place);
  return place;
}

/**
 * @param {string} name
 * @returns {Promise<Place>}
 */
async function make(name) {
  const installed = await installAll();
  const folder = join(installed.folder, "bundles", name);
  cpSync(join(import.meta.dirname, "programs"), folder, { recursive: true });
  const run = (/** @type {string} */ command, /** @type {string[]} */ args) =>
    output(command, args, { cwd: folder, env: installed.env });
  return { folder, installed, run };
}

/** What the programs answer, by other means than ours. */
const ANSWERS = {
  sha256: ABC,
  blake3: bytesToHex(blake3(utf8ToBytes("abc"))),
};

/**
 * Throws unless the digests are right, this backend gave them, and promises ran where they should.
 *
 * @param {Answers} answers
 * @param {{ name: string, file: string | null, by: string }} expected
 */
export function answeredBy({ backend, ...digests }, { name, file, by }) {
  deepStrictEqual(digests, ANSWERS);
  deepStrictEqual([backend.name, backend.file, backend.async.by], [name, file, by]);
  strictEqual(backend.calls > 0, true, "the core has counted no call");
}

/**
 * Why a backend did not answer.
 *
 * @param {Answers} answers
 * @param {string} name
 */
export function reasonAgainst({ backend }, name) {
  return backend.others.find((other) => other.name === name)?.reason ?? "";
}

// The lines that tell digests and names, as sha256sum of GNU coreutils writes and reads them: `DIGEST  NAME`, and with
// a tag `SHA256 (NAME) = DIGEST`, as the tools of the BSDs do.

import { ALGORITHMS } from "../../src/interface.js";
import { kindOfTag, tagOf } from "./tag.js";

/** @typedef {import("../../src/algorithm.js").Algorithm} Algorithm */

/** What would end a line, and what marks it. */
const ESCAPES = /** @type {Record<string, string>} */ ({ "\\": "\\\\", "\n": "\\n", "\r": "\\r" });
const UNESCAPED = Object.fromEntries(Object.entries(ESCAPES).map(([sign, written]) => [written, sign]));

/**
 * A name that fits into one line, and what its line begins with.
 *
 * @param {string} name
 */
export function escaped(name) {
  const text = name.replace(/[\\\n\r]/g, (sign) => ESCAPES[sign]);
  return { mark: text === name ? "" : "\\", text };
}

/**
 * The name that was written so, or nothing if it cannot have been.
 *
 * @param {string} text
 */
function unescaped(text) {
  let isWrong = false;
  const name = text.replace(/\\.?/gs, (written) => {
    isWrong ||= !Object.hasOwn(UNESCAPED, written);
    return UNESCAPED[written];
  });
  return isWrong ? undefined : name;
}

/**
 * @param {Algorithm} algorithm
 * @param {string} digest
 * @param {string} name
 * @param {{ tag: boolean, zero: boolean, length?: number | undefined }} options
 */
export function writeLine(algorithm, digest, name, { tag, zero, length }) {
  const { mark, text } = zero ? { mark: "", text: name } : escaped(name);
  return mark + (tag ? `${tagOf(algorithm, length)} (${text}) = ${digest}` : `${digest}  ${text}`);
}

/**
 * What a line says. The length of the digest in bytes is there if the algorithm does not say it.
 *
 * @typedef {{ algorithm: Algorithm, length: number | undefined, digest: string, name: string }} Line
 */

/** @typedef {{ algorithm: Algorithm, length?: number | undefined }} Kind an algorithm, and a length that it does not say */

const HEX = /^[0-9a-f]*$/i;

/**
 * A digest as a line has it, if it is one of a kind.
 *
 * @param {Kind} kind without a length, that of the algorithm is meant, and of SHAKE, which has none, any
 * @param {string} digest
 * @returns {{ algorithm: Algorithm, length: number | undefined, digest: string } | undefined}
 */
function digestOfKind({ algorithm, length }, digest) {
  const { digestLength, extendable } = ALGORITHMS[algorithm];
  const bytes = digest.length / 2;
  if (!HEX.test(digest) || !Number.isInteger(bytes) || bytes === 0) return undefined;
  if (bytes !== (length ?? (extendable ? bytes : digestLength))) return undefined;
  return { algorithm, length: bytes === digestLength && !extendable ? undefined : bytes, digest };
}

/** BLAKE2b is one algorithm, whatever the length of its digest is. @param {Algorithm} algorithm */
const familyOf = (algorithm) => (algorithm === "blake2b256" ? "blake2b512" : algorithm);

/**
 * What the tag of a line stands for. That of BLAKE3 says no length, and a longer digest is no weaker one.
 *
 * @param {Kind} tagged
 * @param {string} digest
 * @returns {Kind}
 */
function withLength({ algorithm, length }, digest) {
  const isLonger = algorithm === "blake3" && digest.length > 2 * ALGORITHMS.blake3.digestLength;
  return { algorithm, length: isLonger ? digest.length / 2 : length };
}

/** Reads lines; those without a tag have one form for as long as it reads. */
export class LineReader {
  #kind;
  #named;
  /** Whether a single blank is between digest and name, as `md5 -r` of the BSDs writes. @type {boolean | undefined} */
  #isReversed;

  /**
   * @param {Kind & { named: boolean }} options the kind of lines without a tag, and whether lines with the tag of another
   *   algorithm are malformed
   */
  constructor({ algorithm, length, named }) {
    this.#kind = { algorithm, length };
    this.#named = named;
  }

  /**
   * @param {string} line
   * @returns {Line | undefined} nothing for a line that is malformed
   */
  read(line) {
    const [, mark, text] = /^[ \t]*(\\?)(.*)$/s.exec(line) ?? ["", "", ""];
    if (text.includes("\0")) return undefined; // no name has it
    const found = this.#readTagged(text) ?? this.#readPlain(text);
    if (!found || mark === "") return found;
    const name = unescaped(found.name);
    return name === undefined ? undefined : { ...found, name };
  }

  /** @param {string} text */
  #readTagged(text) {
    // The last parenthesis ends the name, which may have others.
    const [, tag, name, digest] = /^([\w/-]+) ?\((.*)\)[ \t]*=[ \t]*([0-9a-f]*)$/is.exec(text) ?? [];
    const tagged = tag === undefined ? undefined : kindOfTag(tag);
    const kind = tagged && (this.#named ? this.#asNamed(tagged) : withLength(tagged, digest));
    const found = kind && digestOfKind(kind, digest);
    return found && { ...found, name };
  }

  /**
   * What a tag stands for, if it is what was named: no list can choose a weaker algorithm or a shorter digest.
   *
   * @param {Kind} tagged
   * @returns {Kind | undefined}
   */
  #asNamed({ algorithm, length }) {
    const { algorithm: named, length: asked } = this.#kind;
    const { digestLength, extendable } = ALGORITHMS[named];
    const wanted = asked ?? (extendable ? undefined : digestLength);
    if (familyOf(algorithm) !== familyOf(named)) return undefined;
    if (length !== undefined && length !== wanted) return undefined;
    return { algorithm, length: wanted };
  }

  /** @param {string} text */
  #readPlain(text) {
    const [digest] = /^[^ \t]*/.exec(text) ?? [""];
    const rest = text.slice(digest.length + 1);
    const found = digestOfKind(this.#kind, digest);
    if (found === undefined || rest === "") return undefined;
    const isReversed = rest.length === 1 || !/^[ *]/.test(rest);
    if (isReversed) {
      // Not both forms, or whoever can name files could make one pass for another whose name has a blank before it.
      if (this.#isReversed === false) return undefined;
      this.#isReversed = true;
    } else if (this.#isReversed === undefined) {
      this.#isReversed = false;
    }
    return { ...found, name: this.#isReversed ? rest : rest.slice(1) };
  }
}

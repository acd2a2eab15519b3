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
 * A digest as a line has it, with its length if that is asked for.
 *
 * @param {Kind} kind
 * @param {string} digest
 * @returns {{ algorithm: Algorithm, length: number | undefined, digest: string } | undefined} nothing if it is none of this kind
 */
function digestOfKind({ algorithm, length }, digest) {
  const { digestLength, extendable } = ALGORITHMS[algorithm];
  const bytes = digest.length / 2;
  if (!HEX.test(digest)) return undefined;
  if (length === undefined && extendable) {
    return Number.isInteger(bytes) && bytes > 0 ? { algorithm, length: bytes, digest } : undefined;
  }
  return bytes === (length ?? digestLength) ? { algorithm, length, digest } : undefined;
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
    const kind = tag === undefined ? undefined : kindOfTag(tag);
    if (kind === undefined) return undefined;
    const { algorithm, length } = this.#kind;
    if (this.#named && kind.algorithm !== algorithm) return undefined;
    // A tag without a length stands for digests of the length that is asked for.
    const found = digestOfKind(kind.length === undefined && this.#named ? { algorithm, length } : kind, digest);
    return found && { ...found, name };
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

// The lines that tell digests and names, as sha256sum of GNU coreutils writes and reads them: `DIGEST  NAME`, and with
// a tag `SHA256 (NAME) = DIGEST`, as the tools of the BSDs do.

import { ALGORITHMS } from "../../src/interface.js";
import { algorithmOfTag, tagOf } from "./tag.js";

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
 * @param {{ tag: boolean, zero: boolean }} options
 */
export function writeLine(algorithm, digest, name, { tag, zero }) {
  const { mark, text } = zero ? { mark: "", text: name } : escaped(name);
  return mark + (tag ? `${tagOf(algorithm)} (${text}) = ${digest}` : `${digest}  ${text}`);
}

/** @typedef {{ algorithm: Algorithm, digest: string, name: string }} Line */

/** Reads lines; those without a tag have one form for as long as it reads. */
export class LineReader {
  #algorithm;
  #named;
  /** Whether a single blank is between digest and name, as `md5 -r` of the BSDs writes. @type {boolean | undefined} */
  #isReversed;

  /**
   * @param {Algorithm} algorithm that of lines without a tag
   * @param {boolean} named whether lines with the tag of another one are malformed
   */
  constructor(algorithm, named) {
    this.#algorithm = algorithm;
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
    const algorithm = tag === undefined ? undefined : algorithmOfTag(tag);
    if (algorithm === undefined || digest.length !== 2 * ALGORITHMS[algorithm].digestLength) return undefined;
    return this.#named && algorithm !== this.#algorithm ? undefined : { algorithm, digest, name };
  }

  /** @param {string} text */
  #readPlain(text) {
    const algorithm = this.#algorithm;
    const length = 2 * ALGORITHMS[algorithm].digestLength;
    const digest = text.slice(0, length);
    const rest = text.slice(length + 1);
    if (!/^[0-9a-f]*$/i.test(digest) || !/^[ \t]$/.test(text.slice(length, length + 1))) return undefined;
    if (rest === "") return undefined;
    const isReversed = rest.length === 1 || !/^[ *]/.test(rest);
    if (isReversed) {
      // Not both forms, or whoever can name files could make one pass for another whose name has a blank before it.
      if (this.#isReversed === false) return undefined;
      this.#isReversed = true;
    } else if (this.#isReversed === undefined) {
      this.#isReversed = false;
    }
    return { algorithm, digest, name: this.#isReversed ? rest : rest.slice(1) };
  }
}

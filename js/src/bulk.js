// Digests of many messages: gathers them into blocks, so that one crossing serves hundreds of them.
//
// Strings are concatenated and encoded together, which costs a third of encoding each; JavaScript knows their lengths
// in UTF-16 code units, and the core turns those into bytes. Results come back as one string per block, and are cut.

import * as check from "./check.js";
import { failure } from "./error.js";
import { ENCODINGS } from "./interface.js";

const ITEMS = 512; // messages in a block: enough to pay for the crossing
const UNITS = 16 * 1024; // UTF-16 code units in a block: it stays in the fastest cache
const BYTES = 3 * UNITS; // what they need at most as UTF-8
const PACKED_BYTES = 4 * 1024 * 1024; // bytes in a block of packed messages, which WebAssembly has to hold
const COUNT_BYTES = 0;
const COUNT_UTF16 = 1;

const encoder = new TextEncoder();

/** @typedef {{ bytes: Uint8Array<ArrayBuffer>, offsets: Uint32Array<ArrayBuffer> }} Scratch */

// One scratch is kept for the next call. It is taken while in use: a getter of an item may call again.
/** @type {Scratch | undefined} */
let spare;

/**
 * @param {import("./load.js").Rows} rows
 * @param {{ id: number, digestLength: number }} algorithm
 * @param {unknown} items
 * @param {import("./hash.js").Encoding | "packed"} encoding
 */
export function bulkDigests(rows, algorithm, items, encoding) {
  const messages = messagesOf(items);
  const collect = collector(rows, algorithm, messages.count, encoding);
  const scratch = spare ?? { bytes: new Uint8Array(BYTES), offsets: new Uint32Array(ITEMS + 1) };
  spare = undefined;
  try {
    messages.forEachBlock(scratch, collect);
  } finally {
    spare = scratch;
  }
  return collect.result;
}

/**
 * Takes messages in order: a block of them, in which message `i` lies in `bytes` from `offsets[i]` to `offsets[i + 1]`,
 * counted in `unit`; or one that is too long for a block.
 *
 * @typedef {object} Take
 * @property {(bytes: Uint8Array, offsets: Uint32Array, unit: number) => void} block
 * @property {(message: Uint8Array) => void} alone
 */

/**
 * @param {unknown} items
 * @returns {{ count: number, forEachBlock: (scratch: Scratch, take: Take) => void }}
 */
function messagesOf(items) {
  if (check.isArray(items)) {
    const count = check.lengthOf(items, "bulkHash", "items");
    return { count, forEachBlock: (scratch, take) => blocksOfArray(items, count, scratch, take) };
  }
  const expected = "an array, or an object with bytes and offsets";
  if (typeof items !== "object" || items === null || ArrayBuffer.isView(items)) {
    throw check.wrongType(items, "bulkHash", "items", expected);
  }
  const { bytes: given, offsets: givenOffsets } = /** @type {Record<string, unknown>} */ (items);
  if (given === undefined && givenOffsets === undefined) {
    throw check.wrongType(items, "bulkHash", "items", expected);
  }
  // An array of offsets may have getters that change the bytes, so these are looked at last.
  const offsets = check.offsets(givenOffsets, "bulkHash", "items.offsets");
  const bytes = check.bytes(given, "bulkHash", "items.bytes");
  const last = offsets[offsets.length - 1];
  if (last > bytes.length) {
    const message = `bulkHash: items.offsets ends at ${last}, but there are only ${bytes.length} bytes`;
    throw failure("ERR_OUT_OF_RANGE", "items.offsets", message);
  }
  return { count: offsets.length - 1, forEachBlock: (scratch, take) => blocksOfPacked(bytes, offsets, scratch, take) };
}

/**
 * Cuts packed messages into blocks whose offsets begin at 0.
 *
 * @param {Uint8Array} bytes
 * @param {Uint32Array} offsets
 * @param {Scratch} scratch
 * @param {Take} take
 */
function blocksOfPacked(bytes, offsets, scratch, take) {
  const count = offsets.length - 1;
  for (let first = 0; first < count; ) {
    const start = offsets[first];
    let length = 1;
    scratch.offsets[0] = 0;
    scratch.offsets[1] = offsets[first + 1] - start;
    while (length < ITEMS && first + length < count && offsets[first + length + 1] - start <= PACKED_BYTES) {
      length++;
      scratch.offsets[length] = offsets[first + length] - start;
    }
    take.block(bytes.subarray(start, offsets[first + length]), scratch.offsets.subarray(0, length + 1), COUNT_BYTES);
    first += length;
  }
}

/**
 * Gathers items into blocks of strings and blocks of bytes. Each item is read once, in order, and taken as it is then.
 *
 * @param {unknown[]} items
 * @param {number} count
 * @param {Scratch} scratch
 * @param {Take} take
 */
function blocksOfArray(items, count, scratch, take) {
  const { bytes, offsets } = scratch;
  offsets[0] = 0;
  let length = 0; // messages in the block
  let used = 0; // their code units, or bytes
  let text = ""; // the strings of the block; while it holds bytes, they are in the scratch already
  let unit = COUNT_UTF16;

  const flush = () => {
    if (length === 0) return;
    const ends = offsets.subarray(0, length + 1);
    const [gathered, filled] = [text, unit === COUNT_UTF16 ? encoder.encodeInto(text, bytes).written : used];
    length = 0;
    text = "";
    // As many bytes as code units: all ASCII, and the offsets count both.
    if (filled === used || unit === COUNT_BYTES) take.block(bytes.subarray(0, filled), ends, COUNT_BYTES);
    else if (!joins(gathered, ends)) take.block(bytes.subarray(0, filled), ends, COUNT_UTF16);
    else for (const part of partsOf(gathered, ends)) take.alone(encoder.encode(part));
    used = 0;
  };

  for (let i = 0; i < count; i++) {
    const item = items[i];
    const isText = typeof item === "string";
    const message = isText ? item : check.bytes(item, "bulkHash", `items[${i}]`);
    const size = message.length;
    const kind = isText ? COUNT_UTF16 : COUNT_BYTES;
    if (length === ITEMS || used + size > UNITS || kind !== unit) flush();
    unit = kind;
    if (size > UNITS) {
      take.alone(isText ? encoder.encode(item) : /** @type {Uint8Array} */ (message));
      continue;
    }
    if (isText) text += item;
    else bytes.set(/** @type {Uint8Array} */ (message), used);
    used += size;
    offsets[++length] = used;
  }
  flush();
}

/**
 * Whether somewhere one text ends and the next begins with half of a surrogate pair: together they are encoded as one
 * character, which neither of them has.
 *
 * @param {string} text
 * @param {Uint32Array} ends
 */
function joins(text, ends) {
  for (const end of ends) if (isLow(text.charCodeAt(end)) && isHigh(text.charCodeAt(end - 1))) return true;
  return false;
}

/**
 * @param {string} text
 * @param {Uint32Array} ends
 */
const partsOf = (text, ends) => Array.from(ends.subarray(1), (end, i) => text.slice(ends[i], end));

/** @param {number} unit */
const isHigh = (unit) => (unit & 0xfc00) === 0xd800;
/** @param {number} unit */
const isLow = (unit) => (unit & 0xfc00) === 0xdc00;

/**
 * Digests messages and collects the results in the form that is asked for.
 *
 * @param {import("./load.js").Rows} rows
 * @param {{ id: number, digestLength: number }} algorithm
 * @param {number} count
 * @param {import("./hash.js").Encoding | "packed"} encoding
 * @returns {Take & { result: any }}
 */
function collector(rows, { id, digestLength }, count, encoding) {
  if (encoding === "packed") {
    const result = check.allocate(Uint8Array, count * digestLength, "bulkHash", "items.length");
    let end = 0;
    const next = (/** @type {number} */ messages) => result.subarray(end, (end += messages * digestLength));
    return {
      result,
      block: (bytes, offsets, unit) => rows.bulk_hash(id, bytes, offsets, unit, next(offsets.length - 1)),
      alone: (message) => rows.hash(id, message, next(1)),
    };
  }
  const result = new Array(count); // of its full length at once: growing it costs a tenth of the whole
  let filled = 0;
  if (encoding === "bytes") {
    const digests = new Uint8Array(Math.min(count, ITEMS) * digestLength);
    const cut = (/** @type {number} */ messages) => {
      for (let i = 0, at = 0; i < messages; i++, at += digestLength) {
        result[filled++] = digests.slice(at, at + digestLength);
      }
    };
    return {
      result,
      block(bytes, offsets, unit) {
        const messages = offsets.length - 1;
        rows.bulk_hash(id, bytes, offsets, unit, digests.subarray(0, messages * digestLength));
        cut(messages);
      },
      alone(message) {
        rows.hash(id, message, digests.subarray(0, digestLength));
        cut(1);
      },
    };
  }
  return {
    result,
    block(bytes, offsets, unit) {
      const messages = offsets.length - 1;
      const text = rows.bulk_hash_text(id, ENCODINGS[encoding], bytes, offsets, unit);
      const width = text.length / messages;
      for (let i = 0, at = 0; i < messages; i++, at += width) result[filled++] = text.slice(at, at + width);
    },
    alone(message) {
      result[filled++] = rows.hash_text(id, ENCODINGS[encoding], message);
    },
  };
}

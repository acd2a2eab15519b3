// Digests of many messages: gathers them into blocks, so that one crossing serves hundreds of them.
//
// Strings are concatenated and encoded together, which costs a third of encoding each; JavaScript knows their lengths
// in UTF-16 code units, and the core turns those into bytes. Results come back as one string per block, and are cut.

import * as check from "./check.js";
import { ENCODINGS } from "./interface.js";

const ITEMS = 512; // messages in a block: enough to pay for the crossing
const UNITS = 16 * 1024; // UTF-16 code units in a block: it stays in the fastest cache
const BYTES = 3 * UNITS; // what they need at most as UTF-8
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
    messages.forEachBlock(scratch, collect.block);
  } finally {
    spare = scratch;
  }
  return collect.result;
}

/**
 * Takes a block: message `i` lies in `bytes` from `offsets[i]` to `offsets[i + 1]`, counted in `unit`.
 *
 * @typedef {(bytes: Uint8Array, offsets: Uint32Array, unit: number) => void} TakeBlock
 */

/**
 * @param {unknown} items
 * @returns {{ count: number, forEachBlock: (scratch: Scratch, take: TakeBlock) => void }}
 */
function messagesOf(items) {
  if (check.isArray(items)) {
    // A proxy may say anything.
    const count = check.integer(items.length, 0, 0xffff_ffff, "bulkHash", "items.length");
    return { count, forEachBlock: (scratch, take) => blocksOfArray(items, count, scratch, take) };
  }
  if (typeof items !== "object" || items === null || ArrayBuffer.isView(items)) {
    throw check.wrongType(items, "bulkHash", "items", "an array, or an object with bytes and offsets");
  }
  const packed = /** @type {Record<string, unknown>} */ (items);
  const [given, givenOffsets] = [packed.bytes, packed.offsets];
  const bytes = check.bytes(given, "bulkHash", "items.bytes");
  const offsets = check.offsets(givenOffsets, bytes.length, "bulkHash", "items.offsets");
  return { count: offsets.length - 1, forEachBlock: (scratch, take) => blocksOfPacked(bytes, offsets, scratch, take) };
}

/**
 * Cuts packed messages into blocks whose offsets begin at 0.
 *
 * @param {Uint8Array} bytes
 * @param {Uint32Array} offsets
 * @param {Scratch} scratch
 * @param {TakeBlock} take
 */
function blocksOfPacked(bytes, offsets, scratch, take) {
  const count = offsets.length - 1;
  for (let first = 0; first < count; first += ITEMS) {
    const length = Math.min(ITEMS, count - first);
    const start = offsets[first];
    for (let i = 0; i <= length; i++) scratch.offsets[i] = offsets[first + i] - start;
    take(bytes.subarray(start, offsets[first + length]), scratch.offsets.subarray(0, length + 1), COUNT_BYTES);
  }
}

/**
 * Gathers items into blocks of strings and blocks of bytes. Each item is read once, in order, and taken as it is then.
 *
 * @param {unknown[]} items
 * @param {number} count
 * @param {Scratch} scratch
 * @param {TakeBlock} take
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
    if (filled === used || unit === COUNT_BYTES) take(bytes.subarray(0, filled), ends, COUNT_BYTES);
    else if (!joins(gathered, ends)) take(bytes.subarray(0, filled), ends, COUNT_UTF16);
    else for (const part of partsOf(gathered, ends)) takeAlone(encoder.encode(part), take);
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
      takeAlone(isText ? encoder.encode(item) : /** @type {Uint8Array} */ (message), take);
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
 * @param {Uint8Array} message
 * @param {TakeBlock} take
 */
function takeAlone(message, take) {
  take(message, new Uint32Array([0, message.length]), COUNT_BYTES);
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
 * Digests blocks and collects the results in the form that is asked for.
 *
 * @param {import("./load.js").Rows} rows
 * @param {{ id: number, digestLength: number }} algorithm
 * @param {number} count
 * @param {import("./hash.js").Encoding | "packed"} encoding
 * @returns {{ block: TakeBlock, result: any }}
 */
function collector(rows, { id, digestLength }, count, encoding) {
  if (encoding === "packed") {
    const result = new Uint8Array(count * digestLength);
    let at = 0;
    return {
      result,
      block(bytes, offsets, unit) {
        const end = at + (offsets.length - 1) * digestLength;
        rows.bulk_hash(id, bytes, offsets, unit, result.subarray(at, end));
        at = end;
      },
    };
  }
  const result = new Array(count); // of its full length at once: growing it costs a tenth of the whole
  let filled = 0;
  if (encoding === "bytes") {
    return {
      result,
      block(bytes, offsets, unit) {
        const digests = new Uint8Array((offsets.length - 1) * digestLength);
        rows.bulk_hash(id, bytes, offsets, unit, digests);
        for (let at = 0; at < digests.length; at += digestLength) {
          result[filled++] = digests.slice(at, at + digestLength);
        }
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
  };
}

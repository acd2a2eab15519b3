// What the benchmark works on: distinct lines of text, and bytes without short cycles.

export const LINES = 100_000;
const UNITS = 30; // of UTF-16 in a line

/**
 * Distinct lines of 30 code units, cut from one text as a program gets them from a file, so each is flat.
 *
 * @param {number} count
 * @param {boolean} foreign whether one line in five is not ASCII
 */
export function distinctLines(count, foreign = false) {
  const lines = Array.from({ length: count }, (_, i) => {
    const line = `${(i * 7919).toString(36)} the quick brown fox jumps over ${i}`.slice(0, 24);
    const number = i.toString(36).padStart(4, "0");
    return foreign && i % 5 === 0 ? `${line.slice(0, 19)} é兎🐇ß ${number}` : `${line}: ${number}`;
  });
  if (new Set(lines).size !== count || lines.some((line) => line.length !== UNITS)) {
    throw new Error(`the benchmark's lines are not ${count} distinct ones of ${UNITS} code units`);
  }
  return lines.join("\n").split("\n");
}

/**
 * Bytes without short cycles; another seed gives others.
 *
 * @param {number} length
 * @param {number} [seed]
 */
export function noise(length, seed = 0) {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) bytes[i] = Math.imul(i + seed, 2654435761) >>> 24;
  return bytes;
}

/**
 * Messages that lie in one buffer, as `bulkHash` takes them.
 *
 * @param {string[]} lines
 */
export function packed(lines) {
  const encoder = new TextEncoder();
  const offsets = new Uint32Array(lines.length + 1);
  let end = 0;
  for (const [index, line] of lines.entries()) offsets[index + 1] = end += encoder.encode(line).length;
  return { bytes: encoder.encode(lines.join("")), offsets };
}

/**
 * A sum over all bytes that depends on their order; what is left of a multiple of four is not in it.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export function sumOfBytes(bytes) {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let sum = bytes.length;
  for (const word of words) sum = (Math.imul(sum, 31) + word) | 0;
  return sum;
}

/**
 * A sum over all texts that depends on their order.
 *
 * @param {string[]} texts
 */
export function sumOfTexts(texts) {
  let sum = texts.length;
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 7) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
  }
  return sum;
}

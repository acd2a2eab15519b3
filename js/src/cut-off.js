// Whether a binary ends before it should: opening one on Linux can kill the process with SIGBUS.

import { closeSync, openSync, readSync, statSync } from "node:fs";

const ELF = 0x464c457f; // "\x7fELF", little-endian
const CLASS_64 = 2;
const LITTLE_ENDIAN = 1;

/**
 * Whether `file` is an ELF file that is shorter than its header says (System V ABI, chapter 4). In what linkers write
 * the table of sections comes last. Other formats are left to the system, which refuses them without harm.
 *
 * @param {string} file
 */
export function isCutOff(file) {
  const header = new DataView(new ArrayBuffer(64));
  const descriptor = openSync(file, "r");
  try {
    const read = readSync(descriptor, header, 0, 64, 0);
    if (read < 4 || header.getUint32(0, true) !== ELF) return false;
    if (read < 64) return true;
  } finally {
    closeSync(descriptor);
  }
  if (header.getUint8(4) !== CLASS_64 || header.getUint8(5) !== LITTLE_ENDIAN) return false;
  const table = Number(header.getBigUint64(0x28, true));
  return statSync(file).size < table + header.getUint16(0x3a, true) * header.getUint16(0x3c, true);
}

// For which machine a binary was made, as its header says: ELF, Mach-O or PE.

import { closeSync, openSync, readSync } from "node:fs";

/** e_machine of ELF, the machine of PE, and cputype of Mach-O, as `cpu` of package.json has them. */
const ELF = /** @type {Record<number, string>} */ ({ 3: "ia32", 40: "arm", 62: "x64", 183: "arm64", 243: "riscv64" });
const PE = /** @type {Record<number, string>} */ ({ 332: "ia32", 34404: "x64", 43620: "arm64" });
const MACH = /** @type {Record<number, string>} */ ({ 16777223: "x64", 16777228: "arm64" });

/**
 * @param {string} file
 * @returns {{ os: string, cpu: string } | undefined} nothing if it is none of the three, or cannot be read
 */
export function madeFor(file) {
  const head = new DataView(new ArrayBuffer(1024));
  let read = 0;
  try {
    const descriptor = openSync(file, "r");
    try {
      read = readSync(descriptor, head, 0, head.byteLength, 0);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
  const at = (/** @type {number} */ offset) => (offset + 4 <= read ? head.getUint32(offset, true) : 0);
  if (at(0) === 0x464c_457f) return { os: "linux", cpu: ELF[at(16) >>> 16] ?? "another processor" };
  if (at(0) === 0xfeed_facf) return { os: "darwin", cpu: MACH[at(4)] ?? "another processor" };
  const start = at(60);
  const isPe = (at(0) & 0xffff) === 0x5a4d && start > 0 && at(start) === 0x4550;
  return isPe ? { os: "win32", cpu: PE[at(start + 4) & 0xffff] ?? "another processor" } : undefined;
}

// The package that a file lies in, as its package.json says.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * @param {string} file right in the folder of the package
 * @returns {{ name: string | null, version: string | null }} what cannot be read is null
 */
export function packageOf(file) {
  try {
    const { name, version } = JSON.parse(readFileSync(join(dirname(file), "package.json"), "utf8"));
    return { name: name ?? null, version: version ?? null };
  } catch {
    return { name: null, version: null };
  }
}

// What links for macOS on another system: the LLD that comes with Rust, a stand-in for Apple's SDK, and a program between
// them. Zig could link too, but exports every symbol, whatever it is told.

import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { target } from "./run.js";

const folder = join(target, "macos");

/** What Rust's standard library is linked with; all of it is in one library of the system. */
const LIBRARIES = ["System", "c", "m", "iconv"];

/**
 * What the linker is told besides: flags that are meant for a C compiler are passed on without what marks them, and a symbol
 * of blake3's that its C code calls back stays inside, where Rust would export it.
 *
 * @param {string} lld
 */
const program = (lld) => `#!/bin/sh
for argument; do
  shift
  case $argument in
    -Wl) ;;
    -Wl,*) IFS=,; set -- "$@" \${argument#-Wl,}; unset IFS ;;
    */list) sed -i.all '/^_blake3_/d' "$argument"; set -- "$@" "$argument" ;;
    *) set -- "$@" "$argument" ;;
  esac
done
exec '${lld}' "$@"
`;

/**
 * Writes what links.
 *
 * @param {string} system zig's list of what is in the library of the system
 * @param {string} lld
 * @returns {{ sdk: string, linker: string }}
 */
export function macosLinker(system, lld) {
  const libraries = join(folder, "sdk", "usr", "lib");
  mkdirSync(libraries, { recursive: true });
  // LLD does not know the newest processors. Code for the ones before them finds the same names.
  const text = readFileSync(system, "utf8")
    .replaceAll(/(,\s*)?arm64e\.x1-\w+/g, "")
    .replaceAll("arm64e-", "arm64-");
  for (const name of LIBRARIES) writeFileSync(join(libraries, `lib${name}.tbd`), text);
  const linker = join(folder, "ld");
  writeFileSync(linker, program(lld));
  chmodSync(linker, 0o755);
  return { sdk: join(folder, "sdk"), linker };
}

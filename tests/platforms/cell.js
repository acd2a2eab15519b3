// Runs one cell, as `tests/runners/cell.js` does, and then says where it ran, behind a mark of its own: the platform,
// the C library, the runtime, and which binaries of Oxbridge the system has loaded into the process.

import "../runners/cell.js";
import process from "node:process";
import { libc } from "../../js/src/libc.js";
import { mappedBinaries } from "../packages/mapped.js";

const isWindows = process.platform === "win32";
const loaded = isWindows ? (await import("./windows-modules.js")).loadedBinaries() : mappedBinaries();
const where = {
  os: process.platform,
  cpu: process.arch,
  libc: isWindows ? undefined : libc().name,
  version: process.versions.bun ?? process.versions.node,
  loaded,
};
console.log(`WHERE ${JSON.stringify(where)}`);

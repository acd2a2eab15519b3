// Runs one cell, as `tests/runners/cell.js` does, and then says where it ran, behind a mark of its own: the platform,
// the C library, the runtime, and which binaries of Oxbridge the system has loaded into the process.

import "../runners/cell.js";
import process from "node:process";
import { libc } from "../../js/src/libc.js";
import { mappedBinaries } from "../packages/mapped.js";

const where = {
  os: process.platform,
  cpu: process.arch,
  libc: process.platform === "linux" ? libc().name : undefined,
  version: process.versions.bun ?? process.versions.node,
  loaded: mappedBinaries(),
};
console.log(`WHERE ${JSON.stringify(where)}`);

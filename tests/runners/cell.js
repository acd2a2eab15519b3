// Runs one cell in Node, Bun or Deno: `cell.js BACKEND LEVEL` prints the cell as JSON, behind a mark.

import { argv } from "node:process";
import { runInNewContext } from "node:vm";
import { load } from "oxbridge/backend";
import { runCell } from "../suite/cell.js";
import { readVectors } from "./vectors.js";

const [backend, level] = argv.slice(2);
const cell = await runCell({
  backend,
  load,
  level: /** @type {any} */ (level),
  vectors: readVectors(),
  realm: runInNewContext,
});
console.log(`CELL ${JSON.stringify(cell)}`);

// Runs one cell in Node, Bun or Deno: `cell.js BACKEND LEVEL` prints the cell as JSON, behind a mark.

import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { load } from "oxbridge/backend";
import { runCell } from "../suite/cell.js";
import { VECTOR_FILES } from "../suite/suite.js";

const [backend, level] = argv.slice(2);
const read = (/** @type {string} */ file) => readFileSync(new URL(`../vectors/${file}`, import.meta.url), "utf8");
const vectors = Object.fromEntries(VECTOR_FILES.map((file) => [file, read(file)]));
const { runInNewContext } = await import("node:vm");
const cell = await runCell({ backend, load, level: /** @type {any} */ (level), vectors, realm: runInNewContext });
console.log(`CELL ${JSON.stringify(cell)}`);

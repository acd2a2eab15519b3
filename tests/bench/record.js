// `npm run bench:record`: measures everything, and makes that the record, in docs/bench and in the pages that show it.
// `npm run bench:record -- --from FILE` takes the results of a run that is over.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../../js/build/run.js";
import { recordFiles } from "./record-docs.js";
import { benchRepository, RESULTS } from "./repository.js";

const args = process.argv.slice(2);
const from = args[0] === "--from" ? args[1] : undefined;

/** @param {string} file */
function write(file) {
  const text = readFileSync(file, "utf8");
  const files = { "docs/bench/results.json": text, ...recordFiles(JSON.parse(text)) };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), content);
    console.log(`written: ${path}`);
  }
}

if (from !== undefined) write(from);
else {
  process.exitCode = await benchRepository([...args, "--out", RESULTS]);
  if (process.exitCode === 0) write(join(RESULTS, "results.json"));
  else console.error("The record is as it was.");
}

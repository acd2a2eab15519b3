// `npm run test:huge`: 4 GiB through `hashStream`, on every backend, in less than 64 MiB; and what a part of `npm test`
// does less often, 200,000 calls of everything. Takes half an hour, so it is no part of `npm test` itself.

import { createHash } from "node:crypto";
import { Report } from "../report.js";
import { runChild, same } from "./children.js";
import { allChecks } from "./memory.js";

const RUN_ON = /** @type {const} */ (["node26", "bun", "deno"]);
const BACKENDS = ["napi", "neon", "wasm", "cabi"];
const MIB = 2 ** 20;
const CHUNKS = 4096;
const MOST = 64; // MiB

function expected() {
  const chunk = Uint8Array.from({ length: MIB }, (_, i) => i % 251);
  const hasher = createHash("sha256");
  for (let i = 0; i < CHUNKS; i++) hasher.update(chunk);
  return hasher.digest("hex");
}

const right = expected();
const report = new Report();
report.section(`huge: ${CHUNKS / 1024} GiB through hashStream, in less than ${MOST} MiB`);
/** @type {Record<string, string | number>[]} */
const table = [];
for (const id of RUN_ON) {
  for (const backend of BACKENDS) {
    await report.check(`on ${id}, ${backend} digests ${CHUNKS / 1024} GiB in less than ${MOST} MiB`, async () => {
      const options = { env: { OXBRIDGE_BACKEND: backend }, timeout: 300_000 };
      const { name, digest, ms, grown } = JSON.parse(await runChild(id, "huge.js", [], options));
      table.push({
        runtime: id,
        backend,
        seconds: ms / 1000,
        "MiB/s": Math.round((1000 * CHUNKS) / ms),
        "grown by MiB": Math.round(grown),
      });
      same([name, digest], [backend, right], "what answered, and the digest");
      if (!(grown < MOST)) throw new Error(`it has grown by ${grown} MiB`);
    });
  }
}
console.table(table);
report.section("memory: the same on every backend, with 200,000 calls of every function");
await report.all(allChecks);
process.exit(report.finish());

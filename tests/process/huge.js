// `npm run test:huge`: more than 4 GiB through every algorithm on every backend, beside other implementations; 4 GiB
// through `hashStream`, in less than 64 MiB; and what a part of `npm test` does less often, 200,000 calls of everything.
// Takes an hour, so it is no part of `npm test` itself; `npm run test:huge -- PART...` runs some of it.

import { createHash } from "node:crypto";
import { runParts } from "../parts.js";
import { runChild, same } from "./children.js";
import * as counters from "./counters.js";
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

/** @param {import("../report.js").Report} report */
async function stream(report) {
  const right = expected();
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
}

await runParts({
  counters: { title: "more than 4 GiB through every algorithm", run: (report) => report.all(counters.checks) },
  whole: { title: "more than 4 GiB in one array", run: (report) => report.all(counters.wholeChecks) },
  stream: { title: `${CHUNKS / 1024} GiB through hashStream, in less than ${MOST} MiB`, run: stream, alone: true },
  calls: { title: "memory after 200,000 calls of every function", run: (report) => report.all(allChecks) },
});

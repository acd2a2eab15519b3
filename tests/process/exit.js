// Promises keep a process alive as long as they have work to do, and no longer.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { execute, RUNTIMES } from "../runtimes.js";
import { child, ENVIRONMENT, runChild, same } from "./children.js";

const RUN_ON = /** @type {const} */ (["node24", "bun", "deno"]);
const BACKENDS = ["napi", "neon", "wasm", "cabi"];
const SOON = 1000; // milliseconds from the end of the last call to that of the process
const TRIES = 3;

/** @typedef {(typeof RUN_ON)[number]} Id */

const sha256 = (/** @type {import("node:crypto").BinaryLike} */ data) =>
  createHash("sha256").update(data).digest("hex");

/** What each call gives. */
const CALLS = /** @type {Record<string, string>} */ ({
  sha256: sha256("abc"),
  hashStream: sha256(new Uint8Array(3 * 2 ** 20)),
  hashFile: sha256(readFileSync(child("exit.js"))),
});

/**
 * @param {Id} id
 * @param {string} backend
 * @param {string} call
 */
async function waits(id, backend, call) {
  const took = [];
  while (took.length < TRIES) {
    const said = JSON.parse(await runChild(id, "exit.js", ["waits", call], { env: { OXBRIDGE_BACKEND: backend } }));
    took.push(Date.now() - said.at);
    same(said.digest, CALLS[call], "the digest");
    if (took[took.length - 1] < SOON) return;
  }
  throw new Error(`the process ended ${took.join(", ")} ms after the call`);
}

/**
 * @param {Id} id
 * @param {string} backend
 * @param {string} call
 */
async function leaves(id, backend, call) {
  const { command, args } = RUNTIMES[id];
  const env = { ...ENVIRONMENT, OXBRIDGE_BACKEND: backend };
  const all = [...args, child("exit.js"), "leaves", call];
  const { code, signal, stdout, stderr } = await execute(command, all, { env, timeout: 60_000 });
  same([code, signal, stdout], [7, null, ""], `how it ended (${stderr.slice(-2000)})`);
}

/**
 * @param {Id} id
 * @param {string} backend
 * @param {string} call
 */
async function forgets(id, backend, call) {
  const said = await runChild(id, "exit.js", ["forgets", call], { env: { OXBRIDGE_BACKEND: backend } });
  same(said, JSON.stringify({ digest: CALLS[call] }), "what it said before its end");
}

const WAYS = /** @type {[string, (id: Id, backend: string, call: string) => Promise<void>][]} */ ([
  ["a program that has awaited one call ends by itself within a second", waits],
  ["a program may exit in the middle of a call", leaves],
  ["a program ends when its last call has, though nothing waits for it", forgets],
]);

/** @type {import("../report.js").Check[]} */
export const checks = RUN_ON.flatMap((id) =>
  BACKENDS.flatMap((backend) =>
    WAYS.map(([name, run]) => ({
      name: `on ${id} with ${backend}, ${name}`,
      run: async () => {
        for (const call of Object.keys(CALLS)) await run(id, backend, call);
      },
    })),
  ),
);

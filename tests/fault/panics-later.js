// Makes one backend panic off the thread, again and again, and calls it after each time; and panics with a hasher. Run
// by tests/process/faults.js with the name of the backend and the folder of a build with the rows that fail on purpose.

import { createHash as nodeHash } from "node:crypto";
import { functionsOf } from "../../js/src/families.js";
import { perform } from "../../js/src/later.js";
import { openFaulty } from "./open.js";

const NO_OPTIONS = new Uint8Array(0);

const PANICS = 200;
const SHALLOW = 10;
const ABC = nodeHash("sha256").update("abc").digest("hex");
const REASON = /a row that panics (with a hasher )?on purpose/;

const [name, folder] = /** @type {[import("./open.js").Name, string]} */ (process.argv.slice(2));
const faulty = await openFaulty(name, folder);
const { rows, tasks } = faulty;

/**
 * @param {unknown} actual
 * @param {unknown} expected
 * @param {string} what
 */
function same(actual, expected, what) {
  if (actual !== expected) throw new Error(`${what} is ${actual}, but should be ${expected}`);
}

/**
 * @param {string} row
 * @param {unknown[]} args
 */
const later = (row, args) =>
  perform(
    () => tasks,
    (job) => job.call(row, args),
  );

/**
 * Calls what must fail, and checks how it is told.
 *
 * @param {() => unknown} call
 * @param {string} code
 * @param {string} what
 */
async function fails(call, code, what) {
  try {
    await call();
  } catch (error) {
    const { constructor: type, code: actual, message } = /** @type {Error & Record<string, unknown>} */ (error);
    same(type, Error, `the class of the error of ${what}`);
    same(actual, code, `the code of ${what} (${message})`);
    if (code !== "ERR_INTERNAL") return;
    same(/further calls are safe/.test(message), true, `the way out in "${message}"`);
    // A panic in WebAssembly is a trap, which has no text of its own.
    if (name !== "wasm") same(REASON.test(message), true, `the reason in "${message}"`);
    return;
  }
  throw new Error(`${what} did not fail`);
}

/** The next call is right, whatever was before: off the thread and on it. */
async function works() {
  same(await later("recurse", [SHALLOW]), SHALLOW, "a shallow recursion off the thread");
  same(await later("hash_text", [0, 0, tasks.keep(new TextEncoder().encode("abc"))]), ABC, "a digest off the thread");
  same(rows.recurse(SHALLOW), SHALLOW, "a shallow recursion");
}

await works();
for (let i = 0; i < PANICS; i++) {
  await fails(() => later("panic", []), "ERR_INTERNAL", `panic ${i}`);
  await works();
}
// Together: each promise has its own answer.
const together = [1, 2, 3, 4, 5, 6].map((i) => (i % 2 === 0 ? later("recurse", [i]) : later("panic", [])));
const outcomes = await Promise.allSettled(together);
const said = outcomes.map((outcome) => ("value" in outcome ? outcome.value : outcome.reason.code));
same(`${said}`, "ERR_INTERNAL,2,ERR_INTERNAL,4,ERR_INTERNAL,6", "what six calls at once gave");

const { createHash } = functionsOf("hash", () => rows);
const digest = () => createHash("sha256").update("abc").digest();
if (name === "wasm") {
  // A trap takes along all that the instance had.
  const hasher = createHash("sha256").update("abc");
  await fails(() => rows.panic(), "ERR_INTERNAL", "a panic beside a hasher");
  for (const method of ["update", "digest", "clone", "reset", "free"]) {
    await fails(() => hasher[method](method === "update" ? "d" : undefined), "ERR_DISPOSED", `${method} after a trap`);
  }
  hasher[Symbol.dispose]();
  same(digest(), ABC, "the digest of a new hasher");
} else {
  const other = rows.hasher_new(0, NO_OPTIONS);
  const now = rows.hasher_new(0, NO_OPTIONS);
  await fails(() => rows.panic_with(now), "ERR_INTERNAL", "a panic with a hasher");
  await fails(() => rows.hasher_reset(now), "ERR_DISPOSED", "the hasher of a panic");
  await fails(() => rows.release(now), "ERR_DISPOSED", "releasing the hasher of a panic");
  if (rows.promises) {
    const lost = rows.hasher_new(0, NO_OPTIONS);
    await fails(() => rows.promises.panic_with(lost), "ERR_INTERNAL", "a panic with a hasher off the thread");
    await fails(() => rows.hasher_reset(lost), "ERR_DISPOSED", "the hasher of a panic off the thread");
    await fails(() => rows.promises.hasher_reset(lost), "ERR_DISPOSED", "the same, off the thread");
  }
  // One that had no part in it is as it was.
  rows.hasher_update(other, new TextEncoder().encode("abc"));
  same(rows.hasher_digest_text(other, 0), ABC, "the digest of another hasher");
  rows.release(other);
}
same(digest(), ABC, "a digest at the end");
same(faulty.info.by, rows.promises ? "threads" : "workers", "where the promises ran");
console.log("done");

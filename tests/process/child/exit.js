// Makes one call of the promises, and ends in the way that it is told to. Run with the way and the kind of call.
//
// "waits": at the end of the call it says when that was, and the process must end by itself.
// "leaves": it exits with 7 in the middle of the call.
// "forgets": it waits for nothing, and the process must live until the call has ended.

import * as promises from "oxbridge/promises";

const [way, kind] = process.argv.slice(2);
const chunk = new Uint8Array(2 ** 20);

/** @param {number} count */
async function* chunks(count) {
  for (let i = 0; i < count; i++) yield chunk;
}

/** @type {Record<string, (isLong: boolean) => Promise<string>>} */
const CALLS = {
  sha256: (isLong) => promises.sha256(isLong ? new Uint8Array(2 ** 28) : "abc"),
  hashStream: (isLong) => promises.hashStream("sha256", isLong ? chunks(2 ** 20) : chunks(3)),
  hashFile: (isLong) => promises.hashFile("sha256", isLong ? "/dev/zero" : new URL(import.meta.url)),
};

if (way === "waits") {
  const digest = await CALLS[kind](false);
  console.log(JSON.stringify({ digest, at: Date.now() }));
} else if (way === "leaves") {
  CALLS[kind](true);
  setTimeout(() => process.exit(7), 50);
} else {
  CALLS[kind](false).then((digest) => console.log(JSON.stringify({ digest })));
}

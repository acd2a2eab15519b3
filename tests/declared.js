// What a runtime cannot have. Each entry is a small reproduction that holds while the reason does, and fails once the
// runtime can do it after all: then the entry goes, and its cases run. `docs/runtimes.md` tells the same to people.

import { ABC } from "./abc.js";
import { runChild, same } from "./process/children.js";
import { askWorkerd } from "./runners/workerd.js";

/** Runtimes in which cases with values of another realm cannot run. */
export const WITHOUT_REALM = ["workerd"];
/** Runtimes in which a worker ends only after the WebAssembly function that it is in. */
export const UNENDING = /** @type {const} */ (["bun", "deno"]);

const BUSY = 60; // of 300 milliseconds: more than what a process does that has nothing to do

export const checks = [
  {
    name: "workerd has no second realm: no vm, no ShadowRealm, no iframes",
    run: async () => {
      const found = await askWorkerd("/?realm");
      if (found !== "[]") throw new Error(`workerd has ${found}; let the cases with values of another realm run there`);
    },
  },
  {
    name: "workerd has no threads, so promises run on the calling thread, and backend() says so",
    run: async () => {
      const [found, said] = JSON.parse(await askWorkerd("/?thread"));
      if (found.length > 0) throw new Error(`workerd has ${found}; let promises run there`);
      same(said, [ABC, { by: "calling thread", reason: "workerd has no threads" }], "what a promise gave, and where");
    },
  },
  ...UNENDING.map((id) => ({
    name: `${id} does not end a worker that is in the middle of WebAssembly`,
    run: async () => {
      const work = Number(await runChild(id, "endless.js", []));
      if (!(work > BUSY)) throw new Error(`it worked for ${work} ms of 300; let the part cancel check the work there`);
    },
  })),
];

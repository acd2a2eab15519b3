// What a runtime cannot have. Each entry is a small reproduction that holds while the reason does, and fails once the
// runtime can do it after all: then the entry goes, and its cases run. `docs/runtimes.md` tells the same to people.

import { askWorkerd } from "./runners/workerd.js";

/** Runtimes in which cases with values of another realm cannot run. */
export const WITHOUT_REALM = ["workerd"];

export const checks = [
  {
    name: "workerd has no second realm: no vm, no ShadowRealm, no iframes",
    run: async () => {
      const found = await askWorkerd("/?realm");
      if (found !== "[]") throw new Error(`workerd has ${found}; let the cases with values of another realm run there`);
    },
  },
];

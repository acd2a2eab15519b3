// What is shown of parts, alone and together, and how their process ends.

import { deepStrictEqual, match, strictEqual } from "node:assert";
import { fork } from "node:child_process";
import { join } from "node:path";
import { execute } from "../runtimes.js";

const MADE_UP = join(import.meta.dirname, "made-up.js");
const run = (/** @type {string[]} */ ...parts) => execute(process.execPath, [MADE_UP, ...parts]);

/** @type {import("../report.js").Check[]} */
export const checks = [
  {
    name: "one part alone shows its checks, and what it shows at the end, once",
    run: async () => {
      const { code, stdout } = await run("good");
      match(
        stdout,
        /^\ngood: what is true\n {2}ok {4}it is true \(.* s\)\n\nWhat is shown of good\.\n\n1 passed, 0 failed\n$/,
      );
      strictEqual(code, 0);
    },
  },
  {
    name: "several parts show theirs once, in order, then how long each took, the longest first, and what failed again",
    run: async () => {
      const { code, stdout } = await run("bad", "good");
      match(stdout, /^\ngood: what is true\n.*\n\nbad: what is false\n {2}FAIL {2}it is false/);
      match(stdout, /\n\npart {2}seconds\nbad +[1-9][\d.]+\ngood +[\d.]+\n\n\d+ s in all\n/);
      match(
        stdout,
        / in all\n\nWhat is shown of good\.\n\nFAILED: it is false\nit never was true\n\n1 passed, 1 failed\n$/,
      );
      deepStrictEqual([stdout.split("What is shown of good.").length, code], [2, 1]);
    },
  },
  {
    name: "a part whose process ends before its checks do is a failure",
    run: async () => {
      const { code, stdout } = await run("good", "ended");
      match(stdout, /\nFAILED: the part ended runs to its end\nits process ended with 0 and did not say how/);
      strictEqual(code, 1);
    },
  },
  {
    name: "a part that is not known is an error, which lists those that are",
    run: async () => {
      const { code, stdout, stderr } = await run("good", "god");
      deepStrictEqual([code, stdout], [2, ""]);
      strictEqual(stderr, "there is no part god; the parts are: good, bad, ended\n");
    },
  },
  ...Object.entries({ good: 0, bad: 1 }).map(([part, expected]) => ({
    name: `the part ${part} ends with ${expected} under any process with a channel to it`,
    run: async () => {
      const child = fork(MADE_UP, [part], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
      strictEqual(await new Promise((resolve) => child.on("close", resolve)), expected);
    },
  })),
];

// Watches what a program does in Node besides computing: files, processes, threads, connections, addons, WebAssembly.
// What is imported after this module is watched, also where it imports a function by its name.

import childProcess from "node:child_process";
import dns from "node:dns";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import process from "node:process";
import threads from "node:worker_threads";

/** @typedef {{ what: string, path: string | null }} Act what was called, such as `fs.statSync`, and with which path */

/** @type {Act[]} */
let acts = [];
/** How many watched functions are running: what one of them calls by itself is not told. */
let depth = 0;

/** What was done since this was last asked. */
export function takeActs() {
  const taken = acts;
  acts = [];
  return taken;
}

/**
 * Puts functions in the place of those of an object, which write down that they are called.
 *
 * @param {string} name
 * @param {any} object
 * @param {string[]} keys
 */
function watch(name, object, keys = Object.keys(object)) {
  for (const key of keys) {
    const { value: original, writable } = Object.getOwnPropertyDescriptor(object, key) ?? {};
    if (typeof original !== "function" || !writable) continue;
    /** @type {<T>(args: unknown[], call: () => T) => T} */
    const told = (args, call) => {
      const path = args.find((arg) => typeof arg === "string" || arg instanceof URL);
      if (depth === 0) acts.push({ what: `${name}.${key}`, path: path === undefined ? null : String(path) });
      depth++;
      try {
        return call();
      } finally {
        depth--;
      }
    };
    object[key] = new Proxy(original, {
      apply: (target, self, args) => told(args, () => Reflect.apply(target, self, args)),
      construct: (target, args) => told(args, () => new target(...args)),
    });
  }
}

watch("fs", fs);
watch("fs.promises", fs.promises);
watch("child_process", childProcess);
watch("worker_threads", threads, ["Worker"]);
watch("net", net);
watch("dns", dns);
watch("globalThis", globalThis, ["fetch"]);
watch("process", process, ["dlopen"]);
watch("WebAssembly", WebAssembly, Object.getOwnPropertyNames(WebAssembly));
syncBuiltinESMExports();

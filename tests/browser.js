// Ways of loading that only a browser has, and what its content security policy must permit.

import { deepStrictEqual, match } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../js/build/run.js";
import { ABC } from "./abc.js";
import { onPage, outcomeUnder } from "./runners/chromium.js";

const RIGHT = { value: ABC };
const REFUSED = "ERR_BACKEND_UNAVAILABLE";

/** The least that a page needs whose program comes from its own server, and what each part of it is for. */
const SCRIPT = "script-src 'self' 'wasm-unsafe-eval'";
const WORKER = "worker-src blob:";
const CONNECT = "connect-src 'self'";
const POLICY = ["default-src 'none'", SCRIPT, WORKER].join("; ");

/** @type {import("./report.js").Check[]} */
const policyChecks = [
  {
    name: "the policy of docs/platforms.md is enough for calls, and for promises in workers",
    run: async () => {
      const page = readFileSync(join(root, "docs", "platforms.md"), "utf8");
      deepStrictEqual(page.includes(`\nContent-Security-Policy: ${POLICY}\n`), true);
      const { now, later, where, streamed } = await outcomeUnder(POLICY);
      deepStrictEqual([now, later, where], [RIGHT, RIGHT, { value: { by: "workers", reason: null } }]);
      deepStrictEqual(streamed.code, REFUSED);
    },
  },
  {
    name: "a policy without worker-src leaves promises on the page's own thread, and the reason says what to add",
    run: async () => {
      const { now, later, where } = await outcomeUnder(POLICY.replace(`; ${WORKER}`, ""));
      deepStrictEqual([now, later, where.value.by], [RIGHT, RIGHT, "calling thread"]);
      match(where.value.reason, /a content security policy must have worker-src blob:/);
    },
  },
  {
    name: "a policy without 'wasm-unsafe-eval' is an error that names it, now, as a promise, and in load()",
    run: async () => {
      const policy = `${POLICY.replace(" 'wasm-unsafe-eval'", "")}; ${CONNECT}`;
      const { now, later, streamed } = await outcomeUnder(policy);
      for (const { code, message } of [now, later, streamed]) {
        deepStrictEqual(code, REFUSED);
        match(message, /; a content security policy must have 'wasm-unsafe-eval' in script-src$/);
      }
    },
  },
  {
    name: "a policy with connect-src lets load() stream the modules",
    run: async () => {
      const { now, streamed } = await outcomeUnder(`${POLICY}; ${CONNECT}`);
      deepStrictEqual([now, streamed], [RIGHT, RIGHT]);
    },
  },
];

/** @type {import("./report.js").Check[]} */
export const checks = [
  ...policyChecks,
  {
    name: 'load("wasm", { url }) compiles the modules while a server sends them',
    run: () =>
      onPage(async (page, address) => {
        /** @type {string[]} */
        const requested = [];
        page.on("request", (request) => requested.push(new URL(request.url()).pathname));
        const seen = await page.evaluate(`streamHere("${address}wasm")`);
        const expected = [ABC, "12200160415121876738", "wasm"];
        if (String(seen) !== String(expected)) throw new Error(`it gave ${seen}`);
        const files = ["/wasm/hash.wasm", "/wasm/image.wasm", "/wasm/math.wasm"];
        if (!files.every((file) => requested.includes(file))) throw new Error(`it asked for ${requested}`);
      }),
  },
  {
    name: 'load("wasm", { url }) says which file a server does not have',
    run: () =>
      onPage(async (page, address) => {
        const message = await page.evaluate(
          `streamHere("${address}nowhere").catch((error) => error.code + error.message)`,
        );
        if (!/^ERR_BACKEND_UNAVAILABLE.*nowhere\/\w+\.wasm: the server answered 404/.test(String(message))) {
          throw new Error(`it said ${message}`);
        }
      }),
  },
];

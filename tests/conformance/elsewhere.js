// Runs a subject where there is no file system: on a page of Chromium, and in workerd.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withWorker } from "../runners/serve-worker.js";
import { onSite } from "../runners/site.js";
import { bundleOf, leftToWorkerd, withoutBuiltins } from "./bundle.js";
import { listener } from "./listener.js";

/** @typedef {import("./places.js").Ask} Ask */

/** A page that has said nothing for so long waits for a promise that never ends, in milliseconds. */
const SILENCE = 120_000;

const HTML = '<!doctype html><meta charset="utf-8"><body><script type="module" src="/page.js"></script>';

const PAGE = `
  const version = async () => {
    const agent = await navigator.userAgentData?.getHighEntropyValues(["uaFullVersion"]);
    return agent?.uaFullVersion ?? navigator.userAgent;
  };
  globalThis.answerHere = async () => JSON.stringify(await answer(tell, "chromium " + (await version())));`;

/** @type {Ask} */
export async function askChromium(subject, { command }, tell) {
  const body = await bundleOf(subject, PAGE, { conditions: ["browser"], plugins: [withoutBuiltins] });
  /** @type {Record<string, import("../runners/site.js").Answer>} */
  const site = { "/": { type: "text/html", body: HTML }, "/page.js": { type: "text/javascript", body } };
  return onSite(
    command,
    (path) => site[path],
    (page, address) => answerOf(page, address, tell),
  );
}

/**
 * What a page answers, or how it ended.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} address
 * @param {(far: string) => void} tell
 * @returns {ReturnType<Ask>}
 */
async function answerOf(page, address, tell) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let listen = () => {};
  /** @type {Promise<import("./places.js").End>} */
  const ended = new Promise((resolve) => {
    page.on("crash", () => resolve({ end: "the page crashed" }));
    page.on("pageerror", ({ message }) => resolve({ end: `the page failed: ${message}` }));
    listen = () => {
      clearTimeout(timer);
      timer = setTimeout(() => resolve({ end: `the page said nothing for ${SILENCE / 1000} s` }), SILENCE);
    };
  });
  const answered = async () => {
    await page.exposeFunction("tell", (/** @type {string} */ far) => {
      listen();
      tell(far);
    });
    await page.goto(address);
    await page.waitForFunction("typeof answerHere === 'function'");
    return JSON.parse(await page.evaluate("answerHere()"));
  };
  listen();
  try {
    return await Promise.race([answered(), ended]);
  } finally {
    clearTimeout(timer);
  }
}

/** @param {string} version */
const workerOf = (version) => `
  export default {
    fetch() {
      const { readable, writable } = new TransformStream();
      const writer = writable.getWriter();
      const print = (line) => writer.write(new TextEncoder().encode(line + "\\n"));
      const run = async () => print("COLUMN " + JSON.stringify(await answer((far) => print("CASES " + far), ${version})));
      run().then(() => writer.close(), (error) => writer.abort(error));
      return new Response(readable);
    },
  };`;

/** @type {Ask} */
export async function askWorkerd(subject, { command }, tell) {
  const version = execFileSync(command, ["--version"], { encoding: "utf8" }).trim();
  /** @type {Map<string, string>} */
  const modules = new Map();
  const place = { conditions: ["workerd"], plugins: [leftToWorkerd(modules)] };
  const bundle = await bundleOf(subject, workerOf(JSON.stringify(version)), place);
  const folder = mkdtempSync(join(tmpdir(), "oxbridge-workerd-"));
  try {
    writeFileSync(join(folder, "worker.js"), bundle);
    for (const [name, file] of modules) copyFileSync(file, join(folder, name));
    const worker = { folder, modules: [...modules.keys()], flags: ["nodejs_compat"] };
    return await withWorker(command, worker, async (address) => {
      const { hear, column } = listener(tell);
      const { body } = await fetch(address);
      let rest = "";
      for await (const text of /** @type {any} */ (body).pipeThrough(new TextDecoderStream())) {
        const lines = (rest + text).split("\n");
        rest = /** @type {string} */ (lines.pop());
        for (const line of lines) hear(line);
      }
      return column() ?? { end: "the worker ended" };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

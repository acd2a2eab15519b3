// Runs the suite in an installed Chromium or Chrome, on a page that is served from this machine.

import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { root } from "../../js/build/run.js";
import { withBundle } from "./bundle.js";
import { findChromium, onSite } from "./site.js";

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };

/**
 * The program of a page: the file to begin with, in this folder, the function that is there when it has started, and the
 * packages that stay out of it.
 *
 * @typedef {{ entry: string, ready: string, external?: string[] }} PageProgram
 */

/** How the program of a page is bundled. */
const PAGE = { name: "page.js", conditions: ["browser"] };

/** @type {PageProgram} */
const SUITE = { entry: "browser-page.js", ready: "runSuiteHere" };

/**
 * Starts the browser on a page with a program, that of the suite by default, and hands the page to `use`.
 *
 * @template T
 * @param {(page: import("playwright-core").Page, address: string) => Promise<T>} use
 * @param {PageProgram} [program]
 * @returns {Promise<T>}
 */
export async function onPage(use, { entry, ready, external } = SUITE) {
  return withBundle({ ...PAGE, entry, external }, (folder) =>
    onSite(browser(), siteOf(folder), async (page, address) => {
      await page.goto(address);
      await page.waitForFunction(`typeof ${ready} === "function"`);
      return use(page, address);
    }),
  );
}

/**
 * What `policy-page.js` says of itself on a page with a content security policy.
 *
 * @param {string} policy
 * @returns {Promise<any>}
 */
export async function outcomeUnder(policy) {
  return withBundle({ ...PAGE, entry: "policy-page.js" }, (folder) =>
    onSite(browser(), siteOf(folder, { "content-security-policy": policy }), async (page, address) => {
      const [message] = await Promise.all([
        page.waitForEvent("console", (message) => message.text().startsWith("OUTCOME ")),
        page.goto(address),
      ]);
      return JSON.parse(message.text().slice(8));
    }),
  );
}

function browser() {
  const command = findChromium();
  if (command === undefined) throw new Error("no Chromium or Chrome is installed");
  return command;
}

/**
 * A page with the program of a folder, and the WebAssembly of the package.
 *
 * @param {string} folder
 * @param {Record<string, string>} [headers] of the page
 * @returns {Parameters<typeof onSite>[1]}
 */
function siteOf(folder, headers) {
  const page = '<!doctype html><meta charset="utf-8"><body><script type="module" src="/page.js"></script>';
  return (path) => {
    if (path === "/") return { type: "text/html", body: page, headers };
    const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(path))];
    const file = type === TYPES[".wasm"] ? join(root, "js", path) : join(folder, path);
    return type !== undefined && existsSync(file) ? { type, body: readFileSync(file) } : undefined;
  };
}

/** The cell of the browser. @returns {Promise<import("../suite/cell.js").Cell>} */
export const runChromium = () => onPage((page) => page.evaluate("runSuiteHere('full')"));

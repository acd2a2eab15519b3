// Starts an installed Chromium or Chrome on what is served from this machine, and runs the suite in it.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";
import { root } from "../../js/build/run.js";
import { bundle } from "./bundle.js";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const MAC = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
// A browser that is driven needs no sandbox of its own as root, and no services of its maker.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
const INDEX = '<!doctype html><meta charset="utf-8"><body><script type="module" src="/page.js"></script>';

/** The path of an installed browser, or `undefined`. */
export function findChromium() {
  const folders = (process.env.PATH ?? "").split(":");
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...MAC];
  return candidates.find((file) => existsSync(file));
}

/**
 * Starts the browser, hands it to `use`, and ends it.
 *
 * @template T
 * @param {(context: import("playwright-core").BrowserContext) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function inBrowser(use) {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("no Chromium or Chrome is installed");
  const profile = mkdtempSync(join(tmpdir(), "oxbridge-chromium-"));
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: FLAGS, headless: true });
  try {
    return await use(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/**
 * Serves folders for as long as `use` takes; where several have a file, the first one gives it.
 *
 * @template T
 * @param {string[]} folders
 * @param {(address: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function served(folders, use) {
  const server = createServer((request, response) => answer(folders, request.url ?? "/", response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  try {
    return await use(`http://127.0.0.1:${port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/**
 * @param {string[]} folders
 * @param {string} url
 * @param {import("node:http").ServerResponse} response
 */
function answer(folders, url, response) {
  const { pathname } = new URL(url, "http://localhost");
  const path = pathname === "/" ? "index.html" : decodeURIComponent(pathname);
  const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(path))];
  const file = folders.map((folder) => join(folder, path)).find((candidate) => existsSync(candidate));
  if (type === undefined || file === undefined) {
    response.statusCode = 404;
    response.end();
    return;
  }
  response.setHeader("content-type", type);
  response.end(readFileSync(file));
}

/**
 * The program of a page: the file to begin with, in this folder, the function that is there when it has started, and the
 * packages that stay out of it.
 *
 * @typedef {{ entry: string, ready: string, external?: string[] }} PageProgram
 */

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
  const folder = join(root, "dist", "bundles", "browser");
  await bundle(entry, join(folder, "page.js"), ["browser"], external);
  writeFileSync(join(folder, "index.html"), INDEX);
  // The second folder has the WebAssembly modules that a page may stream.
  return served([folder, join(root, "js")], (address) =>
    inBrowser(async (context) => {
      const page = await context.newPage();
      await page.goto(address);
      await page.waitForFunction(`typeof ${ready} === "function"`);
      return use(page, address);
    }),
  );
}

/** The cell of the browser. @returns {Promise<import("../suite/cell.js").Cell>} */
export const runChromium = () => onPage((page) => page.evaluate("runSuiteHere('full')"));

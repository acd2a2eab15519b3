// Runs the suite in an installed Chromium or Chrome, on a page that is served from this machine.

import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
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

/** The path of an installed browser, or `undefined`. */
export function findChromium() {
  const folders = (process.env.PATH ?? "").split(":");
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...MAC];
  return candidates.find((file) => existsSync(file));
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
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("no Chromium or Chrome is installed");
  const folder = join(root, "dist", "bundles", "browser");
  await bundle(entry, join(folder, "page.js"), ["browser"], external);
  const server = createServer((request, response) => serve(folder, request.url ?? "/", response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const profile = mkdtempSync(join(tmpdir(), "oxbridge-chromium-"));
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: FLAGS, headless: true });
  try {
    const page = await context.newPage();
    const address = `http://127.0.0.1:${port}/`;
    await page.goto(address);
    await page.waitForFunction(`typeof ${ready} === "function"`);
    return await use(page, address);
  } finally {
    await context.close();
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {string} url
 * @param {import("node:http").ServerResponse} response
 */
function serve(folder, url, response) {
  const { pathname } = new URL(url, "http://localhost");
  const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(pathname))];
  if (pathname === "/") {
    response.setHeader("content-type", "text/html");
    response.end('<!doctype html><meta charset="utf-8"><body><script type="module" src="/page.js"></script>');
    return;
  }
  const file = type === "application/wasm" ? join(root, "js", pathname) : join(folder, pathname);
  if (type === undefined || !existsSync(file)) {
    response.statusCode = 404;
    response.end();
    return;
  }
  response.setHeader("content-type", type);
  response.end(readFileSync(file));
}

/** The cell of the browser. @returns {Promise<import("../suite/cell.js").Cell>} */
export const runChromium = () => onPage((page) => page.evaluate("runSuiteHere('full')"));

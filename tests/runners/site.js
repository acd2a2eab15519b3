// Starts an installed Chromium or Chrome on a page that is served from this machine.

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { onPath } from "./on-path.js";

/**
 * What a server answers.
 *
 * @typedef {{ type: string, body: string | Uint8Array, headers?: Record<string, string> }} Answer
 */

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
/** Chrome on Windows is in a folder that one of these variables names, and not on the PATH. */
const WINDOWS = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];
// A browser that is driven needs no sandbox of its own as root, and no services of its maker.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The path of an installed browser, or `undefined`.
 *
 * @param {import("./on-path.js").System} [system]
 */
export function findChromium(system = process) {
  const folders = WINDOWS.flatMap((name) => system.env[name] ?? []);
  const usual = [MAC, ...folders.map((folder) => join(folder, "Google", "Chrome", "Application", "chrome.exe"))];
  return onPath(NAMES, system) ?? usual.find((file) => existsSync(file));
}

/**
 * Starts the browser on the page of a site, which is its answer to `/`, and hands the page to `use`.
 *
 * @template T
 * @param {string} executablePath
 * @param {(path: string) => Answer | undefined} site what it answers at each path; without an answer it is 404
 * @param {(page: import("playwright-core").Page, address: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function onSite(executablePath, site, use) {
  const { chromium } = await import("playwright-core");
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const answer = site(pathname);
    if (answer === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": answer.type, ...answer.headers }).end(answer.body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const profile = mkdtempSync(join(tmpdir(), "oxbridge-chromium-"));
  try {
    const context = await chromium.launchPersistentContext(profile, { executablePath, args: FLAGS, headless: true });
    try {
      return await use(await context.newPage(), `http://127.0.0.1:${port}/`);
    } finally {
      await context.close();
    }
  } finally {
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

// Pages, bundled by each bundler without a configuration and run in Chromium: each holds one copy of one WebAssembly
// module, and uses it.

import { deepStrictEqual, strictEqual } from "node:assert";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { NAMES } from "../../js/src/families.js";
import { findChromium, onSite } from "../runners/site.js";
import { BUNDLERS, bundlePage } from "./bundlers.js";
import { answeredBy, placed } from "./placed.js";

/** @typedef {import("./bundlers.js").Bundler} Bundler */

/**
 * What came of a bundler.
 *
 * @typedef {object} Bundled
 * @property {string} out
 * @property {Size} size
 * @property {Record<string, number>} copies of each WebAssembly module
 * @property {number} length of the module of hash, in bytes
 */

/** @typedef {{ minified: number, gzip: number }} Size of all JavaScript of a page, in bytes */

/**
 * What was seen of a page.
 *
 * @typedef {object} Seen
 * @property {import("./programs/answers.js").Answers} answers
 * @property {number[]} compiled how long each module was that the page itself compiled
 * @property {number} instances that it made
 * @property {number} workers that it started
 * @property {string[]} complaints of the page, and what it asked for in vain
 */

/** @type {Map<Bundler, Promise<Bundled>>} */
const bundling = new Map();

/** @param {Bundler} bundler */
export function bundled(bundler) {
  const result = bundling.get(bundler) ?? bundleAndLook(bundler);
  bundling.set(bundler, result);
  return result;
}

/**
 * @param {Bundler} bundler
 * @returns {Promise<Bundled>}
 */
async function bundleAndLook(bundler) {
  const place = await placed(bundler.name);
  const out = await bundlePage(bundler, place);
  const paths = readdirSync(out, { recursive: true, encoding: "utf8" }).map((path) => join(out, path));
  const files = paths.filter((path) => statSync(path).isFile());
  const contents = files.map((path) => readFileSync(path));
  const modules = join(place.installed.folder, "node_modules", "oxbridge", "wasm");
  const copies = Object.fromEntries(
    NAMES.map((family) => {
      const bytes = readFileSync(join(modules, `${family}.wasm`));
      const forms = [bytes, Buffer.from(bytes.toString("base64"))];
      const found = contents.flatMap((content) => forms.map((form) => occurrences(content, form)));
      return [family, found.reduce((sum, count) => sum + count, 0)];
    }),
  );
  const scripts = contents.filter((_, index) => files[index].endsWith(".js"));
  const size = {
    minified: scripts.reduce((sum, { length }) => sum + length, 0),
    gzip: scripts.reduce((sum, script) => sum + gzipSync(script).length, 0),
  };
  return { out, size, copies, length: statSync(join(modules, "hash.wasm")).size };
}

/**
 * @param {Buffer} content
 * @param {Buffer} part
 */
function occurrences(content, part) {
  let count = 0;
  for (let at = content.indexOf(part); at >= 0; at = content.indexOf(part, at + part.length)) count++;
  return count;
}

/** Counts the modules that a page compiles and instantiates; runs before its own programs. */
function countModules() {
  const scope = /** @type {any} */ (globalThis);
  scope.compiled = [];
  scope.instances = 0;
  const { Module, Instance } = WebAssembly;
  WebAssembly.Module = new Proxy(Module, {
    construct(_target, [bytes]) {
      scope.compiled.push(bytes.byteLength);
      return new Module(bytes);
    },
  });
  WebAssembly.Instance = new Proxy(Instance, {
    construct(_target, [module, imports]) {
      scope.instances++;
      return new Instance(module, imports);
    },
  });
}

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

/**
 * What a server of a folder answers.
 *
 * @param {string} folder
 * @param {string} path
 */
function answer(folder, path) {
  const file = join(folder, path === "/" ? "index.html" : path);
  const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(file))];
  if (type === undefined || !existsSync(file)) return undefined;
  // The next page has files of the same names.
  return { type, body: readFileSync(file), headers: { "cache-control": "no-store" } };
}

/** @type {Promise<Map<Bundler, Seen | Error>> | undefined} */
let visiting;

/** What was seen of every page, in one browser; where a page failed, or was not bundled, the error. */
function visited() {
  visiting ??= visitAll();
  return visiting;
}

async function visitAll() {
  const browser = findChromium();
  if (browser === undefined) throw new Error("no Chromium or Chrome is installed");
  /** @type {Map<Bundler, Seen | Error>} */
  const seen = new Map();
  let folder = "";
  await onSite(
    browser,
    (path) => answer(folder, path),
    async (page, address) => {
      await page.addInitScript(countModules);
      /** @type {string[]} */
      const complaints = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => complaints.push(message.text()));
      page.on("response", (response) => {
        if (!response.ok()) complaints.push(`${response.status()} for ${response.url()}`);
      });
      for (const bundler of BUNDLERS) {
        try {
          folder = (await bundled(bundler)).out;
          seen.set(bundler, await visit(page, address, () => complaints.splice(0)));
        } catch (error) {
          seen.set(bundler, /** @type {Error} */ (error));
        }
      }
    },
  );
  return seen;
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} address
 * @param {() => string[]} takeComplaints
 * @returns {Promise<Seen>}
 */
async function visit(page, address, takeComplaints) {
  await page.goto(address);
  try {
    const answers = /** @type {Seen["answers"]} */ (await page.evaluate("answered"));
    const compiled = /** @type {number[]} */ (await page.evaluate("compiled"));
    const instances = /** @type {number} */ (await page.evaluate("instances"));
    return { answers, compiled, instances, workers: page.workers().length, complaints: takeComplaints() };
  } catch (error) {
    throw new Error([/** @type {Error} */ (error).message, ...takeComplaints()].join("\n"));
  }
}

/** @type {import("../report.js").Check[]} */
export const pageChecks = BUNDLERS.flatMap((bundler) => [
  {
    name: `${bundler.name} bundles a page that hashes, with one copy of the module of hash and of no other`,
    run: async () => {
      const { copies } = await bundled(bundler);
      deepStrictEqual(copies, { math: 0, hash: 1, image: 0 });
    },
  },
  {
    name: `the page that ${bundler.name} has bundled digests in Chromium, with that module and in a worker`,
    run: async () => {
      const { length } = await bundled(bundler);
      const seen = (await visited()).get(bundler);
      if (seen === undefined || seen instanceof Error) throw seen;
      answeredBy(seen.answers, { name: "wasm", file: null, by: "workers" });
      deepStrictEqual([seen.compiled, seen.instances, seen.complaints], [[length], 1, []]);
      strictEqual(seen.workers > 0, true, "no worker was started");
    },
  },
]);

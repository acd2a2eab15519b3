// Where `load("wasm")` gets the modules of all families from: the package itself, or a folder on a server.

import { describe, failure } from "../error.js";
import { FAMILIES } from "../families.js";
import { whyNotCompiled } from "./policy.js";

/** @typedef {import("../families.js").Family} Family */
/** @typedef {import("./wasm.js").WasmSource} WasmSource */
/** @typedef {Record<Family, WasmSource>} Sources */

/** The copies inside the package; each import is a literal, so that bundlers see it. */
export async function loadSources() {
  const [math, hash, image] = await Promise.all([import("#wasm/math"), import("#wasm/hash"), import("#wasm/image")]);
  return withWorkers({ math, hash, image });
}

/**
 * The modules, and the programs of workers for those families that have promises.
 *
 * @param {Sources} sources
 * @returns {Promise<Sources>}
 */
async function withWorkers({ math, hash, image }) {
  const [forHash, forImage] = await Promise.all([import("#wasm-worker/hash"), import("#wasm-worker/image")]);
  return { math, hash: { ...hash, worker: forHash.worker }, image: { ...image, worker: forImage.worker } };
}

/**
 * Modules that are compiled while they arrive.
 *
 * @param {unknown} url the folder that serves them
 * @returns {Promise<Sources>}
 */
export async function streamSources(url) {
  const addressOf = addressesIn(url);
  const glue = {
    math: () => import("#wasm-glue/math"),
    hash: () => import("#wasm-glue/hash"),
    image: () => import("#wasm-glue/image"),
  };
  const families = /** @type {Family[]} */ (Object.keys(FAMILIES));
  const sources = families.map(async (family) => {
    const [module, loaded] = await Promise.all([compile(addressOf(family)), glue[family]()]);
    return [family, { glue: loaded, module: () => module }];
  });
  return withWorkers(Object.fromEntries(await Promise.all(sources)));
}

/**
 * Gives the address of each module in the folder that `url` names.
 *
 * @param {unknown} url
 * @returns {(family: Family) => URL}
 */
function addressesIn(url) {
  try {
    const folder = new URL(`${url}`, /** @type {any} */ (globalThis).location?.href);
    if (!folder.pathname.endsWith("/")) folder.pathname += "/";
    return (family) => {
      const address = new URL(folder);
      address.pathname += `${family}.wasm`;
      return address;
    };
  } catch (cause) {
    const message = `load: options.url is ${describe(url)}, which is not an address`;
    throw failure("ERR_INVALID_ARG_VALUE", "options.url", message, { cause });
  }
}

/** @param {URL} url */
async function compile(url) {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const isWasm = response.headers.get("content-type")?.startsWith("application/wasm");
    // Streaming needs the right content type; without it the bytes are still good.
    if (isWasm) return await WebAssembly.compileStreaming(response);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (cause) {
    const message = `load: could not load ${url}: ${whyNotCompiled(cause)}`;
    throw failure("ERR_BACKEND_UNAVAILABLE", "options.url", message, { cause });
  }
}

// What the registry of these checks answers, as managers see it.

import { deepStrictEqual, strictEqual } from "node:assert";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { hostPlatform } from "../../js/build/platforms.js";
import { packages } from "../packages/installed.js";
import { startRegistry } from "../packages/registry.js";

const { name: triple, os, cpu, libc } = hostPlatform();
const BINARY = `@oxbridge/napi-${triple}`;
const SHORT = { accept: "application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, */*" };

/**
 * Starts a registry of all packages for as long as something is asked of it.
 *
 * @template T
 * @param {(registry: import("../packages/registry.js").Registry) => Promise<T>} ask
 */
async function withRegistry(ask) {
  const registry = await startRegistry((await packages()).map(({ file }) => file));
  try {
    return await ask(registry);
  } finally {
    registry.close();
  }
}

/**
 * The status that a proxy answers with to who wants to be led to another machine.
 *
 * @param {string} url
 * @param {string} host
 * @returns {Promise<number | undefined>}
 */
function connect(url, host) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: "CONNECT", path: host });
    asked.on("connect", ({ statusCode }, socket) => {
      socket.destroy();
      resolve(statusCode);
    });
    asked.on("error", reject).end();
  });
}

/** @type {import("../report.js").Check[]} */
export const registryChecks = [
  {
    name: "the registry says of a binary for which platform it is, in the short form and in the long one",
    run: () =>
      withRegistry(async ({ url }) => {
        for (const headers of [SHORT, {}]) {
          const response = await fetch(`${url}/${BINARY.replace("/", "%2f")}`, { headers });
          const { name, "dist-tags": tags, versions, time } = await response.json();
          const manifest = versions[tags.latest];
          deepStrictEqual([response.status, name, manifest.name], [200, BINARY, BINARY]);
          deepStrictEqual([manifest.os, manifest.cpu, manifest.libc], [[os], [cpu], libc && [libc]]);
          const long = headers !== SHORT;
          strictEqual(response.headers.get("content-type") === "application/json", long);
          deepStrictEqual([time !== undefined, manifest.license !== undefined], [long, long]);
        }
      }),
  },
  {
    name: "the registry says on which packages oxbridge depends optionally",
    run: () =>
      withRegistry(async ({ url }) => {
        const { versions } = await (await fetch(`${url}/oxbridge`, { headers: SHORT })).json();
        const [[version, manifest]] = /** @type {[string, any][]} */ (Object.entries(versions));
        deepStrictEqual(manifest.optionalDependencies, { "@oxbridge/native": version });
      }),
  },
  {
    name: "the registry gives out an archive byte for byte, and its SHA-512",
    run: () =>
      withRegistry(async ({ url, given }) => {
        const { versions } = await (await fetch(`${url}/oxbridge`)).json();
        const [{ dist }] = /** @type {any[]} */ (Object.values(versions));
        const bytes = Buffer.from(await (await fetch(dist.tarball)).arrayBuffer());
        const file = (await packages()).find(({ name }) => name === "oxbridge")?.file;
        strictEqual(Buffer.compare(bytes, readFileSync(/** @type {string} */ (file))), 0);
        strictEqual(dist.integrity, `sha512-${createHash("sha512").update(bytes).digest("base64")}`);
        deepStrictEqual([...given], ["oxbridge"]);
      }),
  },
  {
    name: "the registry has nothing else, leads to no other machine, and remembers who wanted to go there",
    run: () =>
      withRegistry(async ({ url, elsewhere }) => {
        strictEqual((await fetch(`${url}/koffi`)).status, 404);
        strictEqual((await fetch(`${url}/oxbridge`, { method: "PUT" })).status, 404);
        deepStrictEqual(elsewhere, []);
        strictEqual(await connect(url, "example.org:443"), 403);
        deepStrictEqual(elsewhere, ["CONNECT example.org:443"]);
      }),
  },
];

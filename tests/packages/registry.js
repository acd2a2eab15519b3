// A registry of npm packages on this machine: it serves archives as the public one does, and remembers what was asked.
// What it answers is what the managers read: https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { basename } from "node:path";

/**
 * A package of one version, in an archive.
 *
 * @typedef {object} Archive
 * @property {{ name: string, version: string, [field: string]: unknown }} manifest the `package.json` in it
 * @property {Buffer} bytes
 * @property {string} path where the registry has it
 */

/**
 * A registry that answers.
 *
 * @typedef {object} Registry
 * @property {string} url
 * @property {Set<string>} given the names of the packages whose archives were fetched
 * @property {string[]} elsewhere what was asked of other machines
 * @property {() => void} close
 */

/** What the short form of a packument has of a manifest: what an installation needs. */
const SHORT = [
  ...["name", "version", "bin", "engines", "os", "cpu", "libc"],
  ...["dependencies", "optionalDependencies", "peerDependencies", "peerDependenciesMeta"],
];
const SHORT_TYPE = "application/vnd.npm.install-v1+json";
/** The date that npm gives to every packed file: old enough for managers that let a release age first. */
const PUBLISHED = "1985-10-26T08:15:00.000Z";

/**
 * Reads an archive.
 *
 * @param {string} file
 * @returns {Archive}
 */
function readArchive(file) {
  const manifest = JSON.parse(execFileSync("tar", ["-xzOf", file, "package/package.json"], { encoding: "utf8" }));
  return { manifest, bytes: readFileSync(file), path: `/${manifest.name}/-/${basename(file)}` };
}

/**
 * What the registry says of a package, its packument.
 *
 * @param {Archive} archive
 * @param {string} url the registry's own address
 * @param {boolean} short
 */
function packument({ manifest, bytes, path }, url, short) {
  const { name, version } = manifest;
  const digest = (/** @type {string} */ algorithm) => createHash(algorithm).update(bytes);
  const dist = {
    tarball: `${url}${path}`,
    integrity: `sha512-${digest("sha512").digest("base64")}`,
    shasum: digest("sha1").digest("hex"),
  };
  const fields = Object.entries(manifest).filter(([field]) => !short || SHORT.includes(field));
  const versions = { [version]: { ...Object.fromEntries(fields), dist } };
  const common = { name, "dist-tags": { latest: version }, versions };
  if (short) return { ...common, modified: PUBLISHED };
  return { _id: name, ...common, time: { created: PUBLISHED, modified: PUBLISHED, [version]: PUBLISHED } };
}

/**
 * Starts a registry on a free port. It does not keep the process alive.
 *
 * @param {string[]} files the archives
 * @returns {Promise<Registry>}
 */
export function startRegistry(files) {
  const archives = files.map(readArchive);
  /** @type {Set<string>} */
  const given = new Set();
  /** @type {string[]} */
  const elsewhere = [];
  let url = "";

  const server = createServer((request, response) => {
    const path = (request.url ?? "").replace(/%2f/i, "/"); // between scope and name
    const named = archives.find(({ manifest }) => path === `/${manifest.name}`);
    const packed = archives.find((archive) => path === archive.path);
    if (request.method === "GET" && named) {
      const short = request.headers.accept?.includes(SHORT_TYPE) ?? false;
      response.writeHead(200, { "content-type": short ? SHORT_TYPE : "application/json" });
      response.end(JSON.stringify(packument(named, url, short)));
    } else if (request.method === "GET" && packed) {
      given.add(packed.manifest.name);
      response.writeHead(200, { "content-type": "application/octet-stream", "content-length": packed.bytes.length });
      response.end(packed.bytes);
    } else {
      if (!path.startsWith("/")) elsewhere.push(`${request.method} ${path}`);
      response.writeHead(404, { "content-type": "application/json" });
      response.end('{"error":"Not found"}');
    }
  });
  // It can be named as the proxy to all other machines, and leads to none.
  server.on("connect", (request, socket) => {
    elsewhere.push(`CONNECT ${request.url}`);
    socket.on("error", () => {}); // who was refused need not read why
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  server.unref();

  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      url = `http://127.0.0.1:${port}`;
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ url, given, elsewhere, close });
    });
  });
}

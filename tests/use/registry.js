// A registry on this machine that has the packed packages and nothing else, so that a package manager resolves names,
// aliases and overrides as it does for users, without a network.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { basename } from "node:path";

/** @typedef {import("../../js/build/pack.js").Packed} Packed */

/**
 * Starts it. It does not keep the process alive.
 *
 * @param {Packed[]} packages
 * @returns {Promise<string>} where it is
 */
export async function startRegistry(packages) {
  const server = createServer(({ url = "/" }, response) => {
    const path = decodeURIComponent(url).slice(1);
    const tarball = packages.find(({ file }) => path === `-/${basename(file)}`);
    const found = packages.find(({ name }) => path === name);
    if (tarball) response.end(readFileSync(tarball.file));
    else if (found) response.end(JSON.stringify(documentOf(found, address(server))));
    else response.writeHead(404).end("{}");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  server.unref();
  return address(server);
}

/** @param {import("node:http").Server} server */
const address = (server) => `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;

/**
 * What a registry says of a package.
 *
 * @param {Packed} packed
 * @param {string} url
 */
function documentOf({ name, file }, url) {
  const bytes = readFileSync(file);
  const manifest = JSON.parse(execFileSync("tar", ["-xzOf", file, "package/package.json"], { encoding: "utf8" }));
  const digest = (/** @type {string} */ algorithm) => createHash(algorithm).update(bytes);
  const dist = {
    tarball: `${url}/-/${basename(file)}`,
    shasum: digest("sha1").digest("hex"),
    integrity: `sha512-${digest("sha512").digest("base64")}`,
  };
  const { version } = manifest;
  // pnpm wants to know when it was published, to leave out what is too new.
  const time = { [version]: "2020-01-01T00:00:00.000Z", modified: "2020-01-01T00:00:00.000Z" };
  return { name, "dist-tags": { latest: version }, versions: { [version]: { ...manifest, dist } }, time };
}

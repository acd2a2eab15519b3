// The slot packages, and the packages with the binaries that they choose from.

import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileName } from "../src/find.js";
import { filesForLinking, readBuilt } from "./binaries.js";
import { pkgConfigFiles } from "./pkg-config.js";
import { root } from "./run.js";
import { commonFields, finish, writeJson } from "./stage.js";

/** @typedef {import("../src/find.js").NativeName} NativeName */
/** @typedef {import("./builds.js").Build} Build */

/** The slot package that each backend fills by itself. */
export const SLOTS = /** @type {const} */ ({
  napi: "@oxbridge/native",
  neon: "@oxbridge/neon",
  cabi: "@oxbridge/cabi",
});

const WHAT = {
  napi: "made with napi-rs",
  neon: "made with Neon",
  cabi: "as a C library",
};

/**
 * A slot package, which names the packages with the binaries, and these packages.
 *
 * @param {string} staging
 * @param {NativeName} name
 * @param {string} version
 * @param {Build[]} builds
 */
export function stageBackend(staging, name, version, builds) {
  const binaries = builds.map((build) => stageBinary(staging, name, version, build));
  const slot = join(staging, `slot-${name}`);
  mkdirSync(slot);
  writeJson(join(slot, "manifest.json"), { backend: name, version, platforms: binaries.map(({ entry }) => entry) });
  finish(slot, {
    name: SLOTS[name],
    description: `Chooses the binary of Oxbridge ${WHAT[name]} for a platform`,
    ...commonFields(version),
    files: ["manifest.json"],
    optionalDependencies: Object.fromEntries(binaries.map(({ entry }) => [entry.package, version])),
  });
  return [slot, ...binaries.map(({ folder }) => folder)];
}

/**
 * The package with the binary for a platform, and what the slot says of it.
 *
 * @param {string} staging
 * @param {NativeName} name
 * @param {string} version
 * @param {Build} build
 */
function stageBinary(staging, name, version, { platform, folder: from, command }) {
  const { name: triple, os, cpu, libc } = platform;
  const folder = join(staging, `${name}-${triple}`);
  const file = fileName(name, os);
  const { staticLibraries } = readBuilt(from, command);
  mkdirSync(folder);
  copyFileSync(join(from, file), join(folder, file));
  if (name === "cabi") stageForC(folder, from, version, staticLibraries);
  finish(folder, {
    name: `@oxbridge/${name}-${triple}`,
    description: `Oxbridge for ${triple}, ${WHAT[name]}`,
    ...commonFields(version),
    files: readdirSync(folder),
    os: [os],
    cpu: [cpu],
    ...(libc && { libc: [libc] }),
  });
  const size = statSync(join(folder, file)).size;
  return { folder, entry: { package: `@oxbridge/${name}-${triple}`, os, cpu, ...(libc && { libc }), file, size } };
}

/**
 * The empty slot, which an override puts into the place of `@oxbridge/native` where WebAssembly alone shall answer.
 *
 * @param {string} staging
 * @param {string} version
 */
export function stageNone(staging, version) {
  const folder = join(staging, "slot-none");
  mkdirSync(folder);
  writeJson(join(folder, "manifest.json"), { backend: "none", version });
  const description = "The empty slot of Oxbridge: no native code, so that WebAssembly answers";
  return finish(folder, { name: "@oxbridge/none", description, ...commonFields(version), files: ["manifest.json"] });
}

/**
 * What C programs need besides the shared library.
 *
 * @param {string} folder
 * @param {string} from
 * @param {string} version
 * @param {string[]} staticLibraries
 */
function stageForC(folder, from, version, staticLibraries) {
  const files = filesForLinking(from);
  const archive = files.find((file) => /^(lib)?oxbridge\.(a|lib)$/.test(file));
  if (archive === undefined) throw new Error(`${from} has no static library`);
  for (const file of files) copyFileSync(join(from, file), join(folder, file));
  mkdirSync(join(folder, "include"));
  copyFileSync(join(root, "bind-cabi", "include", "oxbridge.h"), join(folder, "include", "oxbridge.h"));
  const settings = join(folder, "lib", "pkgconfig");
  mkdirSync(settings, { recursive: true });
  for (const { name, text } of pkgConfigFiles(version, archive, staticLibraries))
    writeFileSync(join(settings, name), text);
}

// Packs what is published: `oxbridge`, a slot package for each native backend, the empty slot, the binaries for this
// platform, the benchmark, and the conformance suite.

import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileName } from "../src/find.js";
import { VERSION } from "../src/interface.js";
import { nativeFolder } from "./native.js";
import { root, target } from "./run.js";
import { buildTypes } from "./types.js";

/** @typedef {import("../src/find.js").NativeName} NativeName */
/** @typedef {{ name: string, file: string, size: number, unpackedSize: number }} Packed a package and its sizes in bytes */

/** The slot package that each backend fills by itself. */
const SLOTS = /** @type {const} */ ({ napi: "@oxbridge/native", neon: "@oxbridge/neon", cabi: "@oxbridge/cabi" });

const WHAT = {
  napi: "made with napi-rs",
  neon: "made with Neon",
  cabi: "as a C library",
};

const manifest = JSON.parse(readFileSync(join(root, "js", "package.json"), "utf8"));

/** The version of everything, from the one place that states it. */
function workspaceVersion() {
  const cargo = readFileSync(join(root, "Cargo.toml"), "utf8");
  const version = /\[workspace\.package\]\s+version = "([^"]+)"/.exec(cargo)?.[1];
  if (version === undefined) throw new Error("Cargo.toml states no version of the workspace");
  for (const [file, stated] of [
    ["js/package.json", manifest.version],
    ["js/src/interface.js", VERSION],
  ]) {
    if (stated !== version) throw new Error(`${file} has the version ${stated}, but Cargo.toml has ${version}`);
  }
  return version;
}

/** The platform that the native binaries were built for: this one. */
export function hostPlatform() {
  const { platform: os, arch: cpu } = process;
  const suffix = { linux: isGlibc() ? "gnu" : "musl", win32: "msvc" }[/** @type {string} */ (os)];
  const libc = os === "linux" ? { libc: isGlibc() ? "glibc" : "musl" } : {};
  return { triple: [os, cpu, suffix].filter(Boolean).join("-"), os, cpu, ...libc };
}

function isGlibc() {
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return report.header.glibcVersionRuntime !== undefined;
}

/**
 * Packs everything into a folder, which is emptied first.
 *
 * @param {string} folder
 * @returns {Promise<Packed[]>}
 */
export async function pack(folder) {
  const version = workspaceVersion();
  buildTypes();
  const staging = mkdtempSync(join(tmpdir(), "oxbridge-pack-"));
  try {
    const names = /** @type {NativeName[]} */ (Object.keys(SLOTS));
    const folders = [stageFace(staging, version)];
    for (const name of names) folders.push(...stageBackend(staging, name, version));
    folders.push(stageNone(staging, version), stageBench(staging, version), stageConformance(staging, version));
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    return packFolders(staging, folders, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * The package that users install. In the repository it does without its slot, because that is not published yet.
 *
 * @param {string} staging
 * @param {string} version
 */
function stageFace(staging, version) {
  const folder = join(staging, "oxbridge");
  for (const part of manifest.files) {
    // Declarations of the built WebAssembly serve the type check of the sources, not users.
    const filter = (/** @type {string} */ path) => part !== "wasm" || !path.endsWith(".d.ts");
    cpSync(join(root, "js", part), join(folder, part), { recursive: true, filter });
  }
  if (existsSync(join(root, "js", "README.md"))) copyFileSync(join(root, "js", "README.md"), join(folder, "README.md"));
  const { name, ...rest } = manifest;
  return finish(folder, { name, ...rest, optionalDependencies: { [SLOTS.napi]: version } });
}

/**
 * A slot package, which names the packages with the binaries, and the one of those that this platform has.
 *
 * @param {string} staging
 * @param {NativeName} name
 * @param {string} version
 */
function stageBackend(staging, name, version) {
  const { triple, os, cpu, ...libc } = hostPlatform();
  const addon = `@oxbridge/${name}-${triple}`;
  const binaries = join(staging, `${name}-${triple}`);
  const file = fileName(name);
  mkdirSync(binaries);
  copyFileSync(join(nativeFolder, file), join(binaries, file));
  if (name === "cabi") stageForC(binaries);
  const common = commonFields(version);
  const limits = { os: [os], cpu: [cpu], ...(libc.libc && { libc: [libc.libc] }) };
  const files = readdirSync(binaries);
  finish(binaries, { name: addon, description: `Oxbridge for ${triple}, ${WHAT[name]}`, ...common, files, ...limits });

  const slot = join(staging, `slot-${name}`);
  mkdirSync(slot);
  const size = statSync(join(binaries, file)).size;
  const platforms = [{ package: addon, os, cpu, ...libc, file, size }];
  writeJson(join(slot, "manifest.json"), { backend: name, version, platforms });
  finish(slot, {
    name: SLOTS[name],
    description: `Chooses the binary of Oxbridge ${WHAT[name]} for a platform`,
    ...common,
    files: ["manifest.json"],
    optionalDependencies: { [addon]: version },
  });
  return [slot, binaries];
}

/**
 * The empty slot, which an override puts into the place of `@oxbridge/native` where WebAssembly alone shall answer.
 *
 * @param {string} staging
 * @param {string} version
 */
function stageNone(staging, version) {
  const folder = join(staging, "slot-none");
  mkdirSync(folder);
  writeJson(join(folder, "manifest.json"), { backend: "none", version });
  const description = "The empty slot of Oxbridge: no native code, so that WebAssembly answers";
  return finish(folder, { name: "@oxbridge/none", description, ...commonFields(version), files: ["manifest.json"] });
}

/**
 * The benchmark. Its manifest says what it needs.
 *
 * @param {string} staging
 * @param {string} version
 */
function stageBench(staging, version) {
  const { folder, fields } = stageListed(staging, join(root, "tests", "bench"), version);
  const { oxbridge } = fields.peerDependencies;
  if (oxbridge !== version) throw new Error(`${fields.name} needs oxbridge ${oxbridge}, but Cargo.toml has ${version}`);
  return finish(folder, fields);
}

/** The packages that are subjects of the suite: those who have them can put them through it. */
const SUBJECTS = ["@noble/hashes", "hash-wasm"];

/**
 * The conformance suite. Its manifest says what the repository needs; users need less.
 *
 * @param {string} staging
 * @param {string} version
 */
function stageConformance(staging, version) {
  const { folder, fields } = stageListed(staging, join(root, "tests"), version);
  const { devDependencies, optionalDependencies: _runtimes, "//": _reasons, ...rest } = fields;
  const subjects = SUBJECTS.map((name) => [name, `^${devDependencies[name]}`]);
  return finish(folder, {
    ...rest,
    peerDependencies: { oxbridge: version, ...Object.fromEntries(subjects) },
    peerDependenciesMeta: Object.fromEntries(SUBJECTS.map((name) => [name, { optional: true }])),
  });
}

/**
 * What the manifest of a folder lists, as npm reads such a list, and what the manifest of the package begins with. In
 * the repository it is private, so that nobody publishes the folder.
 *
 * @param {string} staging
 * @param {string} source
 * @param {string} version
 * @returns {{ folder: string, fields: { files: string[], [field: string]: any } }}
 */
function stageListed(staging, source, version) {
  const folder = join(staging, basename(source));
  mkdirSync(folder);
  const [{ file }] = packFolders(source, [source], staging);
  execFileSync("tar", ["-xzf", file, "-C", folder, "--strip-components=1"]);
  const { private: _, ...fields } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (fields.version !== version) {
    throw new Error(`${fields.name} has the version ${fields.version}, but Cargo.toml has ${version}`);
  }
  // What is left out is not there any more.
  const files = fields.files.filter((/** @type {string} */ pattern) => !pattern.startsWith("!"));
  return { folder, fields: { ...fields, files } };
}

/**
 * What C programs need besides the shared library.
 *
 * @param {string} folder
 */
function stageForC(folder) {
  const archive = process.platform === "win32" ? "oxbridge.lib" : "liboxbridge.a";
  copyFileSync(join(target, "release", archive), join(folder, archive));
  mkdirSync(join(folder, "include"));
  copyFileSync(join(root, "bind-cabi", "include", "oxbridge.h"), join(folder, "include", "oxbridge.h"));
}

/** @param {string} version */
function commonFields(version) {
  const { license, repository, engines } = manifest;
  // Node need not find out what they are: they have no JavaScript.
  const type = "commonjs";
  return { version, license, repository: { type: repository.type, url: repository.url }, type, engines };
}

/**
 * Completes a package with its `package.json` and the licences of the repository, which npm packs only if they are
 * listed.
 *
 * @param {string} folder
 * @param {{ files: string[], [field: string]: unknown }} fields
 */
function finish(folder, fields) {
  const licences = readdirSync(root).filter((file) => /^LICEN[CS]E/.test(file));
  for (const file of licences) copyFileSync(join(root, file), join(folder, file));
  writeJson(join(folder, "package.json"), { ...fields, files: [...fields.files, ...licences] });
  return folder;
}

/**
 * @param {string} file
 * @param {object} value
 */
function writeJson(file, value) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

/**
 * @param {string} staging
 * @param {string[]} folders
 * @param {string} destination
 * @returns {Packed[]}
 */
function packFolders(staging, folders, destination) {
  const options = ["pack", "--json", "--ignore-scripts", "--pack-destination", destination];
  const paths = folders.map((folder) => (folder === staging ? "." : `./${basename(folder)}`));
  const output = execFileSync("npm", [...options, ...paths], { cwd: staging, encoding: "utf8", stdio: "pipe" });
  /** @type {{ name: string, filename: string, size: number, unpackedSize: number }[]} */
  const packed = JSON.parse(output);
  return packed.map(({ name, filename, size, unpackedSize }) => ({
    name,
    file: join(destination, filename),
    size,
    unpackedSize,
  }));
}

/** @param {Packed[]} packages */
function table(packages) {
  const kib = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
  const rows = packages.map(({ name, size, unpackedSize }) => [name, kib(size), kib(unpackedSize)]);
  const lines = [["package", "packed", "unpacked"], ...rows];
  return lines.map(([name, ...sizes]) => name.padEnd(32) + sizes.map((size) => size.padStart(14)).join("")).join("\n");
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(root, "dist", "packages");
  console.log(table(await pack(folder)));
}

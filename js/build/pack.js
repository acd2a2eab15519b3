// Packs what is published: `oxbridge`, a slot package for each native backend, the empty slot, the binaries for each
// platform that was built, the benchmark, and the conformance suite.

import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { allBuilds, presentBuilds } from "./builds.js";
import { root } from "./run.js";
import { SLOTS, stageBackend, stageNone } from "./slots.js";
import { finish, manifest } from "./stage.js";
import { kib, table } from "./table.js";
import { buildTypes } from "./types.js";
import { filesWithVersions, oneVersion } from "./versions.js";

/** @typedef {import("../src/find.js").NativeName} NativeName */
/** @typedef {import("./builds.js").Build} Build */
/** @typedef {{ name: string, file: string, size: number, unpackedSize: number }} Packed a package and its sizes in bytes */

/**
 * Packs everything into a folder, which is emptied first.
 *
 * @param {string} folder
 * @param {Build[]} builds the platforms that the slots know
 * @returns {Promise<Packed[]>}
 */
export async function pack(folder, builds) {
  const version = oneVersion(filesWithVersions());
  const staging = mkdtempSync(join(tmpdir(), "oxbridge-pack-"));
  try {
    const names = /** @type {NativeName[]} */ (Object.keys(SLOTS));
    const folders = [stageFace(staging, version)];
    for (const name of names) folders.push(...stageBackend(staging, name, version, builds));
    folders.push(stageNone(staging, version), stageBench(staging), stageConformance(staging, version));
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
  // Two processes may pack at the same time, so each writes the declarations into what is its own.
  buildTypes(join(folder, "types"));
  for (const part of manifest.files.filter((/** @type {string} */ name) => name !== "types")) {
    // Declarations of the built WebAssembly serve the type check of the sources, not users.
    const filter = (/** @type {string} */ path) => part !== "wasm" || !path.endsWith(".d.ts");
    cpSync(join(root, "js", part), join(folder, part), { recursive: true, filter });
  }
  if (existsSync(join(root, "js", "README.md"))) copyFileSync(join(root, "js", "README.md"), join(folder, "README.md"));
  const { name, ...rest } = manifest;
  return finish(folder, { name, ...rest, optionalDependencies: { [SLOTS.napi]: version } });
}

/**
 * The benchmark. Its manifest says what it needs.
 *
 * @param {string} staging
 */
function stageBench(staging) {
  const { folder, fields } = stageListed(staging, join(root, "tests", "bench"));
  return finish(folder, fields);
}

/** The packages that are subjects of the suite, or that it runs in other places with: those who have them can use them. */
const OPTIONAL = ["@noble/hashes", "esbuild", "hash-wasm", "playwright-core"];

/**
 * The conformance suite. Its manifest says what the repository needs; users need less.
 *
 * @param {string} staging
 * @param {string} version
 */
function stageConformance(staging, version) {
  const { folder, fields } = stageListed(staging, join(root, "tests"));
  const { devDependencies, optionalDependencies, "//": _reasons, ...rest } = fields;
  // The repository has the program of one platform; users have the package that brings that of theirs.
  const workerd = optionalDependencies["@cloudflare/workerd-linux-64"];
  const optional = [...OPTIONAL.map((name) => [name, devDependencies[name]]), ["workerd", workerd]];
  return finish(folder, {
    ...rest,
    peerDependencies: {
      oxbridge: version,
      ...Object.fromEntries(optional.map(([name, least]) => [name, `^${least}`])),
    },
    peerDependenciesMeta: Object.fromEntries(optional.map(([name]) => [name, { optional: true }])),
  });
}

/**
 * What the manifest of a folder lists, as npm reads such a list, and what the manifest of the package begins with. In
 * the repository it is private, so that nobody publishes the folder.
 *
 * @param {string} staging
 * @param {string} source
 * @returns {{ folder: string, fields: { files: string[], [field: string]: any } }}
 */
function stageListed(staging, source) {
  const folder = join(staging, basename(source));
  mkdirSync(folder);
  const [{ file }] = packFolders(source, [source], staging);
  execFileSync("tar", ["-xzf", file, "-C", folder, "--strip-components=1"]);
  const { private: _, ...fields } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  // What is left out is not there any more.
  const files = fields.files.filter((/** @type {string} */ pattern) => !pattern.startsWith("!"));
  return { folder, fields: { ...fields, files } };
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

/** @param {string[]} args */
async function main(args) {
  let builds;
  try {
    const { values } = parseArgs({ args, options: { all: { type: "boolean", default: false } } });
    builds = values.all ? allBuilds() : presentBuilds();
  } catch (error) {
    console.error(`pack: ${/** @type {Error} */ (error).message}`);
    return 2;
  }
  const packed = await pack(join(root, "dist", "packages"), builds);
  const rows = packed.map(({ name, size, unpackedSize }) => [name, kib(size), kib(unpackedSize)]);
  console.log(table([["package", "packed", "unpacked"], ...rows]));
  return 0;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main(process.argv.slice(2));

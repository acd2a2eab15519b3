// The version of everything: stated once in Cargo.toml, and held to that wherever else it has to be written.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./run.js";

/** @typedef {{ where: string, version: string | undefined }} Stated */

/** Folders that hold what others made, or what a build made. */
const SKIPPED = ["node_modules", "target", "dist", "types", "wasm", ".git"];

/** Our packages and crates, as other manifests name them. */
const OURS = /^(?:@oxbridge\/[\w-]+|oxbridge(?:-[\w-]+)?)$/;

/** What the text of a page must say, each at least once. @type {Record<string, RegExp[]>} */
const PAGES = {
  "README.md": [/^Version (\S+) is not in a registry yet/gm],
  "CHANGELOG.md": [/^Version (\S+)\.$/gm],
  "docs/backends.md": [/@oxbridge\/\w+@(\d[\w.-]*\w)/g, /^oxbridge {2}(\S+), in /gm, /^ +package +oxbridge (\S+)$/gm],
  "js/src/interface.js": [/^export const VERSION = "([^"]+)";$/gm],
};

/** How each kind of manifest states versions. @type {Record<string, (text: string) => Stated[]>} */
const MANIFESTS = {
  "Cargo.toml": statedInCargo,
  "Cargo.lock": statedInCargoLock,
  "package.json": (text) => statedInPackage("", JSON.parse(text)),
  "package-lock.json": statedInPackageLock,
};

/**
 * @param {string} text
 * @returns {Stated[]}
 */
function statedInCargo(text) {
  const own = [...text.matchAll(/^\[(workspace\.package|package)\]\n((?:(?!\[).*\n?)*)/gm)].flatMap(
    ([, section, body]) => {
      const name = /^name = "([^"]+)"/m.exec(body)?.[1];
      const version = /^version = "([^"]+)"/m.exec(body)?.[1];
      // Crates inherit the version of the workspace; one with another name is not released with it.
      const isOurs = section === "workspace.package" || OURS.test(name ?? "");
      return isOurs && !/^version\.workspace = true$/m.test(body) ? [{ where: `[${section}]`, version }] : [];
    },
  );
  const needed = [...text.matchAll(/^(oxbridge-\w+) = \{[^\n]*\bversion = "([^"]+)"/gm)];
  return [...own, ...needed.map(([, where, version]) => ({ where, version }))];
}

/**
 * @param {string} text
 * @returns {Stated[]}
 */
function statedInCargoLock(text) {
  const crates = text.matchAll(/^name = "(oxbridge-[^"]+)"\nversion = "([^"]+)"/gm);
  return [...crates].map(([, where, version]) => ({ where, version }));
}

/**
 * @param {string} where
 * @param {Record<string, any>} manifest
 * @returns {Stated[]}
 */
function statedInPackage(where, manifest) {
  const lists = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
  const needed = lists.flatMap((list) =>
    Object.entries(manifest[list] ?? {})
      .filter(([name, range]) => OURS.test(name) && range !== "*") // a workspace has the one that is beside it
      .map(([name, version]) => ({ where: `${where}${list}.${name}`, version })),
  );
  return [{ where: `${where}version`, version: manifest.version }, ...needed];
}

/**
 * @param {string} text
 * @returns {Stated[]}
 */
function statedInPackageLock(text) {
  const { version, packages } = JSON.parse(text);
  const ours = Object.entries(packages).filter(([path]) => !path.includes("node_modules/"));
  return [
    { where: "version", version },
    ...ours.flatMap(([path, manifest]) => statedInPackage(`packages.${JSON.stringify(path)}.`, manifest)),
  ];
}

/**
 * Every version that a file states.
 *
 * @param {string} file its path in the repository
 * @param {string} text
 * @returns {Stated[]}
 */
export function statedIn(file, text) {
  const manifest = MANIFESTS[/** @type {string} */ (file.split("/").at(-1))];
  if (manifest !== undefined) return manifest(text);
  return (PAGES[file] ?? []).flatMap((pattern) => {
    const where = `what matches ${pattern}`;
    /** @type {Stated[]} */
    const found = [...text.matchAll(pattern)].map(([, version]) => ({ where, version }));
    return found.length > 0 ? found : [{ where, version: undefined }];
  });
}

/**
 * Every manifest below a folder.
 *
 * @param {string} folder
 * @returns {string[]}
 */
function manifestsIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.includes(entry.name) ? [] : manifestsIn(path);
    return Object.hasOwn(MANIFESTS, entry.name) ? [relative(root, path).replaceAll("\\", "/")] : [];
  });
}

/** Each file of the repository that states a version, with its text. */
export function filesWithVersions() {
  return [...manifestsIn(root), ...Object.keys(PAGES)].map((file) => ({
    file,
    text: readFileSync(join(root, file), "utf8"),
  }));
}

/**
 * The one version; throws unless all files state it.
 *
 * @param {{ file: string, text: string }[]} files
 */
export function oneVersion(files) {
  const stated = files.flatMap(({ file, text }) => statedIn(file, text).map((one) => ({ file, ...one })));
  const source = stated.find(({ file, where }) => file === "Cargo.toml" && where === "[workspace.package]");
  if (source?.version === undefined) throw new Error("Cargo.toml states no version of the workspace");
  const others = stated.filter(({ version }) => version !== source.version);
  if (others.length > 0) {
    const list = others.map(({ file, where, version }) => `${file} has ${version ?? "none"} in ${where}`);
    throw new Error(`Cargo.toml has the version ${source.version}, but\n${list.join("\n")}`);
  }
  return source.version;
}

// What is inside the packed packages: no scripts that run at installation, nothing of the machine that made them.

import { deepStrictEqual } from "node:assert";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../js/build/run.js";
import { privatePathsIn } from "../private-paths.js";
import { packages, temporaryFolder } from "./installed.js";

/** @type {Promise<{ package: string, path: string, bytes: Buffer }[]> | undefined} */
let unpacking;

/** Every file of every package. */
function files() {
  unpacking ??= unpack();
  return unpacking;
}

async function unpack() {
  const found = [];
  for (const { name, file } of await packages()) {
    const folder = temporaryFolder();
    execFileSync("tar", ["-xzf", file, "-C", folder, "--strip-components=1"]);
    for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      const absolute = join(folder, path);
      if (statSync(absolute).isFile()) found.push({ package: name, path, bytes: readFileSync(absolute) });
    }
  }
  return found;
}

/** Every package.json, parsed. */
async function manifests() {
  const all = (await files()).filter(({ path }) => path === "package.json");
  return all.map(({ bytes }) => JSON.parse(bytes.toString("utf8")));
}

/** Where it stands which files each package has. */
const LISTS = join(import.meta.dirname, "files.txt");

/** Every package with the paths of its files, as `files.txt` has them. */
async function lists() {
  const all = await files();
  const names = [...new Set(all.map((file) => file.package))].sort();
  const paths = (/** @type {string} */ name) => all.filter((file) => file.package === name).map(({ path }) => path);
  return names
    .map((name) =>
      [
        name,
        ...paths(name)
          .sort()
          .map((path) => `  ${path}`),
        "",
      ].join("\n"),
    )
    .join("\n");
}

/** @type {import("../report.js").Check[]} */
export const contentsChecks = [
  {
    name: "every package has the files of tests/packages/files.txt, and no other (UPDATE=1 writes it anew)",
    run: async () => {
      const text = await lists();
      if (process.env.UPDATE) writeFileSync(LISTS, text);
      deepStrictEqual(text.split("\n"), existsSync(LISTS) ? readFileSync(LISTS, "utf8").split("\n") : []);
    },
  },
  {
    name: "packing leaves the folder js/types alone, because others may pack at the same time",
    run: async () => {
      await packages();
      const folder = join(root, "js", "types");
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
      const written = files.filter((file) => statSync(join(folder, file)).mtimeMs > performance.timeOrigin);
      deepStrictEqual(written, []);
    },
  },
  {
    name: "no package has a script",
    run: async () => {
      const withScripts = (await manifests()).filter(({ scripts }) => scripts !== undefined);
      deepStrictEqual(withScripts, []);
    },
  },
  {
    name: "every package lists its files, and all have one version",
    run: async () => {
      const all = await manifests();
      deepStrictEqual(
        all.filter((manifest) => !Array.isArray(manifest.files)),
        [],
      );
      const versions = all.flatMap(({ version, optionalDependencies = {} }) => [
        version,
        ...Object.values(optionalDependencies),
      ]);
      deepStrictEqual([...new Set(versions)], [all[0].version]);
    },
  },
  {
    name: "every file that a package.json names is there",
    run: async () => {
      const all = await files();
      for (const manifest of await manifests()) {
        const own = all.filter((file) => file.package === manifest.name).map(({ path }) => path);
        const missing = pathsOf(manifest).filter((path) => !own.some((file) => isNamed(file, path)));
        deepStrictEqual([manifest.name, missing], [manifest.name, []]);
      }
    },
  },
  {
    name: "every package has the licences of the repository",
    run: async () => {
      const licences = readdirSync(root).filter((file) => file.startsWith("LICENSE-"));
      const all = await files();
      for (const { name } of await manifests()) {
        const own = all.filter((file) => file.package === name && licences.includes(file.path));
        deepStrictEqual([name, own.map(({ path }) => path).sort()], [name, ["LICENSE-APACHE", "LICENSE-MIT"]]);
        for (const { path, bytes } of own) deepStrictEqual(bytes, readFileSync(join(root, path)));
      }
    },
  },
  {
    name: "the command has every file of its folder",
    run: async () => {
      const own = (await files()).filter((file) => file.package === "oxbridge" && file.path.startsWith("bin/"));
      const folder = join(root, "js", "bin");
      const sources = readdirSync(folder, { recursive: true, encoding: "utf8" });
      const wanted = sources.filter((path) => statSync(join(folder, path)).isFile()).map((path) => `bin/${path}`);
      deepStrictEqual(own.map(({ path }) => path).sort(), wanted.sort());
    },
  },
  {
    name: "no file has a path of the machine that made it",
    run: async () => {
      const leaks = (await files()).flatMap(({ package: name, path, bytes }) =>
        privatePathsIn(bytes).map((part) => `${name}: ${path} has ${part}`),
      );
      if (leaks.length > 0) throw new Error(leaks.join("\n"));
    },
  },
];

/**
 * The paths that exports, imports, commands and files lead to.
 *
 * @param {Record<string, unknown>} manifest
 */
function pathsOf({ exports = {}, imports = {}, bin = {}, files = [] }) {
  /** @type {(value: unknown) => string[]} */
  const leaves = (value) => (typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(leaves));
  return leaves([exports, imports, bin, files]).map((path) => path.replace(/^\.\//, ""));
}

/**
 * @param {string} file
 * @param {string} path a file, a folder, or a pattern with one star
 */
function isNamed(file, path) {
  const [start, end] = path.split("*");
  if (end !== undefined) return file.startsWith(start) && file.endsWith(end);
  return file === path || file.startsWith(`${path}/`);
}

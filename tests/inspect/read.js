// What native binaries are, need and offer, as the program in `src` reads it from them.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root, run, target } from "../../js/build/run.js";
import { privatePathsIn } from "../private-paths.js";
import { brokenPages } from "./signature.js";

/**
 * @typedef {object} Facts what is true of one file
 * @property {string} file its name
 * @property {number} size in bytes
 * @property {string} format `elf`, `mach-o`, `pe` or `archive`
 * @property {string} processor in the words of `process.arch`
 * @property {string[]} libraries those that it is loaded with
 * @property {string[]} versions of symbols in these libraries, such as `GLIBC_2.17`
 * @property {string | null} macos the oldest macOS that it says it runs on
 * @property {string | null} id by which name programs that were linked with it ask for it, where that is in the file
 * @property {boolean} stays whether it says that it is never unloaded
 * @property {number | null} brokenPages how many pages do not have the digest that its signature says; null without one
 * @property {string[]} exports
 * @property {string[]} imports
 * @property {string[]} defines the symbols in an archive
 * @property {string[]} paths of the machine that built it
 */

const manifest = join(root, "tests", "inspect", "Cargo.toml");
const program = join(target, "debug", "oxbridge-inspect");

/** Builds the program; Cargo looks whether it must. */
export function buildReader() {
  run("cargo", ["build", "--quiet", "--locked", "--manifest-path", manifest, "--target-dir", target]);
}

/**
 * @param {string} path
 * @returns {Facts}
 */
export function readBinary(path) {
  const text = execFileSync(program, [path], { encoding: "utf8", maxBuffer: 1 << 28 });
  const lines = text.split("\n").map((line) => line.split("\t"));
  const all = (/** @type {string} */ wanted) => lines.filter(([key]) => key === wanted).map(([, value]) => value);
  const one = (/** @type {string} */ wanted) => all(wanted)[0] ?? null;
  const bytes = readFileSync(path);
  const signature = one("signature");
  return {
    file: basename(path),
    size: bytes.length,
    format: one("format") ?? "",
    processor: one("processor") ?? "",
    libraries: all("library"),
    versions: all("version"),
    macos: one("macos"),
    id: one("id"),
    stays: one("stays") !== null,
    brokenPages: signature === null ? null : brokenPages(bytes, Number(signature)),
    exports: all("export"),
    imports: all("import"),
    defines: all("define"),
    paths: privatePathsIn(bytes),
  };
}

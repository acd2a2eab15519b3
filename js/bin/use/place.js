// Where the override stands: the file from which the package manager reads overrides, and the keys that lead to it.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { errorAsJson, quoted } from "../hash/reason.js";
import { parseJson, removeEntry, setEntry } from "./json.js";
import { Refusal } from "./refusal.js";
import { SLOT } from "./slot.js";
import { readOverrides, removeOverride, setOverride } from "./yaml.js";

/** @typedef {import("./project.js").Project} Project */

/**
 * @typedef {object} Place
 * @property {string} file
 * @property {string[] | undefined} keys that lead to the overrides in JSON; YAML has them at the top
 * @property {string | undefined} text what the file holds; `undefined` if there is none
 * @property {any} overrides what stands there now
 * @property {any} manifest what package.json holds
 */

const WORKSPACE = "pnpm-workspace.yaml";

/**
 * @param {Project} project
 * @returns {Place}
 */
export function placeOf({ manager, version, root }) {
  const usual = manager === "pnpm" ? undefined : { keys: [manager === "yarn" ? "resolutions" : "overrides"] };
  const manifest = jsonPlace(join(root, "package.json"), usual);
  const { text, value } = manifest;
  const inManifest = (/** @type {string[]} */ ...keys) => {
    const overrides = keys.reduce((inner, key) => inner?.[key], value);
    if (overrides !== undefined && !isObject(overrides)) {
      throw new Refusal(`${quoted(manifest.file)}: ${keys.join(".")} is not an object; make it one, or remove it`, {
        keys,
      });
    }
    return { file: manifest.file, keys, text, overrides, manifest: value };
  };
  if (manager === "npm" || manager === "deno") return inManifest("overrides");
  if (manager === "yarn") return inManifest("resolutions");
  // Bun reads `resolutions` only where there are no `overrides`: to add these would switch those off.
  if (manager === "bun")
    return inManifest(value.overrides === undefined && value.resolutions ? "resolutions" : "overrides");
  const old = text === undefined ? undefined : inManifest("pnpm", "overrides");
  // pnpm reads overrides in pnpm-workspace.yaml from 10.5 on, those in package.json up to 10, and where both have some
  // only the former.
  const [major, minor] = (version ?? "").split(".").map(Number);
  if (old && version && (major < 10 || (major === 10 && minor < 5))) return old;
  const young = { ...yamlPlace(join(root, WORKSPACE)), manifest: value };
  const isOld = old?.overrides !== undefined && young.overrides === undefined && !(version && major > 10);
  return isOld ? /** @type {Place} */ (old) : young;
}

/** @param {unknown} value */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * @param {string} file
 * @param {{ keys: string[] } | undefined} usual where overrides usually stand in it
 */
function jsonPlace(file, usual) {
  const text = read(file);
  if (text === undefined) return { file, text, value: {} };
  try {
    const value = parseJson(text);
    if (isObject(value)) return { file, text, value };
  } catch (error) {
    throw new Refusal(`${quoted(file)} is no JSON: ${/** @type {Error} */ (error).message}`, usual);
  }
  throw new Refusal(`${quoted(file)} has no JSON object`, usual);
}

/**
 * @param {string} file
 * @returns {Omit<Place, "manifest">}
 */
function yamlPlace(file) {
  const text = read(file);
  return {
    file,
    keys: undefined,
    text,
    overrides: text === undefined ? undefined : inFile(file, undefined, () => readOverrides(text)),
  };
}

/**
 * A file's text, which must be UTF-8: what is not would not be written as it was.
 *
 * @param {string} file
 */
export function read(file) {
  if (!existsSync(file)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch (error) {
    const coded = /** @type {Error & { code?: string }} */ (error);
    const reason = coded.code === "ERR_ENCODING_INVALID_ENCODED_DATA" ? "it is not UTF-8" : errorAsJson(coded).message;
    throw new Refusal(`${quoted(file)} cannot be read: ${reason}`);
  }
}

/**
 * The file's text with another override, or without one.
 *
 * @param {Place} place
 * @param {string | undefined} value
 * @returns {string | undefined} `undefined` if nothing is left of the file
 */
export function changed({ file, keys, text }, value) {
  return inFile(file, keys, () => {
    if (keys === undefined)
      return value === undefined ? removeOverride(text ?? "", SLOT) : setOverride(text ?? "", SLOT, value);
    const path = [...keys, SLOT];
    const result = value === undefined ? removeEntry(text ?? "", path) : setEntry(text ?? "", path, value);
    parseJson(result);
    return result;
  });
}

/**
 * The lines that a person would write there.
 *
 * @param {Pick<Place, "keys">} place
 * @param {string | undefined} value
 */
export function byHand({ keys }, value) {
  if (value === undefined) return `Remove there what ${(keys ?? ["overrides"]).join(".")} has for "${SLOT}".`;
  if (keys === undefined) return `Write there:\n\noverrides:\n  '${SLOT}': ${value}`;
  const nested = keys.reduceRight((inner, key) => ({ [key]: inner }), /** @type {object} */ ({ [SLOT]: value }));
  return `Write there:\n\n${JSON.stringify(nested, null, 2).split("\n").slice(1, -1).join("\n")}`;
}

/**
 * @template T
 * @param {string} file
 * @param {string[] | undefined} keys
 * @param {() => T} work
 * @returns {T}
 */
function inFile(file, keys, work) {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(`${quoted(file)}: ${error.message}`, { keys });
    throw error;
  }
}

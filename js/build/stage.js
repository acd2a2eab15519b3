// What the packages have in common: fields of their manifests, and the licences.

import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.js";

/** The manifest of `oxbridge` in the repository. */
export const manifest = JSON.parse(readFileSync(join(root, "js", "package.json"), "utf8"));

/**
 * What the manifest of each package says that is made here.
 *
 * @param {string} version
 */
export function commonFields(version) {
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
export function finish(folder, fields) {
  const licences = readdirSync(root).filter((file) => /^LICEN[CS]E/.test(file));
  for (const file of licences) copyFileSync(join(root, file), join(folder, file));
  writeJson(join(folder, "package.json"), { ...fields, files: [...fields.files, ...licences] });
  return folder;
}

/**
 * @param {string} file
 * @param {object} value
 */
export function writeJson(file, value) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

// `oxbridge use`: decides what a project has in the slot `@oxbridge/native`, by an override in its manifest.

import { createRequire } from "node:module";
import { basename, join, relative } from "node:path";
import process from "node:process";
import { VERSION } from "../src/interface.js";
import { quoted, reasonOf } from "./hash/reason.js";
import { answer } from "./options.js";
import { checkConflicts } from "./use/conflicts.js";
import { unifiedDiff } from "./use/diff.js";
import { unlocked } from "./use/lockfile.js";
import { MANAGERS } from "./use/managers.js";
import { readOptions, USAGE } from "./use/options.js";
import { byHand, changed, placeOf, read } from "./use/place.js";
import { findProject } from "./use/project.js";
import { Refusal } from "./use/refusal.js";
import { fillOf, nameOf, noteOf, SLOT } from "./use/slot.js";
import { writeWhole } from "./use/write.js";

/** @typedef {import("./use/project.js").Project} Project */
/** @typedef {{ file: string, text: string | undefined, changed: string | undefined, byHand: string }} Change */

/** @type {import("./oxbridge.js").Run} */
export const run = (args) =>
  answer("use", () => {
    try {
      const options = readOptions(args);
      if (options !== "help") return use(options);
      console.log(USAGE);
      return 0;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      console.error(`oxbridge use: ${error.message}`);
      return 2;
    }
  });

/** @param {import("./use/options.js").Options} options */
function use({ choice, yes, manager, cwd, json }) {
  const project = findProject(cwd, manager);
  checkVersion(project);
  const value = fillOf(choice);
  const place = withHand(value, () => placeOf(project));
  checkConflicts(project.manager, place, value);
  const before = place.overrides?.[SLOT] ?? null;
  const after = value ?? null;
  const lock = unlocked(project, nameOf(choice));
  const changes = [
    // The lockfile goes first: without the slot it is right whatever the manifest says.
    ...(lock ? [lock] : []),
    ...(before === after ? [] : [withHand(value, () => changeOf(place, value))]),
  ];
  if (yes && !writeAll(changes)) return 1;
  const written = yes && changes.length > 0;
  const next = changes.length === 0 ? null : nextOf(project, value);
  if (json) {
    const report = { manager: project.manager, file: place.file, before, after, written, next };
    console.log(JSON.stringify({ ...report, lockfile: lock?.file ?? null }, null, 2));
    return 0;
  }
  if (next === null) {
    const state = value === undefined ? `has no override of ${SLOT}` : `has ${SLOT} as ${value} already`;
    console.log(`Nothing to change: ${quoted(place.file)} ${state}.`);
  } else tell(changes, written, next, project);
  const note = noteOf(choice);
  if (note !== undefined) console.log(`\n${note}`);
  return 0;
}

/**
 * Shows the changes, and what to do then.
 *
 * @param {Change[]} changes
 * @param {boolean} written
 * @param {string} next
 * @param {Project} project
 */
function tell(changes, written, next, { root }) {
  console.log(changes.map(({ file, text, changed }) => unifiedDiff(basename(file), text, changed)).join(""));
  const files = changes.map(({ file }) => quoted(file)).join(" and ");
  console.log(written ? `Written: ${files}.` : `Nothing is written: --yes writes ${files}.`);
  const where = relative(process.cwd(), root) === "" ? "" : ` in ${quoted(root)}`;
  console.log(`${written ? "Now" : "Then"} run${where}:\n\n  ${next}`);
}

/**
 * The override belongs to one version of `oxbridge`, which must be the one that the project has, if it has one yet.
 *
 * @param {Project} project
 */
function checkVersion({ root }) {
  let file;
  try {
    file = createRequire(join(root, "package.json")).resolve("oxbridge/package.json");
  } catch {
    return; // not installed, or by means that this process does not know
  }
  const { version } = JSON.parse(read(file) ?? "{}");
  if (version === VERSION) return;
  throw new Refusal(
    `${quoted(root)} has oxbridge ${version}, but this is the command of ${VERSION}, whose slot would not fit; ` +
      `run the command that is installed there`,
  );
}

/**
 * @param {import("./use/place.js").Place} place
 * @param {string | undefined} value
 * @returns {Change}
 */
function changeOf(place, value) {
  return { file: place.file, text: place.text, changed: changed(place, value), byHand: byHand(place, value) };
}

/**
 * Adds to a refusal the lines that a person can write instead.
 *
 * @template T
 * @param {string | undefined} value
 * @param {() => T} work
 */
function withHand(value, work) {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.place === undefined) throw error;
    throw new Refusal(`${error.message}\n${byHand(error.place, value)}`);
  }
}

/**
 * @param {Change[]} changes
 * @returns {boolean} whether all is written
 */
function writeAll(changes) {
  for (const { file, changed, byHand } of changes) {
    try {
      writeWhole(file, changed);
    } catch (error) {
      const reason = reasonOf(/** @type {Error & { code?: string }} */ (error));
      console.error(`oxbridge use: ${quoted(file)} cannot be written: ${reason}\n${byHand}`);
      return false;
    }
  }
  return true;
}

/**
 * The command that installs what the override says.
 *
 * @param {Project} project
 * @param {string | undefined} value
 */
function nextOf({ manager, version }, value) {
  const { install } = MANAGERS[manager];
  if (value !== undefined) return install;
  // Without an override, the lockfiles of Yarn 1 and pnpm 10 still lead to what it had put there.
  const major = Number.parseInt(version ?? "", 10);
  if (manager === "yarn" && major === 1) return "yarn upgrade oxbridge";
  if (manager === "pnpm" && !(major > 10)) return "pnpm dedupe";
  return install;
}

// What is installed for a machine that is not this one, by the commands that the doctor prints: that machine's binary,
// and no other. The binaries are stand-ins, which nobody opens.

import { deepStrictEqual } from "node:assert";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand, targetCommands } from "../../js/bin/doctor/manager.js";
import { TARGETS } from "../../js/bin/doctor/targets.js";
import { hostPlatform } from "../../js/build/platforms.js";
import { VERSION } from "../../js/src/interface.js";
import { packages, temporaryFolder } from "../packages/installed.js";
import { MANAGER_IDS, MANAGERS } from "./managers.js";
import { Project } from "./project.js";

/** @typedef {import("../../js/bin/doctor/targets.js").Target} Target */

const SLOT = "@oxbridge/native";
const FILE = "oxbridge-napi.node";
const CONTENT = "stands for a binary\n";
const host = /** @type {Target} */ (TARGETS.find(({ name }) => name === hostPlatform().name));

/** @param {Target} target */
const binaryFor = ({ name }) => `@oxbridge/napi-${name}`;

/**
 * Packs a package of a few files, as npm does.
 *
 * @param {string} folder
 * @param {{ name: string, [field: string]: unknown }} manifest
 * @param {Record<string, string>} files
 * @returns {string} the archive
 */
function archiveOf(folder, manifest, files) {
  const staging = mkdtempSync(join(folder, "staging-"));
  mkdirSync(join(staging, "package"));
  const all = { ...files, "package.json": JSON.stringify({ version: VERSION, ...manifest }) };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(staging, "package", name), text);
  const archive = join(folder, `${manifest.name.split("/").at(-1)}-${VERSION}.tgz`);
  execFileSync("tar", ["-czf", archive, "-C", staging, "package"]);
  return archive;
}

/** @type {Promise<string[]> | undefined} */
let archives;
/** `oxbridge` itself, a slot that has a binary for every platform, and these binaries. */
const everyPlatform = () => (archives ??= makeArchives());

async function makeArchives() {
  const folder = temporaryFolder();
  const platforms = TARGETS.map((target) => {
    const { os, cpu, libc } = target;
    return { package: binaryFor(target), os, cpu, libc, file: FILE, size: CONTENT.length };
  });
  const optionalDependencies = Object.fromEntries(platforms.map((platform) => [platform.package, VERSION]));
  const slot = { "manifest.json": JSON.stringify({ backend: "napi", version: VERSION, platforms }) };
  const binaries = platforms.map(({ package: name, os, cpu, libc }) => {
    const limits = { os: [os], cpu: [cpu], ...(libc && { libc: [libc] }) };
    return archiveOf(folder, { name, ...limits }, { [FILE]: CONTENT });
  });
  const oxbridge = (await packages()).filter(({ name }) => name === "oxbridge").map(({ file }) => file);
  return [...oxbridge, archiveOf(folder, { name: SLOT, optionalDependencies }, slot), ...binaries];
}

/**
 * Which machines a command asks for besides the target: Yarn is told to keep this one, and takes each combination of what
 * its lists have; Deno has no word for the C library.
 *
 * @type {(manager: import("./managers.js").Manager, target: Target) => (other: Target) => boolean}
 */
const askedBy =
  ({ known }, { name, os, cpu, libc }) =>
  (other) => {
    const listed = (/** @type {unknown} */ value, /** @type {unknown[]} */ ...list) =>
      value === undefined || list.includes(value);
    if (known === "yarn") {
      const { os: o, cpu: c, libc: l } = other;
      return listed(o, os, host.os) && listed(c, cpu, host.cpu) && listed(l, libc, host.libc);
    }
    return known === "deno" ? other.os === os && other.cpu === cpu : other.name === name;
  };

/** @type {import("../report.js").Check[]} */
export const platformChecks = MANAGER_IDS.map((id) => {
  const manager = MANAGERS[id];
  return {
    name: `${manager.name} installs the binary of each target, and no other, by the commands that the doctor prints`,
    run: async () => {
      const project = await Project.of(manager, { archives: await everyPlatform() });
      const expected = [SLOT, "oxbridge"];
      /** @type {Target[]} */
      const here = [];
      for (const target of TARGETS) {
        for (const command of targetCommands({ name: manager.known }, target)) await project.shell(command);
        const coming = TARGETS.filter((other) => !here.includes(other)).filter(askedBy(manager, target));
        const names = [...coming.map(binaryFor), ...expected.splice(0)].sort();
        deepStrictEqual([target.name, project.arrived()], [target.name, names]);
        here.push(...coming);
        const report = await project.shell(
          runCommand({ name: manager.known }, `doctor --target ${target.name} --json`),
        );
        const { ok, manager: found } = JSON.parse(report);
        deepStrictEqual([ok, found.name], [true, manager.known]);
      }
      deepStrictEqual(project.registry.elsewhere, []);
      project.registry.close();
    },
  };
});

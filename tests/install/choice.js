// What each package manager installs by default and without optional dependencies, and who answers then.

import { deepStrictEqual } from "node:assert";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { hostPlatform } from "../../js/build/platforms.js";
import { root } from "../../js/build/run.js";
import { matches } from "../process/children.js";
import { installWith, MANAGERS } from "./managers.js";

/** @typedef {import("./managers.js").Project} Project */
/** @typedef {{ digest: string, binaries: string[], backend: import("../../js/src/choose.js").BackendInfo }} Seen */

/** SHA-256 of "abc": FIPS 180-2, appendix B.1. */
const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const PROGRAM = "install/program.js";
const BINARY = `@oxbridge/napi-${hostPlatform().name}`;

const NOT_INSTALLED = /^@oxbridge\/native is not installed$/;
const NO_BINARY =
  / finds no @oxbridge\/napi-[\w-]+\/oxbridge-napi\.node; optional dependencies may have been left out$/;

/**
 * How each manager leaves native code out. Yarn and Deno have no word for optional dependencies; they can install for
 * another platform, which leaves out the binary alone.
 *
 * @type {Record<keyof typeof MANAGERS, { how: string, flags?: string[], settings?: string, arrived: string[], reason: RegExp }>}
 */
const WITHOUT = {
  npm11: { how: "with --omit=optional", flags: ["--omit=optional"], arrived: [], reason: NOT_INSTALLED },
  npm12: { how: "with --omit=optional", flags: ["--omit=optional"], arrived: [], reason: NOT_INSTALLED },
  pnpm: { how: "with --no-optional", flags: ["--no-optional"], arrived: [], reason: NOT_INSTALLED },
  yarn: {
    how: "with supportedArchitectures for another platform",
    settings: "supportedArchitectures: { os: [darwin], cpu: [arm64] }\n",
    arrived: ["@oxbridge/native"],
    reason: NO_BINARY,
  },
  bun: { how: "with --omit=optional", flags: ["--omit=optional"], arrived: [], reason: NOT_INSTALLED },
  deno: {
    how: "with --os and --arch of another platform",
    flags: ["--os=darwin", "--arch=arm64"],
    arrived: ["@oxbridge/native"],
    reason: NO_BINARY,
  },
};

/**
 * Runs the program in an installed project; it must have the right digest.
 *
 * @param {Project} project
 * @returns {Promise<Seen>}
 */
async function firstProgram({ folder, run }) {
  for (const path of [PROGRAM, "packages/mapped.js"]) cpSync(join(root, "tests", path), join(folder, path));
  const seen = JSON.parse(await run(PROGRAM));
  deepStrictEqual(seen.digest, ABC);
  return seen;
}

/** @type {import("../report.js").Check[]} */
export const choiceChecks = /** @type {(keyof typeof MANAGERS)[]} */ (Object.keys(MANAGERS)).flatMap((id) => {
  const manager = MANAGERS[id];
  const { how, arrived, reason, ...options } = WITHOUT[id];
  return [
    {
      name: `${manager.name} installs the binary for this platform and no other, and napi answers`,
      run: async () => {
        const project = await installWith(manager);
        const { binaries, backend } = await firstProgram(project);
        deepStrictEqual(project.arrived, [BINARY, "@oxbridge/native", "oxbridge"]);
        deepStrictEqual([backend.name, [backend.file]], ["napi", binaries]);
        deepStrictEqual(backend.file?.startsWith(join(project.folder, "/")), true);
        deepStrictEqual(reasonOf(backend, "wasm"), "napi comes first");
        deepStrictEqual(existsSync(join(project.folder, "node_modules")), id !== "yarn");
        deepStrictEqual(project.elsewhere, []);
      },
    },
    {
      name: `${manager.name} ${how} installs no binary, wasm answers, and why napi does not is true`,
      run: async () => {
        const project = await installWith(manager, options);
        const { binaries, backend } = await firstProgram(project);
        deepStrictEqual(project.arrived, [...arrived, "oxbridge"]);
        deepStrictEqual([backend.name, backend.file, binaries], ["wasm", null, []]);
        matches(reasonOf(backend, "napi"), reason, "the reason");
        deepStrictEqual(project.elsewhere, []);
      },
    },
  ];
});

/**
 * @param {import("../../js/src/choose.js").BackendInfo} backend
 * @param {import("../../js/src/choose.js").BackendName} name
 */
function reasonOf({ others }, name) {
  return others.find((other) => other.name === name)?.reason;
}

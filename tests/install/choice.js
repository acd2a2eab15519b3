// What each package manager installs by default and without optional dependencies, and who answers then.

import { deepStrictEqual } from "node:assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { hostPlatform } from "../../js/build/platforms.js";
import { MANAGER_IDS, MANAGERS } from "./managers.js";
import { Project } from "./project.js";
import { answered } from "./seen.js";

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

/** @type {import("../report.js").Check[]} */
export const choiceChecks = MANAGER_IDS.flatMap((id) => {
  const manager = MANAGERS[id];
  const { how, arrived, reason, flags, settings } = WITHOUT[id];
  return [
    {
      name: `${manager.name} installs the binary for this platform and no other, and napi answers`,
      run: async () => {
        const project = await Project.of(manager);
        await project.install();
        deepStrictEqual(project.arrived(), [BINARY, "@oxbridge/native", "oxbridge"]);
        answered(await project.firstProgram(), project.folder, "napi", { wasm: /^napi comes first$/ });
        deepStrictEqual(existsSync(join(project.folder, "node_modules")), id !== "yarn");
        deepStrictEqual(project.registry.elsewhere, []);
        project.registry.close();
      },
    },
    {
      name: `${manager.name} ${how} installs no binary, wasm answers, and why napi does not is true`,
      run: async () => {
        const project = await Project.of(manager, { settings });
        await project.install(flags);
        deepStrictEqual(project.arrived(), [...arrived, "oxbridge"]);
        answered(await project.firstProgram(), project.folder, "wasm", { napi: reason });
        deepStrictEqual(project.registry.elsewhere, []);
        project.registry.close();
      },
    },
  ];
});

// Programs whose installation is damaged: wasm answers and the reason is true, or the error is; no process dies.

import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { copyOf, installAll } from "./installed.js";
import { answeredBy, binaryOf, chose, PLACES, probe, refused } from "./programs.js";

/** @typedef {import("./installed.js").Installed} Installed */

/**
 * A damage: what was done, how, what it must be called, and whether the binary has to be opened to see it.
 *
 * @typedef {object} Damage
 * @property {string} name
 * @property {(installed: Installed, binary: string) => void | Promise<void>} inflict
 * @property {RegExp} reason
 * @property {boolean} [opened]
 */

/** @type {Damage[]} */
const DAMAGES = [
  ...[0, 10, 50, 90].map((percent) => ({
    name: `a binary that was cut to ${percent} %`,
    inflict: (/** @type {Installed} */ _installed, /** @type {string} */ binary) =>
      truncateSync(binary, Math.floor((statSync(binary).size * percent) / 100)),
    reason: /oxbridge-napi\.node has \d+ bytes, but should have \d+; install @oxbridge\/napi-[\w-]+ again$/,
  })),
  {
    name: "a binary that is missing",
    inflict: (_installed, binary) => rmSync(binary),
    reason: / finds no @oxbridge\/napi-[\w-]+\/oxbridge-napi\.node; optional dependencies may have been left out$/,
  },
  {
    name: "a package of the platform that is missing",
    inflict: (_installed, binary) => rmSync(dirname(binary), { recursive: true }),
    reason: / finds no @oxbridge\/napi-[\w-]+\/oxbridge-napi\.node; optional dependencies may have been left out$/,
  },
  {
    name: "a binary that is a folder",
    inflict: (_installed, binary) => {
      rmSync(binary);
      mkdirSync(binary);
    },
    reason: /oxbridge-napi\.node/,
  },
  {
    name: "a binary of the right size without any sense",
    inflict: (_installed, binary) => writeFileSync(binary, Buffer.alloc(statSync(binary).size, "nonsense")),
    reason: /oxbridge-napi\.node/,
  },
  {
    name: "the binary of neon under the name of napi",
    inflict: async (installed, binary) => {
      const neon = binaryOf(await installAll(), "neon");
      copyFileSync(/** @type {string} */ (neon), binary);
      editManifest(installed, (manifest) => (manifest.platforms[0].size = statSync(binary).size));
    },
    reason: /oxbridge-napi\.node is not the napi binary of Oxbridge$/,
    opened: true,
  },
  {
    name: "a slot of another version",
    inflict: (installed) => editManifest(installed, (manifest) => (manifest.version = "0.0.9")),
    reason: /@oxbridge\/native has version 0\.0\.9, but this package needs [\d.]+; install both again$/,
  },
  {
    name: "a slot for another processor",
    inflict: (installed) => editManifest(installed, (manifest) => (manifest.platforms[0].cpu = "mips")),
    reason: /@oxbridge\/native has no binary for \w+ \w+$/,
  },
  {
    name: "a slot whose manifest is cut off",
    inflict: (installed) => truncateSync(manifestPath(installed), 10),
    reason: /JSON/i,
  },
];

/** @param {Installed} installed */
const manifestPath = ({ folder }) => join(folder, "node_modules", "@oxbridge", "native", "manifest.json");

/**
 * @param {Installed} installed
 * @param {(manifest: import("../../js/src/find.js").FullManifest) => void} edit
 */
function editManifest(installed, edit) {
  const path = manifestPath(installed);
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  edit(manifest);
  writeFileSync(path, JSON.stringify(manifest));
}

/** @param {Damage} damage */
async function damaged({ inflict }) {
  const original = /** @type {string} */ (binaryOf(await installAll(), "napi"));
  const addon = `@oxbridge/${dirname(original).split("/").at(-1)}`;
  const installed = await copyOf(["oxbridge", "@oxbridge/native", addon]);
  const binary = /** @type {string} */ (binaryOf(installed, "napi"));
  await inflict(installed, binary);
  return { installed, binary };
}

/** @type {import("../report.js").Check[]} */
export const brokenChecks = DAMAGES.map((damage) => ({
  name: `${damage.name} costs no process: wasm answers, and napi alone is refused, with the true reason`,
  run: async () => {
    const { installed, binary } = await damaged(damage);
    const binaries = damage.opened ? [binary] : [];
    for (const runtime of PLACES) {
      const seen = await probe(runtime, installed, "oxbridge");
      answeredBy({ ...seen, binaries: seen.binaries.filter((file) => !binaries.includes(file)) }, installed, "wasm");
      chose(seen, installed, "wasm", { napi: damage.reason });
      refused(await probe(runtime, installed, "oxbridge", "napi"), damage.reason, binaries);
      refusedPinned(await probe(runtime, installed, "oxbridge/napi"), damage.reason);
    }
  },
}));

/**
 * The pinned import is refused, while the program itself still has wasm.
 *
 * @param {import("./programs.js").Seen} seen
 * @param {RegExp} reason
 */
function refusedPinned(seen, reason) {
  const { error } = /** @type {{ error?: import("./programs.js").Failure }} */ (seen.answers);
  if (error?.code !== "ERR_BACKEND_UNAVAILABLE" || !reason.test(error.message)) {
    throw new Error(`oxbridge/napi should be refused because ${reason}; got ${JSON.stringify(seen.answers)}`);
  }
}

// Programs whose installation is damaged: wasm answers and the reason is true, or the error is; no process dies.

import { deepStrictEqual } from "node:assert";
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileName } from "../../js/src/find.js";
import { DIGEST } from "../../js/src/interface.js";
import { ABC } from "../abc.js";
import { matches } from "../process/children.js";
import { runScript } from "../runtimes.js";
import { copyOf, installAll } from "./installed.js";
import { answeredBy, binaryOf, chose, PLACES, probe, refused } from "./programs.js";

/** @typedef {import("./installed.js").Installed} Installed */
/** @typedef {import("../../js/src/find.js").NativeName} NativeName */

/** The slot package of each native backend. @type {Record<NativeName, string>} */
const SLOTS = { napi: "@oxbridge/native", neon: "@oxbridge/neon", cabi: "@oxbridge/cabi" };
const NATIVE = /** @type {NativeName[]} */ (Object.keys(SLOTS));

/** What is damaged: the binary of a backend and the manifest of its slot. @typedef {{ name: NativeName, binary: string, manifest: string }} Part */

/**
 * A damage, done to every native backend: what was done, how, what it must be called, and the files that have to be
 * opened to see it.
 *
 * @typedef {object} Damage
 * @property {string} name
 * @property {(part: Part) => void | Promise<void>} inflict
 * @property {(name: NativeName) => RegExp} reason
 * @property {NativeName[]} [opened]
 */

const E_MACHINE = 0x12; // of ELF
const ARM64 = 183;
/** What a binary with another table would say, with as many bytes. */
const OTHER_DIGEST = [...DIGEST].reverse().join("");

/** @param {NativeName} name */
const fileOf = (name) => fileName(name).replace(".", "\\.");
/** @param {NativeName} name */
const cutOff = (name) =>
  new RegExp(`/${fileOf(name)} has \\d+ bytes, but should have \\d+; install @oxbridge/${name}-[\\w-]+ again$`);
/** @param {NativeName} name */
const missing = (name) =>
  new RegExp(` finds no @oxbridge/${name}-[\\w-]+/${fileOf(name)}; optional dependencies may have been left out$`);
/** @param {NativeName} name */
const unopened = (name) => new RegExp(`/${fileOf(name)} cannot be opened: .`);

/** @type {Damage[]} */
const DAMAGES = [
  ...[0, 10, 50, 90].map((percent) => ({
    name: `a binary that was cut to ${percent} %`,
    inflict: (/** @type {Part} */ { binary }) =>
      truncateSync(binary, Math.floor((statSync(binary).size * percent) / 100)),
    reason: cutOff,
  })),
  { name: "a binary that is missing", inflict: ({ binary }) => rmSync(binary), reason: missing },
  {
    name: "a package of the platform that is missing",
    inflict: ({ binary }) => rmSync(dirname(binary), { recursive: true }),
    reason: missing,
  },
  {
    name: "a binary that is a folder",
    inflict: ({ binary }) => {
      rmSync(binary);
      mkdirSync(binary);
    },
    reason: (name) => new RegExp(fileOf(name)),
  },
  {
    name: "a binary of the right size without any sense",
    inflict: ({ binary }) => writeFileSync(binary, Buffer.alloc(statSync(binary).size, "nonsense")),
    reason: unopened,
  },
  {
    name: "a binary for another processor",
    inflict: ({ binary }) => {
      const bytes = readFileSync(binary);
      bytes.writeUInt16LE(ARM64, E_MACHINE);
      writeFileSync(binary, bytes);
    },
    reason: unopened,
  },
  {
    name: "the binary of another backend",
    inflict: async ({ name, binary, manifest }) => {
      const other = binaryOf(await installAll(), name === "napi" ? "neon" : "napi");
      copyFileSync(/** @type {string} */ (other), binary);
      const { size } = statSync(binary);
      edit(manifest, ({ platforms }) => {
        for (const platform of platforms) platform.size = size;
      });
    },
    reason: (name) =>
      name === "cabi" ? unopened(name) : new RegExp(`/${fileOf(name)} is not the ${name} binary of Oxbridge$`),
    opened: NATIVE,
  },
  {
    name: "a binary of another version",
    inflict: ({ binary }) => {
      const bytes = readFileSync(binary);
      bytes.write(OTHER_DIGEST, bytes.indexOf(DIGEST));
      writeFileSync(binary, bytes);
    },
    reason: (name) =>
      new RegExp(`/${fileOf(name)} has the interface ${OTHER_DIGEST}, but this package needs ${DIGEST}$`),
    opened: NATIVE,
  },
  {
    name: "a slot of another version",
    inflict: ({ manifest }) => edit(manifest, (value) => (value.version = "0.0.9")),
    reason: (name) =>
      new RegExp(
        `${SLOTS[name]} has version 0\\.0\\.9, but this package needs [\\d.]+; ` +
          (name === "napi" ? "run oxbridge use napi$" : `install ${SLOTS[name]}@[\\d.]+$`),
      ),
  },
  {
    name: "a slot for another processor",
    inflict: ({ manifest }) =>
      edit(manifest, ({ platforms }) => {
        for (const platform of platforms) platform.cpu = "mips";
      }),
    reason: (name) => new RegExp(`${SLOTS[name]} has no binary for \\w+ \\w+$`),
  },
  {
    name: "a slot whose manifest is cut off",
    inflict: ({ manifest }) => truncateSync(manifest, 10),
    reason: () => /manifest\.json cannot be read: ./,
  },
];

/**
 * @param {string} path of a slot's manifest
 * @param {(manifest: import("../../js/src/find.js").FullManifest) => void} change
 */
function edit(path, change) {
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  change(manifest);
  writeFileSync(path, JSON.stringify(manifest));
}

/** @param {Damage} damage */
async function damaged({ inflict }) {
  const installed = await copyOf();
  for (const name of NATIVE) {
    const manifest = join(installed.folder, "node_modules", SLOTS[name], "manifest.json");
    await inflict({ name, binary: /** @type {string} */ (binaryOf(installed, name)), manifest });
  }
  return installed;
}

/** @type {import("../report.js").Check[]} */
export const brokenChecks = DAMAGES.map((damage) => ({
  name: `${damage.name} costs no process: wasm answers, and each native backend alone is refused, with the true reason`,
  run: async () => {
    const installed = await damaged(damage);
    const opened = (damage.opened ?? []).map((name) => binaryOf(installed, name));
    for (const runtime of PLACES) {
      const seen = await probe(runtime, installed, "oxbridge");
      answeredBy({ ...seen, binaries: seen.binaries.filter((file) => !opened.includes(file)) }, installed, "wasm");
      chose(seen, installed, "wasm", { napi: damage.reason("napi") });
      const binaries = damage.opened ? [/** @type {string} */ (binaryOf(installed, "napi"))] : [];
      refused(await probe(runtime, installed, "oxbridge", "napi"), damage.reason("napi"), binaries);
      await refusedEach(runtime, installed, damage);
    }
  },
}));

/**
 * In one process, each native backend is refused by its own import and by `load`, also as promises, and wasm follows
 * where it may; by the environment, which allows the other two, nothing answers.
 *
 * @param {import("../runtimes.js").Runtime} runtime
 * @param {Installed} installed
 * @param {Damage} damage
 */
async function refusedEach(runtime, { folder, env }, { reason, opened = [] }) {
  const options = { cwd: folder, env: { ...env, OXBRIDGE_BACKEND: "neon,cabi" } };
  const { required, backends, binaries } = JSON.parse((await runScript(runtime, ["refusals.js"], options)).stdout);
  for (const name of NATIVE) {
    const { call, promise, alone, followed } = backends[name];
    for (const outcome of [call, promise, alone]) isRefused(outcome, new RegExp(`; ${name}: .*${reason(name).source}`));
    deepStrictEqual([followed.digest, followed.backend.name], [ABC, "wasm"]);
    const other = followed.backend.others.find((/** @type {any} */ one) => one.name === name);
    matches(other.reason, reason(name), `the reason against ${name} in ${runtime.id}`);
  }
  for (const name of /** @type {const} */ (["neon", "cabi"])) {
    isRefused(required, new RegExp(`; ${name}: .*${reason(name).source.replace(/\$$/, "(?:; cabi: |$)")}`));
  }
  // What the linker has opened in vain may be closed again.
  const others = binaries.filter((/** @type {string} */ file) => !opened.some((name) => file.endsWith(fileName(name))));
  deepStrictEqual(others, []);
}

/**
 * @param {{ error?: import("./programs.js").Failure }} outcome
 * @param {RegExp} reason
 */
function isRefused({ error }, reason) {
  deepStrictEqual(error?.code, "ERR_BACKEND_UNAVAILABLE");
  matches(error?.message, reason, "the error");
}

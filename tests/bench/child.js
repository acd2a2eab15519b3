// Does one task in the runtime that runs this, and prints what it found as JSON behind a mark: `child.js TASK`, where TASK
// is JSON. Each task has a process of its own.

import { createRequire } from "node:module";
import process from "node:process";
import { loadAddon } from "./addon.js";
import { bareAdd } from "./bare.js";
import { BACKENDS } from "./results.js";
import { scaleOf } from "./scale.js";

/**
 * @typedef {object} Task
 * @property {string} group
 * @property {string} [backend] the only one that the process uses
 * @property {boolean} quick
 * @property {string} [addon] the addon written in C
 * @property {string} [library] the C library, for its bare function
 * @property {string} [loop] the addon with the loop of the crate sha2
 */

/** @typedef {{ taken?: import("./results.js").Taken[], [key: string]: unknown }} Answer */

/** @type {Task} */
const task = JSON.parse(process.argv[2]);
const scale = scaleOf(task.quick);

/** Loads all backends side by side, as far as they can be had. */
async function loadAll() {
  const { load } = await import("oxbridge/backend");
  /** @type {import("./jobs/hash.js").Apis} */
  const apis = {};
  for (const name of BACKENDS) {
    try {
      apis[name] = await load(name);
    } catch (error) {
      if (/** @type {{ code?: string }} */ (error).code !== "ERR_BACKEND_UNAVAILABLE") throw error;
    }
  }
  return apis;
}

/** The one backend of this process, which its environment names, as a program takes it. */
async function loadOne() {
  const backend = /** @type {string} */ (task.backend);
  const api = await import("oxbridge");
  const promises = await import("oxbridge/promises");
  const { name } = (await import("oxbridge/backend")).backend();
  if (name !== backend) throw new Error(`asked for the backend ${backend}, but ${name} answers`);
  return { backend, api, promises };
}

/** What there is: the runtime, the version of Oxbridge, and each backend with its file, or why it cannot be had. */
async function probe() {
  const { load } = await import("oxbridge/backend");
  /** @type {Record<string, { file: string | null } | { reason: string }>} */
  const backends = {};
  let runtime = "";
  let version = "";
  for (const name of BACKENDS) {
    try {
      const info = (await load(name)).backend();
      ({ runtime, version } = info);
      backends[name] = { file: info.file };
    } catch (error) {
      backends[name] = { reason: /** @type {Error} */ (error).message };
    }
  }
  return { backends, runtime, version };
}

/** What each group does here. @type {Record<string, () => Promise<Answer>>} */
const GROUPS = {
  probe,
  crossing: async () => {
    const { measureCrossings } = await import("./jobs/crossing.js");
    const beside = {
      addon: task.addon === undefined ? undefined : loadAddon(task.addon),
      bareAdd: task.library === undefined || task.backend !== "cabi" ? undefined : bareAdd(task.library),
    };
    return { taken: await measureCrossings({ ...(await loadOne()), beside, scale }) };
  },
  sha256: async () => {
    const { measureShort } = await import("./jobs/hash.js");
    return { taken: await measureShort({ ...(await loadOne()), scale }) };
  },
  long: async () => {
    const { measureLong } = await import("./jobs/hash.js");
    return { taken: await measureLong({ apis: await loadAll(), scale }) };
  },
  bulk: async () => {
    const { measureBulk } = await import("./jobs/hash.js");
    return { taken: await measureBulk({ apis: await loadAll(), scale, foreign: false }) };
  },
  mixed: async () => {
    const { measureBulk } = await import("./jobs/hash.js");
    return { taken: await measureBulk({ apis: await loadAll(), scale, foreign: true }) };
  },
  packed: async () => {
    const { measurePacked } = await import("./jobs/hash.js");
    const loop = task.loop === undefined ? undefined : createRequire(import.meta.url)(task.loop).sha2Loop;
    return { taken: await measurePacked({ apis: await loadAll(), scale, loop }) };
  },
  family: async () => {
    const { measureLongFamily } = await import("./jobs/family.js");
    return { taken: await measureLongFamily({ apis: await loadAll(), scale }) };
  },
  "family-bulk": async () => {
    const { measureManyFamily } = await import("./jobs/family.js");
    return { taken: await measureManyFamily({ apis: await loadAll(), scale }) };
  },
  file: async () => {
    const { measureFile } = await import("./jobs/family.js");
    return { taken: await measureFile({ apis: await loadAll(), scale }) };
  },
  invert: async () => {
    const { measureInvert } = await import("./jobs/image.js");
    return { taken: await measureInvert({ apis: await loadAll(), scale }) };
  },
  promises: async () => {
    const { measureAtOnce, measureHops } = await import("./jobs/later.js");
    const apis = await loadAll();
    return { taken: [...(await measureHops({ apis, scale })), ...(await measureAtOnce({ apis, scale }))] };
  },
  stream: async () => {
    const { measureStreams } = await import("./jobs/later.js");
    return { taken: await measureStreams({ apis: await loadAll(), scale }) };
  },
  "break-even": async () => {
    const { measureBreakEven, subjects } = await import("./jobs/break-even.js");
    return { found: await measureBreakEven({ ...(await loadOne()), subjects: subjects(), scale, slice: 1 }) };
  },
  "family-even": async () => {
    const { familySubjects, measureBreakEven } = await import("./jobs/break-even.js");
    return { found: await measureBreakEven({ ...(await loadOne()), subjects: familySubjects(), scale, slice: 1 }) };
  },
};

console.log(`BENCH ${JSON.stringify(await GROUPS[task.group]())}`);

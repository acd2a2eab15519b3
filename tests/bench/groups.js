// What is measured together: the groups that `--only` names, where each runs, and what all of it is called.

import { CROSSINGS } from "./jobs/crossing.js";
import { HASH_JOBS } from "./jobs/hash.js";
import { IMAGE_JOBS } from "./jobs/image.js";
import { LATER_JOBS } from "./jobs/later.js";

/** @type {import("./results.js").Job} */
export const FIRST_CALL = {
  id: "first call",
  title: "The first call of a cold process: import of oxbridge/hash, and one sha256",
  unit: "process",
};

/** Every job, in the order of the report. @type {import("./results.js").Job[]} */
export const JOBS = [...CROSSINGS, FIRST_CALL, ...HASH_JOBS, ...IMAGE_JOBS, ...LATER_JOBS];

/**
 * @typedef {object} Group
 * @property {string} what
 * @property {"all" | "servers" | "node"} where on every runtime; on one version of Node, Bun and Deno; on one Node
 * @property {boolean} alone whether each backend has processes of its own
 * @property {number} [processes] how many, for each backend, where one is not enough
 */

/** @type {Record<string, Group>} */
export const GROUPS = {
  // How an engine compiles a loop varies from one process to the next.
  crossing: { what: "what a call costs, by the shape of what crosses", where: "all", alone: true, processes: 3 },
  "first-call": { what: "the first call of a cold process", where: "servers", alone: true, processes: 20 },
  sha256: { what: "digests of a short string", where: "servers", alone: true, processes: 3 },
  long: { what: "digests of 1 MiB and 64 MiB", where: "node", alone: false },
  bulk: { what: "digests of 100,000 lines", where: "servers", alone: false },
  mixed: { what: "digests of 100,000 lines, one in five not ASCII", where: "node", alone: false },
  packed: { what: "digests of 100,000 lines that are packed", where: "node", alone: false },
  invert: { what: "inverting 256 KiB and 64 MiB", where: "node", alone: false },
  promises: { what: "promises in turn and at once", where: "node", alone: false },
  stream: { what: "a stream of 1 GiB", where: "node", alone: false },
  "break-even": { what: "from which size each backend is faster", where: "all", alone: true },
};

// What is measured together: the groups that `--only` names, where each runs, and what all of it is called.

import { CROSSINGS } from "./jobs/crossing.js";
import { FILE_JOB, LONG_JOBS, MANY_JOBS } from "./jobs/family.js";
import { HASH_JOBS } from "./jobs/hash.js";
import { IMAGE_JOBS } from "./jobs/image.js";
import { LATER_JOBS } from "./jobs/later.js";

/** @type {import("./results.js").Job} */
export const FIRST_CALL = {
  id: "first call",
  title: "The first call of a cold process: import of oxbridge/hash, and one sha256",
  unit: "process",
};

/**
 * @typedef {object} Group
 * @property {string} what
 * @property {import("./results.js").Job[]} jobs
 * @property {"all" | "servers" | "node"} where on every runtime; on one version of Node, Bun and Deno; on one Node
 * @property {boolean} alone whether each backend has processes of its own
 * @property {number} [processes] how many, for each backend, where one is not enough
 */

const [short, long, longest, bulk, mixed, packed] = HASH_JOBS;
const [hops, atOnce, stream] = LATER_JOBS;
const alone = { alone: true };
const together = { alone: false };

/** Every group, in the order of the report. @type {Record<string, Group>} */
export const GROUPS = {
  crossing: {
    ...{ what: "what a call costs, by the shape of what crosses", jobs: CROSSINGS, where: "all", ...alone },
    processes: 3, // how an engine compiles a loop varies from one process to the next
  },
  "first-call": {
    ...{ what: "the first call of a cold process", jobs: [FIRST_CALL], where: "servers", ...alone },
    processes: 20,
  },
  sha256: { what: "digests of a short string", jobs: [short], where: "servers", ...alone, processes: 3 },
  long: { what: "digests of 1 MiB and 64 MiB", jobs: [long, longest], where: "node", ...together },
  bulk: { what: "digests of 100,000 lines", jobs: [bulk], where: "servers", ...together },
  mixed: { what: "the same, one line in five not ASCII", jobs: [mixed], where: "node", ...together },
  packed: { what: "the same, packed in and packed out", jobs: [packed], where: "node", ...together },
  family: { what: "digests of 1 MiB by other algorithms", jobs: LONG_JOBS, where: "node", ...together },
  "family-bulk": { what: "digests of 100,000 lines by those", jobs: MANY_JOBS, where: "node", ...together },
  file: { what: "the digest of a file of 1 GiB", jobs: [FILE_JOB], where: "node", ...together },
  invert: { what: "inverting 256 KiB and 64 MiB", jobs: IMAGE_JOBS, where: "node", ...together },
  promises: { what: "promises in turn and at once", jobs: [hops, atOnce], where: "node", ...together },
  stream: { what: "a stream of 1 GiB", jobs: [stream], where: "node", ...together },
  "break-even": { what: "from which size each backend is faster", jobs: [], where: "all", ...alone },
  "family-even": { what: "the same by other algorithms", jobs: [], where: "servers", ...alone },
};

/** The jobs of some groups. @param {string[]} names */
export const jobsOf = (names) => names.flatMap((name) => GROUPS[name].jobs);

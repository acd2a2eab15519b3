// `npm run bench`: the benchmark in the repository, with every runtime that the suite has. All are expected.

import { join } from "node:path";
import { nativeFolder } from "../../js/build/native.js";
import { root } from "../../js/build/run.js";
import { RUNTIMES } from "../runtimes.js";
import { bench } from "./bench.js";
import { chromium } from "./chromium.js";
import { placeOf, selected } from "./places.js";
import { buildLoop } from "./sha2.js";

/** Where the results go if nothing else is said. */
export const RESULTS = join(root, "bench");

const places = [...Object.values(RUNTIMES).map(({ id, command, args }) => placeOf(id, command, args)), chromium];

/**
 * @param {string[]} args
 * @param {Partial<import("./bench.js").Surroundings>} [changes]
 */
export function benchRepository(args, changes = {}) {
  process.env.OXBRIDGE_LIBRARY_PATH ||= nativeFolder;
  const withFolder = args.includes("--out") ? args : [...args, "--out", RESULTS];
  return bench(withFolder, {
    places: (wanted) => selected(places, wanted, []),
    buildLoop,
    expectAll: true,
    ...changes,
  });
}

if (process.argv[1] === import.meta.filename) process.exitCode = await benchRepository(process.argv.slice(2));

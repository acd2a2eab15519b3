// Holds the instructions of the core's hot functions to their limits. A count is the same however busy the machine is,
// so a function that became slower by a few hundredths shows. `UPDATE=1` writes the limits anew.

import { strictEqual } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../js/build/run.js";
import { count, crates, surroundings } from "./instructions/count.js";
import { allowanceFor, printLimits, readLimits, verdicts } from "./instructions/limits.js";

const folder = join(root, "tests", "instructions");
const file = join(folder, "limits.txt");

const HERE = { rustc: "1.95.0", glibc: "2.36", processor: "x86_64 avx2" };
const LIMITS = { surroundings: HERE, rows: new Map([["f", 1000]]) };
const NEWER = { ...HERE, rustc: "1.96.0" };
const OLDER = { ...HERE, processor: "x86_64" };

/** Counts that were made up, and what is said of them. @type {[name: string, here: any, counts: any, said: RegExp[]][]} */
const MADE_UP = [
  ["a count at its limit passes", HERE, { f: 1000 }, []],
  ["a count over its limit fails", HERE, { f: 1015 }, [/^f took 1,015 .* limit is 1,000, .* 1\.5 % over .*UPDATE=1/]],
  ["a count a little under its limit passes", HERE, { f: 900 }, []],
  ["a count far under its limit asks for a lower one", HERE, { f: 899 }, [/10\.1 % under it\. Lower .*UPDATE=1/]],
  ["a function without a limit fails", HERE, { f: 1000, g: 7 }, [/^g took 7 .* has no limit .*UPDATE=1/]],
  ["a limit without a function fails", HERE, {}, [/a limit for f, which is not counted .*UPDATE=1/]],
  ["every function at fault is named", HERE, { g: 1, h: 2 }, [/^g took/, /^h took/, /for f/]],
  ["another compiler may make more instructions", NEWER, { f: 1200 }, []],
  ["another compiler may not make any number", NEWER, { f: 1201 }, [/20\.1 % over .* rustc is 1\.96\.0, not 1\.95\.0/]],
  ["another compiler asks for no lower limit", NEWER, { f: 1 }, []],
  ["another processor may need more instructions", OLDER, { f: 3500 }, []],
  ["another processor may not need any number", OLDER, { f: 3501 }, [/processor is x86_64, not x86_64 avx2/]],
];

const guarding = MADE_UP.map(([name, here, counts, said]) => ({
  name,
  run: () => {
    const failures = verdicts(LIMITS, here, new Map(Object.entries(counts))).flatMap(({ failure }) => failure ?? []);
    strictEqual(failures.length, said.length, failures.join("\n"));
    for (const [index, pattern] of said.entries()) {
      if (!pattern.test(failures[index])) throw new Error(`it said: ${failures[index]}`);
    }
  },
}));

const printing = {
  name: "limits that are written are read as what was counted and 2 % more",
  run: () => {
    const { surroundings, rows } = readLimits(printLimits(HERE, new Map(Object.entries({ "f a": 1_000_000, g: 1 }))));
    strictEqual(JSON.stringify([surroundings, ...rows]), JSON.stringify([HERE, ["f a", 1_020_000], ["g", 2]]));
  },
};

const dependencies = {
  name: "what is counted is built from the crates that the core is shipped with",
  run: async () => {
    const [here, shipped] = await Promise.all(
      [join(folder, "Cargo.toml"), join(root, "Cargo.toml")].map((manifest) => crates(manifest)),
    );
    strictEqual(here, shipped);
  },
};

/** @param {import("./report.js").Report} report */
export async function run(report) {
  await report.all([...guarding, printing, dependencies]);
  /** @type {Map<string, number> | undefined} */
  let counts;
  /** @type {import("./instructions/limits.js").Surroundings} */
  let here = {};
  await report.check("the hot functions are counted", async () => {
    counts = await count();
    here = await surroundings();
  });
  if (counts === undefined) return;
  if (process.env.UPDATE === "1") writeFileSync(file, printLimits(here, counts));
  const limits = readLimits(readFileSync(file, "utf8"));
  for (const { row, text, failure } of verdicts(limits, here, counts)) {
    await report.check(`${row}: ${text}`, () => {
      if (failure) throw new Error(failure);
    });
  }
  const { share, because } = allowanceFor(limits.surroundings, here);
  if (because !== "") {
    report.closing.push(`Instructions may be ${Math.round(share * 100)} % over their limits here, because ${because}.`);
  }
}

// What linters of packages say of the packed ones: publint of all, and Are the types wrong of `oxbridge`.

import { deepStrictEqual } from "node:assert";
import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { packages } from "./installed.js";

/** @typedef {import("@arethetypeswrong/core").Problem} Problem */

/** Bytes with a buffer of their own. @param {string} file */
const bytesOf = (file) => new Uint8Array(readFileSync(file));

/**
 * What does not apply to this package, and why.
 *
 * @type {{ reason: string, applies: (problem: Problem) => boolean }[]}
 */
const INAPPLICABLE = [
  {
    reason: "node10 is how Node before 12.7 and TypeScript before 6 looked for modules; this package needs Node 20.19",
    applies: (problem) => "resolutionKind" in problem && problem.resolutionKind === "node10",
  },
  {
    reason: "every Node that this package runs on can require ES modules; `required.cjs` does, and is compiled",
    applies: ({ kind }) => kind === "CJSResolvesToESM",
  },
];

/** @type {import("../report.js").Check[]} */
export const linterChecks = [
  {
    name: "publint, at its strictest, has nothing to say of any package",
    run: async () => {
      /** @type {string[]} */
      const said = [];
      for (const { name, file } of await packages()) {
        const { messages, pkg } = await publint({ pack: { tarball: bytesOf(file).buffer }, strict: true });
        said.push(...messages.map((message) => `${name}: ${formatMessage(message, pkg, { color: false })}`));
      }
      deepStrictEqual(said, []);
    },
  },
  {
    name: "Are the types wrong finds that those of oxbridge are right",
    run: async () => {
      const file = (await packages()).find(({ name }) => name === "oxbridge")?.file;
      const result = await checkPackage(createPackageFromTarballData(bytesOf(/** @type {string} */ (file))));
      if (!result.types) throw new Error("it found no types");
      const wrong = result.problems.filter((problem) => !INAPPLICABLE.some(({ applies }) => applies(problem)));
      deepStrictEqual(wrong, []);
      // A reason that nothing needs any more goes.
      const unused = INAPPLICABLE.filter(({ applies }) => !result.problems.some(applies));
      deepStrictEqual(unused, []);
    },
  },
];

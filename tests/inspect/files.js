// The files of a build, read and judged.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesForLinking } from "../../js/build/binaries.js";
import { fileName } from "../../js/src/find.js";
import { readBinary } from "./read.js";
import { brokenRules } from "./rules.js";

/** @typedef {import("../../js/build/builds.js").Build} Build */
/** @typedef {import("./rules.js").Subject} Subject */
/** @typedef {Subject & { broken: string[] }} Judged a file, and the rules that it breaks */

const KIB = 1024;

/** In KiB, of each file of each platform. @type {{ budgets: Record<string, Record<string, number | undefined>> }} */
const { budgets } = JSON.parse(readFileSync(join(import.meta.dirname, "budget.json"), "utf8"));

/**
 * @param {Build} build
 * @param {boolean} released
 * @returns {Judged[]}
 */
export function judgeBuild({ platform, folder }, released) {
  const shared = /** @type {const} */ (["napi", "neon", "cabi"]).map((kind) => ({
    kind,
    facts: readBinary(join(folder, fileName(kind, platform.os))),
  }));
  const symbols = shared.flatMap(({ kind, facts }) => (kind === "cabi" ? facts.exports : []));
  const [archive] = filesForLinking(folder);
  if (archive === undefined) throw new Error(`${folder} has no static library`);
  const files = [...shared, { kind: /** @type {const} */ ("static"), facts: readBinary(join(folder, archive)) }];
  return files.map(({ kind, facts }) => {
    const kib = budgets[platform.name]?.[kind];
    const subject = { kind, platform, released, facts, symbols, budget: kib && kib * KIB };
    return { ...subject, broken: brokenRules(subject) };
  });
}

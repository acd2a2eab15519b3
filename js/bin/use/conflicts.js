// What would keep the override from holding: another one that may win, or a dependency that npm does not override.

import { quoted } from "../hash/reason.js";
import { Refusal } from "./refusal.js";
import { SLOT } from "./slot.js";

/**
 * Throws if there is such a thing.
 *
 * @param {import("./managers.js").Manager} manager
 * @param {import("./place.js").Place} place
 * @param {string | undefined} value
 */
export function checkConflicts(manager, { file, overrides, manifest }, value) {
  const rivals = rivalsIn(overrides);
  // pnpm reads what Yarn has in package.json too.
  if (manager === "pnpm") rivals.push(...rivalsIn({ resolutions: manifest.resolutions }, true));
  if (rivals.length > 0) {
    throw new Refusal(
      `${quoted(file)}: there is another override of ${SLOT} that may win: ${rivals.join(", ")}; remove it, and try again`,
    );
  }
  if (manager !== "npm" || value === undefined) return;
  for (const field of ["dependencies", "devDependencies", "optionalDependencies"]) {
    const direct = manifest[field]?.[SLOT];
    if (direct === undefined || direct === value) continue;
    throw new Refusal(
      `${quoted(file)} has ${SLOT} in ${field} as ${JSON.stringify(direct)}, and npm refuses another override of it; ` +
        "remove it there: oxbridge brings it",
    );
  }
}

/** A key of overrides that is about the slot, in the words of npm, pnpm (`a>b`), Yarn (`a/b`) or with a version. */
const ABOUT_SLOT = /(?:^|[/>])@oxbridge\/native(?:@|$)/;

/**
 * The other keys of overrides that are about the slot, and may win over the entry: such as
 * `oxbridge>@oxbridge/native` of pnpm, or an object inside `oxbridge` of npm.
 *
 * @param {unknown} overrides
 * @param {boolean} [isOther] whether the plain name is not the entry itself
 * @returns {string[]}
 */
function rivalsIn(overrides, isOther = false) {
  if (typeof overrides !== "object" || overrides === null) return [];
  return Object.entries(overrides).flatMap(([key, value]) => {
    if (key === SLOT && !isOther) return [];
    if (ABOUT_SLOT.test(key)) return [key];
    return rivalsIn(value, true).map((inner) => `${key} > ${inner}`);
  });
}

// The command `oxbridge doctor`, in programs whose packages are laid out by hand.

import { brokenChecks } from "./doctor/broken.js";
import { choiceChecks } from "./doctor/choice.js";
import { commandChecks } from "./doctor/command.js";
import { managerChecks } from "./doctor/managers.js";
import { permissionChecks } from "./doctor/permissions.js";
import { placeChecks } from "./doctor/places.js";
import { shortChecks } from "./doctor/short.js";
import { targetChecks } from "./doctor/targets.js";
import { together } from "./together.js";

/** Programs at the same time: each has a folder of its own. */
const AT_ONCE = 2;

/** @type {import("./report.js").Check[]} */
export const checks = together(
  [
    ...placeChecks,
    ...choiceChecks,
    ...brokenChecks,
    ...permissionChecks,
    ...managerChecks,
    ...targetChecks,
    ...shortChecks,
    ...commandChecks,
  ],
  AT_ONCE,
);

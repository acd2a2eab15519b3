// The packages as users get them: from a registry, with each package manager, and run by the runtime that belongs to it.

import { choiceChecks } from "./install/choice.js";
import { platformChecks } from "./install/platforms.js";
import { registryChecks } from "./install/registry.js";
import { useChecks } from "./install/use.js";
import { together } from "./together.js";

/** Managers at the same time. */
const AT_ONCE = 2;

/** @type {import("./report.js").Check[]} */
export const checks = [...registryChecks, ...together([...choiceChecks, ...useChecks, ...platformChecks], AT_ONCE)];

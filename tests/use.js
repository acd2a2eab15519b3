// The command `oxbridge use`: what it writes for each package manager, and what it refuses. The part `install` has what
// is installed then.

import { formChecks } from "./use/forms.js";
import { refusalChecks } from "./use/refusals.js";
import { projectChecks } from "./use/where.js";
import { writeChecks } from "./use/writing.js";

/** @type {import("./report.js").Check[]} */
export const checks = [...projectChecks, ...formChecks, ...refusalChecks, ...writeChecks];

// `oxbridge doctor`: which backend answers here and by which rule, why not the others, and how to have them.

import { readOptions, USAGE } from "./doctor/options.js";
import { reportOf } from "./doctor/report.js";
import { targetReport } from "./doctor/target.js";
import { targetText } from "./doctor/target-text.js";
import { reportText } from "./doctor/text.js";
import { UsageError } from "./options.js";

/** @type {import("./oxbridge.js").Run} */
export async function run(args) {
  let options;
  try {
    options = readOptions(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`oxbridge doctor: ${error.message}\nTry oxbridge doctor --help.`);
    return 2;
  }
  const { help, json, target } = options;
  if (help) {
    console.log(USAGE);
    return 0;
  }
  const { report, text } = await (target === undefined ? here() : elsewhere(target));
  console.log(json ? JSON.stringify(report, null, 2) : text);
  return report.ok ? 0 : 1;
}

async function here() {
  const report = await reportOf();
  return { report, text: reportText(report) };
}

/** @param {import("./doctor/targets.js").Target} target */
async function elsewhere(target) {
  const report = targetReport(target);
  return { report, text: targetText(report) };
}

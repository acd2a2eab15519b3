// `oxbridge doctor`: which backend answers here and by which rule, why not the others, and how to have them.

import { readOptions, USAGE } from "./doctor/options.js";
import { reportOf } from "./doctor/report.js";
import { targetReport } from "./doctor/target.js";
import { targetText } from "./doctor/target-text.js";
import { reportText } from "./doctor/text.js";
import { answer } from "./options.js";

/** @type {import("./oxbridge.js").Run} */
export const run = (args) =>
  answer("doctor", async () => {
    const { help, json, target } = readOptions(args);
    if (help) {
      console.log(USAGE);
      return 0;
    }
    const { report, text } = await (target === undefined ? here() : elsewhere(target));
    console.log(json ? JSON.stringify(report, null, 2) : text);
    return report.ok ? 0 : 1;
  });

async function here() {
  const report = await reportOf();
  return { report, text: reportText(report) };
}

/** @param {import("./doctor/targets.js").Target} target */
async function elsewhere(target) {
  const report = targetReport(target);
  return { report, text: targetText(report) };
}

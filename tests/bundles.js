// The packed packages in bundles: pages by four bundlers, programs for Node and workerd, and how large they are.

import { docsChecks, sizeTables } from "./bundles/docs.js";
import { nodeChecks } from "./bundles/node.js";
import { pageChecks } from "./bundles/pages.js";
import { sizeChecks } from "./bundles/sizes.js";
import { workerdChecks } from "./bundles/workerd.js";
import { together } from "./together.js";

/** Bundlers and programs at the same time. */
const AT_ONCE = 2;

/** @param {import("./report.js").Report} report */
export async function run(report) {
  const checks = [...nodeChecks, ...workerdChecks, ...pageChecks, ...sizeChecks, ...docsChecks];
  const before = report.failures.length;
  await report.all(together(checks, AT_ONCE));
  // What could not be bundled has no size, and was told.
  if (report.failures.length > before) return;
  report.closing.push(`What oxbridge adds to a page\n\n${await sizeTables()}`);
}

// Parts that were made up, and are run as those of `npm test` are: one passes, one fails, one does not run to its end.

import { setTimeout } from "node:timers/promises";
import { runParts } from "../parts.js";

await runParts({
  good: {
    title: "what is true",
    run: async (report) => {
      report.closing.push("What is shown of good.");
      await report.check("it is true", () => {});
    },
  },
  bad: {
    title: "what is false",
    run: async (report) => {
      await report.check("it is false", async () => {
        await setTimeout(1000);
        throw new Error("it never was true");
      });
    },
  },
  ended: { title: "what ends the process", run: async () => process.exit(0) },
});

// The page that measures in a browser: another program calls `benchHere` with a task, and takes the answer.

import * as api from "oxbridge";
import { backend as backendOf } from "oxbridge/backend";
import * as promises from "oxbridge/promises";
import { measureBreakEven, subjects } from "./jobs/break-even.js";
import { measureCrossings } from "./jobs/crossing.js";
import { scaleOf } from "./scale.js";

// The clock of a page has steps of up to 0.1 ms.
const LONGER = 4;
const SLICE = 2; // milliseconds, and so much longer

Object.assign(globalThis, {
  /** @param {import("./child.js").Task} task */
  benchHere: async ({ group, quick }) => {
    const { name: backend, runtime, version } = backendOf();
    const scale = scaleOf(quick, LONGER);
    if (group === "probe") {
      const chrome = /Chrome\/([\d.]+)/.exec(runtime)?.[1] ?? "";
      return { backends: { wasm: { file: null } }, runtime: `chromium ${chrome}`, version };
    }
    if (group === "crossing") return { taken: await measureCrossings({ backend, api, promises, beside: {}, scale }) };
    return { found: await measureBreakEven({ backend, api, subjects: subjects(), scale, slice: SLICE }) };
  },
});

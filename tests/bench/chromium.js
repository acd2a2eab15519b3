// The place Chromium: a browser of its own for each task.

import { onPage } from "../runners/chromium.js";

const PAGE = { entry: "../bench/chromium-page.js", ready: "benchHere" };

/** @type {import("./places.js").Place} */
export const chromium = {
  id: "chromium",
  only: ["crossing", "break-even"],
  run: (_program, task) => onPage((page) => page.evaluate(`benchHere(${task})`), PAGE),
};

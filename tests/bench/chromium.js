// The place Chromium: a browser of its own for each task.

import { onPage } from "../runners/chromium.js";

/** The page; packages with native code are for other places, and stay out of it. */
export const PAGE = { entry: "../bench/chromium-page.js", ready: "benchHere", external: ["@node-rs/*"] };

/** @type {import("./places.js").Place} */
export const chromium = {
  id: "chromium",
  only: ["crossing", "break-even"],
  run: (_program, task) => onPage((page) => page.evaluate(`benchHere(${task})`), PAGE),
};

// Which backend answers in a program that was installed: by itself, by import, by environment, by what was left out.

import { deepStrictEqual } from "node:assert";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { install, installAll } from "./installed.js";
import { answeredBy, chose, NAMES, PLACES, probe, refused } from "./programs.js";

const NOT_NAMED = /^not in the order napi, wasm; it is taken when named$/;

/** @param {(runtime: import("../runtimes.js").Runtime) => import("../report.js").Check[]} checksOf */
const everywhere = (checksOf) => PLACES.flatMap(checksOf);

const automatic = everywhere((runtime) => [
  {
    name: `${runtime.id}: by itself it takes napi from @oxbridge/native, and says so`,
    run: async () => {
      const installed = await installAll();
      const seen = await probe(runtime, installed, "oxbridge");
      answeredBy(seen, installed, "napi");
      chose(seen, installed, "napi", { neon: NOT_NAMED, wasm: /^napi comes first$/, cabi: NOT_NAMED });
    },
  },
]);

const named = everywhere((runtime) =>
  NAMES.map((name) => ({
    name: `${runtime.id}: ${name} answers when it is imported, and when the environment names it`,
    run: async () => {
      const installed = await installAll();
      answeredBy(await probe(runtime, installed, `oxbridge/${name}`), installed, name);
      const seen = await probe(runtime, installed, "oxbridge", name);
      answeredBy(seen, installed, name);
      chose(seen, installed, name);
    },
  })),
);

/** @type {Promise<import("./installed.js").Installed> | undefined} */
let small;
const withoutOptional = () => (small ??= install(["oxbridge"], { flags: ["--omit=optional"] }));

const omitted = [
  {
    name: "without optional dependencies, oxbridge is the only package",
    run: async () => {
      const { folder } = await withoutOptional();
      const modules = readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."));
      deepStrictEqual(modules, ["oxbridge"]);
    },
  },
  ...everywhere((runtime) => [
    {
      name: `${runtime.id}: without optional dependencies, wasm answers, and napi is said to be missing`,
      run: async () => {
        const installed = await withoutOptional();
        const seen = await probe(runtime, installed, "oxbridge");
        answeredBy(seen, installed, "wasm");
        chose(seen, installed, "wasm", { napi: /^@oxbridge\/native is not installed$/, neon: NOT_NAMED });
        refused(await probe(runtime, installed, "oxbridge", "napi"), /napi: @oxbridge\/native is not installed$/);
        const neon = /neon: @oxbridge\/native is not installed, @oxbridge\/neon is not installed$/;
        refused(await probe(runtime, installed, "oxbridge", "neon"), neon);
      },
    },
  ]),
];

/** @type {Promise<import("./installed.js").Installed> | undefined} */
let override;
const withNeonInSlot = () => (override ??= install(["oxbridge"], { slot: "@oxbridge/neon" }));

const overridden = everywhere((runtime) => [
  {
    name: `${runtime.id}: an override puts neon into the slot; it answers by itself and when named, and napi is said to be displaced`,
    run: async () => {
      const installed = await withNeonInSlot();
      const seen = await probe(runtime, installed, "oxbridge");
      answeredBy(seen, installed, "neon");
      const cabi = /^not in the order neon, wasm; it is taken when named$/;
      chose(seen, installed, "neon", { napi: /^@oxbridge\/native holds neon$/, wasm: /^neon comes first$/, cabi });
      answeredBy(await probe(runtime, installed, "oxbridge/neon"), installed, "neon");
      const byName = await probe(runtime, installed, "oxbridge", "neon");
      answeredBy(byName, installed, "neon");
      chose(byName, installed, "neon");
    },
  },
]);

/** @type {import("../report.js").Check[]} */
export const choiceChecks = [...automatic, ...named, ...omitted, ...overridden];

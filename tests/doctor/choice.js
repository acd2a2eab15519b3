// By which rule a backend is chosen: the environment, a path, an override.

import { join } from "node:path";
import { nativeFolder } from "../../js/build/native.js";
import { matches, same } from "../process/children.js";
import { RUNTIMES } from "../runtimes.js";
import { examined, Program } from "./layout.js";
import { bareProgram, wholeProgram } from "./places.js";

const BOTH = [RUNTIMES.node24, RUNTIMES.deno];
const NOWHERE = join(nativeFolder, "nowhere");

/**
 * What the environment says, what is then chosen of all packages or of oxbridge alone, and how it ends.
 *
 * @type {{ name: string, bare?: boolean, backend?: string, path?: string, chosen: string | null, order: string[] | null,
 *   error?: RegExp }[]}
 */
const ROWS = [
  { name: "auto is the automatic order", backend: "auto", chosen: "napi", order: ["napi", "wasm"] },
  { name: "one name is the only one", backend: "neon", chosen: "neon", order: ["neon"] },
  { name: "a list is taken in its order", backend: "cabi, napi", chosen: "cabi", order: ["cabi", "napi"] },
  { name: "wasm is taken where it is named", backend: "wasm", chosen: "wasm", order: ["wasm"] },
  { name: "the next of a list is taken", bare: true, backend: "neon,wasm", chosen: "wasm", order: ["neon", "wasm"] },
  {
    name: "a name that cannot be had is a failure",
    bare: true,
    backend: "napi",
    chosen: null,
    order: ["napi"],
    error:
      /^no backend could be loaded in .* \(.*oxbridge doctor says how to have one\); napi: @oxbridge\/native is not installed$/,
  },
  {
    name: "of a list that cannot be had, each reason is told",
    bare: true,
    backend: "napi,cabi",
    chosen: null,
    order: ["napi", "cabi"],
    error:
      /; napi: @oxbridge\/native is not installed; cabi: @oxbridge\/native is not .*, @oxbridge\/cabi is not installed$/,
  },
  {
    name: "an unknown name is a failure",
    backend: "nope",
    chosen: null,
    order: null,
    error: /OXBRIDGE_BACKEND has "nope", but knows only "napi", "neon", "wasm", "cabi"/,
  },
  { name: "a path leads to the binaries", bare: true, path: nativeFolder, chosen: "napi", order: ["napi", "wasm"] },
  { name: "a path that leads nowhere leaves wasm", path: NOWHERE, chosen: "wasm", order: ["napi", "wasm"] },
];

const environment = ROWS.flatMap(({ name, bare = false, backend, path, chosen, order, error }) =>
  BOTH.map((runtime) => ({
    name: `${runtime.id}: ${name}`,
    run: async () => {
      const env = { OXBRIDGE_BACKEND: backend, OXBRIDGE_LIBRARY_PATH: path };
      const { code, report } = await examined(bare ? bareProgram() : wholeProgram(), [], { runtime, env });
      const rule = backend === undefined || backend === "auto" ? "automatic" : "OXBRIDGE_BACKEND";
      const { choice, environment, backends } = report;
      same([choice.backend, choice.rule, choice.order], [chosen, rule, order], "the choice");
      same([code, report.ok], chosen === null ? [1, false] : [0, true], "how it ends");
      const found = backends.filter((/** @type {any} */ one) => one.chosen).map((/** @type {any} */ one) => one.name);
      same(found, chosen === null ? [] : [chosen], "the backend that is marked");
      same([environment.OXBRIDGE_BACKEND, environment.OXBRIDGE_LIBRARY_PATH], [backend ?? null, path ?? null], "it");
      if (error) matches(choice.error.message, error, "the error");
      else same(choice.error, null, "the error");
      if (path === undefined) return;
      const [napi] = backends;
      same([napi.from, napi.version], ["OXBRIDGE_LIBRARY_PATH", null], "where napi comes from");
      const file = path === NOWHERE ? path : join(path, "oxbridge-napi.node");
      same([napi.file, napi.reason?.kind], [file, path === NOWHERE ? "no-file" : undefined], "the file");
    },
  })),
);

/** @type {import("../report.js").Check[]} */
const overridden = BOTH.map((runtime) => ({
  name: `${runtime.id}: an override of @oxbridge/native is seen, and how to have napi back`,
  run: async () => {
    const program = new Program({ slots: { "@oxbridge/native": "neon" }, files: ["package-lock.json"] });
    const { code, report } = await examined(program, [], { runtime });
    const { slot, choice, backends } = report;
    same([code, slot.package, slot.holds], [0, "@oxbridge/neon", "neon"], "the slot");
    same([choice.backend, choice.rule, choice.order], ["neon", "override", ["neon", "wasm"]], "the choice");
    const [napi, neon] = backends;
    const reason = { kind: "displaced", code: null, message: "@oxbridge/native holds neon" };
    same([napi.reason, napi.fix.command], [reason, "npx oxbridge use napi"], "what is said of napi");
    same([neon.usable, neon.file], [true, program.binary("neon")], "what is said of neon");
    const named = await examined(program, [], { runtime, env: { OXBRIDGE_BACKEND: "neon" } });
    const { backend, rule } = named.report.choice;
    same([named.code, backend, rule], [0, "neon", "OXBRIDGE_BACKEND"], "the choice where neon is named");
  },
}));

export const choiceChecks = [...environment, ...overridden];

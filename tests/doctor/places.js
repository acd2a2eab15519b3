// What the doctor says on each runtime where all packages are installed, and where none is.

import { VERSION } from "../../js/src/interface.js";
import { matches, same } from "../process/children.js";
import { ALL, examined, HOST, PLACES, Program } from "./layout.js";

const KEYS = ["ok", "version", "folder", "runtime", "platform", "manager", "environment", "slot", "choice", "backends"];
const BACKEND_KEYS = ["name", "usable", "chosen", "from", "package", "version", "file", "async", "reason", "fix"];

/** @type {Program | undefined} */
let whole;
/** A program with every backend, shared. */
export const wholeProgram = () => (whole ??= new Program({ slots: ALL, koffi: true }));

/** @type {Program | undefined} */
let bare;
/** A program with `oxbridge` alone, shared. */
export const bareProgram = () => (bare ??= new Program({}));

const NOT_INSTALLED = /** @type {Record<string, string>} */ ({
  napi: "@oxbridge/native is not installed",
  neon: "@oxbridge/native is not installed, @oxbridge/neon is not installed",
  cabi: "@oxbridge/native is not installed, @oxbridge/cabi is not installed",
});

/** @type {import("../report.js").Check[]} */
export const placeChecks = PLACES.flatMap((runtime) => [
  {
    name: `${runtime.id}: with all packages, every backend can be used, and napi is chosen`,
    run: async () => {
      const program = wholeProgram();
      const { code, report } = await examined(program, [], { runtime });
      same([code, report.ok, Object.keys(report)], [0, true, KEYS], "the exit code, and what there is");
      same([report.version, report.folder], [VERSION, program.path("oxbridge/")], "which Oxbridge it is");
      same(report.runtime.name, runtime.id.replace(/\d+$/, ""), "the runtime");
      matches(report.runtime.version, /^\d+\.\d+\.\d+/, "its version");
      same([report.platform.os, report.platform.cpu], [process.platform, process.arch], "the platform");
      matches(JSON.stringify(report.platform.libc), /^{"name":"glibc","version":"2\.\d+"}$/, "the C library");
      matches(report.platform.level, /^x86-64-v[1-4]$/, "the level of the processor");
      same(
        report.environment,
        { OXBRIDGE_BACKEND: null, OXBRIDGE_LIBRARY_PATH: null, unreadable: [] },
        "the variables",
      );
      const slot = { name: "@oxbridge/native", package: "@oxbridge/native", version: VERSION, holds: "napi" };
      same(report.slot, slot, "the slot");
      const choice = { backend: "napi", rule: "automatic", order: ["napi", "wasm"], error: null };
      same(report.choice, choice, "the choice");
      for (const backend of report.backends) {
        same(Object.keys(backend), BACKEND_KEYS, `what there is of ${backend.name}`);
        same([backend.usable, backend.reason, backend.fix], [true, null, null], `whether ${backend.name} can be used`);
        same(backend.chosen, backend.name === "napi", `whether ${backend.name} is chosen`);
        const isInside = backend.name === "wasm";
        const file = isInside ? null : program.binary(backend.name);
        const from = isInside ? "oxbridge" : "packages";
        const name = isInside ? "oxbridge" : `@oxbridge/${backend.name}-${HOST}`;
        const { from: actual, package: found, version } = backend;
        same([actual, found, version, backend.file], [from, name, VERSION, file], `where ${backend.name} is`);
        const by = backend.name === "napi" || backend.name === "neon" ? "threads" : "workers";
        same(backend.async, { by, reason: null }, `where promises of ${backend.name} run`);
      }
      same(
        report.backends.map((/** @type {any} */ { name }) => name),
        ["napi", "neon", "wasm", "cabi"],
        "the backends",
      );
    },
  },
  {
    name: `${runtime.id}: with oxbridge alone, wasm is chosen, and the others are said not to be installed`,
    run: async () => {
      const { code, report } = await examined(bareProgram(), [], { runtime });
      same([code, report.ok, report.choice.backend, report.slot], [0, true, "wasm", null], "what is chosen");
      for (const { name, usable, reason, async } of report.backends) {
        same(usable, name === "wasm", `whether ${name} can be used`);
        if (name === "wasm") continue;
        const expected = { kind: "not-installed", code: null, message: NOT_INSTALLED[name] };
        same([reason, async], [expected, null], `the reason against ${name}`);
      }
    },
  },
]);

// What the doctor says of a machine to be deployed to.

import { rmSync, truncateSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { TARGETS } from "../../js/bin/doctor/targets.js";
import { VERSION } from "../../js/src/interface.js";
import { matches, same } from "../process/children.js";
import { RUNTIMES } from "../runtimes.js";
import { examined, HOST, Program } from "./layout.js";
import { bareProgram, wholeProgram } from "./places.js";

const OTHER = "linux-x64-musl";
const SLOT = "@oxbridge/native";
const KEYS = ["ok", "version", "target", "manager", "required", "error", "backends", "install"];
const BACKEND_KEYS = ["name", "required", "ready", "packages", "reason"];

/** @type {import("../report.js").Check[]} */
const each = TARGETS.map(({ name, os, cpu, libc = null }) => ({
  name: `${name}: it says which packages it needs, which of them are here, and what installs the others`,
  run: async () => {
    const { code, report } = await examined(wholeProgram(), ["--target", name]);
    const isHere = name === HOST;
    same([code, report.ok, Object.keys(report)], [isHere ? 0 : 1, isHere, KEYS], "how it ends, and what there is");
    same([report.version, report.target], [VERSION, { name, os, cpu, libc }], "the target");
    same([report.required, report.error], [["napi"], null], "what is required");
    for (const backend of report.backends) {
      same(Object.keys(backend), BACKEND_KEYS, `what there is of ${backend.name}`);
      if (backend.name === "wasm") continue;
      const slot = backend.name === "napi" ? SLOT : `@oxbridge/${backend.name}`;
      const binary = `@oxbridge/${backend.name}-${name}`;
      const packages = [
        { name: slot, version: VERSION, installed: true },
        { name: binary, version: isHere ? VERSION : null, installed: isHere },
      ];
      same([backend.ready, backend.packages], [isHere, packages], `the packages of ${backend.name}`);
      same(backend.reason?.kind, isHere ? undefined : "no-binary", "the reason");
      same(backend.required, backend.name === "napi", "whether it is required");
    }
    const flags = `--os=${os} --cpu=${cpu}${libc === null ? "" : ` --libc=${libc}`}`;
    same(report.install?.commands, isHere ? undefined : [`npm install --include=optional ${flags}`], "the command");
  },
}));

/**
 * What was done to a program with napi for this machine and for the other, what the environment says, and what is then
 * required there, whether it is ready, and what installs it.
 *
 * @type {{ name: string, program: () => Program, backend?: string, required: string[], kind?: string,
 *   commands?: string[] }[]}
 */
const ROWS = [
  { name: "the package of the other machine is here", program: () => withOther(() => {}), required: ["napi"] },
  {
    name: "it is cut off",
    program: () => withOther((program) => truncateSync(program.binary("napi", OTHER), 10)),
    required: ["napi"],
    kind: "cut-off",
    commands: [
      "rm -rf node_modules && npm install --include=optional",
      "npm install --include=optional --os=linux --cpu=x64 --libc=musl",
    ],
  },
  {
    name: "the slot does not know the machine",
    program: () => withOther((program) => program.editManifest(SLOT, (manifest) => manifest.platforms.splice(1))),
    required: ["napi"],
    kind: "no-platform",
    commands: [],
  },
  {
    name: "the slot has another version",
    program: () => withOther((program) => program.editManifest(SLOT, (manifest) => (manifest.version = "0.0.9"))),
    required: ["napi"],
    kind: "other-version",
    commands: ["npx oxbridge use napi", "npm install --include=optional --os=linux --cpu=x64 --libc=musl"],
  },
  {
    name: "the environment requires neon, which is not installed",
    program: bareProgram,
    backend: "neon,wasm",
    required: ["neon"],
    kind: "not-installed",
    commands: ["npx oxbridge use neon", "npm install --include=optional --os=linux --cpu=x64 --libc=musl"],
  },
  { name: "the environment puts wasm first", program: bareProgram, backend: "wasm,napi", required: ["wasm"] },
  {
    name: "an override holds neon, of this machine only",
    program: () => new Program({ slots: { [SLOT]: "neon" } }),
    required: ["neon"],
    kind: "no-binary",
    commands: ["npm install --include=optional --os=linux --cpu=x64 --libc=musl"],
  },
  {
    name: "an override holds nothing",
    program: () =>
      withOther((program) =>
        writeFileSync(program.manifest(SLOT), JSON.stringify({ backend: "none", version: VERSION })),
      ),
    required: ["wasm"],
  },
  {
    name: "the package of this machine is not here, which does not matter",
    program: () => withOther((program) => rmSync(dirname(program.binary("napi")), { recursive: true })),
    required: ["napi"],
  },
];

/** @param {(program: Program) => void} damage */
const withOther = (damage) =>
  new Program({
    slots: { [SLOT]: "napi" },
    damage: (program) => {
      program.addBinary("napi", OTHER);
      damage(program);
    },
  });

/** @type {import("../report.js").Check[]} */
const states = ROWS.map(({ name, program: make, backend, required, kind, commands }) => ({
  name: `--target, where ${name}: it ends with ${kind ? 1 : 0}`,
  run: async () => {
    const program = make();
    for (const runtime of [RUNTIMES.node24, RUNTIMES.bun, RUNTIMES.deno]) {
      const env = { OXBRIDGE_BACKEND: backend, npm_config_user_agent: "npm/11.0.0" };
      const { code, report } = await examined(program, ["--target", OTHER], { runtime, env });
      same([code, report.ok], kind ? [1, false] : [0, true], `how it ends on ${runtime.id}`);
      same(report.required, required, `what is required on ${runtime.id}`);
      const found = report.backends.find((/** @type {any} */ one) => one.name === required[0]);
      same([found.ready, found.reason?.kind], [kind === undefined, kind], `what is said on ${runtime.id}`);
      same(report.install?.commands, commands, `the commands on ${runtime.id}`);
    }
  },
}));

/** @type {import("../report.js").Check[]} */
const wrong = [
  {
    name: "--target, where the environment names an unknown backend: it ends with 1, and says so",
    run: async () => {
      const { code, report } = await examined(wholeProgram(), ["--target", HOST], {
        env: { OXBRIDGE_BACKEND: "nope" },
      });
      same([code, report.error.code], [1, "ERR_INVALID_ARG_VALUE"], "how it ends");
      matches(report.error.message, /OXBRIDGE_BACKEND has "nope"/, "the error");
    },
  },
];

export const targetChecks = [...each, ...states, ...wrong];

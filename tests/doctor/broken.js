// Programs whose packages are damaged: the doctor says what the loader met, dies of nothing, and knows the way out.

import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { hostPlatform } from "../../js/build/platforms.js";
import { VERSION } from "../../js/src/interface.js";
import { matches, same } from "../process/children.js";
import { execute, RUNTIMES } from "../runtimes.js";
import { CLEAN, examined, HOST, Program } from "./layout.js";

const SLOT = "@oxbridge/native";
const VERSION_FIELD = 0x12; // e_machine of ELF
const ARM64 = 183;

/**
 * A damage, what is then said of the backend, and the way out.
 *
 * @type {{ name: string, damage: (program: Program) => void, backend?: string, kind: string, message: RegExp,
 *   code?: string | null, command?: string | null, text?: RegExp, on?: import("./layout.js").Runtime[] }[]}
 */
const ROWS = [
  {
    name: "a slot of another version",
    damage: (program) => program.editManifest(SLOT, (manifest) => (manifest.version = "0.0.9")),
    kind: "other-version",
    message: /^@oxbridge\/native has version 0\.0\.9, but this package needs [\d.]+; run oxbridge use napi$/,
    command: "npx oxbridge use napi",
  },
  ...[0, 10, 50, 90].map((percent) => ({
    name: `a binary that was cut to ${percent} %`,
    damage: (/** @type {Program} */ program) => {
      const file = program.binary("napi");
      truncateSync(file, Math.floor((statSync(file).size * percent) / 100));
    },
    kind: "cut-off",
    message: /oxbridge-napi\.node has \d+ bytes, but should have \d+; install @oxbridge\/napi-[\w-]+ again$/,
    command: "npm ci",
  })),
  {
    name: "a binary that is missing",
    damage: (program) => rmSync(program.binary("napi")),
    kind: "no-binary",
    message: / finds no @oxbridge\/napi-[\w-]+\/oxbridge-napi\.node\b.*; optional dependencies may have been left out$/,
    command: "npm install --include=optional",
  },
  {
    name: "a package of the platform that is missing",
    damage: (program) => rmSync(dirname(program.binary("napi")), { recursive: true }),
    kind: "no-binary",
    message: / finds no @oxbridge\/napi-/,
    command: "npm install --include=optional",
  },
  {
    name: "a slot without this platform",
    damage: (program) => program.editManifest(SLOT, (manifest) => (manifest.platforms = [])),
    kind: "no-platform",
    message: new RegExp(`^@oxbridge/native has no binary for ${process.platform} ${process.arch}$`),
    command: null,
  },
  ...[
    { what: "is cut off", text: '{"backend": "na', message: /manifest\.json cannot be read: .*JSON/i },
    { what: "is empty", text: "", message: /manifest\.json cannot be read: / },
    { what: "is null", text: "null", message: /manifest\.json does not say which backend the slot holds/ },
    { what: "is a list", text: "[]", message: /manifest\.json does not say which backend the slot holds/ },
    {
      what: "has no platforms",
      text: JSON.stringify({ backend: "napi", version: VERSION }),
      message: /manifest\.json has no list of platforms; install @oxbridge\/native again$/,
    },
    {
      what: "has platforms without sense",
      text: JSON.stringify({ backend: "napi", version: VERSION, platforms: [null, 1, { os: "linux" }] }),
      message: /manifest\.json has no list of platforms/,
    },
  ].map(({ what, text, message }) => ({
    name: `a slot whose manifest ${what}`,
    damage: (/** @type {Program} */ program) => writeFileSync(program.manifest(SLOT), text),
    kind: "bad-slot",
    message,
    command: "npm ci",
  })),
  {
    name: "a binary for another processor",
    damage: (program) => {
      const bytes = readFileSync(program.binary("napi"));
      bytes.writeUInt16LE(ARM64, VERSION_FIELD);
      writeFileSync(program.binary("napi"), bytes);
    },
    kind: "cannot-open",
    message: /oxbridge-napi\.node cannot be opened: /,
    command: null,
    text: /^the file is for linux arm64, and this is linux x64: install on this machine, or for it$/,
  },
  {
    name: "a binary of the right size without any sense",
    damage: (program) =>
      writeFileSync(program.binary("napi"), Buffer.alloc(statSync(program.binary("napi")).size, "nonsense")),
    kind: "cannot-open",
    message: /oxbridge-napi\.node cannot be opened: /,
    command: "npm ci",
  },
  {
    name: "the binary of neon under the name of napi",
    damage: (program) => {
      program.addBinary("neon", HOST);
      copyFileSync(program.binary("neon"), program.binary("napi"));
      const { size } = statSync(program.binary("napi"));
      program.editManifest(SLOT, (manifest) => {
        for (const platform of manifest.platforms) platform.size = size;
      });
    },
    kind: "not-ours",
    message: /oxbridge-napi\.node is not the napi binary of Oxbridge$/,
    command: "npm ci",
  },
  {
    name: "a slot that holds nothing",
    damage: (program) => writeFileSync(program.manifest(SLOT), JSON.stringify({ backend: "none", version: VERSION })),
    kind: "displaced",
    message: /^@oxbridge\/native holds none: it is @oxbridge\/none, /,
    command: "npx oxbridge use napi",
  },
];

const EVERYWHERE = [RUNTIMES.node24, RUNTIMES.node26, RUNTIMES.bun, RUNTIMES.deno];

/** @type {import("../report.js").Check[]} */
const native = ROWS.map(({ name, damage, kind, message, command, text = /./ }) => ({
  name: `${name} is said to be the reason, and the way out is known`,
  run: async () => {
    const files = ["package-lock.json"];
    const program = new Program({ slots: { [SLOT]: "napi" }, files, damage });
    for (const runtime of EVERYWHERE) {
      const { code, report } = await examined(program, [], { runtime });
      same([code, report.choice.backend], [0, "wasm"], `what is chosen on ${runtime.id}`);
      const [napi] = report.backends;
      same([napi.usable, napi.reason.kind], [false, kind], `what is said on ${runtime.id} (${napi.reason.message})`);
      matches(napi.reason.message, message, `the reason on ${runtime.id}`);
      same(napi.fix.command, command, `the way out on ${runtime.id}`);
      matches(napi.fix.text, text, `what is said of the way out on ${runtime.id}`);
      if (runtime !== RUNTIMES.node24) continue;
      const required = await examined(program, [], { runtime, env: { OXBRIDGE_BACKEND: "napi" } });
      same([required.code, required.report.choice.backend], [1, null], `where napi is required on ${runtime.id}`);
      const within = new RegExp(message.source.replace(/^\^/, "; napi: "));
      matches(required.report.choice.error.message, within, `the error on ${runtime.id}`);
    }
  },
}));

/** @type {import("../report.js").Check[]} */
const others = [
  ...[
    ["hash.file.js", "ERR_MODULE_NOT_FOUND"],
    ["hash.wasm", "ERR_BACKEND_UNAVAILABLE"],
  ].map(([file, error]) => ({
    name: `WebAssembly whose ${file} is missing is said to be the reason, and that every call fails`,
    run: async () => {
      const damage = (/** @type {Program} */ program) => rmSync(program.path("oxbridge", "wasm", file));
      const { code, report } = await examined(new Program({ damage, files: ["package-lock.json"] }));
      same([code, report.ok, report.choice.backend], [1, false, "wasm"], "what is chosen");
      const wasm = report.backends[2];
      same([wasm.usable, wasm.reason.code, wasm.fix.command], [false, error, "npm ci"], "wasm");
      matches(wasm.reason.message, new RegExp(file.replace(".", "\\.")), "the reason");
    },
  })),
  {
    name: "a broken slot does not hide what the next slot has",
    run: async () => {
      const damage = (/** @type {Program} */ program) => writeFileSync(program.manifest(SLOT), "{");
      const slots = /** @type {const} */ ({ [SLOT]: "napi", "@oxbridge/neon": "neon" });
      const { report } = await examined(new Program({ slots, damage }));
      same([report.backends[0].usable, report.backends[1].usable], [false, true], "whether napi and neon can be used");
    },
  },
  {
    name: "neon of another version is put right where it is: by its override, or by its own slot",
    run: async () => {
      const commands = { [SLOT]: "npx oxbridge use neon", "@oxbridge/neon": `npm install @oxbridge/neon@${VERSION}` };
      for (const [slot, command] of Object.entries(commands)) {
        const damage = (/** @type {Program} */ program) =>
          program.editManifest(slot, (manifest) => (manifest.version = "0.0.9"));
        const program = new Program({ slots: { [slot]: "neon" }, files: ["package-lock.json"], damage });
        const neon = (await examined(program)).report.backends[1];
        same([neon.reason.kind, neon.fix.command], ["other-version", command], `what is said of ${slot}`);
        matches(neon.reason.message, new RegExp(`; ${command.replace(/^np\w /, "(?:run )?")}$`), "the reason");
      }
    },
  },
  {
    name: "Node without koffi is told to install it, and Node 26 needs none",
    run: async () => {
      const program = new Program({ slots: { "@oxbridge/cabi": "cabi" }, files: ["pnpm-lock.yaml"] });
      const cabi = async (/** @type {import("./layout.js").Runtime} */ runtime) =>
        (await examined(program, [], { runtime })).report.backends[3];
      const old = await cabi(RUNTIMES.node24);
      same([old.usable, old.reason.kind, old.reason.code], [false, "no-koffi", "MODULE_NOT_FOUND"], "the reason");
      same([old.file, old.fix.command], [program.binary("cabi"), "pnpm add koffi@3"], "the file and the way out");
      same((await cabi(RUNTIMES.node26)).usable, true, "whether Node 26 can use it");
    },
  },
  {
    name: "of binaries for both C libraries, the one for that of the process is taken, whichever comes first",
    run: async () => {
      const { name: triple, libc } = hostPlatform();
      const other = triple.replace(/gnu$|musl$/, (end) => (end === "gnu" ? "musl" : "gnu"));
      const damage = (/** @type {Program} */ program) => {
        program.addBinary("napi", other);
        writeFileSync(program.binary("napi", other), Buffer.alloc(statSync(program.binary("napi")).size, "nonsense"));
        program.editManifest(SLOT, ({ platforms }) => {
          platforms.sort(
            (/** @type {any} */ a, /** @type {any} */ b) => Number(a.libc === libc) - Number(b.libc === libc),
          );
        });
      };
      const program = new Program({ slots: { [SLOT]: "napi" }, damage });
      for (const runtime of EVERYWHERE) {
        const { report } = await examined(program, [], { runtime });
        same([report.choice.backend, report.backends[0].file], ["napi", program.binary("napi")], `on ${runtime.id}`);
      }
    },
  },
  {
    name: "nothing is written into the folder of a program, which may then be read-only",
    run: async () => {
      const program = new Program({ slots: { [SLOT]: "napi" } });
      const states = () =>
        readdirSync(program.folder, { recursive: true, encoding: "utf8" }).map((path) => {
          const { mtimeMs, size } = statSync(join(program.folder, path));
          return [path, mtimeMs, size];
        });
      const before = states();
      chmodSync(program.folder, 0o555);
      for (const runtime of EVERYWHERE) {
        const { code, report } = await examined(program, [], { runtime });
        same([code, report.choice.backend], [0, "napi"], `how it ends on ${runtime.id}`);
      }
      same(states(), before, "the files");
    },
  },
  {
    name: "a working folder that was removed is no obstacle",
    run: async () => {
      const program = new Program({});
      mkdirSync(program.path("gone"));
      const line = `cd "${program.path("gone")}" && rmdir "${program.path("gone")}" && exec "$0" "$@"`;
      const words = ["-c", line, process.execPath, program.command, "doctor", "--json"];
      const { code, stdout, stderr } = await execute("sh", words, { env: CLEAN });
      same(code, 0, `the exit code (${stderr})`);
      same(JSON.parse(stdout).manager, { name: "npm", because: "the runtime", folder: null }, "the package manager");
    },
  },
];

export const brokenChecks = [...native, ...others];

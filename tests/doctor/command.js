// The command line of the doctor, what it prints for a person, and that the documentation knows every obstacle.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { levelOf } from "../../js/bin/doctor/machine.js";
import { root } from "../../js/build/run.js";
import { CODES, VERSION } from "../../js/src/interface.js";
import { matches, same } from "../process/children.js";
import { doctor, HOST, Program } from "./layout.js";
import { bareProgram, wholeProgram } from "./places.js";

const TRY = "\nTry oxbridge doctor --help.\n";

/** Arguments that are wrong, and what is said. */
const WRONG = [
  { args: ["--jsom"], said: "there is no option --jsom; did you mean --json?" },
  { args: ["--targte=x"], said: "there is no option --targte; did you mean --target?" },
  { args: ["-x"], said: "there is no option -x" },
  { args: ["--json=yes"], said: '--json takes no value, but was given "yes"' },
  { args: ["--target"], said: "--target needs a value, as in --target linux-x64-musl" },
  {
    args: ["--target", "linux-x86-musl"],
    said: '--target is "linux-x86-musl", which is not known; did you mean linux-x64-musl or linux-arm64-musl or linux-x64-gnu?',
  },
  {
    args: ["--target", "plan9"],
    said:
      '--target is "plan9", which is not known; there is linux-x64-gnu, linux-x64-musl, linux-arm64-gnu, ' +
      "linux-arm64-musl, darwin-arm64, darwin-x64, win32-x64-msvc",
  },
  { args: ["napi"], said: 'it takes options only, but was given "napi"' },
  {
    args: ["darwin-x64"],
    said: 'it takes options only, but was given "darwin-x64"; a machine is named with --target darwin-x64',
  },
];

/** @type {import("../report.js").Check[]} */
const wrong = WRONG.map(({ args, said }) => ({
  name: `oxbridge doctor ${args.join(" ")} is told what is wrong`,
  run: async () => {
    const { code, stdout, stderr } = await doctor(bareProgram(), args);
    same([code, stdout, stderr], [2, "", `oxbridge doctor: ${said}${TRY}`], "what it says");
  },
}));

const V1 = "fpu vme cx8 cmov mmx fxsr sse sse2 syscall lm";
const V2 = `${V1} pni ssse3 cx16 sse4_1 sse4_2 popcnt lahf_lm`;
const V3 = `${V2} fma movbe avx f16c abm bmi1 avx2 bmi2`;

/** Flags as /proc/cpuinfo has them, and the level that they make. */
const LEVELS = [
  ["nothing", "", "unknown"],
  ["a processor without long mode", V1.replace(" lm", ""), "unknown"],
  ["the first processors for x64", V1, "x86-64-v1"],
  ["Nehalem", V2, "x86-64-v2"],
  ["Haswell", V3, "x86-64-v3"],
  ["AVX2 without BMI2", V3.replace(" bmi2", ""), "x86-64-v2"],
  ["AVX-512 without its byte instructions", `${V3} avx512f avx512cd avx512dq avx512vl`, "x86-64-v3"],
  ["Skylake with AVX-512", `${V3} avx512f avx512cd avx512dq avx512bw avx512vl`, "x86-64-v4"],
];

/** @type {import("../report.js").Check[]} */
const levels = LEVELS.map(([what, flags, level]) => ({
  name: `the flags of ${what} make the level ${level}`,
  run: () => same(levelOf(flags), level, "the level"),
}));

/**
 * What is printed, without what differs between machines.
 *
 * @param {Program} program
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 */
async function printed(program, args, env) {
  const { code, stdout, stderr } = await doctor(program, args, { env });
  same(stderr, "", "what it says on standard error");
  const text = stdout.replaceAll(program.folder, "FOLDER").replaceAll(HOST, "HOST");
  return { code, text: text.replace(/^(runtime|platform) .*$/gm, "$1").trimEnd() };
}

const OVERRIDDEN = `oxbridge  ${VERSION}, in FOLDER/node_modules/oxbridge/
runtime
platform
packages  npm, known by FOLDER/package-lock.json
override  @oxbridge/native is filled with @oxbridge/neon ${VERSION}: it holds neon

napi      cannot be used
  reason    @oxbridge/native holds neon
  way out   npx oxbridge use napi
            (changes the override of @oxbridge/native)

neon      can be used, and is chosen
  package   @oxbridge/neon-HOST ${VERSION}
  file      FOLDER/node_modules/@oxbridge/neon-HOST/oxbridge-neon.node
  promises  run on the threads of the runtime

wasm      can be used
  package   oxbridge ${VERSION}
  promises  run in workers

cabi      cannot be used
  reason    @oxbridge/native holds neon, @oxbridge/cabi is not installed
  way out   npx oxbridge use cabi
            (writes an override that puts cabi into the slot @oxbridge/native)

chosen    neon, by the override of @oxbridge/native, which makes the order neon, wasm`;

const TARGET = `oxbridge  ${VERSION}
target    linux-arm64-musl
packages  npm, known by FOLDER/package-lock.json

napi      is not ready
  lacking   @oxbridge/native
  lacking   @oxbridge/napi-linux-arm64-musl
  reason    @oxbridge/native holds neon

neon      is not ready, and is required
  here      @oxbridge/native ${VERSION}
  lacking   @oxbridge/neon-linux-arm64-musl
  reason    node VERSION finds no @oxbridge/neon-linux-arm64-musl/oxbridge-neon.node; optional dependencies may have been left out

wasm      is ready
  here      oxbridge ${VERSION}

cabi      is not ready
  lacking   @oxbridge/cabi
  lacking   @oxbridge/cabi-linux-arm64-musl
  reason    @oxbridge/native holds neon, @oxbridge/cabi is not installed

install   the packages for it
          npm install --include=optional --os=linux --cpu=arm64 --libc=musl`;

/** @type {import("../report.js").Check[]} */
const texts = [
  {
    name: "a person is told of the override, of each backend, and of the choice",
    run: async () => {
      const program = new Program({ slots: { "@oxbridge/native": "neon" }, files: ["package-lock.json"] });
      same(await printed(program, []), { code: 0, text: OVERRIDDEN }, "what is printed");
      const { code, text } = await printed(program, ["--target", "linux-arm64-musl"]);
      same([code, text.replace(process.versions.node, "VERSION")], [1, TARGET], "what is printed of another machine");
    },
  },
  {
    name: "a person is told which variables are set, and that nothing can be chosen",
    run: async () => {
      const { code, text } = await printed(wholeProgram(), [], { OXBRIDGE_BACKEND: "nope" });
      same(code, 1, "the exit code");
      matches(text, /^variables OXBRIDGE_BACKEND=nope$/m, "the variable");
      matches(text, /^chosen {4}none: oxbridge: OXBRIDGE_BACKEND has "nope"/m, "the choice");
    },
  },
  {
    name: "--help says all, whatever else is given",
    run: async () => {
      const { code, stdout, stderr } = await doctor(bareProgram(), ["--help", "--target", "nope"]);
      same([code, stderr], [0, ""], "how it ends");
      for (const word of ["--target NAME", "win32-x64-msvc", "--json", "Exit codes: 0"]) {
        same([word, stdout.includes(word)], [word, true], "what it has");
      }
    },
  },
];

/** @type {import("../report.js").Check[]} */
const documented = [
  {
    name: "the text that docs/backends.md shows is what is printed, but for neon, cabi and the machine",
    run: async () => {
      const [, shown = ""] = /```text\n(oxbridge [\s\S]*?)\n```/.exec(read("docs/backends.md")) ?? [];
      const { code, text } = await printed(new Program({ files: ["package-lock.json"] }), []);
      const blocks = text.split("\n\n").filter((block) => !/^(neon|cabi) /.test(block));
      const plain = shown.replaceAll("/app/", "FOLDER/").replace(/^(runtime|platform) .*/gm, "$1");
      same([code, blocks.join("\n\n")], [0, plain], "what is printed");
    },
  },
  {
    name: "docs/backends.md says something of every kind of obstacle",
    run: () => {
      const kinds = [...read("js/src/obstacle.js").matchAll(/^ \* - `([\w-]+)`: /gm)].map(([, kind]) => kind);
      same(kinds.length >= 15, true, "whether the kinds were found");
      const rows = [...read("docs/backends.md").matchAll(/^\| `([\w-]+)` \|/gm)].map(([, kind]) => kind);
      same(
        kinds.filter((kind) => !rows.includes(kind)),
        [],
        "the kinds without a row",
      );
    },
  },
  {
    name: "docs/platforms.md says something of every error code, at its end",
    run: () => {
      const [, text = ""] = read("docs/platforms.md").split("\n## Troubleshooting\n");
      same(/^## /m.test(text), false, "whether another section follows");
      const rows = [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, code]) => code);
      const foreign = ["ERR_DLOPEN_FAILED", "ERR_DLOPEN_DISABLED", "ERR_ACCESS_DENIED", "NotCapable"];
      const missing = [...Object.keys(CODES), ...foreign].filter((code) => !rows.includes(code));
      same([rows.length > foreign.length, missing], [true, []], "the codes without a row");
    },
  },
];

/** @param {string} path */
const read = (path) => readFileSync(join(root, path), "utf8");

export const commandChecks = [...wrong, ...levels, ...texts, ...documented];

// The native binaries that this machine built for itself keep the rules of those that are released, and each rule finds
// what breaks it.

import { deepStrictEqual } from "node:assert";
import { hostBuild } from "../js/build/builds.js";
import { PLATFORMS } from "../js/build/platforms.js";
import { flagsFor } from "../js/build/run.js";
import { judgeBuild } from "./inspect/files.js";
import { buildReader } from "./inspect/read.js";
import { brokenRules } from "./inspect/rules.js";
import { output } from "./output.js";

/** @typedef {import("./inspect/rules.js").Subject} Subject */
/** @typedef {import("./inspect/files.js").Judged} Judged */

/** @type {Judged[] | undefined} */
let judged;
function host() {
  if (judged === undefined) {
    buildReader();
    judged = judgeBuild(hostBuild(), false);
  }
  return judged;
}

/** A file that breaks no rule. @type {Subject["facts"]} */
const RIGHT = {
  file: "oxbridge-napi.node",
  size: 100,
  format: "elf",
  processor: "x64",
  libraries: ["libc.so.6"],
  versions: ["GLIBC_2.2.5", "GLIBC_2.17", "GCC_3.0"],
  macos: null,
  id: null,
  stays: true,
  brokenPages: null,
  exports: ["napi_register_module_v1"],
  imports: ["napi_create_object", "malloc"],
  defines: [],
  paths: [],
};

/**
 * @param {string} platform
 * @param {Subject["kind"]} kind
 * @param {Partial<Subject["facts"]>} facts
 * @returns {Subject}
 */
function subject(platform, kind, facts) {
  const found = PLATFORMS.find(({ name }) => name === platform);
  if (found === undefined) throw new Error(`there is no platform ${platform}`);
  return { kind, platform: found, released: true, facts: { ...RIGHT, ...facts }, budget: 100, symbols: ["oxb_add"] };
}

const mac = (/** @type {Partial<Subject["facts"]>} */ facts = {}) =>
  subject("darwin-arm64", "napi", {
    ...{ format: "mach-o", processor: "arm64", libraries: ["/usr/lib/libSystem.B.dylib"], versions: [] },
    ...{ macos: "11.0", id: "@rpath/oxbridge-napi.node", brokenPages: 0, ...facts },
  });
const gnu = (/** @type {Partial<Subject["facts"]>} */ facts = {}) => subject("linux-x64-gnu", "napi", facts);
const archive = (/** @type {Partial<Subject["facts"]>} */ facts = {}) =>
  subject("linux-x64-gnu", "static", { format: "archive", defines: ["oxb_add", "memcpy"], exports: [], ...facts });

/** Files that break none. @type {[what: string, subject: Subject][]} */
const KEEP = [
  ["an addon for glibc", gnu()],
  ["an addon for musl", subject("linux-x64-musl", "napi", { libraries: ["libc.so"], versions: [] })],
  ["an addon for macOS", mac()],
  [
    "an addon for Windows",
    subject("win32-x64-msvc", "napi", { format: "pe", libraries: ["KERNEL32.dll"], stays: false, imports: [] }),
  ],
  [
    "an addon of Neon",
    subject("linux-x64-gnu", "neon", { exports: [...RIGHT.exports, "__start_linkme_EXPORTS"], imports: [] }),
  ],
  ["a C library", subject("linux-x64-gnu", "cabi", { exports: ["oxb_add"] })],
  ["a static library", archive()],
  ["what a machine built with its own glibc", { ...gnu({ versions: ["GLIBC_2.36"] }), released: false }],
];

/** Files that break one. @type {[what: string, subject: Subject, says: string][]} */
const BREAK = [
  ["another processor", gnu({ processor: "arm64" }), "it is elf for arm64, but must be elf for x64"],
  ["another format", gnu({ format: "pe" }), "it is pe for x64, but must be elf for x64"],
  ["a byte too many", gnu({ size: 101 }), "it has 101 bytes, and its budget in tests/inspect/budget.json is 100"],
  [
    "a file without a budget",
    { ...gnu(), budget: undefined },
    "it has 100 bytes, and no budget for napi on linux-x64-gnu in tests/inspect/budget.json; add one there",
  ],
  ["a path", gnu({ paths: ["/home/a/"] }), "it has paths of the machine that built it: /home/a/"],
  [
    "a library that may be missing",
    gnu({ libraries: ["libz.so.1"] }),
    "it needs libz.so.1, which not every machine has",
  ],
  [
    "GCC's unwinder in a release",
    gnu({ libraries: ["libgcc_s.so.1"] }),
    "it needs libgcc_s.so.1, which not every machine has",
  ],
  ["no library", gnu({ libraries: [] }), "it says that it needs no library, which cannot be"],
  ["glibc 2.18", gnu({ versions: ["GLIBC_2.18"] }), "it needs glibc 2.18, and the newest that it may is 2.17"],
  ["glibc 2.17.1", gnu({ versions: ["GLIBC_2.17.1"] }), "it needs glibc 2.17.1, and the newest that it may is 2.17"],
  ["no version of glibc", gnu({ versions: ["GCC_3.0"] }), "it needs no version of glibc, which cannot be"],
  ["macOS 15", mac({ macos: "15.0" }), "it needs macOS 15.0, and the newest that it may is 11.0"],
  ["any macOS", mac({ macos: null }), "it does not say on which macOS it runs"],
  ["no signature", mac({ brokenPages: null }), "it has no signature, and Apple's processors run nothing without"],
  ["a wrong signature", mac({ brokenPages: 2 }), "its signature does not fit 2 of its pages"],
  ["a name with a path", mac({ id: "/b/x.dylib" }), "its name is /b/x.dylib, but must be @rpath/oxbridge-napi.node"],
  ["a library that is unloaded", gnu({ stays: false }), "it may be unloaded, which crashes when a thread ends"],
  ["an export too many", gnu({ exports: [...RIGHT.exports, "main"] }), "it exports 1 symbols of others: main"],
  ["no export", gnu({ exports: [] }), "it does not export napi_register_module_v1"],
  [
    "lists of Neon in napi",
    gnu({ exports: ["__stop_linkme_MAIN"] }),
    "it exports 1 symbols of others: __stop_linkme_MAIN",
  ],
  [
    "a C library without exports",
    subject("linux-x64-gnu", "cabi", { exports: [] }),
    "it does not export what begins with oxb_",
  ],
  [
    "a C library with others",
    subject("linux-x64-gnu", "cabi", { exports: ["abc"] }),
    "it exports 1 symbols of others: abc",
  ],
  [
    "memory of others",
    gnu({ imports: ["napi_create_external_arraybuffer"] }),
    "it imports napi_create_external_arraybuffer, which not every runtime has",
  ],
  ["an addon that shows nothing of Node-API", gnu({ imports: ["malloc"] }), "it imports no napi_*, which cannot be"],
  ["an archive that lacks a function", archive({ defines: [] }), "it lacks what the shared library exports: oxb_add"],
];

/** @type {import("./report.js").Check[]} */
export const checks = [
  ...["napi", "neon", "cabi", "static"].map((kind) => ({
    name: `the ${kind} binary of this machine breaks no rule; its glibc is that of the machine`,
    run: () => {
      const file = host().find((one) => one.kind === kind);
      if (file === undefined) throw new Error(`there is no ${kind} binary`);
      if (file.broken.length > 0) throw new Error(file.broken.join("\n"));
    },
  })),
  {
    name: "a platform without budgets is read and judged, and each of its files breaks a rule",
    run: () => {
      const { platform, ...build } = hostBuild();
      const files = judgeBuild({ ...build, platform: { ...platform, name: "linux-x64-other" } }, false);
      const broken = files.map(({ broken }) => broken.join().replace(/\d+/, "N"));
      const says = (/** @type {string} */ kind) =>
        `it has N bytes, and no budget for ${kind} on linux-x64-other in tests/inspect/budget.json; add one there`;
      deepStrictEqual(broken, ["napi", "neon", "cabi", "static"].map(says));
    },
  },
  {
    name: "the rules let right binaries of every format pass",
    run: () =>
      deepStrictEqual(
        KEEP.map(([what, one]) => [what, brokenRules(one)]),
        KEEP.map(([what]) => [what, []]),
      ),
  },
  {
    name: "for musl, Rust's compiler links a C library into a program unless it is told not to, as the build tells it",
    run: async () => {
      const linksOne = async (/** @type {string[]} */ flags) =>
        (await output("rustc", ["--print", "cfg", "--target", "x86_64-unknown-linux-musl", ...flags])).includes(
          'target_feature="crt-static"',
        );
      deepStrictEqual([await linksOne(flagsFor("glibc")), await linksOne(flagsFor("musl"))], [true, false]);
    },
  },
  ...BREAK.map(([what, one, says]) => ({
    name: `a rule finds ${what}`,
    run: () => deepStrictEqual(brokenRules(one), [says]),
  })),
];

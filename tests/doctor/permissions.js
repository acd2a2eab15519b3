// What the doctor says where the runtime is not allowed everything; it never asks.

import { matches, same } from "../process/children.js";
import { onTerminal } from "../process/terminal.js";
import { RUNTIMES } from "../runtimes.js";
import { CLEAN, examined } from "./layout.js";
import { wholeProgram } from "./places.js";

/**
 * The report of Deno on a terminal, where it could ask.
 *
 * @param {string[]} flags
 */
async function inDeno(flags) {
  const { command } = wholeProgram();
  const args = ["run", "--quiet", ...flags, command, "doctor", "--json"];
  const { text, ended, code } = await onTerminal(RUNTIMES.deno.command, args, { env: CLEAN });
  const start = text.indexOf("{");
  if (start !== 0 || !ended) throw new Error(`Deno asked, or did not end: ${text}`);
  return { code, report: JSON.parse(text) };
}

/** What Deno may do, what is then chosen, what is said against napi, and what is known of the machine. */
const DENO = [
  { flags: [], chosen: "wasm", against: /--allow-read/, unreadable: 2 },
  { flags: ["--allow-read"], chosen: "wasm", against: /--allow-ffi=.*oxbridge-napi\.node/, unreadable: 2 },
  { flags: ["--allow-read", "--allow-ffi", "--allow-env=OXBRIDGE_BACKEND"], chosen: "napi", unreadable: 1 },
  { flags: ["--allow-ffi", "--allow-env"], chosen: "wasm", against: /--allow-read/, unreadable: 0 },
];

/** @type {import("../report.js").Check[]} */
const deno = DENO.map(({ flags, chosen, against, unreadable }) => ({
  name: `Deno with ${flags.join(" ") || "no permission"} is not asked, and says what it lacks`,
  run: async () => {
    const { code, report } = await inDeno(flags);
    same([code, report.choice.backend], [0, chosen], "what is chosen");
    const [napi] = report.backends;
    same([napi.usable, napi.reason?.kind], against ? [false, "not-permitted"] : [true, undefined], "napi");
    same(report.environment.unreadable.length, unreadable, "how many variables may not be read");
    // Files of /proc need all permissions.
    same([report.platform.level, report.platform.libc], ["unknown", { name: "glibc", version: null }], "the machine");
    if (!against) return;
    matches(napi.reason.message, against, "the reason");
    matches(napi.fix.text, /^start Deno with --allow-ffi --allow-read --allow-env=/, "the way out");
  },
}));

const READ = ["--permission", "--allow-fs-read=*"];
const NODE = /** @type {const} */ (["node24", "node26"]);

/** Flags of Node, and what is then said of napi and cabi. */
const ROWS = [
  {
    flags: ["--no-addons"],
    reason: /^addons are switched off: Node was started with --no-addons$/,
    kind: "addons-off",
  },
  {
    flags: READ,
    reason: /^addons are switched off: Node was started with --permission and without --allow-addons$/,
    kind: "addons-off",
  },
  { flags: [...READ, "--allow-addons", "--allow-ffi"], reason: undefined, kind: undefined },
];

/** @type {import("../report.js").Check[]} */
const node = NODE.flatMap((id) =>
  ROWS.filter(({ flags }) => id === "node26" || !flags.includes("--allow-ffi")).map(({ flags, reason, kind }) => ({
    name: `${id} with ${flags.join(" ")} says what it means for each backend`,
    run: async () => {
      const program = wholeProgram();
      const { code, report } = await examined(program, [], { runtime: RUNTIMES[id], flags });
      same([code, report.choice.backend], [0, kind ? "wasm" : "napi"], "what is chosen");
      const [napi, neon, , cabi] = report.backends;
      // Also what is switched off is said to be installed.
      same([napi.reason?.kind, napi.file], [kind, program.binary("napi")], "what is said of napi");
      if (reason) matches(napi.reason.message, reason, "the reason");
      same(neon.reason?.message, napi.reason?.message, "the reason against neon");
      // node:ffi is no addon, and has a permission of its own; koffi is one.
      const hasFfi = id === "node26" && (!flags.includes("--permission") || flags.includes("--allow-ffi"));
      same(cabi.usable, hasFfi, `whether cabi can be used (${cabi.reason?.message})`);
      if (!hasFfi) matches(cabi.reason.kind, id === "node26" ? /^not-permitted$/ : /^addons-off$/, "the kind");
    },
  })),
);

/** @type {import("../report.js").Check[]} */
const reading = NODE.map((id) => ({
  name: `${id} that may read only oxbridge does not say that packages are not installed`,
  run: async () => {
    const program = wholeProgram();
    const flags = ["--permission", "--allow-addons", `--allow-fs-read=${program.path("oxbridge")}/*`];
    const { code, report } = await examined(program, [], { runtime: RUNTIMES[id], flags });
    const [napi] = report.backends;
    same([code, report.choice.backend, napi.reason.kind], [0, "wasm", "not-permitted"], napi.reason.message);
    matches(napi.reason.message, /--allow-fs-read/, "the reason");
    same(report.manager, { name: "npm", because: "the runtime", folder: null }, "the package manager");
  },
}));

/** @type {import("../report.js").Check[]} */
const binaries = NODE.map((id) => ({
  name: `${id} that may read the slot, but not the binary, says so`,
  run: async () => {
    const program = wholeProgram();
    const readable = ["oxbridge/*", "@oxbridge/native/*"].map((path) => `--allow-fs-read=${program.path(path)}`);
    const flags = ["--permission", "--allow-addons", ...readable, `--allow-fs-read=${program.folder}/package.json`];
    const { report } = await examined(program, [], { runtime: RUNTIMES[id], flags });
    const [napi] = report.backends;
    same([napi.usable, napi.reason.kind], [false, "not-permitted"], napi.reason.message);
    matches(napi.reason.message, /--allow-fs-read/, "the reason");
  },
}));

/** @type {import("../report.js").Check[]} */
const without = [
  {
    name: "Node with --jitless has no WebAssembly, and says so",
    run: async () => {
      const { code, report } = await examined(wholeProgram(), [], { flags: ["--jitless"] });
      const wasm = report.backends[2];
      same([code, report.choice.backend, wasm.reason.kind], [0, "napi", "no-webassembly"], "what is said");
    },
  },
];

export const permissionChecks = [...deno, ...node, ...reading, ...binaries, ...without];

// Checks of `npm run test:platforms` itself, with what processes could say: one that ran elsewhere, with another binary,
// or with other results, must not pass. The command takes too long to be a part of `npm test`.

import { throws } from "node:assert";
import { join } from "node:path";
import { root } from "../js/build/run.js";
import { DIGEST } from "../js/src/interface.js";
import { knownDigests } from "./digests.js";
import { judgeCell } from "./matrix.js";
import { judgeWhere, readWhere } from "./platforms/platforms.js";
import { matches, same } from "./process/children.js";
import { readVectors } from "./runners/vectors.js";
import { execute } from "./runtimes.js";
import { casesOf } from "./suite/suite.js";
import { together } from "./together.js";

/** @typedef {import("./platforms/platforms.js").Where} Where */

const MUSL = { platform: "linux-x64-musl", runtime: "node24", level: /** @type {const} */ ("full") };
const EXPECTED = { version: "24.19.0", folder: "/binaries" };
const FILE = "/binaries/oxbridge-napi.node";
/** @type {Where} */
const THERE = { os: "linux", cpu: "x64", libc: "musl", version: "24.19.0", loaded: [FILE] };

/** Where a process could say it ran, and what is said of that. @type {[name: string, backend: string, where: Partial<Where>, file: string | null, said?: RegExp][]} */
const PLACES = [
  ["the platform, with its binary, passes", "napi", {}, FILE],
  ["the platform, with WebAssembly, passes", "wasm", { loaded: [] }, null],
  ["another system fails", "napi", { os: "darwin" }, FILE, /must be on linux x64 musl 24.19.0, but .* darwin x64/],
  ["another processor fails", "napi", { cpu: "arm64" }, FILE, /ran on linux arm64 musl/],
  ["another C library fails", "napi", { libc: "glibc" }, FILE, /ran on linux x64 glibc/],
  ["another version of the runtime fails", "napi", { version: "24.19.1" }, FILE, /24\.19\.0, but .* 24\.19\.1$/],
  ["a binary from elsewhere fails", "napi", { loaded: ["/others/a.node"] }, "/others/a.node", /is not in \/binaries$/],
  ["a binary from a folder further down fails", "napi", {}, "/binaries/other/a.node", /is not in \/binaries$/],
  ["a binary from a folder with a longer name fails", "napi", {}, "/binaries-of-others/a.node", /is not in/],
  ["a backend without a binary fails", "napi", { loaded: [] }, null, /^napi took null/],
  ["a binary that the system has not loaded fails", "napi", { loaded: [] }, FILE, /has loaded none$/],
  ["a second binary in the process fails", "napi", { loaded: [FILE, "/b.so"] }, FILE, /has loaded .*, \/b\.so$/],
  ["WebAssembly beside a binary fails", "wasm", { loaded: [FILE] }, null, /^wasm must load no binary/],
];

/** The digests of the short suite, once they are asked for. @type {[string, string][] | undefined} */
let shortDigests;

/** A cell that has run the short suite, and that nothing is wrong with. */
function shortCell() {
  if (shortDigests === undefined) {
    const ids = new Set(casesOf("short", readVectors()).map(({ id }) => id));
    shortDigests = [...knownDigests()].filter(([id]) => ids.has(id));
  }
  return {
    backend: "napi",
    runtime: "a test",
    file: null,
    digest: DIGEST,
    calls: 279_000,
    cases: shortDigests.length,
    twins: 5600,
    perFunction: {},
    digests: Object.fromEntries(shortDigests),
    failures: [],
  };
}

/** Ways in which a cell that ran a part of the suite can be wrong. @type {[how: string, spoil: (cell: ReturnType<typeof shortCell>) => void, said: RegExp][]} */
const SPOILT = [
  ["leaves out a case", ({ digests }) => delete digests["add 0 and 0"], /there: \w+ "add 0 and 0"/],
  ["gives another result", ({ digests }) => (digests["add 0 and 0"] = "0"), /here: 0 "add 0 and 0"/],
  ["ran too few cases", (cell) => (cell.cases = 100), /only 100 cases ran/],
  ["ran too few twins", (cell) => (cell.twins = 10), /only 10 ran as promises/],
  ["did not call the core", (cell) => (cell.calls = 0), /counted only 0 calls/],
];

const place = /** @type {const} */ ({ row: "a test", column: "napi", realms: true, level: "short" });
const judgeShort = (/** @type {ReturnType<typeof shortCell>} */ cell) =>
  judgeCell({ ...place, run: async () => cell }, cell);

/** Arguments that are wrong, and what is said of them. @type {[args: string[], said: RegExp][]} */
const ARGUMENTS = [
  [["--only", "darwin-x64"], /^test:platforms: --only: there is no platform "darwin-x64"; there is linux-x64-musl, /],
  [["--json", "/"], /^test:platforms: --json: "\/" cannot be written: EISDIR/],
  [["win32-x64-msvc"], /^test:platforms: Unexpected argument 'win32-x64-msvc'/],
];

export const checks = [
  ...PLACES.map(([name, backend, where, file, said]) => ({
    name,
    run: () => {
      const judge = () => judgeWhere({ ...MUSL, backend }, EXPECTED, { ...THERE, ...where }, file);
      if (said) throws(judge, { message: said });
      else judge();
    },
  })),
  { name: "a process that does not say where it ran fails", run: () => throws(() => readWhere("CELL {}"), /where/) },
  { name: "a part of the suite passes", run: () => judgeShort(shortCell()) },
  { name: "a part of the suite in the place of all of it fails", run: () => judgeWhole(shortCell()) },
  ...SPOILT.map(([how, spoil, said]) => ({
    name: `a part of the suite that ${how} fails`,
    run: () => {
      const cell = shortCell();
      spoil(cell);
      throws(() => judgeShort(cell), { message: said });
    },
  })),
  ...together(
    ARGUMENTS.map(([args, said]) => ({
      name: `test:platforms ${args.join(" ")} is refused`,
      run: async () => {
        const script = join(root, "tests", "platforms", "command.js");
        const { code, stderr } = await execute(process.execPath, [script, ...args]);
        matches(stderr, said, "what it says");
        same(code, 2, "the exit code");
      },
    })),
    2,
  ),
];

/** @param {ReturnType<typeof shortCell>} cell */
function judgeWhole(cell) {
  throws(() => judgeCell({ ...place, level: "full", run: async () => cell }, cell), { message: /only \d+ cases ran/ });
}

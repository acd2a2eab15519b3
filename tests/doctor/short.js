// When nothing can be loaded, a program is told in short what the doctor says at length.

import { cpSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { matches, same } from "../process/children.js";
import { RUNTIMES, runScript } from "../runtimes.js";
import { CLEAN, examined, Program } from "./layout.js";

/** How a person asks the doctor on each runtime. @type {[import("./layout.js").Runtime, string][]} */
const ASKED = [
  [RUNTIMES.node20, "npx oxbridge doctor"],
  [RUNTIMES.node26, "npx oxbridge doctor"],
  [inYarn(), "yarn oxbridge doctor"],
  [RUNTIMES.bun, "bunx --bun oxbridge doctor"],
  [RUNTIMES.deno, "deno run --allow-all npm:oxbridge doctor"],
];

/** Node as Yarn starts it where it has no node_modules. */
function inYarn() {
  const versions = `Object.defineProperty(process, "versions", { value: { ...process.versions, pnp: "3" } })`;
  const { id, command, args } = RUNTIMES.node24;
  return { id, command, args: [...args, "--import", `data:text/javascript,${encodeURIComponent(versions)}`] };
}

/** A program whose addon is cut off and whose C library is missing; neon is not installed. */
function emptyHanded() {
  const damage = (/** @type {Program} */ program) => {
    truncateSync(program.binary("napi"), 100);
    rmSync(program.binary("cabi"));
  };
  const program = new Program({ slots: { "@oxbridge/native": "napi", "@oxbridge/cabi": "cabi" }, damage });
  cpSync(join(import.meta.dirname, "..", "process", "child", "say.js"), join(program.folder, "say.js"));
  return program;
}

/** @type {import("../report.js").Check[]} */
export const shortChecks = ASKED.map(([runtime, asked]) => ({
  name: `${runtime.id}: when nothing can be loaded, the error has every reason of the doctor, and how to ask it`,
  run: async () => {
    const program = emptyHanded();
    const env = { ...CLEAN, OXBRIDGE_BACKEND: "napi,neon,cabi" };
    const { stdout } = await runScript(runtime, ["say.js"], { cwd: program.folder, env });
    const said = JSON.parse(stdout);
    const { code, report } = await examined(program, [], { runtime, env });
    same([code, report.ok, report.choice.backend], [1, false, null], "how the doctor ends");
    const named = report.backends.filter((/** @type {any} */ { name }) => name !== "wasm");
    same(
      named.map((/** @type {any} */ { reason }) => reason.kind),
      ["cut-off", "not-installed", "no-binary"],
      "the kinds of reasons",
    );
    const reasons = named.map((/** @type {any} */ { name, reason }) => `; ${name}: ${reason.message}`).join("");
    for (const call of ["sum", "digest", "later", "info"]) {
      const { error } = said[call];
      same([error?.name, error?.code], ["Error", "ERR_BACKEND_UNAVAILABLE"], `the error of ${call}`);
      const [version] = /^no backend could be loaded in \w+ [\d.]+/.exec(error.message) ?? [];
      same(error.message, `${version} (${asked} says how to have one)${reasons}`, `the message of ${call}`);
      const { choice } = report;
      same(
        [choice.error.code, choice.error.message],
        [error.code, error.message],
        "what the doctor says of the choice",
      );
    }
    matches(said.sum.error.message, new RegExp(` in ${runtime.id.replace(/\d+$/, "")} \\d`), "the runtime");
  },
}));

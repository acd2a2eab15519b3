// The installed packages in places that are not as usual: a path with signs that addresses give a meaning, and a file
// system on which nothing can be written.

import { deepStrictEqual } from "node:assert";
import { join } from "node:path";
import { matches } from "../process/children.js";
import { execute, RUNTIMES } from "../runtimes.js";
import { copyOf, temporaryFolder } from "./installed.js";
import { answeredBy, chose, NAMES, PLACES, probe } from "./programs.js";
import { readOnly } from "./read-only.js";

/** @typedef {import("./installed.js").Installed} Installed */
/** @typedef {import("../runtimes.js").Runtime} Runtime */

/** An escape, a fragment, quotes, and a sign of four bytes. */
const NAME = `50%41 #1 b=c&d 'e' "f" ä🦀`;

/** @type {Promise<Installed> | undefined} */
let awkward;
const inAwkwardFolder = () => (awkward ??= copyOf(join(temporaryFolder(), NAME)));

const paths = PLACES.flatMap((runtime) =>
  NAMES.map((name) => ({
    name: `${runtime.id}: ${name} answers in a folder with the name ${NAME}`,
    run: async () => {
      const installed = await inAwkwardFolder();
      const seen = await probe(runtime, installed, "oxbridge", name);
      answeredBy(seen, installed, name);
      chose(seen, installed, name);
    },
  })),
);

/** @type {Promise<import("./read-only.js").ReadOnly> | undefined} */
let frozen;
const inReadOnlyFolder = () => (frozen ??= copyOf().then(readOnly));

/** Tries to write beside itself, and says what that was answered. */
const WRITE = `try { require("node:fs").writeFileSync("written", ""); console.log("written"); } catch (error) { console.log(error.code); }`;

const frozenChecks = [
  {
    name: "where the packages are tried read-only, nothing can be written",
    run: async () => {
      const { installed, how, wrap } = await inReadOnlyFolder();
      const [command, ...args] = wrap([process.execPath, "-e", WRITE]);
      const { stdout, stderr } = await execute(command, args, { cwd: installed.folder, env: installed.env });
      matches(stdout.trim(), /^(?:EROFS|EACCES)$/, `what writing was answered (${how}; ${stderr})`);
    },
  },
  ...PLACES.flatMap((runtime) =>
    NAMES.map((name) => ({
      name: `${runtime.id}: ${name} answers, with promises and of files, where nothing can be written`,
      run: async () => {
        const { installed, wrap } = await inReadOnlyFolder();
        const seen = await probe(wrapped(runtime, wrap), installed, "oxbridge", name);
        answeredBy(seen, installed, name);
        chose(seen, installed, name);
      },
    })),
  ),
  ...[RUNTIMES.node24, RUNTIMES.bun, RUNTIMES.deno].map((runtime) => ({
    name: `${runtime.id}: the doctor finds every backend where nothing can be written`,
    run: async () => {
      const { installed, wrap } = await inReadOnlyFolder();
      const { folder, env } = installed;
      const doctor = [join(folder, "node_modules", "oxbridge", "bin", "oxbridge.js"), "doctor", "--json"];
      const [command, ...args] = wrap([runtime.command, ...runtime.args, ...doctor]);
      const { code, stdout, stderr } = await execute(command, args, { cwd: folder, env });
      deepStrictEqual([code, stderr], [0, ""]);
      const { choice, backends } = JSON.parse(stdout);
      deepStrictEqual(choice.backend, "napi");
      deepStrictEqual(
        backends.filter((/** @type {any} */ { usable }) => !usable),
        [],
      );
    },
  })),
];

/**
 * A runtime in which nothing can be written.
 *
 * @param {Runtime} runtime
 * @param {import("./read-only.js").ReadOnly["wrap"]} wrap
 * @returns {Runtime}
 */
function wrapped({ id, command, args }, wrap) {
  const [first, ...rest] = wrap([command, ...args]);
  return { id, command: first, args: rest };
}

/** @type {import("../report.js").Check[]} */
export const awkwardChecks = [...paths, ...frozenChecks];

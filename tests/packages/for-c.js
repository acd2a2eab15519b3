// The package with the C library, as C programs use it: what pkg-config says of it is all that they need.

import { strictEqual } from "node:assert";
import { copyFileSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../../js/build/run.js";
import { VERSION } from "../../js/src/interface.js";
import { ABC } from "../abc.js";
import { output } from "../output.js";
import { installAll, temporaryFolder } from "./installed.js";
import { binaryOf } from "./programs.js";

const SOURCE = join(import.meta.dirname, "first.c");
/** The shell takes apart what pkg-config prints, because the path of the package has spaces and letters that it escapes. */
const COMPILE = `flags=$(pkg-config --cflags --libs "$3") &&
  eval "\${CC:-cc} -std=c11 -Wall -Wextra -Werror \\"\\$1\\" -o \\"\\$2\\" $flags"`;

/** The folder of the package, and where pkg-config finds it. */
async function cabiPackage() {
  const folder = dirname(/** @type {string} */ (binaryOf(await installAll(), "cabi")));
  return { folder, env: { PKG_CONFIG_PATH: join(folder, "lib", "pkgconfig") } };
}

/** The commands of the documentation. */
function documented() {
  const page = readFileSync(join(root, "docs", "platforms.md"), "utf8");
  const [, block] = /```sh\n(export PKG_CONFIG_PATH=[\s\S]*?)```/.exec(page) ?? [];
  if (block === undefined) throw new Error("docs/platforms.md has no commands that build a C program");
  return block;
}

/** @type {import("../report.js").Check} */
const asDocumented = {
  name: "a C program is built by the commands of docs/platforms.md, and runs with either library",
  run: async () => {
    const { folder: installed, env } = await installAll();
    const folder = temporaryFolder();
    symlinkSync(join(installed, "node_modules"), join(folder, "node_modules"));
    copyFileSync(SOURCE, join(folder, "program.c"));
    strictEqual(await output("sh", ["-e", "-c", documented()], { cwd: folder, env }), `${ABC}\n${ABC}\n`);
  },
};

/** @type {import("../report.js").Check[]} */
const built = [
  { module: "oxbridge", what: "the shared library" },
  { module: "oxbridge-static", what: "the static library, which it then has inside" },
].map(({ module, what }) => ({
  name: `a C program is built with what pkg-config says of ${module}, and runs with ${what}`,
  run: async () => {
    const { folder, env } = await cabiPackage();
    const program = join(temporaryFolder(), "first");
    strictEqual(await output("pkg-config", ["--modversion", module], { env }), `${VERSION}\n`);
    await output("sh", ["-c", COMPILE, "sh", SOURCE, program, module], { env });
    const path = module === "oxbridge" ? folder : undefined;
    const digest = await output(program, [], { env: { LD_LIBRARY_PATH: path } });
    strictEqual(digest, `${ABC}\n`);
  },
}));

export const cChecks = [...built, asDocumented];

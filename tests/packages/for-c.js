// The package with the C library, as C programs use it: what pkg-config says of it is all that they need.

import { strictEqual } from "node:assert";
import { dirname, join } from "node:path";
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

/** @type {import("../report.js").Check[]} */
export const cChecks = [
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

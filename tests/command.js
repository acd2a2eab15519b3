// The command `oxbridge hash`: beside the tools of coreutils, which are on every machine that has the suite.

import { oxbridge, PLACES, toolText, writeList } from "./command/beside.js";
import { digestChecks } from "./command/digests.js";
import { listChecks } from "./command/lists.js";
import { optionChecks } from "./command/options.js";
import { terminalChecks } from "./command/terminal.js";
import { same } from "./process/children.js";

// FIPS 180-2, appendix C.1.
const ABC =
  "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a" +
  "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

const places = PLACES.map((runtime) => ({
  name: `${runtime.id} prints digests, checks lists, and says what is wrong`,
  run: async () => {
    const names = ["plain", "new\nline", "bytes"];
    const text = toolText(["sha512sum", ...names]);
    writeList(`list of ${runtime.id}`, text);
    const said = async (/** @type {string[]} */ args, input = "") => {
      const { code, stdout, stderr } = await oxbridge(args, { runtime, input });
      return [code, stdout, stderr];
    };
    const complaints = "oxbridge hash: none: No such file or directory\noxbridge hash: folder: Is a directory\n";
    const digests = await said(["-a", "SHA512", ...names, "none", "folder", "-"], "abc");
    same(digests, [1, `${text}${ABC}  -\n`, complaints], "the digests");
    const checked = await said(["-a", "sha512", "-c", `list of ${runtime.id}`]);
    same(checked, [0, "plain: OK\n\\new\\nline: OK\nbytes: OK\n", ""], "the list");
    const [code, , complaint] = await said(["--chekc"]);
    const expected = "oxbridge hash: there is no option --chekc; did you mean --check?\nTry oxbridge hash --help.\n";
    same([code, complaint], [2, expected], "a wrong option");
  },
}));

/** @type {import("./report.js").Check[]} */
export const checks = [...places, ...optionChecks, ...digestChecks, ...listChecks, ...terminalChecks];

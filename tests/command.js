// The command `oxbridge hash`: beside the tools of coreutils, which are on every machine that has the suite.

import { oxbridge, PLACES, toolText, writeList } from "./command/beside.js";
import { digestChecks } from "./command/digests.js";
import { listChecks } from "./command/lists.js";
import { optionChecks } from "./command/options.js";
import { terminalChecks } from "./command/terminal.js";
import { same } from "./process/children.js";

const places = PLACES.map((runtime) => ({
  name: `${runtime.id} prints digests, checks lists, and says what is wrong`,
  run: async () => {
    const names = ["plain", "new\nline", "bytes"];
    writeList(`list of ${runtime.id}`, toolText(["sha512sum", ...names]));
    const said = async (/** @type {string[]} */ args, input = "") => {
      const { code, stdout, stderr } = await oxbridge(args, { runtime, input });
      return [code, stdout, stderr];
    };
    same(await said(["-a", "SHA512", ...names]), [0, toolText(["sha512sum", ...names]), ""], "the digests");
    const input = "abc";
    const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  empty\n"; // CAVP, of no bytes
    same(
      await said(["-", "none", "folder", "empty"], input),
      [
        1,
        `ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  -\n${empty}`,
        "oxbridge hash: none: No such file or directory\noxbridge hash: folder: Is a directory\n",
      ],
      "what cannot be read",
    );
    const checked = await said(["-a", "sha512", "-c", `list of ${runtime.id}`]);
    same(checked, [0, "plain: OK\n\\new\\nline: OK\nbytes: OK\n", ""], "the list");
    const [code, , complaint] = await said(["--chekc"]);
    const expected = "oxbridge hash: there is no option --chekc; did you mean --check?\nTry oxbridge hash --help.\n";
    same([code, complaint], [2, expected], "a wrong option");
  },
}));

/** @type {import("./report.js").Check[]} */
export const checks = [...places, ...optionChecks, ...digestChecks, ...listChecks, ...terminalChecks];

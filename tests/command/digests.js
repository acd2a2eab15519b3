// The digests that `oxbridge hash` prints: beside the tools of coreutils, line by line.

import { createHash } from "node:crypto";
import { writeLine } from "../../js/bin/hash/line.js";
import { kindOfTag, tagOf } from "../../js/bin/hash/tag.js";
import { ALGORITHMS } from "../../js/src/interface.js";
import { same } from "../process/children.js";
import { alike, host, oxbridge, shell, shellWords, toolText, writeList } from "./beside.js";

const AWKWARD = ["plain", "a b", "back\\slash", "new\nline", "return\rhere", " first", "*star", "paren) = (", "zwölf"];
const UNREADABLE = [
  ...["none", "no ne", "it's none", "none: at all", "none\nat all", "$none", "#none", "none~", ""],
  ...["folder", "plain/none", "loop", "n".repeat(300), "/proc/self/mem"],
];

/** @type {[string, string[], string[], import("./beside.js").Surroundings?][]} */
const ROWS = [
  ["every name is written as sha256sum writes it", ["sha256sum", ...AWKWARD], AWKWARD],
  ["so it is with a tag", ["sha256sum", "--tag", ...AWKWARD], ["--tag", ...AWKWARD]],
  ["with --zero names are as they are", ["sha256sum", "-z", ...AWKWARD], ["-z", ...AWKWARD]],
  [
    "a name that begins with - comes after --, and files that say they are empty are read",
    ["sha256sum", "--", "-x", "/proc/version"],
    ["--", "-x", "/proc/version"],
  ],
  [
    "what cannot be read is said, the rest is digested, and the end is 1",
    ["sha256sum", "plain", ...UNREADABLE, "bytes"],
    ["plain", ...UNREADABLE, "bytes"],
  ],
  ["without a name it reads standard input", ["sha256sum"], [], { input: "abc" }],
  [
    "for - too, among files, and the second time there is nothing left",
    ["sha256sum", "-", ...AWKWARD, "-"],
    ["-", ...AWKWARD, "-"],
    { input: "abc" },
  ],
  [
    "results come in the order of the names, also if the first takes longest",
    ["sha256sum", ...Array(5).fill(["large", "empty", "plain", "bytes"]).flat()],
    Array(5).fill(["large", "empty", "plain", "bytes"]).flat(),
  ],
];

/** What writes each algorithm. @type {[keyof typeof ALGORITHMS, string[]][]} */
const TOOLS = [
  ["md5", ["md5sum"]],
  ["sha1", ["sha1sum"]],
  ["sha224", ["sha224sum"]],
  ["sha256", ["sha256sum"]],
  ["sha384", ["sha384sum"]],
  ["sha512", ["sha512sum"]],
  ["blake2b512", ["b2sum"]],
  ["blake2b256", ["b2sum", "--length", "256"]],
];

/** Other lengths of BLAKE2b, in bytes. */
const LENGTHS = [1, 20, 32, 48];

const beside = [
  ...ROWS.map(([name, words, args, surroundings]) => ({ name, run: () => alike(words, args, surroundings) })),
  {
    name: `lines are those of ${TOOLS.map(([, words]) => words.join(" ")).join(", ")}, with and without a tag`,
    run: () => {
      for (const [algorithm, words] of TOOLS) {
        for (const name of AWKWARD) {
          const line = toolText([...words, name]);
          const digest = line.replace("\\", "").slice(0, 2 * ALGORITHMS[algorithm].digestLength);
          const ours = [false, true].map((tag) => `${writeLine(algorithm, digest, name, { tag, zero: false })}\n`);
          same(ours, [line, toolText([...words, "--tag", name])], `the lines of ${algorithm}`);
        }
      }
    },
  },
  {
    name: "digests of another length, and their tags, are those of b2sum, and are checked by each other",
    run: async () => {
      for (const length of LENGTHS) {
        const bits = String(8 * length);
        for (const algorithm of ["blake2b512", "blake2b256"]) {
          const ours = ["-a", algorithm, "-l", `${length}`];
          await alike(["b2sum", "-l", bits, "plain", "bytes"], [...ours, "plain", "bytes"]);
          await alike(["b2sum", "-l", bits, "--tag", "plain", "new\nline"], [...ours, "--tag", "plain", "new\nline"]);
        }
        const list = toolText(["b2sum", "-l", bits, "--tag", "plain", "bytes"]);
        writeList("list", list);
        same((await oxbridge(["-c", "list"])).stdout, "plain: OK\nbytes: OK\n", `a list with tags of ${bits} bits`);
        writeList("list", list.replaceAll(/BLAKE2b-\d+ \((.*)\) = (.*)/g, "$2  $1"));
        const named = ["-c", "-a", "blake2b512", "--length", `${length}`, "list"];
        same((await oxbridge(named)).stdout, "plain: OK\nbytes: OK\n", `a list without tags of ${bits} bits`);
        writeList("list", list);
        same((await oxbridge(named)).stdout, "plain: OK\nbytes: OK\n", `a list with tags of ${bits} bits, named`);
      }
    },
  },
  {
    name: "a list with tags is checked with the options that made it, and with no others if an algorithm is named",
    run: async () => {
      /** The options, and others of the same algorithm. @type {[string[], string[]][]} */
      const rows = [
        [
          ["-a", "blake2b512", "-l", "32"],
          ["-a", "blake2b512"],
        ],
        [
          ["-a", "blake2b512", "-l", "1"],
          ["-a", "blake2b512"],
        ],
        [
          ["-a", "blake2b256"],
          ["-a", "blake2b512", "-l", "64"],
        ],
        [
          ["-a", "blake2b256", "-l", "20"],
          ["-a", "blake2b256"],
        ],
        [
          ["-a", "blake2s256", "-l", "8"],
          ["-a", "blake2s256"],
        ],
        [
          ["-a", "blake3", "-l", "64"],
          ["-a", "blake3"],
        ],
        [
          ["-a", "blake3"],
          ["-a", "blake3", "-l", "64"],
        ],
        [
          ["-a", "shake128", "-l", "40"],
          ["-a", "shake128", "-l", "41"],
        ],
      ];
      for (const [options, others] of rows) {
        writeList("list", (await oxbridge(["--tag", ...options, "plain"])).stdout);
        for (const right of [options, []]) {
          same((await oxbridge(["-c", ...right, "list"])).stdout, "plain: OK\n", `${options} by ${right}`);
        }
        const { code, stdout } = await oxbridge(["-c", ...others, "list"]);
        same([code, stdout], [1, ""], `${options} by ${others}`);
      }
      // Without a name, a longer digest of BLAKE3 is taken, and a shorter one is not.
      writeList("list", (await oxbridge(["--tag", "-a", "blake3", "-l", "8", "plain"])).stdout);
      same((await oxbridge(["-c", "list"])).code, 1, "a short digest of BLAKE3");
    },
  },
  {
    name: "SHAKE has as many bytes as are asked for, which OpenSSL gives too, and a list says how many",
    run: async () => {
      for (const algorithm of ["shake128", "shake256"]) {
        const digest = createHash(algorithm, { outputLength: 40 }).update("what is in plain").digest("hex");
        const { code, stdout } = await oxbridge(["-a", algorithm, "-l40", "plain"]);
        same([code, stdout], [0, `${digest}  plain\n`], "the line");
        const tagged = await oxbridge(["--tag", "-a", algorithm, "-l40", "plain"]);
        same(tagged.stdout, `${algorithm.toUpperCase()} (plain) = ${digest}\n`, "the line with a tag");
        writeList("list", tagged.stdout);
        same((await oxbridge(["-c", "list"])).stdout, "plain: OK\n", "the list with a tag");
        writeList("list", stdout + stdout.replace(/^./, (sign) => (sign === "0" ? "1" : "0")));
        const checked = await oxbridge(["-c", "-a", algorithm, "list"]);
        same([checked.code, checked.stdout], [1, "plain: OK\nplain: FAILED\n"], "the list without a tag");
      }
    },
  },
  {
    name: "another algorithm is taken by any of its spellings",
    run: async () => {
      await alike(["b2sum", "-l256", "bytes", "plain"], ["-aBLAKE2B_256", "bytes", "plain"]);
      await alike(["cksum", "-a", "sha1", "bytes", "plain"], ["--algorithm=SHA-1", "--tag", "bytes", "plain"]);
    },
  },
];

/** @type {import("../report.js").Check[]} */
export const digestChecks = [
  ...beside,
  {
    name: "a folder as standard input is said to be one",
    run: async () => {
      const [ours, theirs] = await Promise.all([
        shell(`${shellWords(host, "")} < folder`),
        shell("sha256sum < folder"),
      ]);
      same(ours, { ...theirs, stderr: theirs.stderr.replace("sha256sum", "oxbridge hash") }, "what it says");
    },
  },
  {
    name: "no two algorithms have one tag, and each is read as it is written",
    run: () => {
      const names = /** @type {(keyof typeof ALGORITHMS)[]} */ (Object.keys(ALGORITHMS));
      same(
        names.map((name) => kindOfTag(tagOf(name))?.algorithm),
        names,
        "the algorithms of the tags",
      );
      const tags = names.map(tagOf);
      same(
        tags.filter((tag) => !/^[\w/-]+$/.test(tag) || tags.indexOf(tag) !== tags.lastIndexOf(tag)),
        [],
        "bad tags",
      );
    },
  },
  {
    name: "--json has the digests and lengths, and the reasons why there are none",
    run: async () => {
      const { code, stdout, stderr } = await oxbridge(["--json", "-a", "MD5", "bytes", "none", "-"], { input: "abc" });
      same([code, stderr], [1, ""], "how it ended");
      const { backend, ...rest } = JSON.parse(stdout);
      same(["napi", "neon", "wasm", "cabi"].includes(backend), true, "whether it names a backend");
      const files = [
        { name: "bytes", digest: toolText(["md5sum", "bytes"]).slice(0, 32), bytes: 70_000 },
        { name: "none", error: { code: "ENOENT", message: "No such file or directory" } },
        { name: "-", digest: "900150983cd24fb0d6963f7d28e17f72", bytes: 3 }, // RFC 1321, appendix A.5
      ];
      same(rest, { algorithm: "md5", files }, "the document");
      same((await oxbridge(["--json", "bytes"])).code, 0, "the exit code when all is well");
    },
  },
];

// The arguments of `oxbridge hash`: what they may be, and what is said of those that are wrong.

import { throws } from "node:assert";
import { readOptions } from "../../js/bin/hash/options.js";
import { UsageError } from "../../js/bin/options.js";
import { ALGORITHMS } from "../../js/src/interface.js";
import { matches, same } from "../process/children.js";
import { alike, oxbridge } from "./beside.js";

/** What is refused with 2, before anything is read. @type {[string[], RegExp][]} */
const REFUSED = [
  [
    ["-a", "sha257", "plain"],
    /--algorithm: algorithm "sha257" is not known; did you mean "sha256"[^;]*\? --list shows all$/m,
  ],
  [["-a", "constructor"], /algorithm "constructor" is not known; --list shows all names$/m],
  [["-a"], /-a needs a value, as in -a NAME$/m],
  [["--algorithm"], /--algorithm needs a value/],
  [["-a", "md5", "-l", "16"], /md5 takes no --length/],
  [["-a", "shake128", "plain"], /shake128 has no length of its own: it needs --length, as in --length 32$/m],
  [["-a", "blake3", "-l"], /-l needs a value, as in -l 32$/m],
  ...["0", "-1", "4.5", "1e3", "16777217", "x", ""].map((length) => {
    const expected = new RegExp(`--length is "${length}", but must be an integer from 1 to 16777216 for blake3$`, "m");
    return /** @type {[string[], RegExp]} */ ([["-a", "blake3", `--length=${length}`], expected]);
  }),
  [["--algorithm="], /algorithm "" is not known/],
  [["--tag=yes"], /--tag takes no value, but was given "yes"$/m],
  [["--chekc", "plain"], /there is no option --chekc; did you mean --check\?$/m],
  [["--algo", "md5"], /there is no option --algo; did you mean --algorithm\?$/m],
  [["--constructor"], /there is no option --constructor$/m],
  [["-cx"], /there is no option -x$/m],
  [["--strict", "plain"], /--strict is meaningful only with --check$/m],
  [["--ignore-missing"], /--ignore-missing is meaningful only with --check$/m],
  [["-c", "--tag"], /--tag is meaningless with --check$/m],
  [["-cz"], /--zero is meaningless with --check$/m],
  [["-c", "--json", "--status"], /--json and --status exclude each other/],
  [["--json", "--tag"], /--json and --tag exclude each other/],
  [["--list", "plain"], /--list goes with --json and nothing else, but there is plain$/m],
  [["--list", "-a", "md5"], /but there is --algorithm$/m],
];

/** @type {import("../report.js").Check[]} */
export const optionChecks = [
  {
    name: "a wrong argument is named, with the way out, and the end is 2",
    run: async () => {
      for (const [args, expected] of REFUSED) {
        throws(() => readOptions(args), { constructor: UsageError, message: expected }, args.join(" "));
      }
      const { code, stdout, stderr } = await oxbridge(["-a", "sha257", "plain"]);
      same([code, stdout], [2, ""], "how it ended");
      matches(
        stderr,
        /^oxbridge hash: --algorithm: algorithm "sha257" .*\nTry oxbridge hash --help\.\n$/,
        "what it says",
      );
    },
  },
  {
    name: "the last of several --algorithm holds, and options may stand behind files",
    run: () => alike(["sha512sum", "plain", "--tag"], ["plain", "-a", "md5", "--tag", "--algorithm", "SHA-512"]),
  },
  {
    name: "--help has every option and the exit codes",
    run: async () => {
      const { code, stdout, stderr } = await oxbridge(["--help", "-c", "-a", "nonsense", "-l", "x", "plain"]);
      same([code, stderr], [0, ""], "how it ended");
      const options = [
        "algorithm",
        "length",
        "check",
        "tag",
        "zero",
        "ignore-missing",
        "quiet",
        "status",
        "strict",
        "warn",
      ];
      for (const option of [...options, "json", "list", "help"])
        matches(stdout, new RegExp(` --${option} `), "the help");
      matches(stdout, /^Exit codes: 0 /m, "the help");
      same(
        stdout.split("\n").filter((line) => line.length > 120),
        [],
        "lines that are too long",
      );
    },
  },
  {
    name: "--list shows every algorithm with its title, bytes and kind, for people and as JSON",
    run: async () => {
      const { code, stdout } = await oxbridge(["--list"]);
      const [head, ...rows] = stdout.trimEnd().split("\n");
      same([code, head.split(/ {2,}/)], [0, ["name", "title", "bytes", "kind"]], "the first line");
      const all = Object.entries(ALGORITHMS);
      const expected = all.map(([name, { title, digestLength, extendable, kind }]) => {
        return [name, title, extendable ? "any" : String(digestLength), kind];
      });
      same(
        rows.map((row) => row.split(/ {2,}/)),
        expected,
        "the rows",
      );
      const listed = JSON.parse((await oxbridge(["--list", "--json"])).stdout);
      same(
        listed.map((/** @type {any} */ { name }) => name),
        Object.keys(ALGORITHMS),
        "the names as JSON",
      );
      const md5 = { name: "md5", title: "MD5", digestLength: 16, blockLength: 64, cryptographic: true, broken: true };
      const xxh64 = listed.find((/** @type {any} */ { name }) => name === "xxh64");
      same(xxh64.options, { seed: ["0", "18446744073709551615"] }, "integers of 64 bits");
      same(
        listed.find((/** @type {any} */ { name }) => name === "md5"),
        { ...md5, options: {}, saves: true },
        "one of them",
      );
    },
  },
  {
    name: "without a backend it says why once, and ends with 2",
    run: async () => {
      const env = { OXBRIDGE_BACKEND: "neon", OXBRIDGE_LIBRARY_PATH: "/dev/null" };
      const { code, stdout, stderr } = await oxbridge(["plain", "bytes"], { env });
      same([code, stdout], [2, ""], "how it ended");
      matches(stderr, /^oxbridge hash: .*neon/, "what it says");
      same(stderr.match(/oxbridge hash: /g)?.length, 1, "how often it says so");
    },
  },
];

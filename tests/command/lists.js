// The lists that `oxbridge hash --check` reads: beside sha256sum, and cksum, which knows tags of several algorithms.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../js/build/run.js";
import { same } from "../process/children.js";
import { alike, oxbridge, toolExit, toolText, writeList } from "./beside.js";

/** @type {(words: string[]) => string} a line without its end */
const lineOf = (words) => toolText(words).slice(0, -1);
const ZEROS = "0".repeat(64);

/** Each way to write a line, right and wrong; every one is read as sha256sum reads it. */
function everyLine() {
  const digest = lineOf(["sha256sum", "plain"]).slice(0, 64);
  const names = ["plain", "a b", "back\\slash", "new\nline", "return\rhere", " first", "*star", "paren) = (", "zwölf"];
  return [
    ...names.map((name) => lineOf(["sha256sum", name])),
    ...names.map((name) => lineOf(["sha256sum", "--binary", name])),
    ...names.map((name) => lineOf(["sha256sum", "--tag", name])),
    `${digest.toUpperCase()}  plain`,
    `${digest}  plain\r`,
    `SHA256 (plain) = ${digest}\r`,
    "",
    "\r",
    "# a comment",
    " # none, because of the blank",
    ` \t${digest}  plain`,
    `  SHA256 (plain) = ${digest}`,
    `SHA256(plain)= ${digest}`,
    `SHA256  (plain) = ${digest}`,
    `SHA256 (plain)\t =\t${digest}`,
    `SHA256 (plain) = ${digest} `,
    `SHA256 (plain) = ${digest.slice(1)}`,
    `SHA256 (plain) = ${digest}0`,
    `SHA256 (plain) ${digest}`,
    `SHA256 (plain = ${digest}`,
    `SHA256 () = ${digest}`,
    `MD5 (plain) = ${digest.slice(32)}`,
    `NONE (plain) = ${digest}`,
    `${digest}\t plain`,
    `${digest} \tplain`,
    `${digest}   plain`,
    `${digest} plain`,
    `${digest} `,
    `${digest}  `,
    `${digest} *`,
    digest,
    `${digest}0  plain`,
    `${digest.slice(1)}  plain`,
    `${digest.slice(1)}g  plain`,
    `\\${digest}  back\\\\slash`,
    `\\${digest}  back\\slash`,
    `\\${digest}  slash\\`,
    `\\${digest}  plain`,
    `\\SHA256 (back\\xslash) = ${digest}`,
    `${ZEROS}  plain`,
    `${ZEROS}  none`,
    `${ZEROS}  no\\ne: 'at' $all`,
    `\\${ZEROS}  none\\nat all`,
    `${ZEROS}  folder`,
    "no digest at all",
  ];
}

/** Lists of a line or two: the text of each. */
const SHORT = [
  () => toolText(["sha256sum", "plain", "empty", "bytes"]),
  () => toolText(["sha256sum", "plain", "empty"]).replaceAll("\n", "\r\n"), // as Windows ends lines
  () => lineOf(["sha256sum", "plain"]), // which has no end
  () => `${lineOf(["sha256sum", "plain"])}\nno digest\n`,
  () => `${lineOf(["sha256sum", "plain"])}\n${ZEROS}  none\n`, // a file that is not there
  () => `${ZEROS}  none\n${ZEROS}  none either\n`,
  () => `${ZEROS}  plain\n${ZEROS}  empty\n`,
  () => "no digest\nno digest either\n",
  () => "",
];

/** Writes them all, and gives their names. */
function writeShort() {
  for (const [index, text] of SHORT.entries()) writeList(`list ${index}`, text());
  return SHORT.map((_, index) => `list ${index}`);
}

const OPTIONS = [
  ...[[], ["--quiet"], ["--status"], ["--warn"], ["--strict"], ["--ignore-missing"]],
  ["--strict", "--ignore-missing", "--quiet"],
  ["--ignore-missing", "--status"],
];

/** Those that change whether a list is as it should be. */
const JUDGING = [[], ["--strict"], ["--ignore-missing"], ["--strict", "--ignore-missing"]];

const beside = [
  {
    name: "every line is read as sha256sum reads it, and each malformed one is named",
    run: async () => {
      writeList("every", everyLine().join("\n"));
      await alike(["sha256sum", "--check", "--warn", "every"], ["-a", "sha256", "--check", "--warn", "every"]);
    },
  },
  {
    name: "whatever the options, it says of right, wrong, malformed and empty lists what sha256sum says",
    run: async () => {
      const names = writeShort();
      const lists = ["no list", ...names];
      const compared = (/** @type {string[]} */ options) =>
        alike(["sha256sum", "-c", ...options, ...lists], ["--check", ...options, ...lists]);
      await Promise.all(OPTIONS.map(compared));
    },
  },
  {
    name: "whatever is passed over or strict, each of these lists is judged as sha256sum judges it alone",
    run: async () => {
      const names = writeShort();
      for (const options of JUDGING) {
        const exits = names.map((name) => toolExit(["sha256sum", "-c", ...options, name]));
        const { code, stdout } = await oxbridge(["-c", "--json", ...options, ...names]);
        const { lists } = JSON.parse(stdout);
        const judged = lists.map((/** @type {any} */ { ok }) => (ok ? 0 : 1));
        same([code, judged], [Math.max(...exits), exits], `the lists with ${options.join(" ")}`);
      }
    },
  },
  {
    name: "a list in the order of BSD is read until its end as it begins",
    run: async () => {
      const lines = toolText(["sha256sum", "plain", " first"]).replaceAll(/^(\w+) {2}/gm, "$1 ");
      writeList("list", `${lines}${ZEROS}  plain\n${ZEROS} *star\n${ZEROS} \n`);
      await alike(["sha256sum", "-cw", "list"], ["-cw", "list"]);
    },
  },
  {
    name: "of --quiet, --status and --warn the last one holds",
    run: async () => {
      writeList("list", `${lineOf(["sha256sum", "plain"])}\n${ZEROS}  empty\nno digest\n`);
      const orders = [
        ["--status", "--warn"],
        ["-w", "--quiet"],
        ["--quiet", "--status"],
      ];
      const compared = (/** @type {string[]} */ options) =>
        alike(["sha256sum", "-c", ...options, "list"], ["-c", ...options, "list"]);
      await Promise.all(orders.map(compared));
    },
  },
  {
    name: "a list comes from standard input, and what it says of - is malformed",
    run: async () => {
      const input = `${lineOf(["sha256sum", "plain"])}\n${ZEROS}  -\n`;
      for (const args of [["-c"], ["-cw", "-"]]) await alike(["sha256sum", ...args], args, { input });
    },
  },
  {
    name: "in a list that is a file, - is standard input",
    run: async () => {
      writeList("list", `${lineOf(["sha256sum", "plain"]).slice(0, 64)}  -\n`);
      await alike(["sha256sum", "-c", "list"], ["-c", "list"], { input: "what is in plain" });
    },
  },
  {
    name: "md5sum and b2sum check the same",
    run: async () => {
      writeList("list", `${toolText(["md5sum", "plain", "bytes"])}${ZEROS.slice(32)}  plain\n`);
      await alike(["md5sum", "-c", "list"], ["-a", "md5", "-c", "list"]);
      writeList("list", toolText(["b2sum", "plain", "new\nline"]));
      await alike(["b2sum", "-c", "list"], ["-a", "blake2b512", "-c", "list"]);
    },
  },
];

const SUMS = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b"];
const tagged = [
  {
    name: "lines with tags say their algorithm, as cksum has it; with --algorithm, no other is taken",
    run: async () => {
      writeList("tags", SUMS.map((sum) => toolText(["cksum", "-a", sum, "plain"])).join(""));
      await alike(["cksum", "--check", "tags"], ["--check", "tags"]);
      const args = ["--check", "--warn", "tags"];
      await alike(["cksum", "-a", "sha512", ...args], ["-a", "sha512", ...args]);
    },
  },
  {
    name: "tags of other tools are known: the BSDs, OpenSSL, b2sum, b3sum, rhash and xxhsum",
    run: async () => {
      const peers = JSON.parse(readFileSync(join(root, "tests", "vectors", "peers", "digests.json"), "utf8"));
      const lines = OTHER_TAGS.map(([tag, name]) => tag.replace("DIGEST", peers[name].digests["0"]));
      writeList("list", `${lines.join("\n")}\n`);
      const { code, stdout, stderr } = await oxbridge(["-c", "--strict", "list"]);
      same([code, stdout, stderr], [0, "empty: OK\n".repeat(lines.length), ""], "what it says of them");
    },
  },
];

/** As each tool writes it, and the algorithm that it means. */
const OTHER_TAGS = [
  ["RMD160 (empty) = DIGEST", "ripemd160"], // BSD
  ["SHA512/256 (empty) = DIGEST", "sha512-256"], // OpenBSD
  ["SHA512t256 (empty) = DIGEST", "sha512-256"], // FreeBSD
  ["SHA2-256(empty)= DIGEST", "sha256"], // OpenSSL 3
  ["SHA2-512/224(empty)= DIGEST", "sha512-224"],
  ["SHA3-256(empty)= DIGEST", "sha3-256"],
  ["RIPEMD-160(empty)= DIGEST", "ripemd160"],
  ["BLAKE2S-256(empty)= DIGEST", "blake2s256"],
  ["BLAKE2B-512(empty)= DIGEST", "blake2b512"],
  ["BLAKE2s (empty) = DIGEST", "blake2s256"], // b2sum of BLAKE2
  ["BLAKE3 (empty) = DIGEST", "blake3"], // b3sum
  ["CRC32 (empty) = DIGEST", "crc32"], // rhash
  ["CRC32C (empty) = DIGEST", "crc32c"],
  ["XXH32 (empty) = DIGEST", "xxh32"], // xxhsum
  ["XXH64 (empty) = DIGEST", "xxh64"],
  ["XXH3 (empty) = DIGEST", "xxh3-64"],
  ["XXH128 (empty) = DIGEST", "xxh3-128"],
];

const own = [
  {
    name: "what is said of a name is escaped as the name is in a list",
    run: async () => {
      writeList("list", toolText(["sha256sum", "back\\slash", "new\nline", "return\rhere", "plain"]));
      const { code, stdout } = await oxbridge(["-c", "list"]);
      const expected = ["\\back\\\\slash", "\\new\\nline", "\\return\\rhere", "plain"].map((name) => `${name}: OK\n`);
      same([code, stdout], [0, expected.join("")], "what it says");
    },
  },
  {
    name: "a list with digests of another length is told which algorithms have it, and a folder is said to be one",
    run: async () => {
      writeList("list", toolText(["md5sum", "plain"]));
      const { code, stdout, stderr } = await oxbridge(["-c", "list", "folder"]);
      const lines = ["list: no properly formatted checksum lines found"];
      lines.push("list: line 1 has a digest as of md5, xxh3-128: say which with --algorithm", "folder: Is a directory");
      const expected = lines.map((line) => `oxbridge hash: ${line}\n`).join("");
      same([code, stdout, stderr], [1, "", expected], "what it says");
    },
  },
  {
    name: "--json has every line of every list, and what was wrong with it",
    run: async () => {
      const digest = lineOf(["sha256sum", "plain"]).slice(0, 64);
      writeList("list", `${digest.toUpperCase()}  plain\nno digest\n${ZEROS}  plain\n${ZEROS}  none\n`);
      const { code, stdout, stderr } = await oxbridge(["--json", "-c", "list", "no list"]);
      same([code, stderr], [1, ""], "how it ended");
      const { backend: _, ...rest } = JSON.parse(stdout);
      const error = { code: "ENOENT", message: "No such file or directory" };
      const common = { name: "plain", algorithm: "sha256" };
      const found = { digest, bytes: 16 };
      const nothing = { matched: 0, mismatched: 0, unreadable: 0, missing: 0, malformed: [] };
      const expected = {
        ok: false,
        lists: [
          { name: "list", ok: false, matched: 1, mismatched: 1, unreadable: 1, missing: 0, malformed: [2] },
          { name: "no list", ok: false, ...nothing, error },
        ],
        results: [
          { list: "list", line: 1, ...common, ok: true, expected: digest, ...found },
          { list: "list", line: 3, ...common, ok: false, expected: ZEROS, ...found },
          { list: "list", line: 4, ...common, name: "none", ok: false, expected: ZEROS, error },
        ],
      };
      same(rest, expected, "the document");
    },
  },
  {
    name: "--json leaves out what --quiet and --ignore-missing pass over",
    run: async () => {
      writeList("list", `${lineOf(["sha256sum", "plain"])}\n${ZEROS}  none\n`);
      const { code, stdout } = await oxbridge(["--json", "-c", "--quiet", "--ignore-missing", "list"]);
      const { ok, lists, results } = JSON.parse(stdout);
      same([code, ok, lists[0].missing, results], [0, true, 1, []], "the document");
    },
  },
];

/** @type {import("../report.js").Check[]} */
export const listChecks = [...beside, ...tagged, ...own];

// The options of `oxbridge hash`, and what `--help` says.

import { parseArgs } from "node:util";
import { algorithmOf } from "../../src/algorithm.js";
import { ALGORITHMS } from "../../src/interface.js";
import { checkOption, UsageError } from "../options.js";

/**
 * Every option. `mode` is what it belongs to, if not to all: a value is told apart from a flag by its type alone, so a
 * new option is one row here and its line in `USAGE`.
 *
 * @type {Record<string, { type: "boolean" | "string", short?: string, mode?: "digest" | "check" }>}
 */
const OPTIONS = {
  algorithm: { type: "string", short: "a" },
  length: { type: "string", short: "l" },
  check: { type: "boolean", short: "c" },
  tag: { type: "boolean", mode: "digest" },
  zero: { type: "boolean", short: "z", mode: "digest" },
  "ignore-missing": { type: "boolean", mode: "check" },
  quiet: { type: "boolean", mode: "check" },
  status: { type: "boolean", mode: "check" },
  strict: { type: "boolean", mode: "check" },
  warn: { type: "boolean", short: "w", mode: "check" },
  json: { type: "boolean" },
  list: { type: "boolean" },
  help: { type: "boolean", short: "h" },
};

export const USAGE = `Usage: oxbridge hash [OPTION]... [FILE]...
       oxbridge hash --check [OPTION]... [LIST]...
       oxbridge hash --list [--json]

Prints the digest of each FILE as sha256sum does, or checks the digests in each LIST.
Without a name, or for -, it reads standard input.

  -a, --algorithm NAME  any that --list shows, in any common spelling; otherwise sha256
  -l, --length BYTES    the length of a digest, which shake128 and shake256 need, and blake3 and BLAKE2 take
      --list            show the algorithms
      --json            print one JSON document, and nothing else (below)
  -h, --help            show this

For digests:
      --tag             print lines that say the algorithm, such as SHA256 (NAME) = DIGEST
  -z, --zero            end lines with NUL instead of a newline, and write names as they are

For --check:
  -c, --check           read digests and names from each LIST, and compare
      --ignore-missing  pass over files that are not there
      --quiet           do not print OK
      --status          print no results; the exit code says how it went
      --strict          also fail if a line is not a digest and a name
  -w, --warn            name each line that is not a digest and a name
Of --quiet, --status and --warn the last one holds.
A line with a tag says its algorithm itself; with --algorithm, lines with another algorithm or length are taken for
malformed. The length of a digest of SHAKE is that which the line has, unless --length says it.

A name with a backslash, a newline or a carriage return is written with \\\\, \\n and \\r, and its line begins with a
backslash. Names are UTF-8.
On a terminal, what takes longer shows its progress on standard error, unless NO_COLOR is set or TERM is dumb.

--json prints, of digests:
  { algorithm, backend, files: [{ name, digest, bytes } or { name, error: { code, message } }] }
with --check:
  { ok, backend,
    lists: [{ name, ok, matched, mismatched, unreadable, missing, malformed: [LINE], error? }],
    results: [{ list, line, name, algorithm, ok, expected, digest, bytes }
           or { list, line, name, algorithm, ok: false, expected, error: { code, message } }] }
with --list:
  what hashes() of the package gives; an integer of more than 53 bits is a string

Exit codes: 0 done; 1 a file could not be read, a digest did not match, or a LIST has none that could be compared;
2 it was not tried, because an argument is wrong or no backend can be loaded.`;

/** @typedef {"digest" | "check"} Mode */

/**
 * @typedef {object} Options
 * @property {import("../../src/algorithm.js").Algorithm} algorithm
 * @property {number | undefined} length of a digest in bytes, if the algorithm does not say it
 * @property {boolean} named whether the algorithm was named, so that no other is meant
 * @property {string[]} files what to read; `-` is standard input
 * @property {boolean} check
 * @property {boolean} tag
 * @property {boolean} zero
 * @property {boolean} ignoreMissing
 * @property {boolean} quiet
 * @property {boolean} status
 * @property {boolean} strict
 * @property {boolean} warn
 * @property {boolean} json
 * @property {boolean} list
 * @property {boolean} help
 */

/**
 * @param {string[]} args
 * @returns {Options}
 */
export function readOptions(args) {
  // Not strict, because each runtime has its own words for a mistake, and none knows which option was meant.
  const { tokens, positionals } = parseArgs({ args, options: OPTIONS, strict: false, tokens: true });
  const given = new Map();
  /** Of the options that say how much is printed, the last one. */
  let loudness = "";
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name } = token;
    checkOption(token, OPTIONS, name === "length" ? 32 : "NAME");
    given.set(name, token.value ?? true);
    if (["quiet", "status", "warn"].includes(name)) loudness = name;
  }
  const has = (/** @type {string} */ name) => given.has(name);
  // Whoever asks for help is given it, whatever the others are.
  const isRead = (/** @type {string} */ name) => has(name) && !has("help");
  const named = algorithm(isRead("algorithm") ? given.get("algorithm") : "sha256");
  const options = {
    algorithm: named,
    length: isRead("length") ? length(given.get("length"), named) : undefined,
    named: has("algorithm"),
    files: positionals.length > 0 ? positionals : ["-"],
    check: has("check"),
    tag: has("tag"),
    zero: has("zero"),
    ignoreMissing: has("ignore-missing"),
    quiet: loudness === "quiet",
    status: loudness === "status",
    strict: has("strict"),
    warn: loudness === "warn",
    json: has("json"),
    list: has("list"),
    help: has("help"),
  };
  if (options.help) return options;
  checkTogether([...given.keys()], positionals);
  if (ALGORITHMS[named].extendable && options.length === undefined && !options.check && !options.list) {
    throw new UsageError(`${named} has no length of its own: it needs --length, as in --length 32`);
  }
  return options;
}

/** @param {string} name */
function algorithm(name) {
  try {
    return algorithmOf(name, "--algorithm");
  } catch (error) {
    throw new UsageError(/** @type {Error} */ (error).message.replace("hashes() lists", "--list shows"));
  }
}

/**
 * @param {string} text
 * @param {import("../../src/algorithm.js").Algorithm} name
 */
function length(text, name) {
  const { outputLength } = /** @type {{ outputLength?: readonly [number, number] }} */ (ALGORITHMS[name].options);
  if (outputLength === undefined) throw new UsageError(`${name} takes no --length: its digest has always the same one`);
  const [least, most] = outputLength;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new UsageError(
    `--length is ${JSON.stringify(text)}, but must be an integer from ${least} to ${most} for ${name}`,
  );
}

/**
 * Throws for options that mean nothing together.
 *
 * @param {string[]} given
 * @param {string[]} positionals
 */
function checkTogether(given, positionals) {
  const mode = given.includes("check") ? "check" : "digest";
  for (const name of given) {
    const { mode: only = mode } = OPTIONS[name];
    if (only === mode) continue;
    if (only === "check") throw new UsageError(`--${name} is meaningful only with --check`);
    throw new UsageError(`--${name} is meaningless with --check`);
  }
  if (given.includes("list")) {
    const other = given.find((name) => name !== "list" && name !== "json");
    const more = other === undefined ? positionals[0] : `--${other}`;
    if (more !== undefined) throw new UsageError(`--list goes with --json and nothing else, but there is ${more}`);
  }
  if (!given.includes("json")) return;
  const silent = ["status", "zero", "tag", "warn"].find((name) => given.includes(name));
  if (silent) throw new UsageError(`--json and --${silent} exclude each other: what it prints has one form`);
}

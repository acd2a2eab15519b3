// `oxbridge hash` on a terminal and in a pipe: progress, Ctrl+C, and readers that go away.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { progressLine } from "../../js/bin/hash/progress.js";
import { nativeFolder } from "../../js/build/native.js";
import { ABC } from "../abc.js";
import { matches, same } from "../process/children.js";
import { onTerminal } from "../process/terminal.js";
import { RUNTIMES } from "../runtimes.js";
import { COMMAND, folder, host, PLACES, shell, shellWords } from "./beside.js";

/** @typedef {import("../runtimes.js").Runtime} Runtime */

/** What comes through a pipe and takes its time. It begins when the pipe is opened to be read, whatever the machine. */
const SLOW = "(printf a; sleep 0.7; printf b; sleep 0.2; printf c)";

/**
 * What a terminal shows of the command when the file is slow.
 *
 * @param {string} pipe its name
 * @param {Runtime} runtime
 * @param {string} args
 * @param {Record<string, string | undefined>} [env]
 */
async function slowly(pipe, runtime, args, env = {}) {
  const line = `cd "$FOLDER" && mkfifo ${pipe} && { ${SLOW} > ${pipe} & ${shellWords(runtime, `${pipe} ${args}`)}; }`;
  const all = { OXBRIDGE_LIBRARY_PATH: nativeFolder, FOLDER: folder(), NO_COLOR: undefined, ...env };
  const { raw, code } = await onTerminal("sh", ["-c", line], { env: all });
  same(code, 0, `the exit code of ${line}`);
  return raw.replaceAll("\r\n", "\n");
}

/** A part of a file that is all holes. */
const ZEROS = new Uint8Array(1024 * 1024);

/** When there is nothing to see but the result. @type {[string, string, Record<string, string>][]} */
const QUIET = [
  ["NO_COLOR", "", { NO_COLOR: "1" }],
  ["a dumb terminal", "", { TERM: "dumb" }],
  ["--json", "--json", {}],
  ["a standard error that is no terminal", "2>/dev/null", {}],
];

/** What each of those shows that take their time, all at once. @type {Promise<string[][]> | undefined} */
let waiting;
const slow = () =>
  (waiting ??= Promise.all([
    Promise.all(PLACES.map((runtime) => slowly(`for-${runtime.id}`, runtime, ""))),
    Promise.all(QUIET.map(([, args, env], index) => slowly(`quiet-${index}`, host, args, env))),
  ]));

/** Rows of what a line of progress is. @type {[string, number, number | undefined, number, number, string][]} */
const LINES = [
  ["file", 512 * 1024, 1024 * 1024, 1000, 80, "file  50% of 1.0 MiB, 512 KiB/s"],
  ["-", 1536, undefined, 500, 80, "- 1.5 KiB, 3.0 KiB/s"],
  ["file", 999, 1000, 1000, 80, "file  99% of 1000 B, 999 B/s"],
  ["a\x1b[2Jb", 1, 2, 1000, 80, "a?[2Jb  50% of 2 B, 1 B/s"],
  ["a-name-that-is-long", 1, 2, 1000, 29, "a-name...  50% of 2 B, 1 B/s"],
  ["名前".repeat(10), 1, 2, 1000, 29, "名前名...  50% of 2 B, 1 B/s"],
];

/** @type {import("../report.js").Check[]} */
export const terminalChecks = [
  {
    name: "a line of progress has name, part, size and speed, and fits into the terminal",
    run: () => {
      for (const [name, done, total, milliseconds, columns, expected] of LINES) {
        const line = progressLine(name, { done, total, milliseconds }, columns);
        same(line, expected, `the line of ${JSON.stringify(name)}`);
      }
    },
  },
  {
    name: `on a terminal, ${PLACES.map(({ id }) => id).join(", ")} show what takes long in one line, and erase it`,
    run: async () => {
      const [shown] = await slow();
      for (const [index, { id }] of PLACES.entries()) {
        const expected = new RegExp(`^(\\r\\x1b\\[Kfor-${id} \\d B, \\d B/s)+\\r\\x1b\\[K${ABC}  for-${id}\\n$`);
        matches(shown[index], expected, `what ${id} shows`);
      }
    },
  },
  {
    name: `nothing of it is shown for ${QUIET.map(([name]) => name).join(", ")}`,
    run: async () => {
      const [, shown] = await slow();
      for (const [index, [name]] of QUIET.entries()) {
        same(shown[index].includes("\x1b") || shown[index].includes("\r"), false, `progress for ${name}`);
        same(shown[index].includes(ABC), true, `the digest for ${name}`);
      }
    },
  },
  {
    name: "a large file shows percentages that grow, at most ten a second",
    run: async () => {
      // A faster machine needs a larger file to have anything to show.
      for (let mebibytes = 48; ; mebibytes *= 2) {
        const parts = await percentages(mebibytes);
        if (parts.length >= 2 || mebibytes > 1000) return same(parts.length >= 2, true, "whether there is progress");
      }
    },
  },
  {
    name: `Ctrl+C ends it at once in ${PLACES.map(({ id }) => id).join(", ")}`,
    run: async () => {
      await Promise.all(PLACES.map(interrupted));
    },
  },
  {
    name: "a reader that goes away ends it without a word, and a full disk is named; both with 1",
    run: async () => {
      for (const runtime of [host, RUNTIMES.bun, RUNTIMES.deno]) {
        const many = Array(50).fill("plain").join(" ");
        const gone = await shell(`{ sleep 0.1; ${shellWords(runtime, many)}; echo "ended with $?" >&2; } | true`);
        same(gone, { code: 0, stdout: "", stderr: "ended with 1\n" }, `${runtime.id} without a reader`);
        const { code, stderr } = await shell(`${shellWords(runtime, "plain")} > /dev/full`);
        const expected = [1, "oxbridge hash: write error: No space left on device\n"];
        same([code, stderr], expected, `${runtime.id} with a full disk`);
      }
    },
  },
];

/**
 * Throws unless the command dies of the signal that Ctrl+C sends, while it reads what has no end.
 *
 * @param {Runtime} runtime
 */
async function interrupted({ id, command, args }) {
  const program = spawn(command, [...args, COMMAND, "hash", "/dev/zero"], {
    env: { ...process.env, OXBRIDGE_LIBRARY_PATH: nativeFolder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  program.stdout.on("data", (data) => (output.stdout += data));
  program.stderr.on("data", (data) => (output.stderr += data));
  const ended = new Promise((resolve) => program.on("close", (code, signal) => resolve({ code, signal })));
  await new Promise((resolve) => setTimeout(resolve, 800));
  const start = performance.now();
  program.kill("SIGINT");
  same(await ended, { code: null, signal: "SIGINT" }, `how ${id} ended`);
  const milliseconds = performance.now() - start;
  if (milliseconds > 1000) throw new Error(`${id} ended ${milliseconds} ms later`);
  same(output, { stdout: "", stderr: "" }, `what ${id} said`);
}

/**
 * The percentages that a terminal shows while a file is digested.
 *
 * @param {number} mebibytes the size of the file
 */
async function percentages(mebibytes) {
  const file = join(folder(), "huge");
  writeFileSync(file, "");
  truncateSync(file, mebibytes * 1024 * 1024);
  const hash = createHash("sha3-512");
  for (let i = 0; i < mebibytes; i++) hash.update(ZEROS);
  const start = performance.now();
  // WebAssembly, because it takes longer.
  const env = { OXBRIDGE_LIBRARY_PATH: nativeFolder, OXBRIDGE_BACKEND: "wasm", NO_COLOR: undefined };
  const args = [...host.args, COMMAND, "hash", "-a", "sha3-512", file];
  const { raw, code } = await onTerminal(host.command, args, { env });
  const most = (performance.now() - start) / 100;
  const parts = [...raw.matchAll(/ (\d+)% of \d+(?:\.\d)? [MG]iB, \d+(?:\.\d)? MiB\/s/g)].map(([, part]) =>
    Number(part),
  );
  same([code, parts.toSorted((a, b) => a - b)], [0, parts], "the exit code, and the percentages in order");
  if (parts.length > most) throw new Error(`${parts.length} lines, but at most ${most} are ten a second`);
  same(raw.endsWith(`${hash.digest("hex")}  ${file}\r\n`), true, "whether the digest stands at the end");
  return parts;
}

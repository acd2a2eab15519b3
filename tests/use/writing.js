// How `oxbridge use` writes: a whole file or none.

import { deepStrictEqual } from "node:assert";
import { chmodSync, linkSync, lstatSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { COMMAND } from "../command/beside.js";
import { matches, same } from "../process/children.js";
import { execute, RUNTIMES } from "../runtimes.js";
import { command, filesOf, makeProject, PLAIN, use } from "./projects.js";

const FILES = { "package.json": PLAIN, "package-lock.json": "{}" };

/** @type {import("../report.js").Check[]} */
export const writeChecks = [
  {
    name: "the file that is written is another one, which took the name: whoever has the old one open reads it whole",
    run: async () => {
      const folder = makeProject(FILES);
      const old = join(folder, "old.json");
      linkSync(join(folder, "package.json"), old);
      same((await use(folder, ["neon", "--yes"])).code, 0, "the exit code");
      same(readFileSync(old, "utf8"), PLAIN, "the old file");
      matches(readFileSync(join(folder, "package.json"), "utf8"), /@oxbridge\/neon/, "the new file");
      same(Object.keys(filesOf(folder)), ["old.json", "package-lock.json", "package.json"], "what is there");
    },
  },
  {
    name: "a write that fails midway leaves the file as it was, and no other",
    run: async () => {
      const folder = makeProject({ ...FILES, "package.json": PLAIN.replace("program", "x".repeat(5000)) });
      const before = filesOf(folder);
      // No file may have more than 2 KiB, and the signal that says so is ignored, so that the write itself fails.
      const limited = `trap '' XFSZ; ulimit -f 4; exec "$@"`;
      const words = ["-c", limited, "sh", process.execPath, COMMAND, "use", "neon", "--yes"];
      const { code, stderr } = await execute("sh", words, { cwd: folder });
      same(code, 1, "the exit code");
      matches(stderr, /package\.json' cannot be written: .*\nWrite there:\n\n {2}"overrides": \{\n/, "what it says");
      deepStrictEqual(filesOf(folder), before);
    },
  },
  {
    name: "without the permission to write it says so, and what to write by hand",
    run: async () => {
      const folder = makeProject(FILES);
      const { code, stderr } = await command(folder, ["neon", "--yes"], RUNTIMES.node24, [
        "--permission",
        "--allow-fs-read=*",
      ]);
      same(code, 1, "the exit code");
      matches(stderr, /package\.json' cannot be written: .*\nWrite there:\n\n {2}"overrides": \{\n/, "what it says");
      deepStrictEqual(filesOf(folder), FILES);
    },
  },
  {
    name: "a file that may not be written is not replaced by another one",
    run: async () => {
      const folder = makeProject({ "package.json": PLAIN, "yarn.lock": "" });
      const before = filesOf(folder);
      chmodSync(join(folder, "package.json"), 0o444);
      chmodSync(folder, 0o777);
      const isRoot = process.geteuid?.() === 0;
      if (isRoot) process.seteuid?.(65534); // nobody: root may write everything
      const { code, stderr } = await use(folder, ["neon", "--yes"]).finally(() => isRoot && process.seteuid?.(0));
      same(code, 1, "the exit code");
      matches(stderr, /package\.json' cannot be written: Permission denied\nWrite there:\n/, "what it says");
      deepStrictEqual(filesOf(folder), before);
    },
  },
  {
    name: "permissions of the file stay",
    run: async () => {
      const folder = makeProject(FILES);
      const file = join(folder, "package.json");
      chmodSync(file, 0o640);
      same((await use(folder, ["neon", "--yes"])).code, 0, "the exit code");
      same(statSync(file).mode & 0o777, 0o640, "the mode");
    },
  },
  {
    name: "a link stays a link, and the file that it leads to is changed",
    run: async () => {
      const folder = makeProject({ "shared/manifest.json": PLAIN, "package-lock.json": "{}" });
      symlinkSync(join("shared", "manifest.json"), join(folder, "package.json"));
      same((await use(folder, ["neon", "--yes"])).code, 0, "the exit code");
      same(lstatSync(join(folder, "package.json")).isSymbolicLink(), true, "whether it is a link");
      matches(readFileSync(join(folder, "shared", "manifest.json"), "utf8"), /@oxbridge\/neon/, "the file");
    },
  },
  ...[RUNTIMES.node20, RUNTIMES.node26, RUNTIMES.bun, RUNTIMES.deno].map((runtime) => ({
    name: `${runtime.id} shows, writes, and takes back`,
    run: async () => {
      const folder = makeProject({ "package.json": PLAIN, "yarn.lock": "" });
      const before = filesOf(folder);
      const shown = await command(folder, ["wasm"], runtime);
      same([shown.code, shown.stderr], [0, ""], "how it ended");
      matches(shown.stdout, /^\+ {4}"@oxbridge\/native": "npm:@oxbridge\/none@[\d.]+"$/m, "the diff");
      matches(
        shown.stdout,
        /^Nothing is written: --yes writes '.*package\.json'\.\nThen run:\n\n {2}yarn install$/m,
        "what to do",
      );
      const written = await command(folder, ["wasm", "--yes"], runtime);
      matches(written.stdout, /^Written: '.*package\.json'\.\nNow run:\n\n {2}yarn install$/m, "what was done");
      matches(filesOf(folder)["package.json"], /"resolutions": \{\n {4}"@oxbridge\/native"/, "the file");
      same((await command(folder, ["auto", "--yes"], runtime)).code, 0, "the exit code");
      deepStrictEqual(filesOf(folder), before);
    },
  })),
];

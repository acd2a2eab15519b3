// Programs in C and in Rust as subjects of the suite: they give the same results as JavaScript does.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { root, target } from "../js/build/run.js";
import { buildC } from "./c/build.js";
import { knownDigests } from "./digests.js";
import { readVectors } from "./runners/vectors.js";
import { execute } from "./runtimes.js";
import { consumerSubject } from "./subjects/consumer.js";
import { casesOf, runCases } from "./suite/suite.js";

const VALGRIND = ["--quiet", "--error-exitcode=99", "--leak-check=full"];
const FLOOR = 1600;
const out = join(root, "dist", "c");
mkdirSync(out, { recursive: true });

/** Built once, by the first check that needs it. @type {ReturnType<typeof buildC> | undefined} */
let programs;
const built = () =>
  (programs ??= buildC({ include: join(root, "bind-cabi", "include"), library: join(target, "release"), out }));

/**
 * @param {string} language
 * @param {string} command
 * @param {string[]} [args]
 * @param {"values" | "short"} [level]
 */
async function asSubject(language, command, args = [], level = "values") {
  const subject = { ...consumerSubject({ name: language, command, args }), isProgram: true };
  const cases = casesOf(level, readVectors()).filter(({ portable }) => portable);
  if (level === "values" && cases.length < FLOOR) throw new Error(`only ${cases.length} cases; the floor is ${FLOOR}`);
  const results = await runCases(subject, cases);
  const known = knownDigests();
  for (const { id, digest, failure } of results) {
    if (failure) throw new Error(`${id}: ${failure}`);
    if (known.get(id) !== digest) throw new Error(`${id}: the result differs from tests/digests.txt`);
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 */
async function succeeds(command, args) {
  const { code, signal, stdout, stderr } = await execute(command, args);
  if (code !== 0) throw new Error(`ended with ${code ?? signal}\n${stdout.slice(-3000)}\n${stderr.slice(-3000)}`);
}

export const checks = [
  { name: "the C programs compile without a warning", run: built },
  {
    name: "the C program, with the shared library, gives the results of the suite",
    run: async () => asSubject("C", (await built()).consumerShared),
  },
  {
    name: "the C program, with the static library, gives the results of the suite",
    run: async () => asSubject("C", (await built()).consumerStatic),
  },
  {
    name: "the C program is clean under valgrind",
    run: async () => asSubject("C", "valgrind", [...VALGRIND, (await built()).consumerShared], "short"),
  },
  {
    name: "the C library keeps every promise of its header, with NULL, empty and oversize arguments",
    run: async () => succeeds((await built()).edgesShared, []),
  },
  {
    name: "it keeps them with the static library, clean under valgrind",
    run: async () => succeeds("valgrind", [...VALGRIND, (await built()).edgesStatic]),
  },
  {
    name: "the Rust program, with the core's default features off, gives the results of the suite",
    run: async () => {
      const manifest = join(root, "tests", "rust", "Cargo.toml");
      const folder = join(target, "rust-consumer");
      await succeeds("cargo", ["build", "--quiet", "--locked", "--manifest-path", manifest, "--target-dir", folder]);
      await asSubject("Rust", join(folder, "debug", "oxbridge-consumer"));
    },
  },
];

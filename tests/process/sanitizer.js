// The addon and the C library, built with AddressSanitizer, get every hostile value and then correct calls: no access
// outside the memory that they were given. A program that does it on purpose is caught, so the check can fail.

import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../js/build/run.js";
import { ABC } from "../abc.js";
import { execute, RUNTIMES } from "../runtimes.js";
import { child, ENVIRONMENT, matches, same } from "./children.js";

const TRIPLE = "x86_64-unknown-linux-gnu";
const target = join(root, "target", "asan");
const folder = join(root, "dist", "asan");
const FILES = /** @type {Record<string, string>} */ ({
  napi: "oxbridge-napi.node",
  cabi: "liboxbridge.so",
});
const REPORT = /ERROR: AddressSanitizer/;

/**
 * Runs a command to its good end, and returns what it prints.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
async function output(command, args, env) {
  const { code, stdout, stderr } = await execute(command, args, { env, timeout: 600_000 });
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${stderr.slice(-4000)}`);
  return stdout.trim();
}

/** The sanitizer's library, which must be loaded before everything else, because Node itself is not built with it. */
async function preload() {
  const library = await output("gcc", ["-print-file-name=libasan.so"]);
  // Node never gives back all of its memory; that is not what is looked for.
  return { LD_PRELOAD: library, ASAN_OPTIONS: "detect_leaks=0" };
}

/** Builds both libraries without optimisation: then Rust's own checks of unsafe code are in them too. */
async function build() {
  const env = {
    // The sanitizer is a feature of the compiler that stable releases keep behind this variable.
    RUSTC_BOOTSTRAP: "1",
    RUSTFLAGS: "-Zsanitizer=address",
    CARGO_PROFILE_DEV_DEBUG: "line-tables-only",
    CARGO_TARGET_DIR: target,
  };
  await output("cargo", ["build", "--target", TRIPLE, "-p", "oxbridge-napi", "-p", "oxbridge-cabi"], env);
  mkdirSync(folder, { recursive: true });
  for (const [made, name] of [
    ["liboxbridge_napi.so", FILES.napi],
    ["liboxbridge.so", FILES.cabi],
  ]) {
    copyFileSync(join(target, TRIPLE, "debug", made), join(folder, name));
  }
}

/** A program that reads out of bounds is ended by the same sanitizer, loaded in the same way. */
async function catches() {
  mkdirSync(folder, { recursive: true });
  const program = join(folder, "out-of-bounds");
  const source = join(root, "tests", "fault", "out-of-bounds.c");
  await output("gcc", ["-fsanitize=address", "-o", program, source]);
  const { code, stderr } = await execute(program, [], { env: await preload() });
  matches(stderr, /ERROR: AddressSanitizer: heap-buffer-overflow/, "what the sanitizer says");
  same(code === 0, false, "whether the program ended well");
}

/** An access out of bounds inside our library, in memory that Node allocated, is caught as well. */
async function catchesInside() {
  const { command, args } = RUNTIMES.node24;
  const all = [...args, child("liar.js"), join(folder, FILES.cabi)];
  const { code, stderr } = await execute(command, all, { env: { ...ENVIRONMENT, ...(await preload()) } });
  matches(stderr, /ERROR: AddressSanitizer: heap-buffer-overflow[\s\S]*invert_colors/, "what the sanitizer says");
  same(code === 0, false, "whether the program ended well");
}

/** @param {string} name */
async function isInstrumented(name) {
  const symbols = await output("nm", ["-D", join(folder, FILES[name])]);
  matches(symbols, /U __asan_report_load/, `the symbols of ${FILES[name]}`);
  matches(symbols, /U __asan_report_store/, `the symbols of ${FILES[name]}`);
}

/**
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 */
async function clean(script, args, env) {
  const { command, args: flags } = RUNTIMES.node24;
  const all = { env: { ...ENVIRONMENT, ...env, ...(await preload()) }, timeout: 300_000 };
  const { code, signal, stdout, stderr } = await execute(command, [...flags, child(script), ...args], all);
  if (code === 0 && !REPORT.test(stderr)) return stdout.trim();
  throw new Error(`${script} ended with ${code ?? signal}:\n${stdout.slice(-1000)}\n${stderr.slice(-6000)}`);
}

/** @param {string} name */
async function hostile(name) {
  same(await clean("hostile.js", [name, folder], {}), "lived through enough calls", "what the script says");
}

/** @param {string} name */
async function correct(name) {
  const text = await clean("say.js", [], { OXBRIDGE_BACKEND: name, OXBRIDGE_LIBRARY_PATH: folder });
  const { sum, digest, info } = JSON.parse(text);
  same([sum.value, digest.value], [3, ABC], "what the calls gave");
  same([info.value?.name, info.value?.file], [name, join(folder, FILES[name])], "the backend");
}

/** @type {import("../report.js").Check[]} */
export const checks = [
  { name: "the addon and the C library build with AddressSanitizer", run: build },
  { name: "AddressSanitizer catches a program that reads out of bounds", run: catches },
  { name: "AddressSanitizer catches an access behind a buffer inside the C library", run: catchesInside },
  ...Object.keys(FILES).flatMap((name) => [
    { name: `the ${name} binary is instrumented`, run: () => isInstrumented(name) },
    { name: `${name} answers correct calls under AddressSanitizer`, run: () => correct(name) },
    { name: `${name} makes no access out of bounds, whatever hostile values it gets`, run: () => hostile(name) },
  ]),
];

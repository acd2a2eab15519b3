// Counts the instructions of the core's hot functions under callgrind, and says what they were counted in.

import { join, resolve } from "node:path";
import { root, target } from "../../js/build/run.js";
import { execute } from "../runtimes.js";
import { installRunner } from "./runner.js";

const manifest = join(root, "tests", "instructions", "Cargo.toml");
const folder = resolve(target, "instructions");

/**
 * What a command prints, without the end of the line.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
async function output(command, args, env) {
  const { code, stdout, stderr } = await execute(command, args, { env, timeout: 900_000 });
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}\n${stdout}\n${stderr}`);
  return stdout.trimEnd();
}

/** Fails if there is no valgrind, in words that say what to do. */
async function needValgrind() {
  await output("valgrind", ["--version"]).catch(({ message }) => {
    throw new Error(
      `valgrind, which counts, does not run here (${message}); ` +
        "`npm test` installs it on Debian as root, and elsewhere it has to be there before",
    );
  });
}

/**
 * Counts each function once.
 *
 * @returns {Promise<Map<string, number>>}
 */
export async function count() {
  await needValgrind();
  // Flags of the machine's own, such as those for its processor, would make other instructions.
  const env = { GUNGRAUN_RUNNER: installRunner(), RUSTFLAGS: "" };
  const build = ["bench", "--quiet", "--locked", "--manifest-path", manifest, "--target-dir", folder];
  // Containers may forbid switching the randomization of addresses off; counts are the same with it.
  const counting = ["--allow-aslr=yes", "--callgrind-args=--cache-sim=no", `--home=${join(folder, "callgrind")}`];
  const args = [...build, "--bench", "instructions", "--", ...counting, "--output-format=json"];
  const lines = (await output("cargo", args, env)).split("\n");
  return new Map(
    lines.map((line) => {
      const { function_name: name, id, profiles } = JSON.parse(line);
      return [`${name} ${id}`, profiles[0].data.total.metrics.Ir.values.new];
    }),
  );
}

/**
 * What counts depend on, besides the code. To be asked after `count`, which builds what answers.
 *
 * @returns {Promise<import("./limits.js").Surroundings>}
 */
export async function surroundings() {
  const compiler = await output("rustc", ["--version"]);
  const library = await output("getconf", ["GNU_LIBC_VERSION"]);
  return {
    rustc: compiler.split(" ")[1],
    glibc: library.split(" ")[1],
    processor: await output("valgrind", ["--quiet", "--tool=none", join(folder, "release", "oxbridge-instructions")]),
  };
}

/**
 * The crates that the core is built from, with their versions and features.
 *
 * @param {string} workspace the manifest of the workspace that builds it
 */
export async function crates(workspace) {
  const what = ["tree", "--locked", "--package", "oxbridge-core", "--edges", "normal"];
  const how = ["--prefix", "none", "--format", "{p} {f}", "--manifest-path", workspace];
  const [, ...others] = (await output("cargo", [...what, ...how])).split("\n");
  if (others.length === 0) throw new Error(`in ${workspace} the core has no crates beneath it`);
  return others.join("\n");
}

// Compiles the C programs of the suite: each once against the shared library, and once against the static one.

import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { env } from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const SOURCES = {
  consumer: ["consumer.c"],
  edges: ["edges.c", "edges_hash.c", "edges_hasher.c", "edges_options.c", "check.c"],
};
const FLAGS = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-O2", "-g"];
// Rust's standard library inside of the static library asks for these; on most systems they are part of libc.
const SYSTEM = ["-lpthread", "-ldl", "-lm"];

/**
 * Compiles with the compiler that `CC` names, or else `cc`; rejects with what the compiler said.
 *
 * @param {object} options
 * @param {string} options.include the folder of oxbridge.h
 * @param {string} options.library the folder of the shared and the static library
 * @param {string} options.out the folder for the programs; it is made where it is missing
 * @returns {Promise<{ consumerShared: string, consumerStatic: string, edgesShared: string, edgesStatic: string }>}
 */
export async function buildC({ include, library, out }) {
  const folder = resolve(library);
  const shared = [`-L${folder}`, "-loxbridge", `-Wl,-rpath,${folder}`];
  const archive = [join(folder, "liboxbridge.a")];
  await mkdir(out, { recursive: true });
  /** @type {(program: keyof typeof SOURCES, kind: string, libraries: string[]) => Promise<string>} */
  const compile = async (program, kind, libraries) => {
    const path = resolve(out, `${program}-${kind}`);
    const sources = SOURCES[program].map((file) => fileURLToPath(new URL(file, import.meta.url)));
    await promisify(execFile)(env.CC || "cc", [
      ...FLAGS,
      `-I${resolve(include)}`,
      ...sources,
      ...libraries,
      ...SYSTEM,
      "-o",
      path,
    ]);
    return path;
  };
  const [consumerShared, consumerStatic, edgesShared, edgesStatic] = await Promise.all([
    compile("consumer", "shared", shared),
    compile("consumer", "static", archive),
    compile("edges", "shared", shared),
    compile("edges", "static", archive),
  ]);
  return { consumerShared, consumerStatic, edgesShared, edgesStatic };
}

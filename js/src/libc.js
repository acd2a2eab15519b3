// Which C library this process runs with on Linux, as the runtime itself says.

const scope = /** @type {any} */ (globalThis);

/** @typedef {{ name: "glibc" | "musl" | "unknown", version: string | null }} Libc */

/** @returns {Libc} */
export function libc() {
  return scope.Deno ? libcOfDeno() : libcOfReport();
}

/**
 * What the diagnostic report of Node and Bun says.
 *
 * @returns {Libc}
 */
function libcOfReport() {
  try {
    const { report } = scope.process;
    report.excludeNetwork = true; // it would look up the names of all connections
    const { header, sharedObjects } = report.getReport();
    const { glibcVersionRuntime } = header;
    if (glibcVersionRuntime !== undefined) return { name: "glibc", version: glibcVersionRuntime };
    const loaded = scope.Bun ? mappedFiles() : sharedObjects; // Bun's report has none
    if (loaded.some((/** @type {string} */ file) => /\bmusl\b/.test(file))) return { name: "musl", version: null };
  } catch {
    // A report that cannot be had says nothing.
  }
  return { name: "unknown", version: null };
}

/** The files that Linux has mapped into this process. @returns {string[]} */
const mappedFiles = () => scope.process.getBuiltinModule("node:fs").readFileSync("/proc/self/maps", "utf8").split("\n");

/**
 * For which one Deno was built. Its report has always the same version of glibc, and needs a permission.
 *
 * @returns {Libc}
 */
function libcOfDeno() {
  const { env } = scope.Deno.build;
  return { name: env === "gnu" ? "glibc" : env === "musl" ? "musl" : "unknown", version: null };
}

// What a native binary may need and must offer. Each rule gives a sentence if a binary breaks it.

import { GLIBC, MACOS } from "../../js/build/platforms.js";

/** @typedef {import("./read.js").Facts} Facts */
/** @typedef {"napi" | "neon" | "cabi" | "static"} Kind which of the four files of a platform */

/**
 * A file, and what it is judged by.
 *
 * @typedef {object} Subject
 * @property {Kind} kind
 * @property {Pick<import("../../js/build/platforms.js").Platform, "name" | "os" | "cpu" | "libc">} platform
 * @property {boolean} released whether it was built for a release; what a machine builds for itself needs its own glibc
 * @property {Facts} facts
 * @property {number | undefined} budget the most bytes that it may have
 * @property {string[]} symbols what the shared C library exports
 */

/** @type {Record<string, string>} */
const FORMATS = { linux: "elf", darwin: "mach-o", win32: "pe" };

/** What every machine has that can run Node. @type {Record<string, string[]>} */
const LIBRARIES = {
  glibc: [
    ...["libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1"],
    ...["ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"],
  ],
  musl: ["libc.so"],
  darwin: ["/usr/lib/libSystem.B.dylib", "/usr/lib/libiconv.2.dylib", "/usr/lib/libcharset.1.dylib"],
  win32: [
    ...["kernel32.dll", "ntdll.dll", "msvcrt.dll", "userenv.dll", "ws2_32.dll", "bcryptprimitives.dll"],
    ...["api-ms-win-core-synch-l1-2-0.dll"],
  ],
};
/** GCC's own unwinder; zig's is inside of what it links. */
const UNWINDER = "libgcc_s.so.1";

const REGISTRATION = "napi_register_module_v1";
/** Neon keeps what it exports between two symbols, which the linker makes for their section. */
const NEON_LISTS = /^__(?:start|stop)_linkm[e2]_(?:EXPORTS|MAIN)$/;
const PREFIX = "oxb_";

/**
 * The sentences of all rules that a file breaks.
 *
 * @param {Subject} subject
 * @returns {string[]}
 */
export function brokenRules(subject) {
  const rules = subject.kind === "static" ? ARCHIVE_RULES : LIBRARY_RULES;
  return [...COMMON_RULES, ...rules].flatMap((rule) => rule(subject) ?? []);
}

/** @typedef {(subject: Subject) => string | string[] | undefined} Rule */

/** @type {Rule[]} */
const COMMON_RULES = [
  function isForItsPlatform({ kind, platform, facts: { format, processor } }) {
    const wanted = kind === "static" ? "archive" : FORMATS[platform.os];
    if (format === wanted && processor === platform.cpu) return undefined;
    return `it is ${format} for ${processor}, but must be ${wanted} for ${platform.cpu}`;
  },
  function isSmall({ kind, platform, facts: { size }, budget }) {
    if (budget === undefined)
      return `it has ${size} bytes, and no budget for ${kind} on ${platform.name} in tests/inspect/budget.json; add one there`;
    return size > budget ? `it has ${size} bytes, and its budget in tests/inspect/budget.json is ${budget}` : undefined;
  },
  function saysNotWhereItWasBuilt({ facts: { paths } }) {
    return paths.length > 0 ? `it has paths of the machine that built it: ${paths.join(", ")}` : undefined;
  },
];

/** @type {Rule[]} */
const ARCHIVE_RULES = [
  function definesWhatIsShared({ facts: { defines }, symbols }) {
    const missing = symbols.filter((symbol) => !defines.includes(symbol));
    return missing.length > 0 ? `it lacks what the shared library exports: ${missing.join(", ")}` : undefined;
  },
];

/** @type {Rule[]} */
const LIBRARY_RULES = [
  function needsWhatIsThere({ platform, released, facts: { libraries } }) {
    const allowed = [...LIBRARIES[platform.libc ?? platform.os], ...(released ? [] : [UNWINDER])];
    const name = (/** @type {string} */ library) => (platform.os === "win32" ? library.toLowerCase() : library);
    const other = libraries.filter((library) => !allowed.includes(name(library)));
    if (libraries.length === 0) return "it says that it needs no library, which cannot be";
    return other.length > 0 ? `it needs ${other.join(", ")}, which not every machine has` : undefined;
  },
  function needsAnOldGlibc({ platform, released, facts }) {
    if (platform.libc !== "glibc" || !released) return undefined;
    const highest = highestGlibc(facts);
    if (highest === undefined) return "it needs no version of glibc, which cannot be";
    return isNewer(highest, GLIBC) ? `it needs glibc ${highest}, and the newest that it may is ${GLIBC}` : undefined;
  },
  function runsOnAnOldMacos({ platform, facts: { macos } }) {
    if (platform.os !== "darwin") return undefined;
    if (macos === null) return "it does not say on which macOS it runs";
    return isNewer(macos, MACOS) ? `it needs macOS ${macos}, and the newest that it may is ${MACOS}` : undefined;
  },
  function hasAFittingSignature({ platform, facts: { brokenPages } }) {
    if (platform.os !== "darwin" || platform.cpu !== "arm64") return undefined;
    if (brokenPages === null) return "it has no signature, and Apple's processors run nothing without";
    return brokenPages > 0 ? `its signature does not fit ${brokenPages} of its pages` : undefined;
  },
  function hasARelativeName({ platform, facts: { id, file } }) {
    if (platform.os !== "darwin" || id === `@rpath/${file}`) return undefined;
    return `its name is ${id}, but must be @rpath/${file}`;
  },
  function stays({ platform, facts }) {
    return platform.os === "linux" && !facts.stays ? "it may be unloaded, which crashes when a thread ends" : undefined;
  },
  function exportsItsOwn({ kind, facts: { exports } }) {
    const isOwn = (/** @type {string} */ name) =>
      kind === "cabi" ? name.startsWith(PREFIX) : name === REGISTRATION || (kind === "neon" && NEON_LISTS.test(name));
    const other = exports.filter((name) => !isOwn(name));
    if (other.length > 0) return `it exports ${other.length} symbols of others: ${other.slice(0, 5).join(", ")}`;
    const isThere = kind === "cabi" ? exports.length > 0 : exports.includes(REGISTRATION);
    return isThere ? undefined : `it does not export ${kind === "cabi" ? `what begins with ${PREFIX}` : REGISTRATION}`;
  },
  function makesNoExternalMemory({ kind, platform, facts: { imports } }) {
    // Others look up what they call when they are loaded, so nothing can be seen of it.
    const shows = kind === "napi" && platform.os !== "win32";
    if (shows && !imports.some((name) => name.startsWith("napi_"))) return "it imports no napi_*, which cannot be";
    const found = imports.filter((name) => name.startsWith("napi_create_external"));
    return found.length > 0 ? `it imports ${found.join(", ")}, which not every runtime has` : undefined;
  },
];

/**
 * The highest version of glibc that a binary needs.
 *
 * @param {Facts} facts
 */
export function highestGlibc({ versions }) {
  const found = versions.flatMap((version) => /^GLIBC_([\d.]+)$/.exec(version)?.[1] ?? []);
  return found.sort((a, b) => (isNewer(a, b) ? 1 : -1)).at(-1);
}

/**
 * Whether a version is newer than another, number by number.
 *
 * @param {string} one
 * @param {string} other
 */
function isNewer(one, other) {
  const [a, b] = [one, other].map((version) => version.split(".").map(Number));
  const at = a.findIndex((part, i) => part !== (b[i] ?? 0));
  return at >= 0 && a[at] > (b[at] ?? 0);
}

// The slots of a release: each names every platform, and what is in its package. Stand-ins are in the place of binaries.

import { deepStrictEqual, throws } from "node:assert";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeBuilt } from "../../js/build/binaries.js";
import { PLATFORMS } from "../../js/build/platforms.js";
import { SLOTS, stageBackend } from "../../js/build/slots.js";
import { digestOfSources } from "../../js/build/sources.js";
import { fileName } from "../../js/src/find.js";
import { DIGEST, VERSION } from "../../js/src/interface.js";
import { temporaryFolder } from "./installed.js";

const NAMES = /** @type {const} */ (["napi", "neon", "cabi"]);
const BUILT = { version: VERSION, interface: DIGEST, sources: digestOfSources(), staticLibraries: ["-lm", "-lc"] };
const json = (/** @type {string[]} */ ...path) => JSON.parse(readFileSync(join(...path), "utf8"));

/**
 * A build for each platform, with a line of text in the place of each binary.
 *
 * @param {import("../../js/build/binaries.js").Built} built
 */
function standIns(built) {
  const parent = temporaryFolder();
  return PLATFORMS.map((platform) => {
    const folder = join(parent, platform.name);
    mkdirSync(folder);
    for (const file of [...NAMES.map((name) => fileName(name, platform.os)), "liboxbridge.a"]) {
      writeFileSync(join(folder, file), `stands for ${file} on ${platform.name}\n`);
    }
    writeBuilt(folder, built);
    return { platform, folder, command: "npm run what-builds-it" };
  });
}

/** @type {import("../report.js").Check[]} */
export const slotChecks = [
  ...NAMES.map((name) => ({
    name: `in a release ${SLOTS[name]} names the packages of all platforms, and what they hold`,
    run: () => {
      const builds = standIns(BUILT);
      const [slot, ...packages] = stageBackend(temporaryFolder(), name, VERSION, builds);
      const entries = builds.map(({ platform: { name: platform, os, cpu, libc } }) => {
        const file = fileName(name, os);
        const size = `stands for ${file} on ${platform}\n`.length;
        return { package: `@oxbridge/${name}-${platform}`, os, cpu, ...(libc && { libc }), file, size };
      });
      deepStrictEqual(json(slot, "manifest.json"), { backend: name, version: VERSION, platforms: entries });
      const wanted = Object.fromEntries(entries.map((entry) => [entry.package, VERSION]));
      deepStrictEqual(json(slot, "package.json").optionalDependencies, wanted);
      for (const [i, { package: called, os, cpu, libc, file }] of entries.entries()) {
        const manifest = json(packages[i], "package.json");
        deepStrictEqual(
          [manifest.name, manifest.os, manifest.cpu, manifest.libc],
          [called, [os], [cpu], libc && [libc]],
        );
        const forC = name === "cabi" ? ["include", "lib", "liboxbridge.a"] : [];
        deepStrictEqual(manifest.files.slice(0, -2).sort(), [...forC, file].sort());
      }
    },
  })),
  ...[
    { what: "version", built: { ...BUILT, version: "0.0.9" } },
    { what: "interface", built: { ...BUILT, interface: "0" } },
    { what: "source", built: { ...BUILT, sources: "0" } },
  ].map(({ what, built }) => ({
    name: `binaries of another ${what} are not packed, and what builds them is said`,
    run: () => {
      const says = /build it again: npm run what-builds-it$/;
      throws(() => stageBackend(temporaryFolder(), "napi", VERSION, standIns(built)), says);
    },
  })),
  {
    name: "the digest of the sources knows every file that is compiled, by its path and what it holds, and no test",
    run: () => {
      const folder = temporaryFolder();
      /** @type {[path: string, text: string, isOther: boolean][]} */
      const written = [
        ["core/src/hash/md5.rs", "a", true],
        ["core/src/hash/md5.rs", "b", true],
        ["core/src/hash/md5.rs", "a", true],
        ["bind-neon/build.rs", "a", true],
        ["Cargo.lock", "a", true],
        ["core/tests/printed.rs", "a", false],
        ["bind-wasm/src/lib.rs", "a", false],
      ];
      for (const [path, text, isOther] of written) {
        const before = digestOfSources(folder);
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
        deepStrictEqual([path, digestOfSources(folder) !== before], [path, isOther]);
      }
    },
  },
];

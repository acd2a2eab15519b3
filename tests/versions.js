// The version is the same wherever it is written, and one that is not is found.

import { strictEqual, throws } from "node:assert";
import { filesWithVersions, oneVersion } from "../js/build/versions.js";
import { VERSION } from "../js/src/interface.js";

/** One place of each kind, and what is said if it has another version. */
const PLACES = [
  {
    file: "Cargo.toml",
    from: `version = "${VERSION}", default-features`,
    says: /Cargo\.toml has 9\.9\.9 in oxbridge-core/,
  },
  {
    file: "Cargo.lock",
    from: `"oxbridge-napi"\nversion = "${VERSION}"`,
    says: /Cargo\.lock has 9\.9\.9 in oxbridge-napi/,
  },
  {
    file: "tests/rust/Cargo.toml",
    from: `version = "${VERSION}"`,
    says: /tests\/rust\/Cargo\.toml has 9\.9\.9 in \[package\]/,
  },
  { file: "js/package.json", from: `"version": "${VERSION}"`, says: /js\/package\.json has 9\.9\.9 in version/ },
  {
    file: "tests/bench/package.json",
    from: `"oxbridge": "${VERSION}"`,
    says: /bench\/package\.json has 9\.9\.9 in peerDependencies\.oxbridge/,
  },
  {
    file: "package-lock.json",
    from: `"name": "@oxbridge/bench",\n      "version": "${VERSION}"`,
    says: /package-lock\.json has 9\.9\.9 in packages\."tests\/bench"\.version/,
  },
  { file: "js/src/interface.js", from: `VERSION = "${VERSION}"`, says: /interface\.js has 9\.9\.9 in / },
  { file: "CHANGELOG.md", from: `Version ${VERSION}.`, says: /CHANGELOG\.md has 9\.9\.9 in / },
  { file: "docs/backends.md", from: `@oxbridge/neon@${VERSION}`, says: /backends\.md has 9\.9\.9 in / },
];

/** @type {import("./report.js").Check[]} */
export const versionChecks = [
  {
    name: "every manifest, lock file and page states the one version",
    run: () => strictEqual(oneVersion(filesWithVersions()), VERSION),
  },
  {
    name: "another version in any of them is found",
    run: () => {
      const files = filesWithVersions();
      for (const { file, from, says } of PLACES) {
        const text = /** @type {{ text: string }} */ (files.find((one) => one.file === file)).text;
        if (!text.includes(from)) throw new Error(`${file} does not have ${from}`);
        const changed = { file, text: text.replace(from, from.replace(VERSION, "9.9.9")) };
        throws(() => oneVersion([...files.filter((one) => one.file !== file), changed]), says);
      }
    },
  },
];

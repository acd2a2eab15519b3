// What npm installs for a platform that is not this one: that platform's binary, if it is among the packages, and none
// for any other.

import { deepStrictEqual } from "node:assert";
import { packages } from "../packages/installed.js";
import { installWith, MANAGERS } from "./managers.js";

const TARGETS = [
  { flags: ["--os=linux", "--libc=musl"], triple: `linux-${process.arch}-musl` },
  { flags: ["--os=darwin", "--cpu=arm64"], triple: "darwin-arm64" },
];

/** @type {import("../report.js").Check[]} */
export const platformChecks = [MANAGERS.npm11, MANAGERS.npm12].flatMap((manager) =>
  TARGETS.map(({ flags, triple }) => ({
    name: `${manager.name} with ${flags.join(" ")} installs no binary but that for ${triple}`,
    run: async () => {
      const binary = `@oxbridge/napi-${triple}`;
      const packed = (await packages()).some(({ name }) => name === binary);
      const { arrived, elsewhere } = await installWith(manager, { flags });
      deepStrictEqual(arrived, [...(packed ? [binary] : []), "@oxbridge/native", "oxbridge"]);
      deepStrictEqual(elsewhere, []);
    },
  })),
);

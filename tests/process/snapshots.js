// A promise is of the bytes at the time of the call, also if another thread writes to them or nobody has them any more.

import { runChild } from "./children.js";

const FLAGS = { node24: ["--expose-gc"], bun: [], deno: ["--v8-flags=--expose-gc"] };
const RUN_ON = /** @type {(keyof typeof FLAGS)[]} */ (Object.keys(FLAGS));

/** @type {import("../report.js").Check[]} */
export const checks = RUN_ON.flatMap((id) =>
  ["napi", "neon", "wasm", "cabi"].map((backend) => ({
    name: `on ${id}, promises of ${backend} digest one snapshot of memory that is written to, or collected, meanwhile`,
    run: async () => {
      const { seen } = JSON.parse(
        await runChild(id, "snapshot.js", [], { env: { OXBRIDGE_BACKEND: backend }, flags: FLAGS[id] }),
      );
      if (!(seen > 1)) throw new Error(`only ${seen} values were seen`);
    },
  })),
);

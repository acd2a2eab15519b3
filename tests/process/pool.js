// The pool of workers, where a backend has no threads of its own: workers may die, and there may be none.

import { runChild, same } from "./children.js";

const RUN_ON = /** @type {const} */ (["node20", "node26", "bun", "deno"]);
const BACKENDS = ["wasm", "cabi"];

/** Each test of `child/pool.js`, and what it shows. */
const TESTS = {
  "is terminated": "a call whose worker is terminated rejects with ERR_WORKER_EXITED, and the next has another",
  throws: "a call whose worker throws rejects with ERR_WORKER_EXITED, and the next has another",
  "cannot be made": "calls run on the calling thread where no worker can be made",
  "fails before it is ready": "calls run on the calling thread where workers fail at their start",
  "one for eight calls": "eight calls at once share one worker where there may be one",
  "three for eight calls": "eight calls at once share three workers where there may be three",
  "as many as there are processors": "eight calls at once have as many workers as there are processors",
  options: "configure refuses what it does not know",
};

/** Where workers open the C library behind a gate. */
const GATED = /** @type {const} */ (["node20", "node24", "node26", "bun"]);

/** @type {import("../report.js").Check[]} */
const gates = GATED.flatMap((id) => [
  ...["the end of the process", "the end of the worker"].map((by) => ({
    name: `on ${id}, ${by} waits for a worker that is behind its gate, and lets no other in`,
    run: async () => same(await runChild(id, "gate.js", [by]), "it came out, the other was kept out", "what it says"),
  })),
  {
    name: `on ${id}, a program may exit while a worker opens the C library`,
    run: async () => {
      const env = { OXBRIDGE_BACKEND: "cabi" };
      // Whenever that is: koffi ends the process while it is loaded itself.
      const said = new Set();
      for (let after = 0; after < 16; after++)
        said.add(await runChild(id, "gate.js", ["the pool", `${after}`], { env }));
      // On a machine that is busy, the worker may be out again before the program looks; but not each time.
      said.delete("too late");
      same([...said].join(), "inside", "what it says");
    },
  },
]);

/** @type {import("../report.js").Check[]} */
const pools = RUN_ON.flatMap((id) =>
  BACKENDS.flatMap((backend) =>
    Object.entries(TESTS)
      .filter(([test]) => id !== "deno" || test !== "is terminated")
      .map(([test, name]) => ({
        name: `on ${id} with ${backend}, ${name}`,
        run: async () =>
          same(await runChild(id, "pool.js", [test], { env: { OXBRIDGE_BACKEND: backend } }), "right", "what it says"),
      })),
  ),
);

export const checks = [...gates, ...pools];

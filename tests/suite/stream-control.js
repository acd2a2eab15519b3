// Cases of `hashStream` and `hashFile` that fail or are watched: what becomes of the source, and what progress says.

import { canonical, outcomeOfPromise, PROMISES } from "./case.js";
import { ABORTS, countingSignal, ending, progressLog, progressOf, ROSE } from "./control.js";
import { bytesOf, hexDigest, joined, noise } from "./oracle.js";
import { chunksOf, digestOfFile, generatorOf, streamOf, turn } from "./sources.js";
import { ENDLESS, endsOf, scripted, TOLD, until } from "./stream-cancel.js";

/** @typedef {import("./case.js").Case} Case */

const MIB = 1024 * 1024;
const SOURCE = "the contract of sources, signals and progress";

const thrownObject = { not: "an error" };

/** @typedef {import("./stream-cancel.js").Log} Log */

/** Batches that are on their way when a call ends do not speak up any more. */
const silence = ["cancelled", "failed"].map((how) =>
  scripted(
    `tells nothing any more once it was ${how}`,
    async (hashStream) => {
      const controller = new AbortController();
      let told = 0;
      const onProgress = () => {
        told++;
        if (told === 2 && how === "cancelled") queueMicrotask(() => controller.abort());
        if (told === 2 && how === "failed") throw thrownObject;
      };
      const source = generatorOf(Array(8).fill(noise(MIB)));
      await outcomeOfPromise(() => hashStream(source, { signal: controller.signal, onProgress }));
      const before = told;
      for (let turns = 0; turns < 50; turns++) await turn();
      return told - before;
    },
    () => 0,
  ),
);

/** Sources that fail after two chunks. @type {Record<string, (thrown: unknown) => any>} */
const FAILING = {
  "a ReadableStream": (thrown) => {
    let asked = 0;
    return new ReadableStream({
      pull: (controller) => (asked++ < 2 ? controller.enqueue(noise(10)) : controller.error(thrown)),
    });
  },
  "a ReadableStream whose pull throws": (thrown) => {
    let asked = 0;
    return new ReadableStream({
      pull: (controller) => {
        if (asked++ >= 2) throw thrown;
        controller.enqueue(noise(10));
      },
    });
  },
  "an async generator": async function* (thrown) {
    yield noise(10);
    yield noise(10);
    throw thrown;
  },
  "an async iterable that throws at once": (thrown) => ({
    [Symbol.asyncIterator]: () => ({
      next: () => {
        throw thrown;
      },
    }),
  }),
  "an object whose asyncIterator throws": (thrown) => ({
    [Symbol.asyncIterator]: () => {
      throw thrown;
    },
  }),
  "an object whose getReader throws": (thrown) => ({
    getReader: () => {
      throw thrown;
    },
  }),
};

const failing = Object.entries(FAILING).map(([name, make]) =>
  scripted(
    `of ${name} that fails passes on what it throws`,
    async (hashStream) => {
      const source = make(thrownObject);
      const signal = countingSignal(new AbortController());
      const outcome = await outcomeOfPromise(() => hashStream(source, { signal }));
      const same = "thrown" in outcome && outcome.thrown === thrownObject;
      return [same, source.locked ?? false, signal.count(), await hashStream(streamOf(chunksOf("abc")))];
    },
    async () => [true, false, 0, await hexDigest("abc")],
  ),
);

const badChunks = Object.entries(TOLD)
  .filter(([name]) => name !== "an object that can be destroyed")
  .map(([name]) =>
    scripted(
      `tells ${name} to stop when it gave a chunk that is no bytes`,
      async (hashStream) => {
        const log = /** @type {Log} */ ({ asked: 0, ends: [] });
        const source = withBadChunk(name, log);
        const outcome = await outcomeOfPromise(() => hashStream(source));
        const isLocked = source.locked ?? false;
        await until(() => log.ends.length > 0);
        const reason = "thrown" in outcome ? outcome.thrown : undefined;
        return [canonical(outcome), endsOf(log, reason), isLocked];
      },
      () => ["error TypeError ERR_INVALID_ARG_TYPE source", TOLD[name], false],
    ),
  );

/** @param {string} name @param {Log} log @returns {any} */
function withBadChunk(name, log) {
  if (name === "a ReadableStream") {
    return new ReadableStream({
      start: (controller) => controller.enqueue("text"),
      cancel: (reason) => void log.ends.push(reason),
    });
  }
  const values = async function* () {
    try {
      yield noise(3);
      yield { length: 3 };
      yield noise(3);
    } finally {
      log.ends.push("finally");
    }
  };
  if (name === "an async generator") return values();
  const iterator = values();
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => iterator.next(),
      return: async () => {
        log.ends.push("return");
        return { done: true, value: undefined };
      },
    }),
  };
}

const throwingProgress = Object.entries(ENDLESS).map(([name, make]) =>
  scripted(
    `of ${name} rejects with what onProgress throws, and tells it to stop`,
    async (hashStream) => {
      const log = /** @type {Log} */ ({ asked: 0, ends: [] });
      const source = make(log, 100);
      let told = 0;
      const onProgress = () => {
        told++;
        throw thrownObject;
      };
      const outcome = await outcomeOfPromise(() => hashStream(source, { onProgress }));
      const isLocked = source.locked ?? false;
      await until(() => log.ends.length > 0);
      const same = "thrown" in outcome && outcome.thrown === thrownObject;
      return [same, told >= 1, endsOf(log, thrownObject), isLocked];
    },
    () => [true, true, TOLD[name], false],
  ),
);

const abortInProgress = scripted(
  "that is cancelled in onProgress rejects with the reason",
  async (hashStream) => {
    const log = /** @type {Log} */ ({ asked: 0, ends: [] });
    const source = ENDLESS["a ReadableStream"](log, 100);
    const controller = new AbortController();
    const { signal } = controller;
    const how = await ending(hashStream(source, { signal, onProgress: () => controller.abort() }), signal);
    const isLocked = source.locked;
    await until(() => log.ends.length > 0);
    return [how, endsOf(log, signal.reason), isLocked];
  },
  () => ["the reason", ["the reason"], false],
);

/** @type {[what: string, source: () => any, total: number, isKnown: boolean][]} */
const WATCHED = [
  ["a stream without chunks", () => streamOf([]), 0, false],
  ["an empty Blob", () => new Blob([]), 0, true],
  ["a Blob of 3 bytes", () => new Blob(["abc"]), 3, true],
  ["a Blob of 5 MiB and 3 bytes", () => new Blob([noise(5 * MIB + 3)]), 5 * MIB + 3, true],
  ["a File of 70,000 bytes", () => new File([noise(70_000)], "name"), 70_000, true],
  ["a stream of 3 bytes", () => streamOf(chunksOf("a", "bc")), 3, false],
  ["a generator of a hundred chunks", () => generatorOf(Array(100).fill(noise(1000))), 100_000, false],
  ["a generator of five chunks of a MiB", () => generatorOf(Array(5).fill(noise(MIB))), 5 * MIB, false],
];

const progress = WATCHED.map(([what, make, total, isKnown]) =>
  scripted(
    `tells how far it is with ${what}`,
    async (hashStream) => {
      const { told, onProgress } = progressLog();
      await hashStream(make(), { onProgress });
      return progressOf(told, total, isKnown);
    },
    () => ROSE,
  ),
);

/** Chunks are gathered into batches of so many bytes. One is read while at most two are hashed. */
const BATCH = 2 * MIB;

const inFlight = ["an async generator", "a ReadableStream"].map((name) =>
  scripted(
    `of ${name} takes no more chunks than it can hash`,
    async (hashStream) => {
      let [taken, reported, most] = [0, 0, 0];
      const chunk = noise(BATCH);
      const next = () => {
        if (taken === 12) return undefined;
        most = Math.max(most, ++taken - reported);
        return chunk;
      };
      const generator = async function* () {
        for (let value = next(); value; value = next()) yield value;
      };
      const pull = (/** @type {any} */ controller) => {
        const value = next();
        if (value) controller.enqueue(value);
        else controller.close();
      };
      const source = name === "a ReadableStream" ? new ReadableStream({ pull }, { highWaterMark: 0 }) : generator();
      const onProgress = (/** @type {number} */ done) => void (reported = done / BATCH);
      const digest = await hashStream(source, { onProgress });
      return [digest, most <= 3 ? "few" : `${most} at once`];
    },
    async () => [await hexDigest(joined(Array(12).fill(noise(BATCH)))), "few"],
  ),
);

/** @type {(id: string, script: (api: any) => unknown, value: () => any) => Case} */
const ofFile = (id, script, value) => ({
  id: `hashFile ${id}`,
  fn: `${PROMISES}hashFile`,
  script,
  expect: async () => ({ value: await value() }),
  source: `${SOURCE}; where there are no files, the error that says so`,
});

const fileCases = [
  ...[0, 3, 3 * MIB + 1].map((length) =>
    ofFile(
      `tells how far it is with ${length} bytes`,
      async (api) => {
        const { told, onProgress } = progressLog();
        await digestOfFile(api, noise(length), { options: { onProgress } });
        return progressOf(told, length);
      },
      () => ROSE,
    ),
  ),
  ...Object.keys(ABORTS).map((reason) =>
    ofFile(
      `that is cancelled before, for ${reason}, looks for no file`,
      async ({ promises }) => {
        const controller = new AbortController();
        ABORTS[reason](controller);
        return ending(promises.hashFile("sha256", "a name", { signal: controller.signal }), controller.signal);
      },
      () => "the reason",
    ),
  ),
  ofFile(
    "that is cancelled in onProgress rejects with the reason",
    async (api) => {
      const controller = new AbortController();
      const { signal } = controller;
      const options = { signal, onProgress: () => controller.abort() };
      const how = await ending(digestOfFile(api, noise(3 * MIB), { options }), signal);
      return [how, await digestOfFile(api, bytesOf("abc"))];
    },
    async () => ["the reason", await hexDigest("abc")],
  ),
  ofFile(
    "rejects with what onProgress throws",
    async (api) => {
      const onProgress = () => {
        throw thrownObject;
      };
      const outcome = await outcomeOfPromise(() => digestOfFile(api, noise(MIB), { options: { onProgress } }));
      return "thrown" in outcome && outcome.thrown === thrownObject;
    },
    () => true,
  ),
];

/** @type {Case[]} */
export const streamControlCases = [
  ...silence,
  ...failing,
  ...badChunks,
  ...throwingProgress,
  abortInProgress,
  ...progress,
  ...inFlight,
  ...fileCases,
];

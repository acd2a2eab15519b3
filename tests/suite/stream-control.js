// Cases of `hashStream` and `hashFile` that are cancelled, watched, or fail: what becomes of the source.

import { canonical, outcomeOfPromise, PROMISES } from "./case.js";
import { ABORTS, countingSignal, ending, progressLog, progressOf, ROSE } from "./control.js";
import { bytesOf, hexDigest, joined, noise } from "./oracle.js";
import { chunksOf, digestOfFile, generatorOf, nodeStreamOf, streamOf, turn } from "./sources.js";

/** @typedef {import("./case.js").Case} Case */

const MIB = 1024 * 1024;
const SOURCE = "the contract of sources, signals and progress";

/** @typedef {(source: any, options?: any) => Promise<any>} HashStream */

/** @type {(id: string, script: (hashStream: HashStream, api: any) => unknown, value: () => any) => Case} */
const scripted = (id, script, value) => ({
  id: `hashStream ${id}`,
  fn: `${PROMISES}hashStream`,
  script: (api) => script((source, options) => api.promises.hashStream("sha256", source, options), api),
  expect: async () => ({ value: await value() }),
  source: SOURCE,
});

/** What a source was told. @typedef {{ asked: number, ends: unknown[] }} Log */

/**
 * Sources that never end: each gives a chunk whenever it is asked to, and logs how it is told to stop.
 *
 * @type {Record<string, (log: Log, size: number) => any>}
 */
const ENDLESS = {
  "a ReadableStream": (log, size) =>
    new ReadableStream(
      {
        pull: async (controller) => {
          log.asked++;
          await turn();
          controller.enqueue(noise(size));
        },
        cancel: (reason) => void log.ends.push(reason),
      },
      { highWaterMark: 0 },
    ),
  "an async generator": async function* (log, size) {
    try {
      for (;;) {
        log.asked++;
        await turn();
        yield noise(size);
      }
    } finally {
      log.ends.push("finally");
    }
  },
  "an async iterable": (log, size) => ({
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        log.asked++;
        await turn();
        return { done: false, value: noise(size) };
      },
      return: async () => {
        log.ends.push("return");
        return { done: true, value: undefined };
      },
    }),
  }),
  "an object that can be destroyed": (log, size) => ({
    destroy: (/** @type {unknown} */ reason) => void log.ends.push(reason),
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        log.asked++;
        await turn();
        return { done: false, value: noise(size) };
      },
    }),
  }),
};

/**
 * Sources that give one chunk and are silent then.
 *
 * @type {Record<string, (log: Log) => any>}
 */
const SILENT = {
  "a ReadableStream": (log) =>
    new ReadableStream(
      {
        pull: (controller) => {
          if (log.asked++ > 0) return new Promise(() => {});
          controller.enqueue(noise(10));
        },
        cancel: (reason) => void log.ends.push(reason),
      },
      { highWaterMark: 0 },
    ),
  "an async iterable": (log) => ({
    [Symbol.asyncIterator]: () => ({
      next: () => (log.asked++ > 0 ? new Promise(() => {}) : Promise.resolve({ done: false, value: noise(10) })),
      return: async () => {
        log.ends.push("return");
        return { done: true, value: undefined };
      },
    }),
  }),
};

/** Waits until something holds; it takes some turns of the event loop. @param {() => boolean} holds */
async function until(holds) {
  for (let turns = 0; turns < 1000 && !holds(); turns++) await turn();
}

/** What a source is told at its end, as text. @param {Log} log @param {unknown} reason */
const endsOf = ({ ends }, reason) => ends.map((end) => (Object.is(end, reason) ? "the reason" : String(end)));

/** How each kind of source is told to stop. @type {Record<string, string[]>} */
const TOLD = {
  "a ReadableStream": ["the reason"],
  "an async generator": ["finally"],
  "an async iterable": ["return"],
  "an object that can be destroyed": ["the reason"],
};

/** @type {(id: string, name: string, make: (log: Log) => any, reason: string) => Case} */
const cancelled = (id, name, make, reason) =>
  scripted(
    `of ${name} ${id}, cancelled for ${reason}`,
    async (hashStream) => {
      const log = { asked: 0, ends: [] };
      const source = make(log);
      const controller = new AbortController();
      const signal = countingSignal(controller);
      const promise = hashStream(source, { signal });
      until(() => log.asked >= 2).then(() => ABORTS[reason](controller));
      const how = await ending(promise, controller.signal);
      const listeners = signal.count();
      await until(() => log.ends.length > 0);
      const next = await hashStream(streamOf(chunksOf("abc")));
      return [how, listeners, endsOf(log, controller.signal.reason), source.locked ?? false, next];
    },
    async () => ["the reason", 0, TOLD[name], false, await hexDigest("abc")],
  );

const cancellations = [
  ...Object.entries(ENDLESS).flatMap(([name, make]) =>
    Object.keys(ABORTS).map((reason) => cancelled("that never ends", name, (log) => make(log, 1000), reason)),
  ),
  ...Object.entries(ENDLESS).map(([name, make]) =>
    cancelled("with chunks of 1 MiB that never ends", name, (log) => make(log, MIB), "an object"),
  ),
  ...Object.entries(SILENT).flatMap(([name, make]) =>
    Object.keys(ABORTS).map((reason) => cancelled("that says nothing more", name, make, reason)),
  ),
];

/** A stream of Node waits for ever otherwise. */
const nodeStream = scripted(
  "of a stream of Node that says nothing more, cancelled",
  async (hashStream) => {
    const { getBuiltinModule } = /** @type {any} */ (globalThis).process ?? {};
    const module = getBuiltinModule?.("node:stream");
    const source = module ? new module.Readable({ read() {} }) : Object.assign(nodeStreamOf([]), { destroyed: true });
    const controller = new AbortController();
    const promise = hashStream(source, { signal: controller.signal });
    module && source.on("error", () => {});
    module && source.push(noise(10));
    controller.abort();
    return [await ending(promise, controller.signal), source.destroyed];
  },
  () => ["the reason", true],
);

/** @type {Record<string, (log: Log) => any>} */
const UNTOUCHED = {
  "a ReadableStream": (log) => ENDLESS["a ReadableStream"](log, 10),
  "an async generator": (log) => ENDLESS["an async generator"](log, 10),
  "an async iterable": (log) => ENDLESS["an async iterable"](log, 10),
};

const before = Object.entries(UNTOUCHED).map(([name, make]) =>
  scripted(
    `leaves ${name} alone when it is cancelled before`,
    async (hashStream) => {
      const log = { asked: 0, ends: [] };
      const source = make(log);
      const controller = new AbortController();
      controller.abort({ not: "an error" });
      const signal = countingSignal(controller);
      const how = await ending(hashStream(source, { signal }), controller.signal);
      await turn();
      return [how, log.asked, log.ends.length, source.locked ?? false, signal.count()];
    },
    () => ["the reason", 0, 0, false, 0],
  ),
);

const after = scripted(
  "is not changed by a signal after its end",
  async (hashStream) => {
    const controller = new AbortController();
    const signal = countingSignal(controller);
    const stream = streamOf(chunksOf("abc"));
    const digest = await hashStream(stream, { signal });
    const listeners = signal.count();
    controller.abort();
    await turn();
    return [digest, listeners, signal.count(), stream.locked];
  },
  async () => [await hexDigest("abc"), 0, 0, false],
);

const thrownObject = { not: "an error" };

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
        await until(() => log.ends.length > 0);
        const reason = "thrown" in outcome ? outcome.thrown : undefined;
        return [canonical(outcome), endsOf(log, reason), source.locked ?? false];
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
      await until(() => log.ends.length > 0);
      const same = "thrown" in outcome && outcome.thrown === thrownObject;
      return [same, told >= 1, endsOf(log, thrownObject), source.locked ?? false];
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
    await until(() => log.ends.length > 0);
    return [how, endsOf(log, signal.reason), source.locked];
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

/** One chunk is read while at most two are hashed. */
const inFlight = ["an async generator", "a ReadableStream"].map((name) =>
  scripted(
    `of ${name} takes no more chunks than it can hash`,
    async (hashStream) => {
      let [taken, reported, most] = [0, 0, 0];
      const chunk = noise(MIB);
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
      const onProgress = (/** @type {number} */ done) => void (reported = done / MIB);
      const digest = await hashStream(source, { onProgress });
      return [digest, most <= 3 ? "few" : `${most} at once`];
    },
    async () => [await hexDigest(joined(Array(12).fill(noise(MIB)))), "few"],
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
  ...cancellations,
  nodeStream,
  ...before,
  after,
  ...failing,
  ...badChunks,
  ...throwingProgress,
  abortInProgress,
  ...progress,
  ...inFlight,
  ...fileCases,
];

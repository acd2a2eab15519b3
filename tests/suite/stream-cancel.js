// Cases of `hashStream` that are cancelled: what becomes of the source, whatever it is doing just then.

import { canonical, outcomeOfPromise, PROMISES } from "./case.js";
import { ABORTS, countingSignal, ending } from "./control.js";
import { hexDigest, noise } from "./oracle.js";
import { chunksOf, streamOf, turn } from "./sources.js";

/** @typedef {import("./case.js").Case} Case */
/** @typedef {(source: any, options?: any) => Promise<any>} HashStream */

const MIB = 1024 * 1024;

/** @type {(id: string, script: (hashStream: HashStream, api: any) => unknown, value: () => any) => Case} */
export const scripted = (id, script, value) => ({
  id: `hashStream ${id}`,
  fn: `${PROMISES}hashStream`,
  script: (api) => script((source, options) => api.promises.hashStream("sha256", source, options), api),
  expect: async () => ({ value: await value() }),
  source: "the contract of sources, signals and progress",
});

/** What a source was told. @typedef {{ asked: number, ends: unknown[] }} Log */

/**
 * Sources that never end: each gives a chunk whenever it is asked to, and logs how it is told to stop.
 *
 * @type {Record<string, (log: Log, size: number) => any>}
 */
export const ENDLESS = {
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
export async function until(holds) {
  for (let turns = 0; turns < 1000 && !holds(); turns++) await turn();
}

/** What a source is told at its end, as text. @param {Log} log @param {unknown} reason */
export const endsOf = ({ ends }, reason) => ends.map((end) => (Object.is(end, reason) ? "the reason" : String(end)));

/** How each kind of source is told to stop. @type {Record<string, string[]>} */
export const TOLD = {
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
      const [listeners, isLocked] = [signal.count(), source.locked ?? false];
      await until(() => log.ends.length > 0);
      const next = await hashStream(streamOf(chunksOf("abc")));
      return [how, listeners, endsOf(log, controller.signal.reason), isLocked, next];
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

/** A source that was handed over is told to stop even before anything was read of it; a generator has not begun then. */
const atOnce = Object.entries(ENDLESS)
  .filter(([name]) => name !== "an async generator")
  .map(([name, make]) =>
    scripted(
      `of ${name} that is cancelled right after the call`,
      async (hashStream) => {
        const log = /** @type {Log} */ ({ asked: 0, ends: [] });
        const source = make(log, 10);
        const controller = new AbortController();
        const promise = hashStream(source, { signal: controller.signal });
        controller.abort();
        const how = await ending(promise, controller.signal);
        const isLocked = source.locked ?? false;
        await until(() => log.ends.length > 0);
        return [how, endsOf(log, controller.signal.reason), isLocked];
      },
      () => ["the reason", TOLD[name], false],
    ),
  );

/** A stream of Node that gives one chunk; where there are none, what it is to others. */
function silentNodeStream() {
  const { getBuiltinModule } = /** @type {any} */ (globalThis).process ?? {};
  const module = getBuiltinModule?.("node:stream");
  if (module) {
    const stream = new module.Readable({ read() {} });
    stream.on("error", () => {});
    stream.push(noise(10));
    return stream;
  }
  const source = SILENT["an async iterable"]({ asked: 0, ends: [] });
  return Object.assign(source, { destroyed: false, destroy: () => void (source.destroyed = true) });
}

/** Its iterator would wait for ever. */
const nodeStream = scripted(
  "of a stream of Node that says nothing more, cancelled",
  async (hashStream) => {
    const source = silentNodeStream();
    const controller = new AbortController();
    const promise = hashStream(source, { signal: controller.signal });
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

/**
 * A source that fails while it is told to stop does not hide why.
 *
 * @type {Record<string, (thrown: unknown, chunk: any) => any>}
 */
const STUBBORN = {
  "a ReadableStream whose cancel throws": (thrown, chunk) =>
    new ReadableStream({
      pull: (controller) => controller.enqueue(chunk),
      cancel: () => {
        throw thrown;
      },
    }),
  "an async generator whose finally throws": async function* (thrown, chunk) {
    try {
      for (;;) yield chunk;
    } finally {
      // biome-ignore lint/correctness/noUnsafeFinally: this is the point
      throw thrown;
    }
  },
  "an async iterable whose return throws": (thrown, chunk) => ({
    [Symbol.asyncIterator]: () => ({
      next: async () => ({ done: false, value: chunk }),
      return: () => {
        throw thrown;
      },
    }),
  }),
  "an async iterable whose return rejects": (thrown, chunk) => ({
    [Symbol.asyncIterator]: () => ({
      next: async () => ({ done: false, value: chunk }),
      return: () => Promise.reject(thrown),
    }),
  }),
  "an async iterable whose destroy throws": (thrown, chunk) => ({
    [Symbol.asyncIterator]: () => ({ next: async () => ({ done: false, value: chunk }) }),
    destroy: () => {
      throw thrown;
    },
  }),
};

const stubborn = Object.entries(STUBBORN).flatMap(([name, make]) => [
  scripted(
    `of ${name} is cancelled for the reason all the same`,
    async (hashStream) => {
      const source = make(new Error("told to stop"), noise(10));
      const controller = new AbortController();
      const { signal } = controller;
      const how = await ending(hashStream(source, { signal, onProgress: () => controller.abort() }), signal);
      return [how, source.locked ?? false, await hashStream(streamOf(chunksOf("abc")))];
    },
    async () => ["the reason", false, await hexDigest("abc")],
  ),
  scripted(
    `of ${name} says that a chunk is no bytes all the same`,
    async (hashStream) => {
      const source = make(new Error("told to stop"), "text");
      const outcome = await outcomeOfPromise(() => hashStream(source));
      return [canonical(outcome), source.locked ?? false];
    },
    () => ["error TypeError ERR_INVALID_ARG_TYPE source", false],
  ),
]);

/** @type {Case[]} */
export const streamCancelCases = [...cancellations, ...atOnce, nodeStream, ...before, after, ...stubborn];

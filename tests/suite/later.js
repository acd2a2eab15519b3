// Cases of promise twins: what becomes of arguments afterwards, `signal`, `onProgress`, and many calls at once.

import { canonical, outcomeOfPromise, PROMISES } from "./case.js";
import { ABORTS, countingSignal, ending, progressLog, progressOf, ROSE } from "./control.js";
import { actingOptionsCases } from "./hostile-later.js";
import { detach, resizable, Shared } from "./hostile-values.js";
import { bulkSha256, hexDigest, inverted, noise, sha256 } from "./oracle.js";
import { turn } from "./sources.js";

/** @typedef {import("./case.js").Case} Case */

const SOURCE = "Web Crypto, 255 minus each byte, and the contract of promises";
const MIB = 1024 * 1024;
/** More than two pieces of 4 MiB, into which long work is cut. */
const LONG = 9 * MIB;

/** @type {(fn: string, id: string, script: (api: any) => Promise<any>, value: () => any) => Case} */
const scripted = (fn, id, script, value) => ({
  id: `${PROMISES}${fn} ${id}`,
  fn: `${PROMISES}${fn}`,
  script,
  expect: async () => ({ value: await value() }),
  source: SOURCE,
});

/**
 * A result, or of long bytes where they lie and their digest: to compare them as text takes long.
 *
 * @param {any} value
 */
async function brief(value) {
  if (!(value instanceof Uint8Array) || value.length < MIB) return value;
  return `${value.length} bytes at ${value.byteOffset} of ${value.buffer.byteLength}: ${await hexDigest(value)}`;
}

/** @type {Map<number, Uint8Array<ArrayBuffer>>} */
const made = new Map();

/** As `noise`, made once; what is given must not be changed. @param {number} length */
function steady(length) {
  const bytes = made.get(length) ?? noise(length);
  made.set(length, bytes);
  return bytes;
}

/**
 * A call that is given bytes.
 *
 * @typedef {object} Given
 * @property {string} fn
 * @property {string} what
 * @property {number} length of the bytes
 * @property {(api: any, bytes: any) => Promise<any>} call
 * @property {() => any} value
 */

/** @type {Given[]} */
const GIVEN = [
  ...[3, 5 * MIB, LONG].map((length) => ({
    fn: "sha256",
    what: `${length} bytes`,
    length,
    call: (/** @type {any} */ { promises }, /** @type {any} */ bytes) => promises.sha256(bytes),
    value: () => hexDigest(steady(length)),
  })),
  {
    fn: "hash",
    what: "64 bytes",
    length: 64,
    call: ({ promises }, bytes) => promises.hash("sha256", bytes, "bytes"),
    value: () => sha256(steady(64)),
  },
  ...[3, MIB].map((length) => ({
    fn: "bulkHash",
    what: `an item of ${length} bytes`,
    length,
    call: (/** @type {any} */ { promises }, /** @type {any} */ bytes) =>
      promises.bulkHash("sha256", ["before", bytes, "after"]),
    value: () => bulkSha256(["before", steady(length), "after"]),
  })),
  ...[30, LONG].map((length) => ({
    fn: "bulkHash",
    what: `${length} packed bytes`,
    length,
    call: (/** @type {any} */ { promises }, /** @type {any} */ bytes) =>
      promises.bulkHash("sha256", { bytes, offsets: [0, 10, length / 2, length] }),
    value: () => {
      const bytes = steady(length);
      return bulkSha256([bytes.slice(0, 10), bytes.slice(10, length / 2), bytes.slice(length / 2)]);
    },
  })),
  ...[7, LONG].map((length) => ({
    fn: "invertColors",
    what: `${length} bytes`,
    length,
    call: (/** @type {any} */ { promises }, /** @type {any} */ bytes) => promises.invertColors(bytes),
    value: () => inverted(steady(length)),
  })),
];

/** What a program may do to a buffer as soon as the call has returned. @type {Record<string, (buffer: any) => void>} */
const AFTERWARDS = {
  filled: (buffer) => void new Uint8Array(buffer).fill(0xee),
  shrunk: (buffer) => buffer.resize(0),
  transferred: detach,
};

/** A buffer of the kind that such a thing can be done to. @param {string} how @param {Uint8Array} bytes @returns {any} */
function bufferOf(how, bytes) {
  const buffer = how === "shrunk" ? resizable(bytes.length, bytes.length) : new ArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

const afterwards = GIVEN.flatMap(({ fn, what, length, call, value }) =>
  Object.entries(AFTERWARDS).map(([how, act]) =>
    scripted(
      fn,
      `of ${what}, which are ${how} right after the call`,
      (api) => {
        const buffer = bufferOf(how, steady(length));
        const promise = call(api, new Uint8Array(buffer));
        act(buffer);
        return promise.then(brief);
      },
      async () => brief(await value()),
    ),
  ),
);

const offsetsAfterwards = Object.entries(AFTERWARDS).map(([how, act]) =>
  scripted(
    "bulkHash",
    `by offsets that are ${how} right after the call`,
    ({ promises }) => {
      const buffer = bufferOf(how, new Uint8Array(new Uint32Array([0, 4, 9]).buffer));
      const promise = promises.bulkHash("sha256", { bytes: noise(9), offsets: new Uint32Array(buffer) });
      act(buffer);
      return promise;
    },
    () => bulkSha256([noise(9).slice(0, 4), noise(9).slice(4)]),
  ),
);

const listAfterwards = scripted(
  "bulkHash",
  "of an array that is emptied right after the call",
  ({ promises }) => {
    const items = ["a", new Uint8Array([1, 2]), "c"];
    const promise = promises.bulkHash("sha256", items);
    items.length = 0;
    return promise;
  },
  () => bulkSha256(["a", new Uint8Array([1, 2]), "c"]),
);

const sharedAfterwards = GIVEN.filter(({ fn }) => fn !== "invertColors").map(({ fn, what, length, call, value }) =>
  scripted(
    fn,
    `of ${what} in shared memory, which is filled right after the call`,
    (api) => {
      const view = new Uint8Array(new Shared(length));
      view.set(steady(length));
      const promise = call(api, view);
      view.fill(0xee);
      return promise;
    },
    value,
  ),
);

/** Calls that take long, and short ones: how they are made, and what they count. @type {Record<string, { call: (api: any, long: boolean, options: any) => Promise<any>, value: (long: boolean) => any }>} */
const CALLS = {
  sha256: {
    call: ({ promises }, long, options) => promises.sha256(steady(long ? LONG : 3), options),
    value: (long) => hexDigest(steady(long ? LONG : 3)),
  },
  hash: {
    call: ({ promises }, long, options) => promises.hash("sha256", steady(long ? LONG : 3), options),
    value: (long) => hexDigest(steady(long ? LONG : 3)),
  },
  bulkHash: {
    call: ({ promises }, long, options) => promises.bulkHash("sha256", messages(long), options),
    value: (long) => bulkSha256(messages(long)),
  },
  invertColors: {
    call: ({ promises }, long, options) => promises.invertColors(steady(long ? LONG : 3), options),
    value: (long) => inverted(steady(long ? LONG : 3)),
  },
};

/** @param {boolean} long */
const messages = (long) => (long ? Array.from({ length: 9 }, (_, i) => steady(MIB - i)) : ["a", "b"]);

/** When a call is cancelled. @type {Record<string, (api: any, call: (typeof CALLS)[string]["call"], controller: AbortController, abort: () => void, signal: any) => Promise<any>>} */
const WHEN = {
  before: (api, call, _controller, abort, signal) => {
    abort();
    return call(api, false, { signal });
  },
  "right after the call": (api, call, _controller, abort, signal) => {
    const promise = call(api, true, { signal });
    abort();
    return promise;
  },
  "in a microtask": (api, call, _controller, abort, signal) => {
    const promise = call(api, true, { signal });
    queueMicrotask(abort);
    return promise;
  },
  "in a turn of the event loop": (api, call, _controller, abort, signal) => {
    const promise = call(api, true, { signal });
    turn().then(abort);
    return promise;
  },
  "in onProgress": (api, call, _controller, abort, signal) => call(api, true, { signal, onProgress: abort }),
};

/** Only in a turn may the work be done before it is cancelled. */
const SURE = Object.keys(WHEN).filter((when) => when !== "in a turn of the event loop");

const aborted = Object.entries(CALLS).flatMap(([fn, { call, value }]) =>
  SURE.flatMap((when) =>
    Object.entries(ABORTS).map(([reason, abort]) =>
      scripted(
        fn,
        `cancelled ${when} for ${reason}`,
        async (api) => {
          const controller = new AbortController();
          const signal = countingSignal(controller);
          const promise = WHEN[when](api, call, controller, () => abort(controller), signal);
          const how = await ending(promise, controller.signal);
          return [how, signal.count(), await call(api, false, {})];
        },
        async () => ["the reason", 0, await value(false)],
      ),
    ),
  ),
);

/** Whoever cancels too late gets the result. */
const abortedLate = Object.entries(CALLS).map(([fn, { call, value }]) =>
  scripted(
    fn,
    "cancelled after its end",
    async (api) => {
      const controller = new AbortController();
      const signal = countingSignal(controller);
      const result = await call(api, false, { signal });
      const listeners = signal.count();
      controller.abort();
      return [result, listeners, signal.count(), await call(api, false, {})];
    },
    async () => [await value(false), 0, 0, await value(false)],
  ),
);

/** Cancelling while the work may be done already: one of two things happens, and the next call is right. */
const abortedInTurn = Object.entries(CALLS).map(([fn, { call, value }]) =>
  scripted(
    fn,
    "cancelled in a turn of the event loop gives its result or the reason",
    async (api) => {
      const controller = new AbortController();
      const signal = countingSignal(controller);
      const abort = () => controller.abort();
      const outcome = await outcomeOfPromise(() =>
        WHEN["in a turn of the event loop"](api, call, controller, abort, signal),
      );
      const isReason = "thrown" in outcome && outcome.thrown === controller.signal.reason;
      const isResult = canonical(outcome) === canonical({ value: await value(true) });
      return [isReason || isResult, signal.count(), await call(api, false, {})];
    },
    async () => [true, 0, await value(false)],
  ),
);

const defaultReason = Object.entries(CALLS).map(([fn, { call }]) =>
  scripted(
    fn,
    "cancelled without a reason rejects with an AbortError",
    async (api) => {
      const thrown = await call(api, false, { signal: AbortSignal.abort() }).catch((error) => error);
      return [thrown instanceof DOMException, thrown.name];
    },
    () => [true, "AbortError"],
  ),
);

/** How much work there is, and how it is counted. @type {[fn: string, what: string, total: number, call: (api: any, options: any) => Promise<any>][]} */
const WORK = [
  ...[0, 3, 4 * MIB, 4 * MIB + 1, LONG].flatMap(
    (length) =>
      /** @type {typeof WORK} */ ([
        ["sha256", `${length} bytes`, length, ({ promises }, o) => promises.sha256(steady(length), o)],
        ["hash", `${length} bytes`, length, ({ promises }, o) => promises.hash("sha256", steady(length), o)],
        ["invertColors", `${length} bytes`, length, ({ promises }, o) => promises.invertColors(steady(length), o)],
      ]),
  ),
  ...["", "é", "x".repeat(5000)].map(
    (text) =>
      /** @type {(typeof WORK)[number]} */ ([
        "sha256",
        `a text of ${text.length} characters`,
        text === "é" ? 2 : text.length,
        ({ promises }, o) => promises.sha256(text, o),
      ]),
  ),
  ...[0, 1, 4096, 4097, 9000].map(
    (count) =>
      /** @type {(typeof WORK)[number]} */ ([
        "bulkHash",
        `${count} texts`,
        count,
        ({ promises }, o) => promises.bulkHash("sha256", Array(count).fill("line"), o),
      ]),
  ),
  [
    "bulkHash",
    "messages that cross alone",
    4,
    ({ promises }, o) => promises.bulkHash("sha256", ["a", steady(LONG), steady(MIB), "b"], o),
  ],
  [
    "bulkHash",
    "no packed messages",
    0,
    ({ promises }, o) => promises.bulkHash("sha256", { bytes: "", offsets: [0] }, o),
  ],
  [
    "bulkHash",
    "packed messages",
    3,
    ({ promises }, o) => promises.bulkHash("sha256", { bytes: steady(LONG), offsets: [0, 5 * MIB, 5 * MIB, LONG] }, o),
  ],
];

const progress = WORK.map(([fn, what, total, call]) =>
  scripted(
    fn,
    `tells how far it is with ${what}`,
    async (api) => {
      const { told, onProgress } = progressLog();
      await call(api, { onProgress });
      return progressOf(told, total);
    },
    () => ROSE,
  ),
);

/** What is cut is told piece by piece. */
const steps = ["sha256", "hash", "invertColors", "bulkHash"].map((fn) =>
  scripted(
    fn,
    "tells of each piece of a long work",
    async (api) => {
      const { told, onProgress } = progressLog();
      await CALLS[fn].call(api, true, { onProgress });
      return told.map(([done]) => done);
    },
    () => (fn === "bulkHash" ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [4 * MIB, 8 * MIB, LONG]),
  ),
);

const progressThrows = Object.entries(CALLS).flatMap(([fn, { call, value }]) =>
  [false, true].map((long) =>
    scripted(
      fn,
      `rejects with what onProgress throws, ${long ? "in the middle" : "at the end"}`,
      async (api) => {
        const thrown = { not: "an error" };
        let told = 0;
        const signal = countingSignal(new AbortController());
        const onProgress = () => {
          told++;
          throw thrown;
        };
        const outcome = await outcomeOfPromise(() => call(api, long, { onProgress, signal }));
        const same = "thrown" in outcome && outcome.thrown === thrown;
        return [same, told, signal.count(), await call(api, false, {})];
      },
      async () => [true, 1, 0, await value(false)],
    ),
  ),
);

const LINES = Array.from({ length: 9000 }, (_, i) => `line ${i}`);

/** Results that are bytes. @type {[fn: string, what: string, call: (api: any) => Promise<any>, value: () => any][]} */
const BYTES = [
  ...[3, LONG].flatMap(
    (length) =>
      /** @type {typeof BYTES} */ ([
        [
          "sha256",
          `${length} bytes`,
          ({ promises }) => promises.sha256(steady(length), "bytes"),
          () => sha256(steady(length)),
        ],
        [
          "hash",
          `${length} bytes`,
          ({ promises }) => promises.hash("sha256", steady(length), "bytes"),
          () => sha256(steady(length)),
        ],
        [
          "invertColors",
          `${length} bytes`,
          ({ promises }) => promises.invertColors(steady(length)),
          () => inverted(steady(length)),
        ],
      ]),
  ),
  [
    "bulkHash",
    "packed digests",
    ({ promises }) => promises.bulkHash("sha256", ["a", "é", steady(MIB)], "packed"),
    () => bulkSha256(["a", "é", steady(MIB)], "packed"),
  ],
  [
    "bulkHash",
    "packed digests that cross in three parts",
    ({ promises }) => promises.bulkHash("sha256", LINES, "packed"),
    () => bulkSha256(LINES, "packed"),
  ],
  [
    "bulkHash",
    "a digest of its own",
    async ({ promises }) => (await promises.bulkHash("sha256", ["a", "b"], "bytes"))[1],
    () => sha256("b"),
  ],
];

const ownBytes = BYTES.map(([fn, what, call, value]) =>
  scripted(
    fn,
    `gives bytes that are plain, can be transferred and alias nothing: ${what}`,
    async (api) => {
      const [first, second] = [await call(api), await call(api)];
      const isOwn = first.buffer !== second.buffer && Object.getPrototypeOf(first) === Uint8Array.prototype;
      first.fill(0xee);
      const moved = structuredClone(second, { transfer: [second.buffer] });
      return [isOwn, await brief(moved), second.length, await brief(await call(api))];
    },
    async () => {
      const expected = await brief(await value());
      return [true, expected, 0, expected];
    },
  ),
);

/** Fifty calls of all kinds that are on their way together. */
const together = Object.keys(CALLS).map((fn, turnOf) =>
  scripted(
    fn,
    "and all others, fifty at once",
    ({ promises }) =>
      Promise.all(
        Array.from({ length: 50 }, (_, i) => {
          const bytes = noise(i * 1009, i + 1);
          const kind = (i + turnOf) % 5;
          if (kind === 0) return promises.sha256(bytes);
          if (kind === 1) return promises.hash("sha256", bytes, "bytes");
          if (kind === 2) return promises.bulkHash("sha256", [`text ${i}`, bytes, "é"]);
          if (kind === 3) return promises.invertColors(bytes);
          return promises.hashStream("sha256", new Blob([bytes]));
        }),
      ),
    () =>
      Promise.all(
        Array.from({ length: 50 }, (_, i) => {
          const bytes = noise(i * 1009, i + 1);
          const kind = (i + turnOf) % 5;
          if (kind === 1) return sha256(bytes);
          if (kind === 2) return bulkSha256([`text ${i}`, bytes, "é"]);
          return kind === 3 ? inverted(bytes) : hexDigest(bytes);
        }),
      ),
  ),
);

/** @type {Case[]} */
export const laterCases = [
  ...afterwards,
  ...offsetsAfterwards,
  listAfterwards,
  ...sharedAfterwards,
  ...aborted,
  ...abortedLate,
  ...abortedInTurn,
  ...defaultReason,
  ...progress,
  ...steps,
  ...progressThrows,
  ...ownBytes,
  ...together,
  ...actingOptionsCases,
];

// Cases of the family `hash`: digests of data that arrives over time, whatever it comes from and however it is cut.

import { PROMISES, wrongType, wrongValue } from "./case.js";
import { resizable, Shared } from "./hostile-values.js";
import { bytesOf, encode, hexDigest, joined, noise, randomPieces, sha256 } from "./oracle.js";
import {
  chunksOf,
  digestOfFile,
  files,
  generatorOf,
  iterableOf,
  refusesFiles,
  SOURCES,
  streamOf,
  temporaryFolder,
} from "./sources.js";

/** @typedef {import("./case.js").Case} Case */

const STREAM = `${PROMISES}hashStream`;
const FILE = `${PROMISES}hashFile`;
const WEB = "Web Crypto";
const CONTRACT = "the contract of sources";
const MIB = 1024 * 1024;
const ENCODINGS = ["hex", "base64", "base64url", "bytes"];

/** One call. @type {(id: string, source: () => any, whole: () => string | Uint8Array, more?: Partial<Case>) => Case} */
const streamed = (id, source, whole, more = {}) => ({
  id: `hashStream of ${id}`,
  fn: STREAM,
  args: () => ["sha256", source()],
  expect: async () => ({ value: await hexDigest(whole()) }),
  source: WEB,
  ...more,
});

/** Several calls. @type {(id: string, script: (hashStream: (source: any, options?: any) => Promise<any>, api: any) => unknown, value: () => any) => Case} */
const scripted = (id, script, value) => ({
  id: `hashStream ${id}`,
  fn: STREAM,
  script: (api) => script((source, options) => api.promises.hashStream("sha256", source, options), api),
  expect: async () => ({ value: await value() }),
  source: WEB,
});

/** Chunks that every source must get right. @type {Record<string, () => Uint8Array[]>} */
const CHUNKS = {
  "no chunks": () => [],
  "one chunk": () => chunksOf("abc"),
  "three chunks": () => [noise(70, 1), noise(1, 2), noise(200, 3)],
  "chunks among which some are empty": () => chunksOf("", "a", "", "", "bc", ""),
  "a hundred chunks": () => Array.from({ length: 100 }, (_, i) => noise(i, i + 1)),
};

const kinds = Object.entries(SOURCES).flatMap(([name, make]) =>
  Object.entries(CHUNKS).map(([what, chunks]) =>
    streamed(
      `${name} with ${what}`,
      () => make(chunks()),
      () => joined(chunks()),
    ),
  ),
);

/** 200 bytes: more than three blocks of 64, so that chunks end everywhere in a block. */
const MESSAGE = noise(200, 7);

const splits = [
  ...Object.entries({ "a ReadableStream": streamOf, "an async generator": generatorOf }).map(([name, make]) =>
    scripted(
      `of ${name} with 200 bytes in two chunks, cut at every byte`,
      async (hashStream) => {
        const digests = [];
        for (let at = 0; at <= 200; at++) {
          digests.push(await hashStream(make([MESSAGE.slice(0, at), MESSAGE.slice(at)])));
        }
        return digests;
      },
      async () => Array(201).fill(await hexDigest(MESSAGE)),
    ),
  ),
  ...Array.from({ length: 8 }, (_, seed) =>
    streamed(
      `5,000 bytes cut at random, seed ${seed}`,
      () => (seed % 2 === 0 ? streamOf : generatorOf)(randomPieces(noise(5000, seed), seed)),
      () => noise(5000, seed),
    ),
  ),
];

/** Chunks are gathered into batches of 2 MiB. */
const BATCH = 2 * MIB;
const lengths = [
  [BATCH - 1],
  [BATCH],
  [BATCH + 1],
  [5 * MIB],
  [3, BATCH],
  [BATCH - 1, 1],
  [BATCH - 1, 2, BATCH],
  [MIB, MIB, 3],
  [BATCH, BATCH, 3],
  [5 * MIB + 7, 9],
];

const long = lengths.map((sizes) =>
  streamed(
    `chunks of ${sizes.join(", ")} bytes`,
    () => generatorOf(sizes.map((size, index) => noise(size, index))),
    () => joined(sizes.map((size, index) => noise(size, index))),
  ),
);

/** Chunks of every type that holds bytes. @type {Record<string, (bytes: Uint8Array<ArrayBuffer>) => any>} */
const TYPES = {
  "an ArrayBuffer": (bytes) => bytes.buffer,
  "a DataView": (bytes) => new DataView(bytes.buffer),
  "a DataView of a part": (bytes) => new DataView(joined([noise(5), bytes, noise(3)]).buffer, 5, bytes.length),
  "a Uint8Array of a part": (bytes) => joined([noise(5), bytes, noise(3)]).subarray(5, 5 + bytes.length),
  "an Int8Array": (bytes) => new Int8Array(bytes.buffer),
  "a Uint8ClampedArray": (bytes) => new Uint8ClampedArray(bytes.buffer),
  "a Uint16Array": (bytes) => new Uint16Array(bytes.buffer),
  "a Float32Array": (bytes) => new Float32Array(bytes.buffer),
  "a Float64Array": (bytes) => new Float64Array(bytes.buffer),
  "a BigInt64Array": (bytes) => new BigInt64Array(bytes.buffer),
  "a SharedArrayBuffer": (bytes) => shared(bytes).buffer,
  "a view of shared memory": (bytes) => shared(bytes),
  "a resizable ArrayBuffer": (bytes) => {
    const buffer = resizable(bytes.length, 2 * bytes.length);
    new Uint8Array(buffer).set(bytes);
    return buffer;
  },
};

/** @param {Uint8Array} bytes */
function shared(bytes) {
  const view = new Uint8Array(new Shared(bytes.length));
  view.set(bytes);
  return view;
}

const types = Object.entries(TYPES).flatMap(([name, make]) =>
  [streamOf, generatorOf].map((sourceOf, index) =>
    streamed(
      `chunks of which one is ${name}, ${index === 0 ? "in a ReadableStream" : "from a generator"}`,
      () => sourceOf([noise(3), make(noise(48, 9)), noise(5)]),
      () => joined([noise(3), noise(48, 9), noise(5)]),
    ),
  ),
);

const encodings = ENCODINGS.flatMap((encoding) =>
  [encoding, { encoding }].map(
    (options, index) =>
      /** @type {Case} */ ({
        id: `hashStream as ${encoding}${index === 0 ? "" : " by an option object"}`,
        fn: STREAM,
        args: () => ["sha256", generatorOf(chunksOf("a", "bc")), options],
        expect: async () => ({ value: encode(await sha256("abc"), encoding) }),
        source: WEB,
      }),
  ),
);

/** A generator that does something to each chunk as soon as it goes on. @param {(chunk: Uint8Array<ArrayBuffer>) => void} spoil @param {number} size */
async function* spoiling(spoil, size) {
  for (let i = 0; i < 4; i++) {
    const chunk = noise(size, i);
    yield chunk;
    spoil(chunk);
  }
}

/** @type {Record<string, (chunk: Uint8Array<ArrayBuffer>) => void>} */
const SPOILERS = {
  changed: (chunk) => void chunk.fill(0xee),
  detached: ({ buffer }) => void structuredClone(buffer, { transfer: [buffer] }),
};

const spoiled = Object.entries(SPOILERS).flatMap(([how, spoil]) =>
  [100, MIB + 5].map((size) =>
    streamed(
      `chunks of ${size} bytes, each ${how} when the next is asked for`,
      () => spoiling(spoil, size),
      () => joined([0, 1, 2, 3].map((seed) => noise(size, seed))),
    ),
  ),
);

const reused = streamed(
  "chunks that all have the same memory",
  () => {
    const memory = new Uint8Array(1000);
    let at = 0;
    return {
      [Symbol.asyncIterator]: () => ({
        next: async () => {
          memory.set(noise(1000, at));
          return { done: at++ === 5, value: memory };
        },
      }),
    };
  },
  () => joined([0, 1, 2, 3, 4].map((seed) => noise(1000, seed))),
);

/** @type {(id: string, args: () => any[], expect: Case["expect"], also?: Case["also"]) => Case} */
const refused = (id, args, expect, also) => ({
  id: `hashStream ${id}`,
  fn: STREAM,
  args,
  expect,
  source: CONTRACT,
  also,
});

/** Whether what was to be read can be read by somebody else now. @type {Case["also"]} */
const unlocked = (_outcome, [, source]) => (source.locked ? "the stream is locked" : undefined);

const refusals = [
  refused("of a stream that something else reads", () => ["sha256", locked()], wrongValue("source")),
  refused("of a Response that was read", () => ["sha256", usedResponse()], wrongValue("source")),
  refused("of a Response that something else reads", () => ["sha256", lockedResponse()], wrongValue("source")),
  ...[streamOf, generatorOf, iterableOf].map((make, index) =>
    refused(
      `of text in a chunk, ${["in a stream", "from a generator", "from an iterable"][index]}`,
      () => ["sha256", make([bytesOf("a"), "b", bytesOf("c")])],
      wrongType("source"),
      unlocked,
    ),
  ),
  refused(
    "reads its options before its source",
    () => ["sha256", locked(), { encoding: "utf8" }],
    wrongValue("options.encoding"),
  ),
  refused("reads the algorithm before its source", () => ["md4", locked()], wrongValue("algorithm")),
  refused(
    "leaves a stream alone when its options are wrong",
    () => ["sha256", streamOf(chunksOf("abc")), { encodng: "hex" }],
    wrongValue("options.encodng"),
    unlocked,
  ),
  ...["hex", "bytes"].map((encoding) =>
    refused(
      `cannot pack one digest, after ${encoding}`,
      () => ["sha256", streamOf(chunksOf(encoding)), "packed"],
      wrongValue("options.encoding"),
    ),
  ),
];

function locked() {
  const stream = streamOf(chunksOf("abc"));
  stream.getReader();
  return stream;
}

function usedResponse() {
  const response = new Response("abc");
  response.text();
  return response;
}

function lockedResponse() {
  const response = new Response("abc");
  response.body?.getReader();
  return response;
}

/** An iterator that counts how often it is asked. @param {number} count */
function counting(count) {
  let asked = 0;
  const iterator = {
    next: async () => ({ done: asked++ >= count, value: noise(9, asked) }),
    return: async () => ({ done: true, value: undefined }),
  };
  return { source: { [Symbol.asyncIterator]: () => iterator }, asked: () => asked };
}

const ends = [
  streamed(
    "a Response without a body",
    () => new Response(null),
    () => "",
  ),
  scripted(
    "asks for nothing after the end",
    async (hashStream) => {
      const { source, asked } = counting(5);
      const digest = await hashStream(source);
      return [digest, asked()];
    },
    async () => [await hexDigest(joined([1, 2, 3, 4, 5].map((seed) => noise(9, seed)))), 6],
  ),
  scripted(
    "leaves a stream unlocked at its end",
    async (hashStream) => {
      const stream = streamOf(chunksOf("a", "bc"));
      const digest = await hashStream(stream);
      return [digest, stream.locked];
    },
    async () => [await hexDigest("abc"), false],
  ),
  scripted(
    "reads what is left of a stream of which something was read before",
    async (hashStream) => {
      const stream = streamOf(chunksOf("a", "b", "c"));
      const reader = stream.getReader();
      await reader.read();
      reader.releaseLock();
      return hashStream(stream);
    },
    () => hexDigest("bc"),
  ),
  scripted(
    "leaves chunks as they are",
    async (hashStream) => {
      const chunks = [noise(100), noise(MIB + 1)];
      await hashStream(generatorOf(chunks));
      return chunks;
    },
    () => [noise(100), noise(MIB + 1)],
  ),
  ...[3, 30].map((size) =>
    scripted(
      `of 10 bytes whose source says that they are ${size}`,
      async (hashStream) => {
        /** @type {(number | undefined)[][]} */
        const told = [];
        const source = { size, stream: () => streamOf([noise(10)]) };
        const digest = await hashStream(source, {
          onProgress: (/** @type {number} */ done, /** @type {number | undefined} */ total) => told.push([done, total]),
        });
        return [digest, told[told.length - 1]];
      },
      async () => [await hexDigest(noise(10)), [10, 10]],
    ),
  ),
  scripted(
    "gives bytes that can be transferred and alias nothing",
    async (hashStream) => {
      const digest = await hashStream(streamOf(chunksOf("abc")), "bytes");
      const moved = structuredClone(digest, { transfer: [digest.buffer] });
      return [moved, digest.length];
    },
    async () => [await sha256("abc"), 0],
  ),
  scripted(
    "of ten sources at once",
    (hashStream) =>
      Promise.all(Array.from({ length: 10 }, (_, i) => hashStream(generatorOf([noise(i * 50_000, i), noise(i)])))),
    () => Promise.all(Array.from({ length: 10 }, (_, i) => hexDigest(joined([noise(i * 50_000, i), noise(i)])))),
  ),
];

/** @type {(id: string, script: (api: any) => unknown, value: () => any) => Case} */
const ofFile = (id, script, value) => ({
  id: `hashFile ${id}`,
  fn: FILE,
  script,
  expect: async () => ({ value: await value() }),
  source: `${WEB}; where there are no files, the error that says so`,
});

const fileCases = [
  ...[0, 3, MIB - 1, MIB, 5 * MIB + 1].map((length) =>
    ofFile(
      `of ${length} bytes`,
      (api) => digestOfFile(api, noise(length)),
      () => hexDigest(noise(length)),
    ),
  ),
  ...ENCODINGS.map((encoding) =>
    ofFile(
      `as ${encoding}`,
      (api) => digestOfFile(api, bytesOf("abc"), { options: encoding }),
      async () => encode(await sha256("abc"), encoding),
    ),
  ),
  ofFile(
    "by its address",
    (api) => digestOfFile(api, bytesOf("abc"), { isAddress: true }),
    () => hexDigest("abc"),
  ),
  ofFile(
    "says of a file that does not exist what the runtime says",
    async (api) => {
      if (files() === undefined) return refusesFiles(api);
      const { promises } = api;
      const missing = `${temporaryFolder()}/oxbridge, a file that does not exist`;
      const code = await promises.hashFile("sha256", missing).catch((/** @type {any} */ error) => error.code);
      if (code !== "ENOENT") throw new Error(`hashFile gave ${code}`);
    },
    () => undefined,
  ),
  ...[
    { args: ["md4", "name"], expect: wrongValue("algorithm") },
    { args: ["sha256", "name", "utf8"], expect: wrongValue("options.encoding") },
    { args: ["sha256", 1, { encodng: "hex" }], expect: wrongValue("options.encodng") },
  ].map(
    ({ args, expect }) =>
      /** @type {Case} */ ({
        id: `hashFile of ${JSON.stringify(args)}`,
        fn: FILE,
        args: () => args,
        expect,
        source: "the contract of arguments",
      }),
  ),
];

/** @type {Case[]} */
export const streamCases = [
  ...kinds,
  ...splits,
  ...long,
  ...types,
  ...encodings,
  ...spoiled,
  reused,
  ...refusals,
  ...ends,
  ...fileCases,
];

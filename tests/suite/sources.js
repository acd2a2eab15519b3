// Where streams of the suite come from: each kind of source made of given chunks, and what a runtime lacks stood in for.

import { bytesOf, joined } from "./oracle.js";

/** @typedef {(chunks: any[]) => any} MakeSource */

const builtin = (/** @type {string} */ name) => /** @type {any} */ (globalThis).process?.getBuiltinModule?.(name);

/** The files of this runtime, if it has any. */
export const files = () => builtin("node:fs/promises");

/** A folder for files of a moment. @returns {string} */
export const temporaryFolder = () => builtin("node:os")?.tmpdir() ?? "/tmp";

/** A turn of the event loop. */
export const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A stream whose chunks are there from the beginning. @type {MakeSource} */
export const streamOf = (chunks) =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });

/** A stream that makes a chunk when it is asked to. @type {MakeSource} */
const pulledStreamOf = (chunks) => {
  const rest = [...chunks];
  return new ReadableStream(
    {
      async pull(controller) {
        await turn();
        if (rest.length > 0) controller.enqueue(rest.shift());
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
};

/** A stream of bytes, which takes the memory of each chunk, and takes none that is empty. @type {MakeSource} */
const byteStreamOf = (chunks) =>
  new ReadableStream({
    type: "bytes",
    start(controller) {
      for (const chunk of chunks) if (chunk.length > 0) controller.enqueue(chunk.slice());
      controller.close();
    },
  });

/** @param {any[]} chunks */
export async function* generatorOf(chunks) {
  yield* chunks;
}

/** @param {any[]} chunks */
async function* slowGeneratorOf(chunks) {
  for (const chunk of chunks) {
    await turn();
    yield chunk;
  }
}

/** An iterable by hand: it has no `return`, and gives promises that are none of the language's. @type {MakeSource} */
export const iterableOf = (chunks) => ({
  [Symbol.asyncIterator]() {
    let at = 0;
    return {
      next: () => ({
        // biome-ignore lint/suspicious/noThenProperty: what is awaited need only have this method
        then: (/** @type {(step: any) => void} */ resolve) =>
          resolve(at < chunks.length ? { done: false, value: chunks[at++] } : { done: true, value: undefined }),
      }),
    };
  },
});

/** A stream of Node; where there are none, what it is to others: an async iterable that can be destroyed. @type {MakeSource} */
export const nodeStreamOf = (chunks) => {
  const stream = builtin("node:stream");
  if (stream) return stream.Readable.from(chunks.filter(({ length }) => length > 0));
  return Object.assign(generatorOf(chunks), { destroy: () => {} });
};

/** Every kind of source, from chunks of bytes. @type {Record<string, MakeSource>} */
export const SOURCES = {
  "a ReadableStream": streamOf,
  "a ReadableStream that waits to be asked": pulledStreamOf,
  "a ReadableStream of bytes": byteStreamOf,
  "an async generator": generatorOf,
  "an async generator that takes its time": slowGeneratorOf,
  "an async iterable": iterableOf,
  "a Blob": (chunks) => new Blob(chunks),
  "the stream of a Blob": (chunks) => new Blob(chunks).stream(),
  "a File": (chunks) => new File(chunks, "name"),
  "a Response": (chunks) => new Response(joined(chunks)),
  "a Response over a stream": (chunks) => new Response(streamOf(chunks)),
  "a Request": (chunks) => new Request("http://localhost/", { method: "POST", body: joined(chunks) }),
  "a stream of Node": nodeStreamOf,
};

/**
 * The digest of a file with these bytes. A runtime without files must say so, and its message names what to use instead.
 *
 * @param {any} api
 * @param {Uint8Array} bytes
 * @param {{ options?: any, isAddress?: boolean }} [how]
 */
export async function digestOfFile(api, bytes, { options, isAddress = false } = {}) {
  const fs = files();
  if (fs === undefined) {
    await refusesFiles(api, options);
    return api.promises.hashStream("sha256", new File([/** @type {any} */ (bytes)], "name"), options);
  }
  const path = `${temporaryFolder()}/oxbridge-${crypto.randomUUID()}`;
  await fs.writeFile(path, bytes);
  try {
    return await api.promises.hashFile("sha256", isAddress ? new URL(`file://${path}`) : path, options);
  } finally {
    await fs.rm(path);
  }
}

/**
 * @param {any} api
 * @param {any} [options]
 */
export async function refusesFiles(api, options) {
  const answer = await api.promises.hashFile("sha256", "name", options).then(
    () => "a digest",
    (/** @type {any} */ { name, code, argument }) => `${name} ${code} ${argument}`,
  );
  const expected = "TypeError ERR_FEATURE_UNAVAILABLE_ON_PLATFORM undefined";
  if (answer !== expected) throw new Error(`hashFile gave ${answer}, but there are no files`);
}

/** Chunks of a text, as bytes. @param {string[]} texts */
export const chunksOf = (...texts) => texts.map(bytesOf);

// Where `hashStream` and `hashFile` get their bytes: every kind of source as one that gives a chunk at a time.

import * as check from "./check.js";
import { failure } from "./error.js";

/**
 * A source as it is read.
 *
 * @typedef {object} Source
 * @property {() => Promise<{ done?: boolean, value?: unknown }>} next the next chunk, whatever it is
 * @property {(reason: unknown) => void} cancel tells the source that no more is wanted
 * @property {() => void | Promise<void>} release gives the source back
 * @property {number} [total] how many bytes there are, if that is known
 */

/** @typedef {{ readonly body: ReadableStream<Uint8Array> | null, readonly bodyUsed: boolean }} Body */
/** @typedef {{ readonly size: number, stream(): ReadableStream<Uint8Array> }} Sized */

/**
 * What bytes can come from: a `ReadableStream`, an async iterable such as a stream of Node, a `Blob` or `File`, a
 * `Response` or `Request`. Every chunk is a buffer or a view of one; strings are refused.
 *
 * @typedef {ReadableStream<ArrayBufferLike | ArrayBufferView> | AsyncIterable<ArrayBufferLike | ArrayBufferView> | Sized | Body} ByteSource
 */

const KINDS = "a ReadableStream, an async iterable, a Blob, a Response, or a stream of Node";
const nothing = () => {};
const END = { done: true };

/**
 * @param {unknown} value
 * @param {string} where
 * @returns {Source}
 */
export function sourceOf(value, where) {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) throw wrongSource(value, where);
  const source = /** @type {any} */ (value);
  if (typeof source.getReader === "function") return streamSource(source, where);
  if (typeof source.stream === "function" && typeof source.size === "number") {
    return { ...sourceOf(source.stream(), where), total: source.size };
  }
  if (typeof source.bodyUsed === "boolean" && "body" in source) return bodySource(source, where);
  if (typeof source[Symbol.asyncIterator] === "function") return iteratorSource(source, where);
  throw wrongSource(value, where);
}

/**
 * @param {unknown} value
 * @param {string} where
 */
function wrongSource(value, where) {
  const error = check.wrongType(value, where, "source", KINDS);
  const isData = typeof value === "string" || ArrayBuffer.isView(value);
  if (isData) error.message += "; to digest data that is at hand, use hash";
  return error;
}

/**
 * @param {string} where
 * @param {string} reason
 */
const used = (where, reason) =>
  failure("ERR_INVALID_ARG_VALUE", "source", `${where}: source cannot be read, because ${reason}; pass another one`);

/**
 * @param {Body} body
 * @param {string} where
 */
function bodySource({ body, bodyUsed }, where) {
  if (bodyUsed) throw used(where, "its body was read before");
  // A response without a body has no bytes. Some libraries have streams of Node for bodies.
  return body === null ? { next: async () => END, cancel: nothing, release: nothing } : sourceOf(body, where);
}

/**
 * @param {ReadableStream<unknown>} stream
 * @param {string} where
 * @returns {Source}
 */
function streamSource(stream, where) {
  if (stream.locked) throw used(where, "something else reads it already");
  const reader = stream.getReader();
  if (typeof reader?.read !== "function") throw wrongSource(stream, where);
  return {
    next: () => reader.read(),
    cancel: (reason) => attempt(() => reader.cancel(reason)),
    release: () => reader.releaseLock(),
  };
}

/**
 * What streams of Node have besides an iterator.
 *
 * @typedef {object} NodeStream
 * @property {(reason: unknown) => void} [destroy]
 * @property {(event: string, listener: () => void) => void} [on]
 * @property {boolean} [readableEnded]
 * @property {boolean} [destroyed]
 */

/**
 * @param {AsyncIterable<unknown> & NodeStream} iterable
 * @param {string} where
 * @returns {Source}
 */
function iteratorSource(iterable, where) {
  if (iterable.readableEnded === true) throw used(where, "it was read to its end before");
  if (iterable.destroyed === true) throw used(where, "it was destroyed before");
  const iterator = iterable[Symbol.asyncIterator]();
  if (typeof iterator?.next !== "function") throw wrongSource(iterable, where);
  return {
    next: async () => iterator.next(), // which may throw at once
    cancel(reason) {
      // The iterator of a stream of Node would wait for the next chunk, which may never come.
      attempt(() => {
        if (typeof iterable.destroy !== "function") return;
        // Before it has begun to read, nobody listens to the error that this makes.
        iterable.on?.("error", nothing);
        iterable.destroy(reason);
      });
      attempt(() => iterator.return?.());
    },
    release: nothing,
  };
}

/**
 * Does something to a source after a failure. How that goes is its own affair: the caller is told the first reason.
 *
 * @param {() => unknown} step
 */
export function attempt(step) {
  try {
    Promise.resolve(step()).catch(nothing);
  } catch {
    // As above.
  }
}

/**
 * A file, read through the runtime, whose permissions hold.
 *
 * @param {unknown} path
 * @param {string} where
 * @param {number} size how many bytes are read at once at most
 * @returns {Promise<Source>}
 */
export async function fileSource(path, where, size) {
  if (typeof path !== "string" && !(typeof path === "object" && path !== null && "href" in path)) {
    throw check.wrongType(path, where, "path", "a string or a URL");
  }
  // Not an import: browsers have no such module, and their bundlers would look for it.
  const files = /** @type {any} */ (globalThis).process?.getBuiltinModule?.("node:fs/promises");
  if (files === undefined) {
    const message = `${where}: this runtime has no files; use hashStream with a File or a Response`;
    throw failure("ERR_FEATURE_UNAVAILABLE_ON_PLATFORM", "", message);
  }
  const file = await files.open(path, "r");
  try {
    const stat = await file.stat();
    // Some files that are not empty say that they are, such as those of /proc.
    const total = stat.isFile() && stat.size > 0 ? stat.size : undefined;
    const buffer = new Uint8Array(Math.min(size, total ?? size));
    return {
      total,
      async next() {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
        return bytesRead === 0 ? END : { value: buffer.subarray(0, bytesRead) };
      },
      cancel: nothing,
      release: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

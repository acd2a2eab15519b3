// `hashStream` and `hashFile`: digests of data that arrives over time, and may be larger than memory.

import { algorithmOf } from "./algorithm.js";
import * as check from "./check.js";
import { digestOfHasher } from "./digest.js";
import { NONE, planOf, SINGLE } from "./hash-options.js";
import { bridgeLater, perform } from "./later.js";
import { attempt, fileSource, sourceOf } from "./source.js";
import { turn } from "./tasks/inline.js";

/** @typedef {import("./algorithm.js").AlgorithmName} AlgorithmName */
/** @typedef {import("./hash.js").Encoding} Encoding */
/** @typedef {import("./hash.js").TextEncoding} TextEncoding */
/** @typedef {import("./later.js").Job} Job */
/** @typedef {import("./later.js").Kept} Kept */
/** @typedef {import("./source.js").Source} Source */
/** @typedef {import("./source.js").ByteSource} ByteSource */

/**
 * @template {string} E
 * @typedef {import("./later.js").Controlled<import("./hash.js").EncodingOption<E>>} StreamOptions
 */

/** Chunks are gathered until there are so many bytes, unless there is nothing else to do. */
const BATCH = 2 * 1024 * 1024;
/** Room for the first chunks. */
const LEAST = 16 * 1024;
/** The event loop turns at least this often, in milliseconds. */
const LONGEST = 15;

/** @param {() => import("./later.js").Tasks} tasksOf */
export function streamFamily(tasksOf) {
  /**
   * @param {unknown} algorithm
   * @param {unknown} options
   * @param {string} where
   * @param {() => Source | Promise<Source>} open
   * @returns {Promise<any>}
   */
  const digest = (algorithm, options, where, open) =>
    perform(tasksOf, async (job) => {
      const plan = planOf(job, algorithmOf(algorithm, where), options, SINGLE, where);
      const opening = open();
      const source = opening instanceof Promise ? await opened(job, opening) : opening;
      let result;
      try {
        result = await digestOfSource(job, plan, source, where);
      } catch (reason) {
        job.interrupt(reason); // whatever else fails now, this came first
        source.cancel(reason);
        attempt(source.release); // not waited for: a file is not closed before it has given what was asked of it
        throw reason;
      }
      await source.release();
      return result;
    });

  /**
   * Returns the digest of data that arrives over time.
   *
   * @overload
   * @param {AlgorithmName} algorithm the name, such as `"sha256"`
   * @param {ByteSource} source a `ReadableStream`, an async iterable, a `Blob`, a `Response`, or a stream of Node
   * @param {StreamOptions<TextEncoding>} [options] the encoding of the result, `"hex"` by default; `signal`, `onProgress`
   * @returns {Promise<string>}
   */
  /**
   * Returns the digest of data that arrives over time, as bytes.
   *
   * @overload
   * @param {AlgorithmName} algorithm the name, such as `"sha256"`
   * @param {ByteSource} source a `ReadableStream`, an async iterable, a `Blob`, a `Response`, or a stream of Node
   * @param {StreamOptions<"bytes">} options
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  /**
   * Returns the digest of data that arrives over time. While one batch of chunks is hashed off the thread, the next is
   * read; never more, so a fast source waits. Each chunk is copied when it arrives.
   *
   * The name is checked first, then options are read, then `source`. When the call fails or is cancelled, so is the
   * source, with the reason; the lock of a `ReadableStream` is released in any case.
   *
   * @param {AlgorithmName} algorithm the name, such as `"sha256"`
   * @param {ByteSource} source a `ReadableStream`, an async iterable, a `Blob`, a `Response`, or a stream of Node
   * @param {StreamOptions<Encoding>} [options] the encoding of the result, `"hex"` by default, and the options of the
   *   algorithm; `signal` cancels the call, and `onProgress(done, total)` is told the bytes so far, and of how many if the source is a `Blob`
   * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for another source, or a chunk that is not bytes;
   *   `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option, or a source that was used before
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than the algorithm takes
   * @example <caption>Digest a stream</caption>
   * await hashStream("sha256", new Blob(["a", "bc"]).stream()); // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
   * @example <caption>Digest what a generator makes, and see how far it is</caption>
   * let seen = 0;
   * async function* source() { for (let i = 0; i < 3; i++) yield new Uint8Array(1000); }
   * await hashStream("sha256", source(), { onProgress: (done) => { seen = done; } }); // "c81ca5ed..."
   * seen; // 3000
   */
  function hashStream(algorithm, source, options) {
    return digest(algorithm, options, "hashStream", () => sourceOf(source, "hashStream"));
  }

  /**
   * Returns the digest of a file.
   *
   * @overload
   * @param {AlgorithmName} algorithm the name, such as `"sha256"`
   * @param {string | URL} path the path of the file, or its `file:` address
   * @param {StreamOptions<TextEncoding>} [options] the encoding of the result, `"hex"` by default; `signal`, `onProgress`
   * @returns {Promise<string>}
   */
  /**
   * Returns the digest of a file, as bytes.
   *
   * @overload
   * @param {AlgorithmName} algorithm the name, such as `"sha256"`
   * @param {string | URL} path the path of the file, or its `file:` address
   * @param {StreamOptions<"bytes">} options
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  /**
   * Returns the digest of a file. JavaScript reads it 2 MiB at a time, so the permissions of the runtime hold, and it is
   * hashed off the thread.
   *
   * The name is checked first, then options are read, then `path`.
   *
   * @param {AlgorithmName} algorithm the name, such as `"sha256"`
   * @param {string | URL} path the path of the file, or its `file:` address
   * @param {StreamOptions<Encoding>} [options] the encoding of the result, `"hex"` by default, and the options of the
   *   algorithm; `signal` cancels the call, and `onProgress(done, total)` is told the bytes so far and the size of the file
   * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for another path; `ERR_INVALID_ARG_VALUE` for an unknown algorithm,
   *   encoding or option; `ERR_FEATURE_UNAVAILABLE_ON_PLATFORM` where there are no files
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than the algorithm takes
   * @throws {Error} what the runtime says of a file that cannot be read, such as `ENOENT`
   * @example <caption>Digest a file</caption>
   * await hashFile("sha256", "/dev/null"); // "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
   */
  function hashFile(algorithm, path, options) {
    return digest(algorithm, options, "hashFile", () => fileSource(path, "hashFile", BATCH));
  }

  return { hashStream, hashFile };
}

/**
 * The source, once it is open; one that opens too late is closed.
 *
 * @param {Job} job
 * @param {Promise<Source>} opening
 */
async function opened(job, opening) {
  try {
    return await job.wait(opening);
  } catch (error) {
    attempt(async () => (await opening).release());
    throw error;
  }
}

/**
 * @param {Job} job
 * @param {import("./hash-options.js").Plan<Encoding>} plan
 * @param {Source} source
 * @param {string} where
 */
async function digestOfSource(job, plan, source, where) {
  const hasher = await job.call("hasher_new", [plan.id, plan.options ?? NONE]);
  try {
    const feed = new Feed(job, hasher, source.total);
    let lastTurn = performance.now();
    for (;;) {
      const { done, value } = await job.wait(source.next());
      if (done) break;
      // Looked at and copied in one step, so that nothing can change it in between.
      const hasWaited = await feed.take(check.chunk(value, where, "source"));
      // A source may give chunk after chunk without ever leaving the thread to anybody else.
      if (!hasWaited && performance.now() - lastTurn < LONGEST) continue;
      if (!hasWaited) await job.wait(turn());
      lastTurn = performance.now();
    }
    await feed.finish();
    const digest = await job.run(digestOfHasher(bridgeLater(job), plan, hasher, plan.encoding));
    if (feed.done !== source.total || feed.done === 0) job.progress(feed.done, feed.done);
    return digest;
  } finally {
    job.release(hasher);
  }
}

/** Gives chunks to a hasher that works elsewhere, in batches. */
class Feed {
  #job;
  #hasher;
  #total;
  #gathered = new Uint8Array(0);
  #length = 0;
  /** Batches that are on their way. @type {Promise<void>[]} */
  #running = [];
  #busy = 0;
  /** How many bytes are hashed. */
  done = 0;

  /**
   * @param {Job} job
   * @param {number} hasher
   * @param {number | undefined} total
   */
  constructor(job, hasher, total) {
    this.#job = job;
    this.#hasher = hasher;
    this.#total = total;
  }

  /**
   * Copies a chunk at once, and waits while there is too much to do.
   *
   * @param {Uint8Array} chunk
   * @returns {Promise<boolean>} whether it had to wait, so that the event loop has turned
   */
  async take(chunk) {
    /** @type {{ kept: Kept, length: number }[]} */
    const full = [];
    for (let at = 0; at < chunk.length; ) {
      if (this.#length === 0 && chunk.length - at >= BATCH) {
        full.push({ kept: this.#job.keep(chunk.subarray(at, at + BATCH)), length: BATCH });
        at += BATCH;
        continue;
      }
      if (this.#length === this.#gathered.length) this.#grow();
      const part = chunk.subarray(at, at + this.#gathered.length - this.#length);
      this.#gathered.set(part, this.#length);
      this.#length += part.length;
      at += part.length;
      if (this.#length === BATCH) full.push(this.#gather());
    }
    let hasWaited = false;
    for (const { kept, length } of full) hasWaited = (await this.#give(kept, length)) || hasWaited;
    if (this.#busy === 0) await this.#flush();
    return hasWaited;
  }

  /** Makes room for more; a short stream needs little. */
  #grow() {
    const larger = new Uint8Array(Math.min(BATCH, Math.max(LEAST, this.#gathered.length * 4)));
    larger.set(this.#gathered);
    this.#gathered = larger;
  }

  /** Gives what is left, and waits for everything. */
  async finish() {
    await this.#flush();
    while (this.#running.length > 0) await this.#job.wait(this.#running.shift());
  }

  async #flush() {
    if (this.#length === 0) return;
    const { kept, length } = this.#gather();
    await this.#give(kept, length);
  }

  /** What was gathered; much of it with its memory, and little as a copy. */
  #gather() {
    const length = this.#length;
    this.#length = 0;
    if (2 * length < this.#gathered.length) return { kept: this.#job.keep(this.#gathered.subarray(0, length)), length };
    const { kept, memory } = this.#job.swap(this.#gathered, length);
    this.#gathered = memory;
    return { kept, length };
  }

  /**
   * @param {Kept} kept
   * @param {number} length
   */
  async #give(kept, length) {
    const hasWaited = this.#running.length >= this.#job.lane.depth;
    while (this.#running.length >= this.#job.lane.depth) await this.#job.wait(this.#running.shift());
    this.#busy++;
    const running = this.#job.call("hasher_update", [this.#hasher, kept]).then(() => {
      this.#busy--;
      this.done += length;
      this.#job.progress(this.done, this.#total !== undefined && this.done <= this.#total ? this.#total : undefined);
    });
    // Now, and not when its turn comes: the source may never give another chunk.
    running.catch((reason) => this.#job.interrupt(reason));
    this.#running.push(running);
    return hasWaited;
  }
}

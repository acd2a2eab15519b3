// How the functions of a family run when they are called: every row at once, on the calling thread.
//
// A function is written once over a bridge, and runs on this one or on that of `later.js`. What takes several crossings
// is a generator that yields what each row gives: here that is the result itself, there a promise of it.

import { bytesForNow, options } from "./check.js";
import { encoders } from "./encode.js";

/**
 * What a function of a family is written over.
 *
 * @typedef {object} Bridge
 * @property {() => import("./load.js").Rows} rows the rows; `later.js` gives promises of their results, and for a row that
 *   writes bytes the promise of these
 * @property {{ items: number, units: number, packed: number }} block how many messages, and code units of them, cross
 *   together; and how many if they are packed, and their digests as well
 * @property {(data: unknown, where: string, argument: string) => Uint8Array<ArrayBuffer>} bytes checks bytes that a row
 *   is given at once
 * @property {(isOfHasher: boolean) => import("./encode.js").Encoders | undefined} encoders what makes text of a digest here,
 *   if that is better than to take text from a row: from a hasher, or from a row that takes the whole message
 * @property {typeof options} options reads an options object
 * @property {(where: string) => void} control reads the options of a function that has none of its own
 * @property {<T>(given: T, own: Uint8Array<ArrayBuffer>) => T} target what a function gives back that writes in place
 * @property {(items: unknown[], count: number, check: (item: unknown, index: number) => string | Uint8Array) => { read: unknown[], units: number }} items
 *   the items as they are read: each when its turn comes, or all now; and how long they are together, if that is known
 * @property {<T extends Uint8Array | Uint32Array>(view: T) => T} own what stays as it is until its turn comes: itself,
 *   or a copy
 * @property {() => number} piece how many bytes cross at once
 * @property {(bytes: Uint8Array) => Iterable<Piece>} pieces longer bytes, cut
 * @property {(target: Uint8Array<ArrayBuffer>, isRead?: boolean) => Uint8Array<ArrayBuffer>} out what a row is given
 *   that writes to `target`: itself, or other memory, which has the same bytes only if the row reads them, because to
 *   copy the target would map all of it
 * @property {(result: any, target: Uint8Array) => void} put puts written bytes where they belong
 * @property {(result: any, total: number, out?: Uint8Array<ArrayBuffer>) => any} once the result of a function that
 *   crosses once: that of the row, or what it has written into `out`
 * @property {(work: Generator<any, any, any>) => any} run runs a function that crosses several times
 * @property {(done: number, total: number | undefined) => void} progress says how far the work is
 * @property {(handle: number) => void} release ends a handle
 */

/**
 * A part of long bytes, which ends at `done`.
 *
 * @template {ArrayBufferLike} [B=ArrayBufferLike]
 * @typedef {{ piece: Uint8Array<B>, done: number }} Piece
 */

/** Long work is cut into pieces of so many bytes, so that no backend has to hold more at once; some like fewer. */
export const PIECE = 4 * 1024 * 1024;

const nothing = () => {};
// Enough messages to pay for the crossing, and few enough code units to stay in the fastest cache.
// Those whose digests are packed are as many as have a piece of the usual length.
const BLOCK = { items: 512, units: 16 * 1024, packed: PIECE / 32 };

/**
 * @param {() => import("./load.js").Rows} open gives the rows; it is not asked before the first of them is needed
 * @returns {Bridge}
 */
export function bridgeNow(open) {
  /** @type {import("./load.js").Rows | undefined} */
  let opened;
  let longest = PIECE;
  const rows = () => {
    if (opened === undefined) {
      opened = open();
      longest = opened.piece ?? PIECE;
    }
    return opened;
  };
  const piece = () => {
    rows();
    return longest;
  };
  return {
    // A function, because engines compile it into its callers; they would call a getter, and they compile no call into a
    // place where they have seen two functions called, one of which opened the backend.
    rows,
    block: BLOCK,
    bytes: (data, where, argument) => bytesForNow(data, where, argument, rows),
    encoders: (isOfHasher) => {
      const { givesText } = rows();
      return givesText === "never" || (givesText === "once" && isOfHasher) ? encoders : undefined;
    },
    options,
    control: nothing,
    target: (given) => given,
    items: (items) => ({ read: items, units: Number.POSITIVE_INFINITY }),
    own: (view) => view,
    piece,
    pieces: (bytes) => pieces(bytes, piece()),
    out: (target) => target,
    put: nothing,
    // Engines keep a small new array without a buffer of its own, and to give it one for a native call costs more than
    // the digest of a short text; so rows write into memory that is used again, and it is copied from here.
    once: (result, _total, out) => (out === undefined ? result : out.slice()),
    run,
    progress: nothing,
    release: (handle) => releaseQuietly(rows(), handle),
  };
}

/**
 * Ends a handle, unless a call that failed inside has ended it before: then that failure is what the program is told.
 *
 * @param {{ release: (handle: number) => void }} owner
 * @param {number} handle
 */
export function releaseQuietly(owner, handle) {
  try {
    owner.release(handle);
  } catch {
    // It is gone already.
  }
}

/**
 * Cuts long bytes.
 *
 * @template {ArrayBufferLike} B
 * @param {Uint8Array<B>} bytes
 * @param {number} length how long a piece is
 * @returns {Generator<Piece<B>, void, void>}
 */
export function* pieces(bytes, length) {
  for (let at = 0; at < bytes.length; at += length) {
    const piece = /** @type {Uint8Array<B>} */ (bytes.subarray(at, at + length));
    yield { piece, done: at + piece.length };
  }
}

/** @param {Generator<any, any, any>} work */
function run(work) {
  let step = work.next();
  while (!step.done) step = work.next(step.value);
  return step.value;
}

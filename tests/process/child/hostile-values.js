// Every JavaScript value that a function could be given and does not expect. Bytes lie between canaries:
// whoever writes outside a view kills one.

const MARGIN = 64;
const CANARY = 0xa5;

/** @type {{ bytes: Uint8Array, from: number, to: number }[]} */
let arenas = [];
/** @type {ArrayBuffer[]} */
let buffers = [];

/** Forgets the arenas of the call before. */
export function fresh() {
  arenas = [];
  buffers = [];
}

/** Throws if a byte around any view of this call has changed; what is gone with its buffer cannot be looked at. */
export function checkCanaries() {
  for (const { bytes, from, to } of arenas) {
    // Gone with its buffer. The length would say so too, but not in all optimised code of Node 20 and 22.
    if (bytes[0] === undefined) continue;
    for (let i = 0; i < bytes.length; i++) {
      if ((i < from || i >= to) && bytes[i] !== CANARY)
        throw new Error(`byte ${i - from} of ${to - from} was written to`);
    }
  }
}

/**
 * Detaches every buffer of this call, from inside the call, and answers with a number.
 *
 * @param {number} answer
 */
function detachAll(answer) {
  for (const buffer of buffers) if (buffer.byteLength > 0) structuredClone(buffer, { transfer: [buffer] });
  return answer;
}

/**
 * A buffer with canaries, and in it `size` bytes that count up.
 *
 * @template {ArrayBufferLike} B
 * @param {number} size
 * @param {(length: number) => B} make
 */
function arena(size, make) {
  const buffer = make(size + 2 * MARGIN);
  const bytes = new Uint8Array(buffer);
  bytes.fill(CANARY);
  for (let i = 0; i < size; i++) bytes[MARGIN + i] = i;
  arenas.push({ bytes, from: MARGIN, to: MARGIN + size });
  if (buffer instanceof ArrayBuffer) buffers.push(buffer);
  return buffer;
}

/** @param {number} size */
const plain = (size) => arena(size, (length) => new ArrayBuffer(length));
/** @param {number} size */
const resizable = (size) =>
  arena(size, (length) => new /** @type {any} */ (ArrayBuffer)(length, { maxByteLength: 4 * length }));

/**
 * `size` bytes with canaries around them.
 *
 * @param {number} size
 */
export const bytes = (size) => new Uint8Array(plain(size), MARGIN, size);

/**
 * 32-bit integers with canaries around them.
 *
 * @param {readonly number[]} values
 */
export function indices(values) {
  const view = new Uint32Array(plain(4 * values.length), MARGIN, values.length);
  view.set(values);
  return view;
}

/**
 * A view of `size` bytes whose property says something else.
 *
 * @param {number} size
 * @param {Record<string, unknown>} lies
 */
function liar(size, lies) {
  const view = bytes(size);
  for (const [name, value] of Object.entries(lies)) Object.defineProperty(view, name, { value });
  return view;
}

/** A subclass whose getters lie. */
class Liar extends Uint8Array {
  get length() {
    return 100_000;
  }
  get byteLength() {
    return 100_000;
  }
  get byteOffset() {
    return 0;
  }
}

/**
 * What a value does: `lie` has a length that its memory does not have, `place` says that it is elsewhere in memory,
 * `narrow` has elements of less than 32 bits, and `late` changes the memory while the call runs.
 *
 * @typedef {"lie" | "place" | "narrow" | "late" | undefined} Kind
 */

/** @type {[string, () => unknown, Kind?][]} */
export const VALUES = [
  ["undefined", () => undefined],
  ["null", () => null],
  ["true", () => true],
  ["-1", () => -1],
  ["-0", () => -0],
  ["1.5", () => 1.5],
  ["NaN", () => NaN],
  ["Infinity", () => Infinity],
  ["2**31", () => 2 ** 31],
  ["2**32 - 1", () => 2 ** 32 - 1],
  ["2**32", () => 2 ** 32],
  ["2**53", () => 2 ** 53],
  ["1e308", () => 1e308],
  ["-1e308", () => -1e308],
  ["0n", () => 0n],
  ["-1n", () => -1n],
  ["2n ** 64n", () => 2n ** 64n],
  ["a string", () => "abc", "narrow"],
  ["an empty string", () => "", "narrow"],
  ["half a surrogate pair", () => "\ud800", "narrow"],
  ["a long string", () => "x".repeat(70_000), "narrow"],
  ["a symbol", () => Symbol("s")],
  ["a function", () => () => 0],
  ["a class", () => class {}],
  ["an object", () => ({})],
  ["an object without a prototype", () => Object.create(null)],
  ["an array", () => [1, 2, 3], "narrow"],
  ["an array of nonsense", () => ["x", null, {}], "narrow"],
  ["an array-like", () => ({ length: 3, 0: 1 }), "lie"],
  ["an array-like of no size", () => ({ length: -1 }), "lie"],
  ["an array-like of 2**32 + 16", () => ({ length: 2 ** 32 + 16 }), "lie"],
  ["a date", () => new Date(0)],
  ["a regular expression", () => /x/],
  ["an error", () => new Error("x")],
  ["a promise", () => Promise.resolve(1)],
  ["a map", () => new Map()],
  ["a boxed number", () => Object(1)],
  ["an ArrayBuffer", () => plain(64)],
  ["a SharedArrayBuffer", () => arena(64, (length) => new SharedArrayBuffer(length))],
  ["no bytes", () => bytes(0)],
  ["1 byte", () => bytes(1), "narrow"],
  ["31 bytes", () => bytes(31), "narrow"],
  ["32 bytes", () => bytes(32), "narrow"],
  ["33 bytes", () => bytes(33), "narrow"],
  ["64 bytes", () => bytes(64), "narrow"],
  ["1 MiB", () => new Uint8Array(1 << 20), "narrow"],
  ["no indices", () => indices([])],
  ["one index", () => indices([0])],
  ["falling indices", () => indices([3, 0])],
  ["indices far behind the end", () => indices([0, 2 ** 32 - 1])],
  ["indices that begin behind the end", () => indices([2 ** 31, 2 ** 32 - 1])],
  ["many indices", () => indices([0, 1, 2, 3, 4, 5, 6, 7, 8])],
  ["a DataView", () => new DataView(plain(64), MARGIN, 64)],
  ["an Int8Array", () => new Int8Array(plain(64), MARGIN, 64), "narrow"],
  ["a Uint8ClampedArray", () => new Uint8ClampedArray(plain(64), MARGIN, 64), "narrow"],
  ["a Uint16Array", () => new Uint16Array(plain(64), MARGIN, 32), "narrow"],
  ["an Int32Array", () => new Int32Array(plain(64), MARGIN, 16)],
  ["a Float64Array", () => new Float64Array(plain(64), MARGIN, 8)],
  ["a BigUint64Array", () => new BigUint64Array(plain(64), MARGIN, 8)],
  ["a view of shared memory", () => sharedView(), "narrow"],
  [
    "shared indices",
    () =>
      new Uint32Array(
        arena(64, (length) => new SharedArrayBuffer(length)),
        MARGIN,
        4,
      ),
  ],
  ["a detached view", () => detached(bytes(64)), "narrow"],
  ["detached indices", () => detached(indices([0, 3]))],
  ["a detached buffer", () => detached(bytes(64)).buffer],
  ["a view of a resizable buffer", () => new Uint8Array(resizable(64), MARGIN, 64), "narrow"],
  ["a view that tracks a length", () => tracking(), "narrow"],
  ["a view out of bounds", () => shrunk(new Uint8Array(resizable(64), MARGIN, 64)), "narrow"],
  ["indices out of bounds", () => shrunk(new Uint32Array(resizable(64), MARGIN, 16))],
  ["a view that tracks out of bounds", () => shrunk(tracking()), "narrow"],
  [
    "a view of WebAssembly memory",
    () => new Uint8Array(new WebAssembly.Memory({ initial: 1 }).buffer, 8, 64),
    "narrow",
  ],
  ["a subclass that lies", () => new Liar(plain(64), MARGIN, 64), "place"],
  ["a view that claims 100 more bytes", () => liar(64, { length: 164, byteLength: 164 }), "lie"],
  ["a view that claims a million bytes", () => liar(64, { length: 1e6, byteLength: 1e6 }), "lie"],
  ["a view that claims 2**32 bytes", () => liar(64, { length: 2 ** 32, byteLength: 2 ** 32 }), "lie"],
  ["a view that claims fewer bytes", () => liar(64, { length: 1, byteLength: 1 }), "lie"],
  ["a long view that claims one byte", () => liar(100_000, { length: 1, byteLength: 1 }), "lie"],
  ["a view that claims -1 bytes", () => liar(64, { length: -1, byteLength: -1 }), "lie"],
  ["a view that claims NaN bytes", () => liar(64, { length: NaN, byteLength: NaN }), "lie"],
  ["a view that claims another place", () => liar(64, { byteOffset: 0 }), "place"],
  ["a view that claims another buffer", () => liar(64, { buffer: plain(1), byteOffset: 0 }), "place"],
  [
    "a view that claims another class",
    () => liar(64, { constructor: Float64Array, [Symbol.toStringTag]: "x" }),
    "narrow",
  ],
  ["a view without a prototype", () => Object.setPrototypeOf(bytes(64), null), "lie"],
  ["indices with the prototype of bytes", () => Object.setPrototypeOf(indices([0, 3]), Uint8Array.prototype), "lie"],
  ["bytes with the prototype of indices", () => Object.setPrototypeOf(bytes(64), Uint32Array.prototype), "lie"],
  ["an object with the prototype of bytes", () => Object.create(Uint8Array.prototype)],
  ["a proxy of bytes", () => new Proxy(bytes(64), {}), "lie"],
  ["a proxy that answers for bytes", () => new Proxy(bytes(64), { get: (view, key) => Reflect.get(view, key) }), "lie"],
  ["a revoked proxy", () => revoked()],
  ["an object with a throwing valueOf", () => ({ valueOf: thrower, toString: thrower })],
  ["an object with a throwing length", () => Object.defineProperty({}, "length", { get: thrower })],
  ["an object that detaches all when it is read", () => ({ valueOf: () => detachAll(0) }), "late"],
  ["a length that detaches all when it is read", () => lateLength(), "late"],
];

/** A view that reaches to the end of its buffer, over the canaries there, wherever that end is. */
function tracking() {
  const view = new Uint8Array(/** @type {any} */ (resizable(64)), MARGIN);
  const arena = arenas[arenas.length - 1];
  arena.to = arena.bytes.length;
  return view;
}

function sharedView() {
  return new Uint8Array(
    arena(64, (length) => new SharedArrayBuffer(length)),
    MARGIN,
    64,
  );
}

/**
 * @template {ArrayBufferView} V
 * @param {V} view
 */
function detached(view) {
  arenas.pop();
  structuredClone(view.buffer, { transfer: [/** @type {ArrayBuffer} */ (view.buffer)] });
  return view;
}

/**
 * @template {ArrayBufferView} V
 * @param {V} view
 */
function shrunk(view) {
  /** @type {any} */ (view.buffer).resize(MARGIN / 2);
  return view;
}

function revoked() {
  const { proxy, revoke } = Proxy.revocable(bytes(64), {});
  revoke();
  return proxy;
}

/** @returns {never} */
function thrower() {
  throw new Error("hostile");
}

function lateLength() {
  const view = bytes(64);
  return Object.defineProperty(view, "length", { get: () => detachAll(64) });
}

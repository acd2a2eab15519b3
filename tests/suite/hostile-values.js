// The hostile values: each is made anew for each case, and says beside it what it holds.

import { inOtherRealm } from "./realm.js";

/**
 * @typedef {object} Hostile
 * @property {string} name
 * @property {() => any} make
 * @property {number[]} [bytes] the bytes it holds, if it can be read as bytes
 * @property {boolean} [writable] whether those may be changed in place
 * @property {number[]} [offsets] the integers it holds, if it can be read as offsets
 * @property {unknown[]} [list] the items it holds, if it is an array
 * @property {boolean} [revoked] a proxy whose every use throws
 * @property {"realm"} [needs]
 * @property {(value: any) => { shown: Uint8Array, outside: Uint8Array }} [look] its bytes, and those that surround them
 */

const MARK = 0xa5;

/** Takes a buffer's memory away. @param {ArrayBuffer} buffer */
export function detach(buffer) {
  structuredClone(buffer, { transfer: [buffer] });
}

/** @template {ArrayBufferView} T @param {T} view @returns {T} */
function detached(view) {
  detach(/** @type {ArrayBuffer} */ (view.buffer));
  return view;
}

/** A buffer that can shrink. @param {number} length @param {number} most @returns {any} */
export const resizable = (length, most) => new /** @type {any} */ (ArrayBuffer)(length, { maxByteLength: most });

// A page that is not isolated hides the constructor, but not shared memory itself.
export const Shared = /** @type {SharedArrayBufferConstructor} */ (
  globalThis.SharedArrayBuffer ?? new WebAssembly.Memory({ initial: 0, maximum: 0, shared: true }).buffer.constructor
);

/** @param {number[]} bytes */
const shared = (bytes) => {
  const view = new Uint8Array(new Shared(bytes.length));
  view.set(bytes);
  return view;
};

/** A view of 1, 2, 3 in the middle of marked bytes. @param {number} offset */
const poisoned = (offset) => {
  const view = new Uint8Array(new Uint8Array(16).fill(MARK).buffer, offset, 3);
  view.set([1, 2, 3]);
  return view;
};

/** @param {any} value */
const lookAround = (value) => {
  const buffer = new Uint8Array(value.buffer);
  const { byteOffset, byteLength } = value;
  const shown = buffer.slice(byteOffset, byteOffset + byteLength);
  return { shown, outside: buffer.filter((_, at) => at < byteOffset || at >= byteOffset + byteLength) };
};

class Lying extends Uint8Array {
  get byteLength() {
    return 1 << 30;
  }
  get length() {
    return 1 << 30;
  }
  get byteOffset() {
    return 4096;
  }
}

class LyingBuffer extends Uint8Array {
  get buffer() {
    return new ArrayBuffer(1 << 10);
  }
}

class LyingTag extends Uint8Array {
  get [Symbol.toStringTag]() {
    return /** @type {any} */ ("Uint32Array");
  }
}

class Species extends Uint8Array {
  static get [Symbol.species]() {
    return /** @type {any} */ (Array);
  }
}

/** @template T @param {T} value @param {PropertyDescriptorMap} properties */
const withOwn = (value, properties) => Object.defineProperties(value, properties);

/** @param {object} target */
const revokedProxy = (target) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

// Where there is no Buffer, a subclass of Uint8Array stands for it: that is all it is.
const BufferClass = /** @type {any} */ (globalThis).Buffer ?? class extends Uint8Array {};

/** @type {[string, () => any][]} */
const PRIMITIVES = [
  ["undefined", () => undefined],
  ["null", () => null],
  ["true", () => true],
  ["false", () => false],
  ["0", () => 0],
  ["-0", () => -0],
  ["1", () => 1],
  ["2", () => 2],
  ["-1", () => -1],
  ["1.5", () => 1.5],
  ["94", () => 94],
  ["NaN", () => NaN],
  ["Infinity", () => Infinity],
  ["-Infinity", () => -Infinity],
  ["2 ** 32", () => 2 ** 32],
  ["2 ** 32 + 1", () => 2 ** 32 + 1],
  ["2 ** 53", () => 2 ** 53],
  ["-(2 ** 31)", () => -(2 ** 31)],
  ["1n", () => 1n],
  ["-1n", () => -1n],
  ["2n ** 64n", () => 2n ** 64n],
  ["an empty string", () => ""],
  ["a string", () => "abc!"],
  ["the string 1", () => "1"],
  ["a lone surrogate", () => "\ud800"],
  ["a symbol", () => Symbol("s")],
  ["Symbol.iterator", () => Symbol.iterator],
];

/** Objects that hold neither bytes nor items. @type {[string, () => any][]} */
const OBJECTS = [
  ["an object", () => ({})],
  ["an object without a prototype", () => Object.create(null)],
  ["an object with a length", () => ({ length: 3, 0: 1, 1: 2, 2: 3 })],
  ["an object with byteLength", () => ({ byteLength: 8, byteOffset: 0, buffer: new ArrayBuffer(8) })],
  ["a function", () => () => "hex"],
  ["a class", () => class {}],
  ["a Number object", () => new Number(1)],
  ["a String object", () => new String("hex")],
  ["a Date", () => new Date(0)],
  ["a RegExp", () => /x/],
  ["a Map", () => new Map([["encoding", "hex"]])],
  ["a Set", () => new Set(["a"])],
  ["a promise", () => Promise.resolve("abc")],
  ["an iterator", () => ["a"][Symbol.iterator]()],
  ["a generator", () => (function* () {})()],
  // Engines give errors and namespaces different properties of their own; what inherits from them has none.
  ["an object that inherits from an error", () => Object.create(new Error("an argument"))],
  ["a poser with the prototype of Uint8Array", () => Object.create(Uint8Array.prototype)],
  ["a poser with the prototype of ArrayBuffer", () => Object.create(ArrayBuffer.prototype)],
  ["a poser with the tag of Uint8Array", () => ({ [Symbol.toStringTag]: "Uint8Array", length: 3 })],
  ["a proxy of an object", () => new Proxy({}, {})],
  ["a proxy of a Uint8Array", () => new Proxy(new Uint8Array(0), {})],
  ["a proxy of an ArrayBuffer", () => new Proxy(new ArrayBuffer(3), {})],
  [
    "an object that throws when converted",
    () => ({
      [Symbol.toPrimitive]: () => {
        throw new Error("converted");
      },
    }),
  ],
  ["an object that inherits from Math", () => Object.create(Math)],
];

/** @type {(name: string, make: () => any) => Hostile} */
const gone = (name, make) => ({ name, make });

/** Buffers whose memory is gone, or is no longer where a view says. @type {Hostile[]} */
const GONE = [
  gone("a detached Uint8Array", () => detached(new Uint8Array([1, 2, 3]))),
  gone("a detached Uint8Array of a part", () => detached(new Uint8Array(new ArrayBuffer(8), 2, 3))),
  gone("a detached Float64Array", () => detached(new Float64Array(2))),
  gone("a detached Uint32Array", () => detached(new Uint32Array(2))),
  gone("a detached DataView", () => detached(new DataView(new ArrayBuffer(8)))),
  gone("a detached ArrayBuffer", () => detached(new Uint8Array(3)).buffer),
  gone("a Uint8Array behind the end of a shrunk buffer", () => {
    const buffer = resizable(8, 16);
    const view = new Uint8Array(buffer, 4, 4);
    buffer.resize(2);
    return view;
  }),
  gone("a Uint8Array that a shrunk buffer cut off", () => {
    const buffer = resizable(8, 16);
    const view = new Uint8Array(buffer, 0, 8);
    buffer.resize(4);
    return view;
  }),
  gone("a DataView behind the end of a shrunk buffer", () => {
    const buffer = resizable(8, 16);
    const view = new DataView(buffer, 4, 4);
    buffer.resize(2);
    return view;
  }),
];

/** @type {(name: string, bytes: number[], make: () => any, more?: Partial<Hostile>) => Hostile} */
const bytes = (name, bytes, make, more = {}) => ({ name, make, bytes, writable: true, ...more });

/** The bytes of numbers in this machine's order. @param {ArrayBufferView} view */
const bytesIn = (view) => [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)];

const NUMBERS = [Int8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Float32Array, Float64Array];

/** Values that hold bytes. @type {Hostile[]} */
const BYTES = [
  bytes("a Uint8Array", [1, 2, 3], () => new Uint8Array([1, 2, 3]), { look: lookAround }),
  bytes("an empty Uint8Array", [], () => new Uint8Array(0)),
  bytes("an empty view at the end", [], () => new Uint8Array(new Uint8Array(8).fill(MARK).buffer, 8), {
    look: lookAround,
  }),
  ...[1, 2, 3, 4, 5, 6, 7].map((offset) =>
    bytes(`a Uint8Array at offset ${offset}`, [1, 2, 3], () => poisoned(offset), { look: lookAround }),
  ),
  ...NUMBERS.map((Type) => bytes(`a ${Type.name}`, bytesIn(new Type([1, 2])), () => new Type([1, 2]))),
  bytes("a BigInt64Array", bytesIn(new BigInt64Array([-2n])), () => new BigInt64Array([-2n])),
  bytes("a BigUint64Array", bytesIn(new BigUint64Array([2n])), () => new BigUint64Array([2n])),
  bytes("a Uint32Array of offsets", bytesIn(new Uint32Array([0, 0])), () => new Uint32Array([0, 0]), {
    offsets: [0, 0],
  }),
  bytes("an empty Uint32Array", [], () => new Uint32Array(0), { offsets: [] }),
  bytes("a Buffer", [1, 2, 3], () => BufferClass.from([1, 2, 3])),
  bytes("a DataView of a part", [1, 2, 3], () => new DataView(poisoned(3).buffer, 3, 3), { look: lookAround }),
  bytes("an ArrayBuffer", [1, 2, 3], () => new Uint8Array([1, 2, 3]).buffer),
  bytes("an empty ArrayBuffer", [], () => new ArrayBuffer(0)),
  bytes("a resizable ArrayBuffer", [0, 0, 0], () => resizable(3, 64)),
  bytes("a view that follows a buffer that grew", [0, 0, 0, 0], () => {
    const buffer = resizable(2, 64);
    const view = new Uint8Array(buffer);
    buffer.resize(4);
    return view;
  }),
  bytes("a view that follows a buffer that shrank", [0], () => {
    const buffer = resizable(8, 64);
    const view = new Uint8Array(buffer);
    buffer.resize(1);
    return view;
  }),
  bytes("a view that follows a buffer that shrank to nothing", [], () => {
    const buffer = resizable(8, 64);
    const view = new Uint8Array(buffer);
    buffer.resize(0);
    return view;
  }),
  bytes("shared bytes", [1, 2, 3], () => shared([1, 2, 3]), { writable: false }),
  bytes("a SharedArrayBuffer", [1, 2, 3], () => shared([1, 2, 3]).buffer, { writable: false }),
  bytes("a DataView of shared bytes", [2, 3], () => new DataView(shared([1, 2, 3]).buffer, 1), { writable: false }),
  bytes("a shared Uint32Array of offsets", [0, 0, 0, 0], () => new Uint32Array(new Shared(4)), {
    writable: false,
    offsets: [0],
  }),
  bytes("a subclass that lies about its length", [1, 2, 3], () => new Lying([1, 2, 3])),
  bytes("a subclass that lies about its buffer", [1, 2, 3], () => new LyingBuffer([1, 2, 3])),
  bytes("a subclass that lies about its tag", [1, 2, 3], () => new LyingTag([1, 2, 3])),
  bytes("a subclass with a species", [1, 2, 3], () => new Species([1, 2, 3])),
  bytes("a Uint8Array with its own lengths", [1, 2, 3], () =>
    withOwn(new Uint8Array([1, 2, 3]), { length: { value: 1 << 20 }, byteLength: { value: -1 } }),
  ),
  bytes("a Uint8Array without a prototype", [1, 2, 3], () => Object.setPrototypeOf(new Uint8Array([1, 2, 3]), null)),
  bytes("a Uint8Array with the prototype of Array", [1, 2, 3], () =>
    Object.setPrototypeOf(new Uint8Array([1, 2, 3]), Array.prototype),
  ),
  bytes("a DataView with its own length", [1, 2], () =>
    withOwn(new DataView(new Uint8Array([1, 2]).buffer), { byteLength: { value: 1 << 20 } }),
  ),
  bytes("an ArrayBuffer with its own length", [1, 2], () =>
    withOwn(new Uint8Array([1, 2]).buffer, { byteLength: { value: 1 << 20 } }),
  ),
];

/** @type {(name: string, list: unknown[], make: () => any, more?: Partial<Hostile>) => Hostile} */
const array = (name, list, make, more = {}) => ({ name, list, make, ...more });

/** Arrays of things that are no items. @type {Hostile[]} */
const ARRAYS = [
  array("an empty array", [], () => [], { offsets: [] }),
  array("an array of nulls", [null], () => [null, null]),
  array("an array with a hole", [undefined], () => Array(2)),
  array("an array of booleans", [true], () => [true, false]),
  array("an array of arrays", [["a"]], () => [["a"]]),
  array("a proxy of an array", [null], () => new Proxy([null], {})),
  array(
    "an array that says it is longer",
    [null],
    () => new Proxy([null], { get: (of, key) => (key === "length" ? 9 : Reflect.get(of, key)) }),
  ),
];

/** Values of another realm. @type {Hostile[]} */
const REALM = [
  {
    name: "a Uint8Array of another realm",
    bytes: [1, 2, 3],
    writable: true,
    make: () => inOtherRealm("new Uint8Array([1, 2, 3])"),
  },
  {
    name: "a DataView of another realm",
    bytes: [0, 0],
    writable: true,
    make: () => inOtherRealm("new DataView(new ArrayBuffer(2))"),
  },
  {
    name: "an ArrayBuffer of another realm",
    bytes: [0, 0],
    writable: true,
    make: () => inOtherRealm("new ArrayBuffer(2)"),
  },
  {
    name: "offsets of another realm",
    bytes: [0, 0, 0, 0],
    offsets: [0],
    writable: true,
    make: () => inOtherRealm("new Uint32Array(1)"),
  },
  { name: "an array of another realm", list: [null], make: () => inOtherRealm("[null]") },
  { name: "an object of another realm", make: () => inOtherRealm("({})") },
].map((hostile) => ({ ...hostile, needs: /** @type {const} */ ("realm") }));

/** Every hostile value. @type {Hostile[]} */
export const VALUES = [
  ...PRIMITIVES.map(([name, make]) => ({ name, make })),
  ...OBJECTS.map(([name, make]) => ({ name, make })),
  { name: "a revoked proxy", make: () => revokedProxy({}), revoked: true },
  { name: "a revoked proxy of an array", make: () => revokedProxy([]), revoked: true },
  ...GONE,
  ...BYTES,
  ...ARRAYS,
  ...REALM,
];

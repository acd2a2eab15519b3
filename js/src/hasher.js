/// <reference lib="esnext.disposable" preserve="true" />
// `createHash`: a digest of bytes that come in pieces. Its state is in the core, behind a handle.

import { algorithmOf } from "./algorithm.js";
import * as check from "./check.js";
import { digestOfHasher } from "./digest.js";
import { failure } from "./error.js";
import { encodingOf, NONE, planOf, planWithout, SINGLE } from "./hash-options.js";
import { ALGORITHMS, LONGEST_STATE } from "./interface.js";

/** @typedef {import("./hash.js").Algorithm} Algorithm */
/** @typedef {import("./hash.js").Encoding} Encoding */
/** @typedef {import("./hash-options.js").TextEncoding} TextEncoding */
/** @typedef {import("./check.js").Data} Data */
/** @typedef {import("./load.js").Rows} Rows */

/**
 * @template {string} E
 * @typedef {import("./hash-options.js").EncodingOption<E>} EncodingOption
 */

/**
 * What a hasher holds in the core. The handle belongs to one instance: a WebAssembly instance that was replaced after a
 * failure has taken it along.
 *
 * @typedef {{ bridge: import("./now.js").Bridge, handle: number, instance: number }} Held
 */

/** Frees what nobody can reach any more. @type {FinalizationRegistry<Held>} */
const unreachable = new FinalizationRegistry(release);

/** @param {Held} held */
function release({ bridge, handle, instance }) {
  if (instanceOf(bridge.rows()) === instance) bridge.release(handle);
}

/** @param {Rows} rows */
const instanceOf = (rows) => rows.instance?.() ?? 0;

/** Only this module makes hashers. */
const MAKER = Symbol("createHash");

/** Takes bytes in pieces, and gives the digest of all of them so far. `createHash` makes it. */
export class Hasher {
  /** @type {Held | undefined} */
  #held;
  /** @type {import("./hash-options.js").Plan<Encoding>} */
  #plan;

  /**
   * @param {symbol} maker
   * @param {Held} held
   * @param {import("./hash-options.js").Plan<Encoding>} plan
   */
  constructor(maker, held, plan) {
    if (maker !== MAKER) throw failure("ERR_INVALID_THIS", "", "a hasher is made by createHash, not by new");
    this.#held = held;
    this.#plan = plan;
    unreachable.register(this, held, this);
  }

  /**
   * The name of the algorithm.
   *
   * @returns {Algorithm}
   * @example <caption>Ask a hasher for its algorithm</caption>
   * createHash("sha256").algorithm; // "sha256"
   */
  get algorithm() {
    return Hasher.#of(this, "algorithm").#plan.name;
  }

  /**
   * Takes more bytes. How they are cut changes nothing; a string is encoded on its own, so half of a surrogate pair at
   * its end becomes U+FFFD even if the next string begins with the other half.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @returns {this}
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
   * @throws {Error} `ERR_DISPOSED` after `free`
   * @example <caption>Digest a text in two pieces</caption>
   * createHash("sha256").update("ab").update("c").digest(); // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
   */
  update(data) {
    const { bridge, handle } = Hasher.#of(this, "update").#live("update");
    const bytes = bridge.bytes(data, "update", "data");
    if (check.sizeOf(bytes) <= bridge.piece()) bridge.rows().hasher_update(handle, bytes);
    else for (const { piece } of bridge.pieces(bytes)) bridge.rows().hasher_update(handle, piece);
    return this;
  }

  /**
   * Returns the digest of all bytes so far. It does not end the hasher: more bytes may follow.
   *
   * @overload
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; that of `createHash` by default
   * @returns {string}
   */
  /**
   * Returns the digest of all bytes so far, as bytes. It does not end the hasher: more bytes may follow.
   *
   * @overload
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the digest of all bytes so far. It does not end the hasher: more bytes may follow.
   *
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; that of `createHash` by default
   * @returns {string | Uint8Array<ArrayBuffer>}
   * @throws {TypeError} `ERR_INVALID_ARG_VALUE` or `ERR_INVALID_ARG_TYPE` for an unknown encoding or option
   * @throws {Error} `ERR_DISPOSED` after `free`
   * @example <caption>Look at the digest on the way</caption>
   * const hasher = createHash("sha256").update("abc");
   * hasher.digest("base64"); // "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
   * hasher.update("d").digest(); // "88d4266fd4e6338d13b845fcf289579d209c897823b9217da3e161936f031589"
   */
  digest(options) {
    const self = Hasher.#of(this, "digest");
    const encoding = encodingOf(check, options, "digest") ?? self.#plan.encoding;
    const { bridge, handle } = self.#live("digest");
    return bridge.run(digestOfHasher(bridge, self.#plan, handle, encoding));
  }

  /**
   * Returns another hasher that has seen the same bytes, and goes its own way.
   *
   * @returns {Hasher}
   * @throws {Error} `ERR_DISPOSED` after `free`
   * @example <caption>Digest what begins alike only once</caption>
   * const prefix = createHash("sha256").update("ab");
   * prefix.clone().update("c").digest(); // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
   * prefix.clone().update("d").digest(); // "a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9"
   */
  clone() {
    const self = Hasher.#of(this, "clone");
    const { bridge, handle, instance } = self.#live("clone");
    const held = { bridge, handle: bridge.rows().hasher_clone(handle), instance };
    return new Hasher(MAKER, held, self.#plan);
  }

  /**
   * Forgets all bytes, but not its options.
   *
   * @returns {this}
   * @throws {Error} `ERR_DISPOSED` after `free`
   * @example <caption>Use a hasher again</caption>
   * createHash("sha256").update("x").reset().update("abc").digest(); // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
   */
  reset() {
    const { bridge, handle } = Hasher.#of(this, "reset").#live("reset");
    bridge.rows().hasher_reset(handle);
    return this;
  }

  /**
   * Returns what the hasher knows as bytes, from which `restoreHash` makes one that goes on; not of every algorithm, as
   * `hashes()` tells. They are the same on every backend and platform. Whoever has them can go on as well, and they hold the
   * end of what was hashed, or all of it if it is short, and the seed, so they are as secret as that.
   *
   * @returns {Uint8Array<ArrayBuffer>} the bytes, with a checksum behind them
   * @throws {TypeError} `ERR_INVALID_ARG_VALUE` if the algorithm does not give its state; `hashes()` says
   *   which ones do
   * @throws {Error} `ERR_DISPOSED` after `free`
   * @example <caption>Go on after a pause, in another process or on another machine</caption>
   * const saved = createHash("sha256").update("ab").save();
   * restoreHash(saved).update("c").digest(); // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
   */
  save() {
    const self = Hasher.#of(this, "save");
    const { bridge, handle } = self.#live("save");
    const { name } = self.#plan;
    if (!ALGORITHMS[name].saves) {
      const message = `save: ${name} does not give its state; clone the hasher instead, or use an algorithm that saves`;
      throw failure("ERR_INVALID_ARG_VALUE", "this", message);
    }
    const out = new Uint8Array(LONGEST_STATE);
    return out.slice(0, bridge.rows().hasher_save(handle, out));
  }

  /**
   * Frees the hasher now; otherwise that happens some time after the program has lost it.
   *
   * @returns {void}
   * @throws {Error} `ERR_DISPOSED` if it was freed before
   * @example <caption>Free a hasher</caption>
   * const hasher = createHash("sha256");
   * hasher.free(); // undefined
   */
  free() {
    const self = Hasher.#of(this, "free");
    const held = self.#live("free");
    self.#held = undefined;
    unreachable.unregister(self);
    held.bridge.release(held.handle);
  }

  /**
   * Frees the hasher at the end of the block that declares it with `using`; does nothing if it was freed before.
   *
   * @returns {void}
   * @example <caption>Free a hasher as `using` does</caption>
   * const hasher = createHash("sha256");
   * hasher[Symbol.dispose](); // undefined
   */
  [Symbol.dispose]() {
    const self = Hasher.#of(this, "Symbol.dispose");
    if (self.#held === undefined) return;
    unreachable.unregister(self);
    release(self.#held);
    self.#held = undefined;
  }

  /**
   * The hasher that a method was called on.
   *
   * @param {unknown} value
   * @param {string} method
   * @returns {Hasher}
   */
  static #of(value, method) {
    if (typeof value === "object" && value !== null && #held in value) return value;
    const message = `${method}: this must be a hasher that createHash of this copy of Oxbridge made`;
    throw failure("ERR_INVALID_THIS", "this", message);
  }

  /**
   * @param {string} method
   * @returns {Held}
   */
  #live(method) {
    if (this.#held && instanceOf(this.#held.bridge.rows()) === this.#held.instance) return this.#held;
    const reason = this.#held ? "went with its WebAssembly instance, which failed and was replaced" : "was freed";
    throw failure("ERR_DISPOSED", "this", `${method}: this hasher ${reason}; make a new one with createHash`);
  }
}

// A runtime that does not know the symbol has given the method the name "undefined".
if (Symbol.dispose === undefined) Reflect.deleteProperty(Hasher.prototype, "undefined");

/** @param {import("./now.js").Bridge} bridge */
export function hasherFamily(bridge) {
  /** @param {number} handle */
  const held = (handle) => ({ bridge, handle, instance: instanceOf(bridge.rows()) });

  /**
   * Makes a hasher, which takes bytes in pieces.
   *
   * The name is checked first, then options are read.
   *
   * @param {import("./algorithm.js").AlgorithmName} algorithm the name, such as `"sha256"`
   * @param {import("./hash.js").EncodingOption<import("./hash.js").Encoding>} [options] the encoding that `digest()`
   *   gives when it is not told one, `"hex"` by default; and the options of the algorithm
   * @returns {import("./hasher.js").Hasher} the hasher
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` or `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than the algorithm takes
   * @example <caption>Digest bytes as they come</caption>
   * const hasher = createHash("sha256");
   * for (const chunk of ["a", "b", "c"]) hasher.update(chunk);
   * hasher.digest(); // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
   * @example <caption>Ask for as many bytes as are needed</caption>
   * createHash("shake128", { outputLength: 4 }).update("abc").digest(); // "5881092d"
   */
  function createHash(algorithm, options) {
    const plan = planOf(check, algorithmOf(algorithm, "createHash"), options, SINGLE, "createHash");
    return new Hasher(MAKER, held(bridge.rows().hasher_new(plan.id, plan.options ?? NONE)), plan);
  }

  /**
   * Makes the hasher that `save` has made bytes of.
   *
   * Options are read first, then `bytes`.
   *
   * @param {ArrayBufferLike | ArrayBufferView} bytes what `save` gave, on whatever backend and platform
   * @param {import("./hash-options.js").EncodingOption<import("./hash.js").Encoding>} [options] the encoding that
   *   `digest()` gives when it is not told one; `"hex"` by default
   * @returns {import("./hasher.js").Hasher} the hasher
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value that is not bytes; `ERR_INVALID_ARG_VALUE` for bytes that
   *   `save` did not give, that were damaged, or are of another version
   * @example <caption>Go on where another hasher stopped</caption>
   * const saved = createHash("sha1").update("ab").save();
   * restoreHash(saved).update("c").digest("base64"); // "qZk+NkcGgWq6PiVxeFDCbJzQ2J0="
   */
  function restoreHash(bytes, options) {
    const encoding = encodingOf(check, options, "restoreHash") ?? "hex";
    const rows = bridge.rows();
    const handle = rows.hasher_restore(check.onlyBytes(bytes, "restoreHash", "bytes"));
    const id = rows.hasher_algorithm(handle);
    const names = /** @type {Algorithm[]} */ (Object.keys(ALGORITHMS));
    const name = /** @type {Algorithm} */ (names.find((name) => ALGORITHMS[name].id === id));
    return new Hasher(MAKER, held(handle), planWithout(name, encoding));
  }

  return { createHash, restoreHash };
}

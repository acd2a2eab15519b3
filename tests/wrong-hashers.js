// Ways in which hashers can be wrong on purpose.

/** @typedef {import("./wrong-rows.js").Row} Row */

/**
 * A hasher with other methods than those of its class.
 *
 * @param {any} hasher
 * @param {Record<string | symbol, Row>} methods
 */
function withMethods(hasher, methods) {
  for (const name of Reflect.ownKeys(methods)) {
    Object.defineProperty(hasher, name, { value: methods[/** @type {string} */ (name)], configurable: true });
  }
  return hasher;
}

/** The methods of its class. @param {any} hasher @returns {Record<string | symbol, Row>} */
function right(hasher) {
  const prototype = Object.getPrototypeOf(hasher);
  return new Proxy({}, { get: (_, name) => prototype[name].bind(hasher) });
}

/** What a hasher is turned into. @type {Record<string, (hasher: any, was: Record<string | symbol, Row>) => Record<string | symbol, Row>>} */
const METHODS = {
  "drop the last byte of an update": (hasher, { update }) => ({
    update: (data) => {
      if (typeof data === "string") update(data.slice(0, -1));
      else update(data instanceof Uint8Array ? data.subarray(0, Math.max(0, data.length - 1)) : data);
      return hasher;
    },
  }),
  "ignore an empty text and what follows it": (hasher, { update }) => {
    let isDeaf = false;
    return {
      update: (data) => {
        isDeaf ||= data === "";
        update(isDeaf ? "" : data);
        return hasher;
      },
    };
  },
  "join halves of surrogate pairs": (hasher, { update, digest }) => {
    let half = "";
    return {
      update: (data) => {
        const text = typeof data === "string" ? half + data : data;
        half = typeof data === "string" ? (/[\ud800-\udbff]$/.exec(text)?.[0] ?? "") : "";
        update(half === "" ? text : text.slice(0, -1));
        return hasher;
      },
      digest: (options) => {
        update(half);
        half = "";
        return digest(options);
      },
    };
  },
  "change the bytes of an update": (hasher, { update }) => ({
    update: (data) => {
      update(data);
      if (data instanceof Uint8Array && data.length > 0) data[0] ^= 1;
      return hasher;
    },
  }),
  "give nothing back from update": (_hasher, { update }) => ({ update: (data) => void update(data) }),
  "give nothing back from reset": (_hasher, { reset }) => ({ reset: () => void reset() }),
  "are ended by a digest": (_hasher, { digest, free }) => ({
    digest: (options) => {
      const result = digest(options);
      free();
      return result;
    },
  }),
  "forget all bytes at a digest": (_hasher, { digest, reset }) => ({
    digest: (options) => {
      const result = digest(options);
      reset();
      return result;
    },
  }),
  "give the same bytes twice": (_hasher, { digest }) => {
    /** @type {Map<unknown, any>} */
    const given = new Map();
    return {
      digest: (options) => {
        const result = digest(options);
        const key = typeof result === "string" ? result : String(result);
        if (!given.has(key)) given.set(key, result);
        return given.get(key);
      },
    };
  },
  "ignore the encoding of a digest": (_hasher, { digest }) => ({ digest: () => digest() }),
  "are their own clones": (hasher) => ({ clone: () => hasher }),
  "share their bytes with their clones": (hasher) => ({ clone: () => sharing(hasher) }),
  "make clones that have seen nothing": (_hasher, { clone }) => ({ clone: () => clone().reset() }),
  "keep their bytes at a reset": (hasher) => ({ reset: () => hasher }),
  "are not freed by free": () => ({ free: () => undefined }),
  "can be freed twice": (_hasher, was) => ({ free: () => was[Symbol.dispose]() }),
  "are not freed by Symbol.dispose": () => ({ [Symbol.dispose]: () => undefined }),
  "cannot be disposed twice": (_hasher, { free }) => ({ [Symbol.dispose]: () => free() }),
  "do not look at what their methods are called on": (_hasher, { digest, update, clone, reset }) => ({
    digest: (options) => digest(options),
    update: (data) => update(data),
    clone: () => clone(),
    reset: () => reset(),
  }),
};

/** Another object that does everything with the same hasher. @param {any} hasher */
function sharing(hasher) {
  const clone = Object.create(Object.getPrototypeOf(hasher));
  return withMethods(clone, {
    update: (data) => {
      hasher.update(data);
      return clone;
    },
    reset: () => {
      hasher.reset();
      return clone;
    },
    digest: (options) => hasher.digest(options),
    clone: () => hasher.clone(),
    free: () => undefined,
    [Symbol.dispose]: () => undefined,
  });
}

/** Ways in which `createHash` can be wrong. @type {Record<string, (call: Row) => Row>} */
export const WRONG_HASHERS = {
  ...Object.fromEntries(
    Object.entries(METHODS).map(([how, methods]) => [
      `makes hashers that ${how}`,
      (/** @type {Row} */ call) =>
        (/** @type {any[]} */ ...args) => {
          const hasher = call(...args);
          return withMethods(hasher, methods(hasher, right(hasher)));
        },
    ]),
  ),
  "ignores its encoding": (call) => (algorithm) => call(algorithm),
  "gives the same hasher every time": (call) => {
    /** @type {any} */
    let hasher;
    return (...args) => {
      hasher ??= call(...args);
      return hasher;
    };
  },
};

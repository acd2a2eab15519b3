// How calls cross: seen from a core that only writes down what it is given, so that no case needs the memory that a real
// one of its size would. How `bulkHash` makes blocks, and that what a promise makes in the core is released.

import { deepStrictEqual } from "node:assert";
import { hashFamily } from "../js/src/hash.js";
import { streamFamily } from "../js/src/hash-stream.js";
import { promised } from "../js/src/later.js";
import { bridgeNow, pieces } from "../js/src/now.js";
import { Pool } from "../js/src/tasks/pool.js";

const MIB = 1024 * 1024;

/** The program of a worker that gives back what it is given. */
const ECHO = `
  const { parentPort } = require("node:worker_threads");
  parentPort.on("message", ({ id, args, ...rest }) => {
    if ("open" in rest) parentPort.postMessage({ ready: true });
    else {
      const buffers = args.filter(ArrayBuffer.isView).map(({ buffer }) => buffer);
      parentPort.postMessage({ id, calls: 1, instance: 0, args }, buffers);
    }
  });
`;

/** @typedef {[row: string, messages: number, bytes: number][]} Crossings */

/** A core that notes what crosses: the row, and how many messages and bytes it is given. */
function notingCore() {
  /** @type {Crossings} */
  const seen = [];
  const note = (/** @type {string} */ row, /** @type {number} */ messages, /** @type {Uint8Array} */ bytes) => {
    seen.push([row, messages, bytes.length]);
    return "0".repeat(64 * messages);
  };
  const rows = /** @type {any} */ ({
    hash: (/** @type {any[]} */ ...[, data]) => void note("hash", 1, data),
    hash_text: (/** @type {any[]} */ ...[, , data]) => note("hash_text", 1, data),
    bulk_hash: (/** @type {any[]} */ ...[, bytes, offsets]) => void note("bulk_hash", offsets.length - 1, bytes),
    bulk_hash_text: (/** @type {any[]} */ ...[, , bytes, offsets]) => note("bulk_hash_text", offsets.length - 1, bytes),
    hasher_new: () => 1,
    hasher_update: (/** @type {any[]} */ ...[, data]) => void note("hasher_update", 1, data),
    hasher_digest: () => undefined,
    hasher_digest_text: () => "0".repeat(64),
    release: () => undefined,
  });
  return { rows, seen };
}

/**
 * What crosses during calls.
 *
 * @param {(bulkHash: (items: any, encoding?: any) => unknown) => void} use
 */
function crossings(use) {
  const { rows, seen } = notingCore();
  const { bulkHash } = hashFamily(bridgeNow(() => rows));
  use((items, encoding) => bulkHash("sha256", items, encoding));
  return seen;
}

/**
 * What crosses during a call of the promise twin; and the memory that its rows have written to, and that it gives back.
 *
 * @param {any} items
 * @param {any} [encoding]
 */
async function crossingsLater(items, encoding) {
  const { rows, seen } = notingCore();
  /** @type {Record<"written" | "reused", Uint8Array[]>} */
  const memory = { written: [], reused: [] };
  /** @type {import("../js/src/later.js").Lane} */
  const lane = {
    depth: 1,
    call: async (row, args) => {
      const given = args.map((arg) => /** @type {any} */ (arg)?.bytes ?? arg);
      return rows[row](...given) ?? given.findLast((arg) => arg instanceof Uint8Array);
    },
    release: () => {},
    close: () => {},
  };
  const { bulkHash } = promised(hashFamily, () => ({
    open: () => lane,
    keep: (bytes) => ({ bytes: bytes.slice() }),
    swap: (memory, length) => ({ kept: { bytes: memory.slice(0, length) }, memory }),
    forget: () => {},
    writable({ length }) {
      const bytes = new Uint8Array(length).fill(memory.written.length + 1);
      memory.written.push(bytes);
      return { bytes };
    },
    reuse(bytes) {
      memory.reused.push(bytes);
      bytes.fill(0); // the next row may write to it
    },
  }));
  const result = await bulkHash("sha256", items, encoding);
  return { seen, result, ...memory };
}

/** Calls that make a hasher, by a signal. @type {Record<string, (promises: any, signal: AbortSignal) => Promise<any>>} */
const HASHING = {
  "sha256 of many bytes": ({ sha256 }, signal) => sha256(new Uint8Array(9 * MIB), { signal }),
  "hashStream of three chunks": ({ hashStream }, signal) =>
    hashStream("sha256", new Blob(Array(3).fill(new Uint8Array(MIB))).stream(), { signal }),
};

/**
 * Handles that are left when a call was cancelled, at each moment of it; and how many there were at all.
 *
 * @param {(promises: any, signal: AbortSignal) => Promise<any>} call
 */
async function handlesLeft(call) {
  let [made, left] = [0, 0];
  for (let turns = 0; turns < 40; turns++) {
    /** @type {Set<unknown>} */
    const live = new Set();
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    /** @type {import("../js/src/later.js").Lane} */
    const lane = {
      depth: 2,
      call: async (row) => {
        await turn();
        if (row !== "hasher_new") return "0".repeat(64);
        live.add(++made);
        return made;
      },
      release: (handle) => void live.delete(handle),
      close: () => {},
    };
    const tasks = () => ({
      open: () => lane,
      keep: (/** @type {Uint8Array} */ bytes) => ({ bytes }),
      swap: (/** @type {Uint8Array} */ memory) => ({ kept: { bytes: memory }, memory }),
      forget: () => {},
      writable: (/** @type {Uint8Array} */ { length }) => ({ bytes: new Uint8Array(length) }),
      reuse: () => {},
    });
    const controller = new AbortController();
    const promises = {
      ...promised(hashFamily, /** @type {any} */ (tasks)),
      ...streamFamily(/** @type {any} */ (tasks)),
    };
    const ended = call(promises, controller.signal).catch(() => {});
    for (let i = 0; i < turns; i++) await (turns % 2 === 0 ? turn() : null);
    controller.abort();
    await ended;
    for (let i = 0; i < 5; i++) await turn();
    left += live.size;
  }
  return { hasMade: made > 10, left };
}

export const checks = [
  ...Object.entries(HASHING).map(([name, call]) => ({
    name: `${name} leaves no handle behind, whenever it is cancelled`,
    run: async () => deepStrictEqual(await handlesLeft(call), { hasMade: true, left: 0 }),
  })),
  {
    name: "a message of more bytes than a backend takes at once crosses in pieces, by a hasher",
    run: () => {
      const all = [undefined, 128 * 1024].map((piece) => {
        const { rows, seen } = notingCore();
        const { hash } = hashFamily(bridgeNow(() => ({ ...rows, piece })));
        for (const length of [128 * 1024, 128 * 1024 + 1, 4 * MIB + 1]) hash("sha256", new Uint8Array(length));
        return seen.map(([row, , bytes]) => [row, bytes]);
      });
      deepStrictEqual(all, [
        [
          ["hash_text", 128 * 1024],
          ["hash_text", 128 * 1024 + 1],
          ["hasher_update", 4 * MIB],
          ["hasher_update", 1],
        ],
        [
          ["hash_text", 128 * 1024],
          ["hasher_update", 128 * 1024],
          ["hasher_update", 1],
          ...Array(32).fill(["hasher_update", 128 * 1024]),
          ["hasher_update", 1],
        ],
      ]);
    },
  },
  {
    name: "512 messages cross at once",
    run: () =>
      deepStrictEqual(
        crossings((bulk) => bulk(Array(1024).fill("ab"))),
        [
          ["bulk_hash_text", 512, 1024],
          ["bulk_hash_text", 512, 1024],
        ],
      ),
  },
  {
    name: "what is packed on both sides crosses as it is, with 131,072 messages at once, and 4 MiB",
    run: () => {
      const messages = (/** @type {number} */ count, /** @type {number} */ size) => ({
        bytes: new Uint8Array(count * size),
        offsets: Uint32Array.from({ length: count + 1 }, (_, i) => i * size),
      });
      const packed = (/** @type {any} */ items) => crossings((bulk) => bulk(items, "packed"));
      deepStrictEqual(packed(messages(131_072, 32)), [["bulk_hash", 131_072, 4 * MIB]]);
      deepStrictEqual(packed(messages(131_073, 1)), [
        ["bulk_hash", 131_072, 131_072],
        ["bulk_hash", 1, 1],
      ]);
      deepStrictEqual(packed(messages(3, 2 * MIB)), [
        ["bulk_hash", 2, 4 * MIB],
        ["bulk_hash", 1, 2 * MIB],
      ]);
      deepStrictEqual(
        crossings((bulk) => bulk(messages(1024, 1))),
        [
          ["bulk_hash_text", 512, 512],
          ["bulk_hash_text", 512, 512],
        ],
      );
    },
  },
  {
    name: "4096 messages cross at once off the thread",
    run: async () => {
      const lines = Array(8193).fill("ab");
      deepStrictEqual((await crossingsLater(lines)).seen, [
        ["bulk_hash_text", 4096, 8192],
        ["bulk_hash_text", 4096, 8192],
        ["bulk_hash_text", 1, 2],
      ]);
      const bytes = new Uint8Array(8193 * 2);
      const offsets = Uint32Array.from({ length: 8194 }, (_, i) => i * 2);
      deepStrictEqual((await crossingsLater({ bytes, offsets }, "packed")).seen, [
        ["bulk_hash", 4096, 8192],
        ["bulk_hash", 4096, 8192],
        ["bulk_hash", 1, 2],
      ]);
    },
  },
  ...["packed", "bytes"].map((encoding) => ({
    name: `what digests as ${encoding} were written to off the thread is given back once they are copied, to be used again`,
    run: async () => {
      const { result, written, reused } = await crossingsLater(Array(8193).fill("ab"), encoding);
      const lengths = written.map(({ length }) => length);
      deepStrictEqual(lengths, [4096 * 32, 4096 * 32, 32]);
      deepStrictEqual(
        reused.map((bytes) => written.indexOf(bytes)),
        [0, 1, 2],
      );
      const digests = encoding === "packed" ? [...pieces(result, 32)].map(({ piece }) => piece) : result;
      deepStrictEqual(
        [0, 4095, 4096, 8191, 8192].map((at) => [...new Set(digests[at])]),
        [[1], [1], [2], [2], [3]],
      );
    },
  })),
  {
    name: "a pool uses memory again that a row has written to, while it has workers",
    run: async () => {
      const pool = new Pool({ text: ECHO }, () => undefined, /** @type {any} */ (undefined));
      const { open, writable, reuse } = pool.tasks;
      const target = new Uint8Array(MIB);
      const lent = () => /** @type {{ bytes: Uint8Array<ArrayBuffer> }} */ (writable(target, false));
      const unused = lent().bytes;
      reuse(unused);
      const lane = open();
      const written = await lane.call("bulk_hash", [0, new Uint8Array(0), new Uint32Array(1), 0, lent()]);
      reuse(written);
      const [next, another] = [lent(), lent()];
      const both = [unused.buffer, written.buffer];
      deepStrictEqual(
        [next, another].map(({ bytes }) => both.indexOf(bytes.buffer)),
        [1, -1],
      );
      target.fill(7);
      reuse(next.bytes);
      const { bytes } = /** @type {typeof next} */ (writable(target, true));
      deepStrictEqual([both.indexOf(bytes.buffer), bytes.length, ...new Set(bytes)], [1, MIB, 7]);
      lane.close();
    },
  },
  {
    name: "a message longer than a block crosses alone, through a row whose lengths have no limit of 32 bits",
    run: () => {
      const long = new Uint8Array(MIB);
      deepStrictEqual(
        crossings((bulk) => bulk(["a", long, "b"])),
        [
          ["bulk_hash_text", 1, 1],
          ["hash_text", 1, MIB],
          ["bulk_hash_text", 1, 1],
        ],
      );
      deepStrictEqual(
        crossings((bulk) => bulk([long, long], "packed")),
        [
          ["hash", 1, MIB],
          ["hash", 1, MIB],
        ],
      );
    },
  },
  {
    name: "packed messages cross in blocks of a few MiB, so that WebAssembly has memory for each",
    run: () => {
      const offsets = Array.from({ length: 65 }, (_, i) => i * MIB);
      const seen = crossings((bulk) => bulk({ bytes: new Uint8Array(64 * MIB), offsets }, "bytes"));
      deepStrictEqual(seen, Array(16).fill(["bulk_hash", 4, 4 * MIB]));
      const large = crossings((bulk) => bulk({ bytes: new Uint8Array(20 * MIB), offsets: [0, 9 * MIB, 20 * MIB] }));
      deepStrictEqual(
        large,
        [4, 4, 1, 4, 4, 3].map((size) => ["hasher_update", 1, size * MIB]),
      );
    },
  },
  {
    name: "a call from inside a getter gathers its messages in memory of its own",
    run: () => {
      /** @type {any[]} */
      const items = ["first", "second"];
      const seen = crossings((bulk) => {
        Object.defineProperty(items, 1, { get: () => `${bulk(["x", "y", "z"])}`.slice(0, 6) });
        bulk(items);
      });
      deepStrictEqual(seen, [
        ["bulk_hash_text", 3, 3],
        ["bulk_hash_text", 2, 11],
      ]);
    },
  },
];

// What a call costs on one backend, by the shape of what crosses, in a process that uses no other. Runs in browsers too.

import { distinctLines, LINES, noise, sumOfBytes, sumOfTexts } from "../inputs.js";
import { ownLoop } from "../loops.js";
import { digestInJavaScript, INVERSIONS, javaScriptDigests } from "../rivals.js";
import { takeTurns } from "../rounds.js";

const KIB = 1024;
const MIB = 1024 * KIB;

/** How many bytes go in, and how often in a run. */
const SIZES = [
  { bytes: 16, calls: 100_000 },
  { bytes: 64, calls: 100_000 },
  { bytes: 4 * KIB, calls: 20_000 },
  { bytes: 64 * KIB, calls: 2_000 },
  { bytes: MIB, calls: 100 },
  { bytes: 16 * MIB, calls: 5 },
];
const OUT = 64 * KIB;
const DIGEST = 32; // bytes
const ROUNDS = 15;

/** @param {number} bytes */
const sizeName = (bytes) => (bytes >= MIB ? `${bytes / MIB} MiB` : bytes >= KIB ? `${bytes / KIB} KiB` : `${bytes} B`);

/** @typedef {import("../results.js").Job} Job */

/** Every shape, with what the call does besides crossing. @type {Job[]} */
export const CROSSINGS = [
  { id: "add", title: "Two numbers in, one out", unit: "call", does: "add, which adds them" },
  ...SIZES.map(({ bytes }) => ({
    id: `in ${sizeName(bytes)}`,
    title: `Bytes in, in place: ${sizeName(bytes)}`,
    unit: "call",
    does: "invertColors, which inverts each byte; wasm copies them in and back",
  })),
  {
    id: "out 32 B",
    title: "Bytes of 64 B in, 32 B out",
    unit: "call",
    does: "sha256 to bytes, which digests two blocks and makes a Uint8Array",
  },
  {
    id: "out 64 KiB",
    title: "Bytes of 64 KiB in, 64 KiB out",
    unit: "call",
    does: "bulkHash from packed to packed, which digests 2,048 messages of 32 bytes",
  },
  {
    id: "text in",
    title: "A string of 30 characters in, a digest in hexadecimal out",
    unit: "call",
    does: "sha256, which digests one block",
  },
  {
    id: "texts",
    title: "100,000 strings of 30 characters in, 100,000 digests in hexadecimal out",
    unit: "string",
    does: "bulkHash, which digests one block for each string",
  },
  {
    id: "promise",
    title: "A promise: 64 B in, 32 B out",
    unit: "call",
    does: "sha256 of oxbridge/promises, one after the other; it digests two blocks on another thread",
  },
];

/**
 * What the calls are compared with, where it is to be had; only `add` and what works on bytes have any.
 *
 * @typedef {object} Beside
 * @property {import("../addon.js").Addon} [addon] written by hand in C
 * @property {(a: number, b: number) => number} [bareAdd] the function of the C library, called without the facade
 */

/**
 * @param {object} options
 * @param {string} options.backend
 * @param {any} options.api all functions of `oxbridge`
 * @param {any} options.promises those of `oxbridge/promises`
 * @param {Beside} options.beside
 * @param {import("../scale.js").Scale} options.scale
 * @returns {Promise<import("../results.js").Taken[]>}
 */
export async function measureCrossings({ backend, api, promises, beside, scale }) {
  const { addon, bareAdd } = beside;
  /** @type {import("../results.js").Taken[]} */
  const taken = [];
  /**
   * @param {string} job
   * @param {keyof typeof import("../loops.js").BODIES} body
   * @param {number} calls
   * @param {Record<string, Function | undefined>} ways
   * @param {Function} oracle the same in JavaScript, which says what must come out
   * @param {() => unknown} [input]
   */
  async function measure(job, body, calls, ways, oracle, input = () => undefined) {
    const count = scale.calls(calls) | 1; // odd, so that what works in place has an effect
    const fold = body === "inPlace" ? sumOfBytes : (/** @type {unknown} */ sum) => sum;
    const expected = fold(await ownLoop(body, oracle, count)(input()));
    const candidates = Object.entries(ways).flatMap(([name, call]) =>
      call === undefined ? [] : { name, run: ownLoop(body, call, count), later: body === "promises", expected },
    );
    const times = await takeTurns({ candidates, input, fold, rounds: scale.rounds(ROUNDS), operations: count });
    taken.push({ job, backend, times });
  }

  const plainAdd = (/** @type {number} */ a, /** @type {number} */ b) => a + b;
  const additions = { [backend]: api.add, "JavaScript, inlined": plainAdd, "C addon": addon?.add };
  await measure("add", "numbers", 200_000, { ...additions, "bare symbol": bareAdd }, plainAdd);

  for (const { bytes, calls } of SIZES) {
    const pixels = noise(bytes);
    const ways = { [backend]: (/** @type {any} */ view) => api.invertColors(view), "C addon": addon?.invert };
    await measure(`in ${sizeName(bytes)}`, "inPlace", calls, ways, INVERSIONS.Uint32Array, () => pixels.slice());
  }

  const messages = Array.from({ length: 64 }, (_, seed) => noise(64, seed));
  const toBytes = (/** @type {Uint8Array} */ message) => api.sha256(message, "bytes");
  const digests = { [backend]: toBytes, "C addon": addon?.sha256 };
  await measure("out 32 B", "bytes", 20_000, digests, digestInJavaScript, () => messages);

  const many = { bytes: noise(OUT), offsets: Uint32Array.from({ length: OUT / DIGEST + 1 }, (_, i) => i * DIGEST) };
  const pack = (/** @type {typeof many} */ items) => api.bulkHash("sha256", items, "packed");
  const packs = { [backend]: pack, "C addon": addon?.bulk };
  const first = digestInJavaScript(many.bytes.subarray(0, DIGEST)); // the loop looks at no other digest
  await measure(
    "out 64 KiB",
    "bytes",
    50,
    packs,
    () => first,
    () => [many],
  );

  const lines = distinctLines(4096);
  const toHex = (/** @type {string} */ line) => api.sha256(line);
  const [hexInJavaScript] = Object.values(javaScriptDigests());
  await measure("text in", "texts", 20_000, { [backend]: toHex }, hexInJavaScript, () => lines);

  const toPromise = (/** @type {Uint8Array} */ message) => promises.sha256(message, "bytes");
  await measure("promise", "promises", 500, { [backend]: toPromise }, digestInJavaScript, () => messages);

  const texts = distinctLines(scale.items(LINES));
  const bulk = (/** @type {string[]} */ items) => api.bulkHash("sha256", items);
  taken.push({
    job: "texts",
    backend,
    times: await takeTurns({
      candidates: [{ name: backend, run: bulk, expected: sumOfTexts(texts.map(hexInJavaScript)) }],
      input: () => texts,
      fold: sumOfTexts,
      rounds: scale.rounds(ROUNDS),
      operations: texts.length,
    }),
  });
  return taken;
}

// Does one thing again and again, and says as JSON by how many MiB the process has grown meanwhile, after it had done the
// same for a while; up to five times, until it is little. Run with the name of a test and the number of calls of each
// function, and the backend in the environment.

import * as oxbridge from "oxbridge";
import * as promises from "oxbridge/promises";
import { memory, pause } from "./machine.js";

const WARM_UP = 4; // the part of the calls before the first reading: engines compile, and take what memory they like
const TURN = 2000; // calls between two turns of the event loop, as every program has them
const GROUP = 64; // promises that are awaited together
const LITTLE = 8; // MiB
const LITTLE_LARGE = 64; // where each call has up to 9 of them
const LITTLE_LONG = 1; // in the middle of a stream
const TRIES = 5;

const WAVES = 10;
const HASHERS = 10_000; // that each wave makes and loses

const CANCELLED = 200;
const AT_ONCE = 10;
const LARGE = 9 * 2 ** 20; // three pieces

const items = ["one", "two", "three"];
const pixels = new Uint8Array(64);
const bytes = new Uint8Array(64);
async function* source() {
  yield bytes;
}

/** One call of every function that returns at once. @type {Record<string, () => unknown>} */
const NOW = {
  add: () => oxbridge.add(1, 2),
  fibonacci: () => oxbridge.fibonacci(90),
  sha256: () => oxbridge.sha256(bytes),
  hash: () => oxbridge.hash("sha256", "a text", "bytes"),
  blake3: () => oxbridge.blake3(bytes),
  crc32: () => oxbridge.crc32(bytes, 5),
  crc64_nvme: () => oxbridge.crc64_nvme(bytes, 5n),
  crc32Combine: () => oxbridge.crc32Combine(1, 2, 3),
  bulkHash: () => oxbridge.bulkHash("sha256", items),
  invertColors: () => oxbridge.invertColors(pixels),
  createHash: () => {
    const hasher = oxbridge.createHash("sha256").update(bytes);
    hasher.digest();
    hasher.free();
  },
};

/** One call of every function that returns a promise. @type {Record<string, () => Promise<unknown>>} */
const LATER = {
  sha256: () => promises.sha256(bytes),
  hash: () => promises.hash("sha256", "a text", "bytes"),
  bulkHash: () => promises.bulkHash("sha256", items),
  invertColors: () => promises.invertColors(pixels),
};

const large = new Uint8Array(LARGE);
const offsets = new Uint32Array(60_000);

/** Calls whose results are put together from several. @type {Record<string, () => Promise<unknown>>} */
const IN_PARTS = {
  bulkHash: () => promises.bulkHash("sha256", { bytes, offsets }, "packed"),
  invertColors: () => promises.invertColors(large),
};

/** One call of every function that reads a source. @type {Record<string, () => Promise<unknown>>} */
const STREAMED = {
  hashStream: () => promises.hashStream("sha256", source()),
  hashFile: () => promises.hashFile("sha256", "/dev/null"),
};

/**
 * @param {() => unknown} call
 * @param {number} calls
 */
async function callNow(call, calls) {
  for (let done = 0; done < calls; done += TURN) {
    for (let i = 0; i < TURN; i++) call();
    await pause(0);
  }
}

/**
 * @param {() => Promise<unknown>} call
 * @param {number} calls
 */
async function callLater(call, calls) {
  for (let done = 0; done < calls; done += GROUP) await Promise.all(Array.from({ length: GROUP }, call));
}

/**
 * @param {() => Promise<unknown>} call
 * @param {number} calls
 */
async function callInTurn(call, calls) {
  for (let done = 0; done < calls; done++) await call();
}

/**
 * By how much the process grows while `work` is done.
 *
 * @param {() => Promise<void>} work
 * @param {number} [little]
 */
async function growth(work, little = LITTLE) {
  const growing = growthOf();
  while (await growing.goesOn(little)) await work();
  return growing.tries;
}

/** Measures the process each time before some work begins, and says whether it is to be done once more. */
function growthOf() {
  /** @type {number[]} */
  const tries = [];
  /** @type {number | undefined} */
  let before;
  return {
    tries,
    /** @param {number} little */
    async goesOn(little) {
      const now = await memory();
      if (before !== undefined) tries.push(Math.round(10 * (now - before)) / 10);
      before = now;
      return tries.length < TRIES && !(tries[tries.length - 1] < little);
    },
  };
}

/**
 * @template {() => unknown} Call
 * @param {Record<string, Call>} functions
 * @param {(call: Call, calls: number) => Promise<void>} run
 * @param {number} calls
 * @param {number} [little]
 */
async function eachOf(functions, run, calls, little) {
  /** @type {Record<string, number[]>} */
  const grown = {};
  for (const [name, call] of Object.entries(functions)) {
    await run(call, calls / WARM_UP);
    grown[name] = await growth(() => run(call, calls), little);
  }
  return grown;
}

/** Makes hashers and loses them. */
function lose() {
  for (let i = 0; i < HASHERS; i++) oxbridge.createHash("sha256").update(bytes);
}

async function loseAll() {
  for (let wave = 0; wave < 2; wave++) {
    lose();
    await memory();
  }
  const work = async () => {
    for (let wave = 2; wave < WAVES; wave++) {
      lose();
      await memory(); // collects
    }
  };
  return { createHash: await growth(work) };
}

async function cancel() {
  const one = async () => {
    const controller = new AbortController();
    const promise = promises.sha256(large, { signal: controller.signal });
    controller.abort();
    const error = await promise.catch((/** @type {Error} */ reason) => reason);
    if (error !== controller.signal.reason) throw new Error(`it was not cancelled: ${error}`);
  };
  const group = () => Promise.all(Array.from({ length: AT_ONCE }, one));
  const work = async () => {
    for (let done = 0; done < CANCELLED; done += AT_ONCE) await group();
  };
  await group();
  return { sha256: await growth(work, LITTLE_LARGE) };
}

/** One long stream: by how much the process grows in the middle of it, when its buffers are there. */
async function long() {
  const chunk = new Uint8Array(2 ** 20);
  /** @type {Record<string, number[]>} */
  const grown = {};
  for (const algorithm of /** @type {const} */ (["sha256", "blake3", "xxh3-64"])) {
    async function* endless() {
      for (let i = 0; i < calls / WARM_UP; i++) yield chunk;
      const inside = growthOf();
      while (await inside.goesOn(LITTLE_LONG)) for (let i = 0; i < calls; i++) yield chunk;
      grown[algorithm] = inside.tries;
    }
    await promises.hashStream(algorithm, endless());
  }
  return grown;
}

/** @type {Record<string, () => Promise<Record<string, number[]>>>} */
const TESTS = {
  now: () => eachOf(NOW, callNow, calls),
  later: () => eachOf(LATER, callLater, calls),
  parts: () => eachOf(IN_PARTS, callInTurn, calls, LITTLE_LARGE),
  streams: () => eachOf(STREAMED, callLater, calls),
  lost: loseAll,
  cancelled: cancel,
  long,
};

const test = process.argv[2];
const calls = Number(process.argv[3]);
console.log(JSON.stringify(await TESTS[test]()));

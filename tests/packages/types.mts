// What TypeScript knows of the installed package; it is compiled, and never run. A wrong line fails the compilation.

import {
  add,
  blake2b512,
  blake3,
  bulkHash,
  crc32,
  crc64_nvme,
  createHash,
  fibonacci,
  hash,
  hashes,
  invertColors,
  restoreHash,
  sha256,
  shake128,
  shake256,
  xxh3_128,
  xxh32,
  xxh64,
} from "oxbridge";
import { type BackendInfo, type BackendName, backend, configure, load } from "oxbridge/backend";
import * as cabi from "oxbridge/cabi";
import { hash as hashOfFamily } from "oxbridge/hash";
import { hashFile, hashStream } from "oxbridge/hash/promises";
import { invertColors as invertOfFamily } from "oxbridge/image";
import { invertColors as invertLater } from "oxbridge/image/promises";
import { add as addOfFamily } from "oxbridge/math";
import * as napi from "oxbridge/napi";
import * as neon from "oxbridge/neon";
import * as promises from "oxbridge/promises";
import * as wasm from "oxbridge/wasm";

type Bytes = Uint8Array<ArrayBuffer>;
/** Whether two types are the same; unlike an assignment, it tells `any` from everything else. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function isExactly<Expected>(): <Actual>(value: Actual, same: Same<Actual, Expected>) => void;

const isString = isExactly<string>();
const isBytes = isExactly<Bytes>();
const data = new Uint8Array(3);

isString(sha256("x"), true);
isString(sha256(data, "hex"), true);
isString(sha256(data.buffer, "base64"), true);
isString(sha256(new SharedArrayBuffer(1), { encoding: "base64url" }), true);
isString(sha256(new DataView(data.buffer), {}), true);
isBytes(sha256("x", "bytes"), true);
isBytes(sha256("x", { encoding: "bytes" }), true);
isBytes(hash("sha256", "x", "bytes"), true);
isString(hash("sha256", "x"), true);
isString(hash("SHA-512/256", "x"), true);
isString(hash("sha3_256", "x"), true);
isString(hash("BLAKE3", "x"), true);
isString(hashOfFamily("sha256", "x", "hex"), true);

isExactly<string[]>()(bulkHash("sha256", ["x", data]), true);
isExactly<string[]>()(bulkHash("sha256", ["x"] as const, { encoding: "base64" }), true);
isExactly<Bytes[]>()(bulkHash("sha256", ["x"], "bytes"), true);
isBytes(bulkHash("sha256", ["x"], "packed"), true);
isBytes(bulkHash("sha256", { bytes: "xy", offsets: [0, 1, 2] }, { encoding: "packed" }), true);
isBytes(bulkHash("sha256", { bytes: data, offsets: new Uint32Array([0, 3]) }, "packed"), true);

isExactly<number>()(add(1, 2), true);
isExactly<number>()(addOfFamily(1, 2), true);
isExactly<bigint>()(fibonacci(93), true);
isExactly<Uint8ClampedArray<ArrayBuffer>>()(invertColors(new Uint8ClampedArray(4)), true);
isExactly<ArrayBuffer>()(invertOfFamily(new ArrayBuffer(4)), true);

isExactly<BackendInfo>()(backend(), true);
isExactly<BackendName>()(backend().name, true);
isExactly<"napi" | "neon" | "wasm" | "cabi">()(backend().name, true);
isExactly<string | null>()(backend().file, true);
isExactly<string>()(backend().others[0]!.reason, true);

export async function loaded() {
  const one = await load("napi");
  isBytes(one.sha256("x", "bytes"), true);
  isBytes(one.bulkHash("sha256", ["x"], "packed"), true);
  isExactly<BackendInfo>()(one.backend(), true);
  later.text(one.promises.sha256("x", { signal }), true);
  later.text(one.promises.hashStream("sha256", chunks()), true);
  isString(one.createHash("sha256").update("x").digest(), true);
  await load(["napi", "wasm"] as const);
  await load("wasm", { url: new URL("file:///wasm/") });
  // @ts-expect-error an unknown backend
  await load("asm");
  // @ts-expect-error an unknown option
  await load("wasm", { uri: "/wasm/" });
}

const hasher = createHash("sha256", "base64");
isString(hasher.update("x").update(data).digest(), true);
isBytes(hasher.clone().reset().digest("bytes"), true);
isString(hasher.digest({ encoding: "hex" }), true);
isExactly<ReturnType<typeof hashes>[number]["name"]>()(hasher.algorithm, true);
isExactly<number>()(crc32("x", 5), true);
isExactly<bigint>()(crc64_nvme("x", 5n), true);
isExactly<number | null>()(hashes()[0]!.blockLength, true);
isExactly<void>()(hasher.free(), true);
isExactly<void>()(hasher[Symbol.dispose](), true);

const { signal } = new AbortController();
const onProgress = (done: number, total: number | undefined) => void [done, total];
const later = { text: isExactly<Promise<string>>(), bytes: isExactly<Promise<Bytes>>() };
later.text(promises.sha256("x"), true);
later.text(promises.sha256("x", { signal, onProgress }), true);
later.bytes(promises.sha256("x", { encoding: "bytes", signal }), true);
later.bytes(promises.hash("sha256", data, "bytes"), true);
isExactly<Promise<string[]>>()(promises.bulkHash("sha256", ["x"], { onProgress }), true);
isExactly<Promise<Bytes[]>>()(promises.bulkHash("sha256", ["x"], "bytes"), true);
later.bytes(promises.bulkHash("sha256", ["x"], { encoding: "packed", signal }), true);
later.bytes(promises.invertColors(new Uint8ClampedArray(4), { signal, onProgress }), true);
later.bytes(invertLater(new ArrayBuffer(4)), true);
later.text(hashStream("sha256", new Blob(["x"])), true);
later.text(hashStream("sha256", new Response("x"), { signal, onProgress }), true);
later.bytes(hashStream("sha256", new Blob([data]).stream(), "bytes"), true);
later.bytes(hashStream("sha256", chunks(), { encoding: "bytes", signal }), true);
later.text(hashFile("sha256", "a path"), true);
later.bytes(hashFile("sha256", new URL("file:///x"), "bytes"), true);
isExactly<"threads" | "workers" | "calling thread">()(backend().async.by, true);
isExactly<string | null>()(backend().async.reason, true);
isExactly<void>()(configure({ workers: 2 }), true);

async function* chunks() {
  yield data;
}

for (const api of [napi, neon, wasm, cabi]) {
  isString(api.sha256("x"), true);
  later.bytes(api.promises.sha256("x", "bytes"), true);
  isBytes(api.bulkHash("sha256", ["x"], "packed"), true);
}
isString(blake3("x", { key: data, outputLength: 5 }), true);
isBytes(blake3("x", { context: "c", encoding: "bytes" }), true);
isString(blake2b512("x", { salt: "s", personal: data }), true);
isString(shake128("x", { outputLength: 4 }), true);
isBytes(shake128("x", { outputLength: 4, encoding: "bytes" }), true);
isString(hash("xxh64", "x", { seed: 7n }), true);
isExactly<number>()(xxh32("x", 7), true);
isExactly<bigint>()(xxh3_128("x", 7n), true);
later.text(hashStream("blake3", chunks(), { key: data, signal }), true);
isBytes(restoreHash(createHash("sha256").save()).digest("bytes"), true);
for (const { digestLength } of hashes()) isExactly<number | null>()(digestLength, true);
isExactly<typeof sha256>()(wasm.sha256, true);
isExactly<typeof bulkHash>()(cabi.bulkHash, true);

// @ts-expect-error the digest is text
isBytes(sha256("x"), true);
// @ts-expect-error the digest is bytes
isString(sha256("x", "bytes"), true);
// @ts-expect-error not data
sha256(5);
// @ts-expect-error an unknown encoding
sha256("x", "latin1");
// @ts-expect-error only bulkHash packs
sha256("x", "packed");
// @ts-expect-error an unknown option
sha256("x", { encodings: "hex" });
// @ts-expect-error an option that it does not take
sha256("x", { key: data });
// @ts-expect-error a length is needed
shake256("x");
// @ts-expect-error and so it is here
shake256("x", "hex");
// @ts-expect-error a seed is a number
xxh64("x", "7");
// @ts-expect-error a context is text
blake3("x", { context: data });
// @ts-expect-error an unknown algorithm
hash("md4", "x");
// @ts-expect-error a name of the catalogue of CRCs
hash("CRC-32/ISO-HDLC", "x");
// @ts-expect-error not an array
bulkHash("sha256", "x");
// @ts-expect-error offsets are missing
bulkHash("sha256", { bytes: data });
// @ts-expect-error numbers only
add("1", 2);
// @ts-expect-error a number, although the result is a BigInt
fibonacci(93n);
// @ts-expect-error shared memory cannot be changed in place
invertColors(new SharedArrayBuffer(4));
// @ts-expect-error text cannot be changed in place
invertColors("x");
// @ts-expect-error as a promise it is bytes
later.text(promises.sha256("x", "bytes"), true);
// @ts-expect-error an unknown option
promises.sha256("x", { signals: signal });
// @ts-expect-error not a signal
promises.sha256("x", { signal: 5 });
// @ts-expect-error only promises are cancelled
sha256("x", { signal });
// @ts-expect-error text is no source
hashStream("sha256", "x");
// @ts-expect-error not an encoding of one digest
createHash("sha256", "packed");
// @ts-expect-error not data
hasher.update(5);
// @ts-expect-error a number of workers
configure({ workers: "2" });

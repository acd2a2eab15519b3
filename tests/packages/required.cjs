// A program that is no module: it requires every entry, calls one function of each, and prints the results. It is also
// compiled, because TypeScript knows the types of what is required.

const { sha256 } = require("oxbridge");
const { backend } = require("oxbridge/backend");
const cabi = require("oxbridge/cabi");
const hash = require("oxbridge/hash");
const hashLater = require("oxbridge/hash/promises");
const image = require("oxbridge/image");
const imageLater = require("oxbridge/image/promises");
const math = require("oxbridge/math");
const napi = require("oxbridge/napi");
const neon = require("oxbridge/neon");
const promises = require("oxbridge/promises");
const wasm = require("oxbridge/wasm");

const black = new Uint8Array([0]);

/** What each entry gives. */
const results = async () => ({
  ".": sha256("abc"),
  "./promises": await promises.sha256("abc"),
  "./hash": hash.sha256("abc"),
  "./hash/promises": await hashLater.sha256("abc"),
  "./napi": napi.sha256("abc"),
  "./neon": neon.sha256("abc"),
  "./wasm": wasm.sha256("abc"),
  "./cabi": cabi.sha256("abc"),
  "./math": math.add(1, 2),
  "./image": image.invertColors(new Uint8Array(black))[0],
  "./image/promises": (await imageLater.invertColors(black))[0],
  "./backend": backend().name,
});

results().then((found) => console.log(JSON.stringify(found)));

// Never called: it must not compile.
// @ts-expect-error a digest is text
module.exports.asNumber = /** @returns {number} */ () => sha256("abc");

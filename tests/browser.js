// Ways of loading that only a browser has.

import { onPage } from "./runners/chromium.js";

export const checks = [
  {
    name: 'load("wasm", { url }) compiles the modules while a server sends them',
    run: () =>
      onPage(async (page, address) => {
        /** @type {string[]} */
        const requested = [];
        page.on("request", (request) => requested.push(new URL(request.url()).pathname));
        const seen = await page.evaluate(`streamHere("${address}wasm")`);
        const expected = [
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
          "12200160415121876738",
          "wasm",
        ];
        if (String(seen) !== String(expected)) throw new Error(`it gave ${seen}`);
        const files = ["/wasm/hash.wasm", "/wasm/image.wasm", "/wasm/math.wasm"];
        if (!files.every((file) => requested.includes(file))) throw new Error(`it asked for ${requested}`);
      }),
  },
  {
    name: 'load("wasm", { url }) says which file a server does not have',
    run: () =>
      onPage(async (page, address) => {
        const message = await page.evaluate(
          `streamHere("${address}nowhere").catch((error) => error.code + error.message)`,
        );
        if (!/^ERR_BACKEND_UNAVAILABLE.*nowhere\/\w+\.wasm: the server answered 404/.test(String(message))) {
          throw new Error(`it said ${message}`);
        }
      }),
  },
];

// The worker that runs the suite in workerd: it answers a request with the cell.

import { load } from "oxbridge/backend";
import { runCell } from "../suite/cell.js";

export default {
  /** @param {Request} request */
  async fetch(request) {
    const level = /** @type {any} */ (new URL(request.url).searchParams.get("level"));
    try {
      // There is one realm only: no vm, no iframe.
      return Response.json(await runCell({ backend: "wasm", load, level, vectors: VECTORS }));
    } catch (error) {
      return new Response(/** @type {Error} */ (error).stack, { status: 500 });
    }
  },
};

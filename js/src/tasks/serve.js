// The worker's side of the pool: opens the core, and runs the rows that it is told to, one after the other.

/**
 * What a worker is sent: first what it opens, then rows to call and handles to release.
 *
 * @typedef {{ open: any } | { id: number, row: string, args: any[] } | { release: number }} Request
 */

/**
 * What a worker answers. `args` are the views among the arguments, given back with their memory.
 *
 * @typedef {{ ready: true }
 *   | { failed: string }
 *   | { id: number, calls: number, instance: number, args: any[], result: any }
 *   | { id: number, calls: number, instance: number, args: any[], error: { code: string, argument?: string, message: string } }} Answer
 *
 * `instance` counts how often the WebAssembly instance has failed and was replaced: all state went with it.
 */

/** @param {(payload: any) => any} open gives the rows */
export function serve(open) {
  const port = portOfWorker();
  /** @type {any} */
  let rows;
  // What the core has counted, without those calls that read the counter; a new instance counts from the beginning.
  let [calls, before, reads, instance] = [0, 0, 0, 0];

  const state = () => {
    const current = rows.instance?.() ?? 0;
    if (current !== instance) [before, reads, instance] = [calls, 0, current];
    calls = before + Number(rows.interface_calls()) - ++reads;
    return { calls, instance };
  };

  port.listen((/** @type {Request} */ request) => {
    if ("open" in request) {
      try {
        rows = open(request.open);
        port.post({ ready: true }, []);
      } catch (error) {
        port.post({ failed: /** @type {Error} */ (error).message }, []);
      }
    } else if ("release" in request) {
      try {
        rows.release(request.release);
      } catch {
        // It went with an instance that was replaced.
      }
    } else {
      const { id, row, args } = request;
      const views = args.filter(ArrayBuffer.isView);
      const buffers = views.map(({ buffer }) => buffer);
      try {
        const result = rows[row](...args);
        port.post({ id, ...state(), args, result }, buffers);
      } catch (thrown) {
        const { code, argument, message } = /** @type {any} */ (thrown);
        port.post({ id, ...state(), args, error: { code, argument, message } }, buffers);
      }
    }
  });
}

/** How this worker talks with the thread that started it: as a thread of Node or Bun, or as a web worker. */
function portOfWorker() {
  const scope = /** @type {any} */ (globalThis);
  const isThread = scope.process?.versions?.node !== undefined && scope.Deno === undefined;
  if (isThread) {
    const { parentPort } = scope.process.getBuiltinModule("node:worker_threads");
    return {
      listen: (/** @type {(message: any) => void} */ take) => parentPort.on("message", take),
      post: (/** @type {Answer} */ message, /** @type {any[]} */ transfer) => parentPort.postMessage(message, transfer),
    };
  }
  return {
    listen: (/** @type {(message: any) => void} */ take) => {
      scope.onmessage = (/** @type {{ data: any }} */ { data }) => take(data);
    },
    post: (/** @type {Answer} */ message, /** @type {any[]} */ transfer) => scope.postMessage(message, transfer),
  };
}

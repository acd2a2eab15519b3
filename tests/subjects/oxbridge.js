// The subjects `oxbridge/napi`, `oxbridge/neon`, `oxbridge/wasm` and `oxbridge/cabi`, and a module of somebody's own
// that exports the same names.

/** @typedef {import("./list.js").Subject} Subject */

/**
 * A backend, and no other.
 *
 * @param {"napi" | "neon" | "wasm" | "cabi"} backend
 * @returns {Subject}
 */
export const backendSubject = (backend) => ({
  name: `oxbridge/${backend}`,
  title: `Oxbridge, the backend ${backend}`,
  available: () => undefined,
  api: async () => {
    const { load } = await import("oxbridge/backend");
    const { backend: _, ...api } = await load(backend);
    return api;
  },
});

/**
 * A module that exports functions as `oxbridge` does, and `promises` if it has any.
 *
 * @param {string} name
 * @param {() => Promise<Record<string, any>>} load
 * @returns {Subject}
 */
export const moduleSubject = (name, load) => ({
  name,
  title: "a module with the functions of Oxbridge",
  available: () => undefined,
  api: async () => ({ ...(await load()) }),
});

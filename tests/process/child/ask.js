// Reads a file without any care for permissions: in Deno, on a terminal, it makes a prompt appear.

/** @type {any} */ (globalThis).Deno.readTextFileSync(new URL(import.meta.url));

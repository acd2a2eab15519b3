// What the repository has and the package has not: the runtimes of the suite, and what was built. The package goes
// without this file.

import { fileURLToPath } from "node:url";

export { command as workerd } from "../runners/workerd.js";
export { RUNTIMES } from "../runtimes.js";

/** The folder with the native libraries. */
export const built = fileURLToPath(new URL("../../dist/native", import.meta.url));

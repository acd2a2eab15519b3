// Where the programs of threads are: beside this module, or beside what the build has joined it into.

/** That of a thread that calls the C library. */
export const cabiProgram = () => new URL("./tasks/cabi-worker.js", import.meta.url);

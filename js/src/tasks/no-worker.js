// The program of a worker, where there are no workers.

/** @type {string | undefined} */
export const worker = undefined;

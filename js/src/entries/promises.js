// `oxbridge/promises`: the promises of every family, on the backend of this process. Printed; do not edit.

export * from "./hash-promises.js";
export * from "./image-promises.js";

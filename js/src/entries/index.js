// `oxbridge`: every family, on the backend of this process. Printed; do not edit.

export * from "./math.js";
export * from "./hash.js";
export * from "./image.js";

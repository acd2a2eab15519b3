// The shape of an entry that is pinned to one backend, for its types. Printed; do not edit.

export * from "./index.js";
export * as promises from "./promises.js";

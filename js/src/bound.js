// What every entry is made of. Runtimes with native code have it in one file, `flat/bound.js`: see `js/build/flat.js`.

export * from "./backend.js";
export * from "./load.js";

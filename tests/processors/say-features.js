// Says which features the processor of this process has, before the script that Node runs: `--import` loads it.
// `OXBRIDGE_FEATURES_LIBRARY` is the library that `features.rs` makes.

import koffi from "koffi";

const library = koffi.load(/** @type {string} */ (process.env.OXBRIDGE_FEATURES_LIBRARY));
console.log(`FEATURES ${library.func("const char *processor_features()")()}`);

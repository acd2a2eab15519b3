// Builds the native binaries with the rows that fail on purpose. Run with a `CARGO_TARGET_DIR` of its own:
// the Cargo target folder of the repository then never holds a library that panics when it is asked to.

import { join } from "node:path";
import { buildNative } from "../../js/build/native.js";
import { root } from "../../js/build/run.js";

buildNative(join(root, "dist", "fault"), { features: ["fault"] });

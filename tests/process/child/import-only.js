// Imports everything that users import, and calls nothing: whatever the environment says, nothing happens.

import "oxbridge";
import "oxbridge/backend";
import "oxbridge/cabi";
import "oxbridge/hash";
import "oxbridge/hash/promises";
import "oxbridge/image";
import "oxbridge/image/promises";
import "oxbridge/math";
import "oxbridge/napi";
import "oxbridge/neon";
import "oxbridge/promises";
import "oxbridge/wasm";

console.log("imported");

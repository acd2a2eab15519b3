// The program of a worker that calls a C library with the rows that fail on purpose.

import { openLibrary } from "../../js/src/backends/cabi.js";
import { serve } from "../../js/src/tasks/serve.js";
import { faultCalls } from "./cabi-calls.js";

serve((file) => openLibrary(file, /** @type {any} */ (faultCalls)));

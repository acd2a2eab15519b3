// The program of a worker that calls the C library.

import { openLibrary } from "../backends/cabi.js";
import { serve } from "./serve.js";

serve((file) => openLibrary(file));

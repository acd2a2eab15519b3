// A page that hashes, as a user writes it; `answered` is what a check asks it for.

import { answers } from "./answers.js";

Object.assign(globalThis, { answered: answers() });

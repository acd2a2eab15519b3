// A program for Node that hashes. It awaits nothing at its top, so it can be bundled as CommonJS too.

import { answers } from "./answers.js";

answers().then((answered) => console.log(JSON.stringify(answered)));

// A worker for workerd that hashes when it is asked.

import { answers } from "./answers.js";

export default {
  fetch: async () => Response.json(await answers()),
};

// Where a module is, or the bundle that it has become part of.

import { obstacle } from "./obstacle.js";

/**
 * @param {string | undefined} url what `import.meta.url` of the module is; bundled as CommonJS, there is none
 */
export function ownUrl(url) {
  if (url !== undefined) return url;
  const message = "a bundle in CommonJS does not know where it is, and so finds no packages and no files";
  throw obstacle("bundled", `${message}; bundle it as an ES module, with esbuild --format=esm`);
}

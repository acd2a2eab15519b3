// The builds that can be packed or inspected: for a release, and for this machine's own runs.

import { join } from "node:path";
import { isBuilt } from "./binaries.js";
import { platformsFolder } from "./cross.js";
import { nativeFolder } from "./native.js";
import { hostPlatform, PLATFORMS } from "./platforms.js";

/** @typedef {import("./platforms.js").Platform} Platform */

/**
 * The binaries for a platform.
 *
 * @typedef {object} Build
 * @property {Platform} platform
 * @property {string} folder
 * @property {string} command what builds them
 */

/**
 * What `npm run build` makes for this machine.
 *
 * @returns {Build}
 */
export function hostBuild() {
  return { platform: hostPlatform(), folder: nativeFolder, command: "npm run build" };
}

/**
 * What `npm run build:all` makes for a platform.
 *
 * @param {Platform} platform
 * @returns {Build}
 */
export function releaseBuild(platform) {
  const { name } = platform;
  return { platform, folder: join(platformsFolder, name), command: `npm run build:all -- --only ${name}` };
}

/** What there is: the platforms that were built for a release; this machine's, if not, as `npm run build` makes it. */
export function presentBuilds() {
  const released = PLATFORMS.map(releaseBuild).filter(({ folder }) => isBuilt(folder));
  const host = hostBuild();
  return released.some(({ platform }) => platform === host.platform) ? released : [host, ...released];
}

/** What a release must have: every platform. */
export function allBuilds() {
  const builds = PLATFORMS.map(releaseBuild);
  const missing = builds.filter(({ folder }) => !isBuilt(folder)).map(({ platform }) => platform.name);
  if (missing.length === 0) return builds;
  const command = `npm run build:all -- --only ${missing.join(",")}`;
  throw new Error(`a release needs every platform; build what is missing: ${command}`);
}

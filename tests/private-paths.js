// Folders of this machine that a compiler or a packer could leave in its products.

import { homedir } from "node:os";
import { root } from "../js/build/run.js";

const PRIVATE = [...new Set([`${root}/`, `${homedir()}/`, ".cargo/registry", "/rustup/toolchains/", "/.rustup/"])];

/**
 * Those that are somewhere in a file.
 *
 * @param {Buffer} bytes
 */
export const privatePathsIn = (bytes) => PRIVATE.filter((part) => bytes.includes(part));

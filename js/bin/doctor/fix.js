// The way out for each thing that may stand in the way of a backend.

import process from "node:process";
import { VERSION } from "../../src/interface.js";
import { SLOT } from "../use/slot.js";
import { madeFor } from "./header.js";
import { addCommand, againCommand, againText, optionalCommand, useCommand } from "./manager.js";

/** @typedef {import("../../src/choose.js").Attempt} Attempt */
/** @typedef {{ command: string | null, text: string }} Fix `text` says what the command does, or what else is to do */

/**
 * @param {import("../../src/choose.js").BackendName} name
 * @param {Attempt} attempt
 * @param {import("./manager.js").Manager} manager
 * @returns {Fix}
 */
export function fixOf(name, { error, trail }, manager) {
  const run = (/** @type {string} */ command, /** @type {string} */ text) => ({ command, text });
  const say = (/** @type {string} */ text) => ({ command: null, text });
  const again = run(againCommand(manager), againText(manager));
  switch (error?.kind) {
    case "not-installed":
      if (name === "napi") return run(optionalCommand(manager), "installs optional dependencies too");
      return run(useCommand(manager, name), `writes an override that puts ${name} into the slot @oxbridge/native`);
    case "displaced":
      return run(useCommand(manager, name), "changes the override of @oxbridge/native");
    case "other-version":
      // A dependency beside an override of the same package is an error to npm, and an override is how it comes about.
      if (trail.slot === SLOT) return run(useCommand(manager, name), `writes an override that has version ${VERSION}`);
      return run(addCommand(manager, `${trail.slot}@${VERSION}`), "installs the version of this package");
    case "no-binary":
      return run(optionalCommand(manager), "installs the package for this platform, which is an optional dependency");
    case "no-koffi":
      return run(addCommand(manager, "koffi@3"), "installs what this version of Node calls C with");
    case "bad-slot":
      return again;
    case "cut-off":
    case "not-ours":
      return trail.from === "packages" || name === "wasm" ? again : say("copy the file of this version again");
    case "cannot-open":
      return cannotBeOpened(name, trail) ?? again;
    case "no-file":
      return say("unset OXBRIDGE_LIBRARY_PATH, and the binary of a package is taken; or let it name one that is there");
    case "not-permitted":
      return say(permissionsFor(name));
    case "addons-off":
      return say("start the runtime without --no-addons, and Node that has --permission with --allow-addons");
    case "bundled":
      return say("leave oxbridge outside of the bundle, or make an ES module with the condition node-addons");
    case "no-platform":
      return say("there is none for this platform; wasm needs none");
    case "no-native":
      return say("start the runtime without the condition oxbridge-wasm");
    case "no-webassembly":
      return say("native backends need no WebAssembly");
    default:
      return say("the message is all that is known");
  }
}

/**
 * @param {string} name
 * @param {import("../../src/choose.js").Trail} trail
 * @returns {Fix | undefined} nothing if it may help to install it again
 */
function cannotBeOpened(name, { file, from }) {
  if (name === "wasm" || file === undefined) return undefined;
  const made = madeFor(file);
  const { platform, arch } = process;
  if (made === undefined) return from === "packages" ? undefined : { command: null, text: "the file is no binary" };
  if (made.os !== platform || made.cpu !== arch) {
    const text = `the file is for ${made.os} ${made.cpu}, and this is ${platform} ${arch}`;
    return { command: null, text: `${text}: install on this machine, or for it` };
  }
  return { command: null, text: "the system's linker refuses it, as the message says; wasm needs no linker" };
}

/** @param {string} name */
function permissionsFor(name) {
  if (/** @type {any} */ (globalThis).Deno) {
    return "start Deno with --allow-ffi --allow-read --allow-env=OXBRIDGE_BACKEND,OXBRIDGE_LIBRARY_PATH";
  }
  const hasFfi = name === "cabi" && process.getBuiltinModule?.("node:ffi") !== undefined;
  return `start Node with ${hasFfi ? "--allow-ffi" : "--allow-addons"}, and --allow-fs-read for packages and binaries`;
}

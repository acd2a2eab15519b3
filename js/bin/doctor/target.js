// What is installed here for another machine, which a program is to be deployed to.

import { AUTO, orderOfEnvironment } from "../../src/choose.js";
import { binaryOfPackage, slotsOf } from "../../src/find.js";
import { VERSION } from "../../src/interface.js";
import { SLOT } from "../use/slot.js";
import { addCommand, againCommand, againText, manager, targetCommands, useCommand } from "./manager.js";
import { packageOf } from "./package-of.js";
import { reasonOf } from "./reason.js";

/** @typedef {import("../../src/choose.js").BackendName} BackendName */
/** @typedef {import("../../src/choose.js").Trail} Trail */
/** @typedef {import("../../src/find.js").NativeName} NativeName */
/** @typedef {import("./manager.js").Manager} Manager */
/** @typedef {import("./targets.js").Target} Target */
/** @typedef {{ name: string, version: string | null, installed: boolean }} Needed a package that a backend needs there */

/**
 * @typedef {object} Backend
 * @property {BackendName} name
 * @property {boolean} required
 * @property {boolean} ready whether all packages that it needs there are here
 * @property {Needed[]} packages
 * @property {import("./reason.js").Reason | null} reason
 */

/** @typedef {ReturnType<typeof targetReport>} TargetReport */

const NATIVE = /** @type {const} */ (["napi", "neon", "cabi"]);

/** @param {Target} target */
export function targetReport(target) {
  const manages = manager();
  const found = NATIVE.map((name) => lookFor(name, target));
  const { required, error } = requiredOf(found[0].trail);
  /** @type {Backend[]} */
  const backends = found.map(({ name, ready, packages, reason }) => ({
    name,
    required: required.includes(name),
    ready,
    packages,
    reason,
  }));
  const packages = [{ name: "oxbridge", version: VERSION, installed: true }];
  backends.splice(2, 0, { name: "wasm", required: required.includes("wasm"), ready: true, packages, reason: null });
  const lacking = backends.filter((backend) => backend.required && !backend.ready);
  return {
    ok: error === null && lacking.length === 0,
    version: VERSION,
    target: { ...target, libc: target.libc ?? null },
    manager: manages,
    required,
    error,
    backends,
    install: lacking.length === 0 ? null : installOf(lacking[0], target, manages),
  };
}

/**
 * By the loader's own search, for another machine than this one.
 *
 * @param {NativeName} name
 * @param {Target} target
 */
function lookFor(name, target) {
  /** @type {Trail} */
  const trail = {};
  let reason = null;
  try {
    binaryOfPackage(name, target, trail);
  } catch (error) {
    reason = reasonOf(error);
  }
  const slot = trail.slot ?? /** @type {string} */ (slotsOf(name).at(-1));
  const version = trail.slots?.find((one) => one.name === slot && one.holds === name)?.version ?? null;
  const binary = trail.package ?? `@oxbridge/${name}-${target.name}`;
  /** @type {Needed[]} */
  const packages = [
    { name: slot, version, installed: version !== null },
    { name: binary, version: trail.file ? packageOf(trail.file).version : null, installed: trail.file !== undefined },
  ];
  return { name, ready: reason === null, packages, reason, trail };
}

/**
 * What must be there: the backend that comes first in the order; without one, that which the slot is filled with.
 *
 * @param {Trail} trail
 * @returns {{ required: BackendName[], error: import("./reason.js").Reason | null }}
 */
function requiredOf({ slots = [] }) {
  try {
    const order = orderOfEnvironment();
    if (order !== AUTO) return { required: [order[0]], error: null };
  } catch (error) {
    return { required: [], error: reasonOf(error) };
  }
  const holds = slots[0]?.holds ?? "napi";
  const native = NATIVE.find((name) => name === holds);
  return { required: [native ?? "wasm"], error: null };
}

/**
 * @param {Backend} lacking
 * @param {Target} target
 * @param {Manager} manages
 */
function installOf({ name, reason, packages }, target, manages) {
  const commands = targetCommands(manages, target);
  switch (reason?.kind) {
    case "no-platform":
      return { commands: [], text: `version ${VERSION} has no binary for it; wasm answers there` };
    case "not-permitted":
      return { commands: [], text: "start the runtime so that it may read the packages" };
    case "displaced":
    case "not-installed":
      // Optional dependencies of oxbridge bring napi by itself.
      if (name === "napi" && reason.kind === "not-installed") break;
      return { commands: [useCommand(manages, name), ...commands], text: "the override first, then its binaries" };
    case "other-version": {
      const [{ name: slot }] = packages;
      const first = slot === SLOT ? useCommand(manages, name) : addCommand(manages, `${slot}@${VERSION}`);
      return { commands: [first, ...commands], text: "the version of this package" };
    }
    case "cut-off":
    case "bad-slot":
      return { commands: [againCommand(manages), ...commands], text: `the first ${againText(manages)}` };
  }
  return { commands, text: "the packages for it" };
}

// The slot `@oxbridge/native`, and what an override puts there.

import { VERSION } from "../../src/interface.js";

/** The package whose place an override fills. */
export const SLOT = "@oxbridge/native";

/**
 * What each choice puts there; `auto` leaves the slot to `oxbridge`.
 *
 * `napi` is what the slot holds without an override too. Its entry names the package as well as the version, although
 * the version alone would do in an empty folder: a lockfile of npm or Yarn may still have another package of the same
 * version in the slot, and takes it for what the version asks for. An alias asks for the package by name. The entry also
 * keeps napi when a later version of `oxbridge` has something else in the slot.
 */
const FILLS = {
  napi: SLOT,
  neon: "@oxbridge/neon",
  cabi: "@oxbridge/cabi",
  wasm: "@oxbridge/none",
  auto: undefined,
};

/** @typedef {keyof typeof FILLS} Choice */

/** Every choice. */
export const CHOICES = /** @type {Choice[]} */ (Object.keys(FILLS));

/**
 * The value of the override, in the form of an alias that every package manager reads; `undefined` if there is none.
 *
 * @param {Choice} choice
 */
export function fillOf(choice) {
  const name = FILLS[choice];
  return name && `npm:${name}@${VERSION}`;
}

/**
 * The package that is in the slot then.
 *
 * @param {Choice} choice
 */
export const nameOf = (choice) => FILLS[choice] ?? SLOT;

/**
 * What a user must know of a choice besides what is installed.
 *
 * @param {Choice} choice
 * @returns {string | undefined} a sentence
 */
export const noteOf = (choice) =>
  choice === "cabi" ? "In Node, cabi needs the package koffi, unless node:ffi is there (Node 26)." : undefined;

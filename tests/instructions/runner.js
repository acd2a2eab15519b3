// The command gungraun-runner, which starts callgrind for each function. It must have the version of the crate gungraun.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root, run, target } from "../../js/build/run.js";

/** Where it is, in the target folder; installed if it is not there. */
export function installRunner() {
  const lock = readFileSync(join(root, "tests", "instructions", "Cargo.lock"), "utf8");
  const version = /name = "gungraun-runner"\nversion = "([^"]+)"/.exec(lock)?.[1];
  if (version === undefined) throw new Error("tests/instructions/Cargo.lock does not name gungraun-runner");
  const place = resolve(target, `gungraun-runner-${version}`);
  const command = join(place, "bin", "gungraun-runner");
  if (!existsSync(command)) {
    console.log(`setup: gungraun-runner ${version}`);
    // Not optimized, because it does little, and is there in a third of the time.
    const what = ["install", "--quiet", "--locked", "--debug", "gungraun-runner", "--version", version];
    run("cargo", [...what, "--root", place], { env: { CARGO_PROFILE_DEV_DEBUG: "0" } });
  }
  return command;
}

// `npm run test:msrv`: the core's tests with the compiler 1.85, in which only those two things are switched on that 1.88
// made stable and that the core and its dependencies use. What needs a compiler newer than 1.88 does not pass.
//
// The compiler 1.88 itself is no package of Debian; with rustup, `cargo +1.88 test -p oxbridge-core` asks it directly.

import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, run, target } from "../../js/build/run.js";
import { execute } from "../runtimes.js";

/** The packages of Debian 12 with that compiler, its library, and the LLVM that it is made with. */
const PACKAGES = ["rustc-web=1.85*", "libstd-rust-web-dev=1.85*", "libstd-rust-web-1.85", "libllvm19"];
/** Stable since 1.88: https://blog.rust-lang.org/2025/06/26/Rust-1.88.0/ */
const FEATURES = ["let_chains", "slice_as_chunks"];

const folder = join(target, "msrv");
const rustc = join(folder, "usr", "bin", "rustc");

/** Unpacks the packages into the target folder; nothing is installed. */
function fetchCompiler() {
  if (existsSync(rustc)) return;
  if (!existsSync("/etc/debian_version"))
    throw new Error("this command takes its compiler from the packages of Debian 12");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run("apt-get", ["-qq", "update"]);
  run("apt-get", ["-qq", "download", ...PACKAGES], { cwd: folder });
  for (const file of readdirSync(folder)) run("dpkg", ["-x", file, "."], { cwd: folder });
}

fetchCompiler();
const libraries = join(folder, "usr", "lib", "x86_64-linux-gnu");
const env = {
  RUSTC: rustc,
  RUSTC_BOOTSTRAP: "1",
  RUSTFLAGS: `-Zcrate-attr=feature(${FEATURES.join(",")})`,
  LD_LIBRARY_PATH: libraries,
  CARGO_TARGET_DIR: join(folder, "build"),
};
const { stdout } = await execute(rustc, ["--version"], { env });
if (!stdout.startsWith("rustc 1.85.")) throw new Error(`the compiler says ${stdout}`);
console.log(stdout.trim());
const tests = ["test", "--locked", "-p", "oxbridge-core", "--all-features", "--tests", "--ignore-rust-version"];
run("cargo", tests, { env, cwd: root });

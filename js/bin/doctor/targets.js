// The machines that there are binaries for.

/** @typedef {{ name: string, os: string, cpu: string, libc: string | undefined }} Target */

/** In the words of `os`, `cpu` and `libc` of package.json. @type {readonly Target[]} */
export const TARGETS = [
  { name: "linux-x64-gnu", os: "linux", cpu: "x64", libc: "glibc" },
  { name: "linux-x64-musl", os: "linux", cpu: "x64", libc: "musl" },
  { name: "linux-arm64-gnu", os: "linux", cpu: "arm64", libc: "glibc" },
  { name: "linux-arm64-musl", os: "linux", cpu: "arm64", libc: "musl" },
  { name: "darwin-arm64", os: "darwin", cpu: "arm64", libc: undefined },
  { name: "darwin-x64", os: "darwin", cpu: "x64", libc: undefined },
  { name: "win32-x64-msvc", os: "win32", cpu: "x64", libc: undefined },
];

// Which binaries of Oxbridge Windows has loaded into this process, as Windows itself lists them. Node's report lists them
// too, but Wine does not survive it: it ends the process, and says that all is well.

import koffi from "koffi";

/** The handle that stands for this process. */
const HERE = -1;
const MOST = 1024;
const LONGEST_PATH = 1024;

/** Their paths, in alphabetical order. */
export function loadedBinaries() {
  const kernel = koffi.load("kernel32.dll");
  const list = kernel.func("int K32EnumProcessModules(intptr_t process, void *modules, uint32_t size, void *needed)");
  const nameOf = kernel.func("uint32_t GetModuleFileNameW(uintptr_t module, void *name, uint32_t length)");
  const [modules, needed] = [new BigUint64Array(MOST), new Uint32Array(1)];
  if (!list(HERE, modules, modules.byteLength, needed)) throw new Error("Windows does not list the modules");
  if (needed[0] > modules.byteLength) throw new Error(`there are more than ${MOST} modules`);
  const paths = Array.from(modules.subarray(0, needed[0] / modules.BYTES_PER_ELEMENT), (module) => {
    const name = new Uint16Array(LONGEST_PATH);
    return String.fromCharCode(...name.subarray(0, nameOf(module, name, LONGEST_PATH)));
  });
  return paths.filter((path) => /\\(oxbridge-\w+\.node|oxbridge\.dll)$/.test(path)).sort();
}

// What pkg-config reads of a package with the C library: how programs are compiled and linked with it. All paths begin
// where the file itself is, so the package may be anywhere.

/** @typedef {{ name: string, text: string }} File */

/**
 * One file for the shared library, and one for the static library: linkers take the shared one if both have one name.
 *
 * @param {string} version
 * @param {string} archive the file name of the static library
 * @param {string[]} staticLibraries what the linker needs besides it
 * @returns {File[]}
 */
export function pkgConfigFiles(version, archive, staticLibraries) {
  const needed = staticLibraries.join(" ");
  return [
    fileOf("oxbridge", version, `Libs: -L\${libdir} -loxbridge\nLibs.private: ${needed}`),
    fileOf("oxbridge-static", version, `Libs: \${libdir}/${archive} ${needed}`),
  ];
}

/**
 * @param {string} name
 * @param {string} version
 * @param {string} libraries
 * @returns {File}
 */
function fileOf(name, version, libraries) {
  const text = `prefix=\${pcfiledir}/../..
libdir=\${prefix}
includedir=\${prefix}/include

Name: ${name}
Description: Hashing, images and mathematics with the same bits on every platform
Version: ${version}
Cflags: -I\${includedir}
${libraries}
`;
  return { name: `${name}.pc`, text };
}

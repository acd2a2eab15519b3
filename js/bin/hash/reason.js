// Why something could not be read, and of what, in the words of the tools that people know.

/** The words of the C library for the codes that files have; Node's differ in case, and for a directory entirely. */
const WORDS = /** @type {Record<string, string>} */ ({
  EACCES: "Permission denied",
  EBADF: "Bad file descriptor",
  EIO: "Input/output error",
  EISDIR: "Is a directory",
  ELOOP: "Too many levels of symbolic links",
  EMFILE: "Too many open files",
  ENAMETOOLONG: "File name too long",
  ENOENT: "No such file or directory",
  ENOSPC: "No space left on device",
  ENOTDIR: "Not a directory",
  ENXIO: "No such device or address",
  EPERM: "Operation not permitted",
});

/** @typedef {Error & { code?: string }} CodedError */

/** @param {CodedError} error */
export const reasonOf = ({ code, message }) => WORDS[code ?? ""] ?? message;

/**
 * An error as JSON has it.
 *
 * @param {CodedError} error
 */
export const errorAsJson = (error) => ({ code: error.code ?? error.name, message: reasonOf(error) });

/**
 * A name as a complaint has it: as it is, or quoted as a shell would read it where anything else could be taken for the
 * words around it, or act on the terminal.
 *
 * @param {string} name
 */
export function quoted(name) {
  if (name !== "" && !/[\s:'"\\$`&|;<>()*?![=^\p{C}]|^[#~]/u.test(name)) return name;
  if (name.includes("'") && !/["\\$`!\p{C}]/u.test(name)) return `"${name}"`;
  const inner = name
    .replaceAll("'", "'\\''")
    .replace(/\p{C}+/gu, (signs) => `'$'${Array.from(Buffer.from(signs), escapeOf).join("")}''`);
  return `'${inner}'`.replace(/(?<=[0-7nrt]')''$/, "");
}

/** Escapes that have a letter. */
const LETTERS = /** @type {Record<number, string>} */ ({ 9: "t", 10: "n", 13: "r" });

/** @param {number} byte */
const escapeOf = (byte) => `\\${LETTERS[byte] ?? byte.toString(8).padStart(3, "0")}`;

// A subject that is a program: it gets all cases on stdin and answers on stdout, one line each.
//
//   id <TAB> function <TAB> argument ...
//   id <TAB> ok <TAB> value ...
//   id <TAB> err <TAB> code <TAB> argument
//
// Arguments and values are f:<bits of a double, 16 hex digits>, n:<decimal>, b:<hex digits>, t:<text>.

import { spawn } from "node:child_process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { inside } from "./inside.js";

/** The errors that are known, by their codes. @type {{ CODES: Record<string, { class: string }> }} */
const { CODES } = await inside("interface.js");

/**
 * @typedef {string | Uint8Array} Data a string is its UTF-8
 * @typedef {{ id: string | number, fn: string, args: readonly unknown[] }} Case
 * @typedef {number | bigint | string | Uint8Array} Value
 * @typedef {{ name: string, code: string, argument: string | undefined }} Failure
 * @typedef {{ value: Value | Value[] } | { error: Failure }} Result
 */

/**
 * Makes a subject of a program.
 *
 * `run` starts the program once for all cases, and rejects if it dies, answers less or more than it was asked,
 * or says anything on stderr. No argument is changed: `invertColors` resolves to its own bytes.
 *
 * @param {object} options
 * @param {string} options.name what the subject is called
 * @param {string} options.command the program
 * @param {readonly string[]} [options.args] the program's arguments
 */
export function consumerSubject({ name, command, args = [] }) {
  return {
    name,
    /**
     * @param {readonly Case[]} cases
     * @returns {Promise<Result[]>} in the order of the cases
     */
    async run(cases) {
      const lines = cases.map(encodeCase);
      const { stdout, stderr, end } = await exchange(command, args, lines);
      const answers = splitLines(stdout);
      if (end !== "exit code 0" || stderr !== "" || answers.length !== cases.length) {
        const said = stderr === "" ? "nothing on stderr" : `on stderr: ${stderr.trim()}`;
        throw new Error(`${name}: ${answers.length} results for ${cases.length} cases, then ${end}; it said ${said}`);
      }
      return cases.map((one, index) => {
        try {
          return decodeAnswer(answers[index], one);
        } catch (cause) {
          throw new Error(`${name}: the answer to case ${one.id} cannot be read: ${quote(answers[index])}`, { cause });
        }
      });
    },
  };
}

/**
 * Runs a program with these lines as its input; resolves when it has ended and all it printed is read.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {readonly string[]} lines
 * @returns {Promise<{ stdout: Buffer, stderr: string, end: string }>}
 */
async function exchange(command, args, lines) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"] });
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
  });
  // A program that ends early breaks the pipe; how it ended, and what it said, tell more than that.
  const written = pipeline(Readable.from(lines), child.stdin).catch(() => {});
  const [stdout, stderr, end] = await Promise.all([collect(child.stdout), collect(child.stderr), ended, written]);
  return { stdout, stderr: stderr.toString(), end };
}

/**
 * @param {Readable} stream
 * @returns {Promise<Buffer>}
 */
async function collect(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * Cuts output into lines; as bytes, because all of it may be longer than a string can be.
 *
 * @param {Buffer} output
 */
function splitLines(output) {
  const lines = [];
  let start = 0;
  for (let end = output.indexOf("\n"); end !== -1; end = output.indexOf("\n", start)) {
    lines.push(output.toString("utf8", start, end));
    start = end + 1;
  }
  if (start < output.length) lines.push(output.toString("utf8", start));
  return lines;
}

/** @param {string} line */
function quote(line) {
  return JSON.stringify(line.length > 200 ? `${line.slice(0, 200)}...` : line);
}

/** @type {Record<string, (args: readonly any[]) => string[]>} */
const ENCODERS = {
  add: ([a, b]) => [double(a), double(b)],
  fibonacci: ([n]) => [integer(n)],
  hash: ([algorithm, data, encoding = "hex"]) => [text(algorithm), text(encoding), bytes(data)],
  sha256: ([data, encoding = "hex"]) => [text(encoding), bytes(data)],
  bulkHash: ([algorithm, items, encoding = "hex"]) => [text(algorithm), text(encoding), ...messages(items).map(bytes)],
  invertColors: ([pixels]) => [bytes(pixels)],
};

/**
 * The line of a case. What the protocol has no form for is the fault of the case, not of the program.
 *
 * @param {Case} one
 */
function encodeCase({ id, fn, args }) {
  if (!/^[^\t\n]+$/.test(String(id))) throw new TypeError(`a case has the id ${JSON.stringify(id)}`);
  if (!Object.hasOwn(ENCODERS, fn)) throw new TypeError(`case ${id}: no program knows the function ${fn}`);
  try {
    return `${[id, fn, ...ENCODERS[fn](args)].join("\t")}\n`;
  } catch (cause) {
    throw new TypeError(`case ${id}: an argument of ${fn} does not fit on a line: ${cause}`, { cause });
  }
}

/** @param {unknown} value */
function double(value) {
  if (typeof value !== "number") throw new TypeError("not a number");
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return `f:${view.getBigUint64(0).toString(16).padStart(16, "0")}`;
}

/** @param {unknown} value */
function integer(value) {
  const fits = typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 0xffffffff;
  if (!fits) throw new TypeError("not an unsigned 32-bit integer");
  return `n:${value}`;
}

/** @param {unknown} value */
function text(value) {
  if (typeof value !== "string" || /[\t\n]/.test(value)) throw new TypeError("not text on one line");
  return `t:${value}`;
}

/** @param {unknown} value */
function bytes(value) {
  const view = typeof value === "string" ? new TextEncoder().encode(value) : value;
  if (!(view instanceof Uint8Array)) throw new TypeError("neither a string nor a Uint8Array");
  return `b:${Buffer.from(view.buffer, view.byteOffset, view.byteLength).toString("hex")}`;
}

/**
 * The items of a bulk call; offsets say where each begins, and where the last one ends.
 *
 * @param {readonly Data[] | { bytes: Uint8Array, offsets: ArrayLike<number> }} items
 * @returns {readonly Data[]}
 */
function messages(items) {
  if (!("offsets" in items)) return items;
  const offsets = Array.from(items.offsets);
  const rises = offsets.every((offset, index) => offset >= (index === 0 ? 0 : offsets[index - 1]));
  if (!rises || offsets.length === 0 || offsets[offsets.length - 1] > items.bytes.length) {
    throw new RangeError("the offsets do not describe items");
  }
  return offsets.slice(1).map((end, index) => items.bytes.subarray(offsets[index], end));
}

/**
 * @param {string} line
 * @param {Case} one
 * @returns {Result}
 */
function decodeAnswer(line, one) {
  const [id, kind, ...fields] = line.split("\t");
  if (id !== String(one.id)) throw new Error("it is for another case");
  if (kind === "err" && fields.length === 2 && Object.hasOwn(CODES, fields[0])) {
    const [code] = fields;
    // As in JavaScript, where an error without an argument at fault has no such property.
    return { error: { name: CODES[code].class, code, argument: fields[1] === "" ? undefined : fields[1] } };
  }
  if (kind !== "ok") throw new Error("it is neither a result nor a known error");
  const values = fields.map(decodeValue);
  if (one.fn === "bulkHash" && one.args[2] !== "packed") {
    const count = messages(/** @type {any} */ (one.args[1])).length;
    if (values.length !== count) throw new Error(`it has ${values.length} values for ${count} items`);
    return { value: values };
  }
  if (values.length !== 1) throw new Error(`it has ${values.length} values`);
  return { value: values[0] };
}

/**
 * @param {string} field
 * @returns {Value}
 */
function decodeValue(field) {
  const [form, content] = [field.slice(0, 2), field.slice(2)];
  if (form === "t:") return content;
  if (form === "n:" && /^\d+$/.test(content)) return BigInt(content);
  if (form === "b:") {
    // Decoding stops silently at what is no digit, so the way back is compared.
    const decoded = Buffer.from(content, "hex");
    if (decoded.toString("hex") === content) return new Uint8Array(decoded);
  }
  if (form === "f:" && /^[0-9a-f]{16}$/.test(content)) return Buffer.from(content, "hex").readDoubleBE();
  throw new Error(`${quote(field)} is no value`);
}

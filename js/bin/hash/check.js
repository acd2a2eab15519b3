// Checks the digests in lists against the files that they name.

import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { backend } from "../../src/entries/backend.js";
import { digestOf, inOrder, STANDARD_INPUT, standardInput } from "./file.js";
import { hintOf } from "./hint.js";
import { escaped, LineReader } from "./line.js";
import { errorAsJson, quoted, reasonOf } from "./reason.js";
import { tagOf } from "./tag.js";

/** @typedef {import("./options.js").Options} Options */
/** @typedef {import("./output.js").Output} Output */
/** @typedef {import("./line.js").Line} Line */
/** @typedef {import("./file.js").Result} Result */
/** @typedef {{ number: number, text: string, line: Line | undefined }} Entry without what was read, it is malformed */

/**
 * How a list went.
 *
 * @typedef {object} Counts
 * @property {number} matched
 * @property {number} mismatched
 * @property {number} unreadable
 * @property {number} missing files that are not there, if these are passed over
 * @property {number[]} malformed the numbers of the lines
 */

/**
 * @param {Options} options
 * @param {Output} output
 * @returns {Promise<boolean>} whether every list is as it should be
 */
export async function checkLists(options, output) {
  const reader = new LineReader(options);
  const lists = [];
  /** @type {object[]} */
  const results = [];
  for (const name of options.files) {
    const { error, entries = [] } = await readList(name, reader);
    const counts = await checkEntries(name, entries, results, options, output);
    const ok = error === undefined && isWell(counts, options);
    lists.push({ name, ok, ...counts, ...(error && { error: errorAsJson(error) }) });
    if (options.json) continue;
    if (error) output.complain(`${quoted(name)}: ${reasonOf(error)}`);
    else summarize(name, entries, counts, options, output);
  }
  const ok = lists.every((list) => list.ok);
  if (options.json) await output.json({ ok, backend: backend().name, lists, results });
  return ok;
}

/**
 * The lines of a list, without those that are comments or empty.
 *
 * @param {string} name
 * @param {LineReader} reader
 * @returns {Promise<{ entries: Entry[], error?: undefined } | { error: Error, entries?: undefined }>}
 */
async function readList(name, reader) {
  try {
    const bytes = await (name === STANDARD_INPUT ? read(standardInput()) : readFile(name));
    const entries = [];
    for (const [index, text] of bytes.toString("utf8").split("\n").entries()) {
      const line = text.replace(/\r$/, "");
      if (line === "" || line.startsWith("#")) continue;
      const found = reader.read(line);
      // A list that comes from there leaves nothing to be read.
      const isItself = name === STANDARD_INPUT && found?.name === STANDARD_INPUT;
      entries.push({ number: index + 1, text: line, line: isItself ? undefined : found });
    }
    return { entries };
  } catch (error) {
    return { error: /** @type {Error} */ (error) };
  }
}

/** @param {Blob | NodeJS.ReadableStream} source */
const read = async (source) => (source instanceof Blob ? Buffer.from(await source.arrayBuffer()) : buffer(source));

/**
 * @param {string} list
 * @param {Entry[]} entries
 * @param {object[]} results what JSON tells of each file
 * @param {Options} options
 * @param {Output} output
 */
async function checkEntries(list, entries, results, options, output) {
  /** @type {Counts} */
  const counts = { matched: 0, mismatched: 0, unreadable: 0, missing: 0, malformed: [] };
  const work = async (/** @type {Entry} */ { number, line }) => ({
    number,
    line,
    result: line && (await digestOf(line, line.name, output.progress)),
  });
  for await (const { number, line, result } of inOrder(entries, work)) {
    if (line === undefined || result === undefined) {
      counts.malformed.push(number);
      if (options.warn) output.complain(malformed(list, number, options));
      continue;
    }
    const outcome = outcomeOf(line, result, options);
    counts[outcome]++;
    if (outcome === "missing" || (outcome === "matched" && options.quiet)) continue;
    if (options.json) results.push({ list, line: number, ...asJson(line, result, outcome === "matched") });
    else await tell(line.name, outcome, result, options, output);
  }
  return counts;
}

/**
 * @param {Line} line
 * @param {Result} result
 * @param {Options} options
 * @returns {"matched" | "mismatched" | "unreadable" | "missing"}
 */
function outcomeOf({ digest }, result, { ignoreMissing }) {
  if (result.error) return ignoreMissing && result.error.code === "ENOENT" ? "missing" : "unreadable";
  return result.digest === digest.toLowerCase() ? "matched" : "mismatched";
}

/**
 * @param {Line} line
 * @param {Result} result
 * @param {boolean} ok
 */
function asJson({ name, algorithm, digest }, result, ok) {
  const rest = result.error ? { error: errorAsJson(result.error) } : result;
  return { name, algorithm, ok, expected: digest.toLowerCase(), ...rest };
}

/** What is said of a file. */
const WORDS = { matched: "OK", mismatched: "FAILED", unreadable: "FAILED open or read" };

/**
 * @param {string} name
 * @param {keyof typeof WORDS} outcome
 * @param {Result} result
 * @param {Options} options
 * @param {Output} output
 */
async function tell(name, outcome, { error }, { status }, output) {
  if (error) output.complain(`${quoted(name)}: ${reasonOf(error)}`);
  if (status) return;
  const { mark, text } = escaped(name);
  await output.print(`${mark}${text}: ${WORDS[outcome]}`);
}

/** @param {string} list */
const listName = (list) => quoted(list === STANDARD_INPUT ? "standard input" : list);

/**
 * @param {string} list
 * @param {number} number
 * @param {Options} options
 */
const malformed = (list, number, { algorithm }) =>
  `${listName(list)}: ${number}: improperly formatted ${tagOf(algorithm)} checksum line`;

/**
 * @param {Counts} counts
 * @param {Options} options
 */
function isWell({ matched, mismatched, unreadable, malformed }, { strict }) {
  return matched > 0 && mismatched === 0 && unreadable === 0 && !(strict && malformed.length > 0);
}

/**
 * Says of a list what was wrong with it.
 *
 * @param {string} list
 * @param {Entry[]} entries
 * @param {Counts} counts
 * @param {Options} options
 * @param {Output} output
 */
function summarize(list, entries, { matched, mismatched, unreadable, missing, malformed }, options, output) {
  const name = listName(list);
  if (matched + mismatched + unreadable + missing === 0) {
    output.complain(`${name}: no properly formatted checksum lines found`);
    const hint = hintOf(entries, options.algorithm);
    if (hint !== undefined) output.complain(`${name}: ${hint}`);
    return;
  }
  if (options.status) return;
  /** @type {(count: number, one: string, more: string) => void} */
  const warn = (count, one, more) => {
    if (count > 0) output.complain(`WARNING: ${count} ${count === 1 ? one : more}`);
  };
  warn(malformed.length, "line is improperly formatted", "lines are improperly formatted");
  warn(unreadable, "listed file could not be read", "listed files could not be read");
  warn(mismatched, "computed checksum did NOT match", "computed checksums did NOT match");
  if (options.ignoreMissing && matched === 0) output.complain(`${name}: no file was verified`);
}

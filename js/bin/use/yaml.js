// Changes one entry of `overrides` in the YAML of pnpm-workspace.yaml, and leaves every other line as it is.
//
// It reads what people and pnpm write there: top-level keys, and under `overrides` one entry a line (YAML 1.2, block
// mappings). Whatever else a line may be, such as flow style, an anchor or a second document, is refused, not guessed.

import { Refusal } from "./refusal.js";

/** @typedef {{ key: string, value: string, line: number, from: number, to: number }} Entry `from` and `to` enclose the value in its line */
/** @typedef {{ line: number, comment: string, entries: Entry[] }} Block */

const KEY = /^(?:"([^"\\]*)"|'([^']*)'|([A-Za-z_][\w.-]*))\s*:(?:\s+(.*))?$/;
const ENTRY = /^( +(?:"([^"\\]*)"|'([^']*)'|([^\s"'#&*!|>%@`?[\]{},:-][^"'#]*?))\s*:\s+)(\S.*?)\s*$/;
const VALUE = /^("[^"\\]*"|'[^']*'|[^\s"'#&*!|>%@`[\]{},-]\S*(?: +[^\s#]\S*)*)(?:\s+#.*)?$/;
const NOTHING = /^\s*(?:#.*)?$/;

/**
 * What `overrides` holds.
 *
 * @param {string} text
 * @returns {Record<string, string> | undefined} `undefined` if there is none
 */
export function readOverrides(text) {
  const block = blockOf(linesOf(text));
  return block && Object.fromEntries(block.entries.map(({ key, value }) => [key, value]));
}

/**
 * The text with the entry set.
 *
 * @param {string} text
 * @param {string} key
 * @param {string} value one that needs no quotes
 * @returns {string}
 */
export function setOverride(text, key, value) {
  const lines = linesOf(text);
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const block = blockOf(lines);
  const entry = block?.entries.find((one) => one.key === key);
  if (entry !== undefined) {
    const line = lines[entry.line];
    const quote = /^["']/.exec(line.slice(entry.from))?.[0] ?? "";
    lines[entry.line] = line.slice(0, entry.from) + quote + value + quote + line.slice(entry.to);
    return lines.join("");
  }
  const quote = /^[ ]*(["'])[^"']*\1\s*:/m.exec(text)?.[1] ?? "'";
  const last = block?.entries.at(-1);
  const indent = last ? (/^ */.exec(lines[last.line])?.[0] ?? "") : "  ";
  const added = `${indent}${quote}${key}${quote}: ${value}`;
  if (block !== undefined) return insertLines(lines, (last?.line ?? block.line) + 1, [added], end);
  const apart = lines.some((line) => line.trim() === "") ? [""] : [];
  return insertLines(lines, lines.length, [...apart, "overrides:", added], end);
}

/**
 * The text without the entry, and without `overrides` if it is empty then; comments stay.
 *
 * @param {string} text
 * @param {string} key
 * @returns {string | undefined} `undefined` if nothing is left
 */
export function removeOverride(text, key) {
  const lines = linesOf(text);
  const block = blockOf(lines);
  const entry = block?.entries.find((one) => one.key === key);
  if (block === undefined || entry === undefined) return text;
  const kept = [...lines];
  kept[entry.line] = "";
  if (block.entries.length === 1) {
    const end = /\r?\n$/.exec(lines[block.line])?.[0] ?? "";
    kept[block.line] = block.comment && block.comment + end;
    const rest = kept.slice(block.line).join("");
    // The empty line that stood before it.
    if (rest === "" && lines[block.line - 1]?.trim() === "") kept[block.line - 1] = "";
  }
  const left = kept.join("");
  if (left.trim() === "") return undefined;
  // The last line ends as it did.
  return /\n$/.test(text) ? left : left.replace(/\r?\n$/, "");
}

/** Lines with their ends. @param {string} text */
const linesOf = (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/**
 * @param {string[]} lines
 * @param {number} at
 * @param {string[]} added
 * @param {string} end
 */
function insertLines(lines, at, added, end) {
  const before = lines.slice(0, at).join("");
  const after = lines.slice(at).join("");
  // The last line of the file ends as the last line did.
  if (before !== "" && !before.endsWith("\n")) return before + end + added.join(end);
  return before + added.join(end) + end + after;
}

/**
 * The block `overrides`.
 *
 * @param {string[]} lines
 * @returns {Block | undefined}
 */
function blockOf(lines) {
  /** @type {Block | undefined} */
  let found;
  let inside = false;
  let isFirst = true;
  for (const [line, ended] of lines.entries()) {
    const text = ended.replace(/\r?\n$/, "").replace(line === 0 ? /^\uFEFF/ : /(?!)/, "");
    if (NOTHING.test(text)) continue;
    const begins = isFirst;
    isFirst = false;
    if (begins && /^---\s*(?:#.*)?$/.test(text)) continue;
    if (inside && /^\s/.test(text)) {
      /** @type {Block} */ (found).entries.push(entryOf(ended, line, /** @type {Block} */ (found), lines));
      continue;
    }
    if (/^\s/.test(text) || /^-(?:\s|$)/.test(text)) {
      if (begins || inside) throw strange(line);
      continue;
    }
    const [match, double, single, plain, rest = ""] = KEY.exec(text) ?? [];
    if (match === undefined) throw strange(line);
    inside = (double ?? single ?? plain) === "overrides";
    if (!inside) continue;
    if (found !== undefined) throw new Refusal(`line ${line + 1} has overrides for a second time`);
    if (!NOTHING.test(rest)) throw new Refusal(`overrides in line ${line + 1} are not written one a line below it`);
    found = { line, comment: rest, entries: [] };
  }
  return found;
}

/**
 * @param {string} text
 * @param {number} line
 * @param {Block} block
 * @param {string[]} lines
 * @returns {Entry}
 */
function entryOf(text, line, { entries }, lines) {
  const [match, before, double, single, plain, rest] = ENTRY.exec(text) ?? [];
  const [, value] = VALUE.exec(rest ?? "") ?? [];
  if (match === undefined || value === undefined || /^[^"'].*:(?:\s|$)/.test(value)) throw strange(line);
  const indent = (/** @type {string} */ one) => /^ */.exec(one)?.[0].length;
  if (entries.length > 0 && indent(text) !== indent(lines[entries[0].line])) throw strange(line);
  const key = double ?? single ?? plain;
  if (entries.some((one) => one.key === key)) throw new Refusal(`line ${line + 1} has ${key} for a second time`);
  const bare = value.replace(/^(["'])(.*)\1$/, "$2");
  return { key, value: bare, line, from: before.length, to: before.length + value.length };
}

/** @param {number} line */
const strange = (line) => new Refusal(`line ${line + 1} is written in a way that this command does not change`);

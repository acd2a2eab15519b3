// Changes one entry of a JSON text and leaves every other character as it is: indentation, line ends, order.

import { Refusal } from "./refusal.js";

/** @typedef {{ key: string, start: number, keyEnd: number, value: Span }} Member */
/** @typedef {{ start: number, end: number, members?: Member[] }} Span where a value is; `members` if it is an object */

/**
 * What a JSON text holds; a byte order mark before it is passed over, as npm does.
 *
 * @param {string} text
 * @returns {any}
 */
export const parseJson = (text) => JSON.parse(text.replace(/^\uFEFF/, ""));

/**
 * The text with the entry set.
 *
 * @param {string} text an object
 * @param {string[]} keys that lead to the entry; objects on the way are made
 * @param {string} value
 * @returns {string}
 */
export function setEntry(text, keys, value) {
  const root = rootOf(text);
  let node = root;
  for (const [depth, key] of keys.entries()) {
    const member = memberOf(node, key);
    if (member === undefined) return insert(text, root, node, keys.slice(depth), value);
    node = member.value;
  }
  return text.slice(0, node.start) + JSON.stringify(value) + text.slice(node.end);
}

/**
 * The text without the entry, and without the objects on the way that are empty then.
 *
 * @param {string} text an object
 * @param {string[]} keys that lead to the entry
 * @returns {string}
 */
export function removeEntry(text, keys) {
  let node = rootOf(text);
  /** What goes: the innermost member on the way that is not alone. @type {{ node: Span, member: Member } | undefined} */
  let going;
  for (const key of keys) {
    const member = memberOf(node, key);
    if (member === undefined) return text;
    if (going === undefined || membersOf(node).length > 1) going = { node, member };
    node = member.value;
  }
  if (going === undefined) return text;
  const members = membersOf(going.node);
  const index = members.indexOf(going.member);
  if (members.length === 1) return text.slice(0, going.node.start + 1) + text.slice(going.node.end - 1);
  const [from, to] =
    index < members.length - 1
      ? [going.member.start, members[index + 1].start]
      : [members[index - 1].value.end, going.member.value.end];
  return text.slice(0, from) + text.slice(to);
}

/** @param {string} text */
const rootOf = (text) => spanAt(text, skip(text, text.startsWith("\uFEFF") ? 1 : 0));

/** @param {Span} span */
function membersOf({ members }) {
  if (members === undefined) throw new Refusal("what should hold the override is not an object");
  return members;
}

/**
 * @param {Span} node
 * @param {string} key
 */
function memberOf(node, key) {
  const found = membersOf(node).filter((member) => member.key === key);
  if (found.length > 1) throw new Refusal(`it has the key ${JSON.stringify(key)} twice`);
  return found[0];
}

/**
 * @param {string} text
 * @param {Span} root
 * @param {Span} node the object that has not the first of the keys
 * @param {string[]} keys
 * @param {string} value
 */
function insert(text, root, node, keys, value) {
  const members = membersOf(node);
  const style = styleOf(text, root);
  const last = members.at(-1);
  if (last !== undefined) {
    const gap = gapBefore(text, last.start);
    const own = { ...style, isSpread: gap.includes("\n") };
    const indent = gap.slice(gap.lastIndexOf("\n") + 1);
    const member = render(keys, value, indent, own);
    const before = own.isSpread ? style.end + indent : gap || (style.colon.endsWith(" ") ? " " : "");
    return `${text.slice(0, last.value.end)},${before}${member}${text.slice(last.value.end)}`;
  }
  const line = text.slice(text.lastIndexOf("\n", node.start) + 1, node.start);
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  return text.slice(0, node.start) + wrap(keys, value, indent, style) + text.slice(node.end);
}

/** @typedef {{ unit: string, end: string, colon: string, isSpread: boolean }} Style how a text is laid out */

/**
 * @param {string} text
 * @param {Span} root
 * @returns {Style}
 */
function styleOf(text, root) {
  const first = membersOf(root).at(0);
  const gap = first ? gapBefore(text, first.start) : "\n  ";
  const colon = first ? text.slice(first.keyEnd, first.value.start) : ": ";
  return {
    unit: gap.slice(gap.lastIndexOf("\n") + 1),
    end: text.includes("\r\n") ? "\r\n" : "\n",
    colon,
    isSpread: gap.includes("\n"),
  };
}

/**
 * @param {string} text
 * @param {number} at
 */
const gapBefore = (text, at) => /[ \t\r\n]*$/.exec(text.slice(0, at))?.[0] ?? "";

/**
 * A member, and inside it what the other keys lead to.
 *
 * @param {string[]} keys
 * @param {string} value
 * @param {string} indent
 * @param {Style} style
 * @returns {string}
 */
function render([key, ...rest], value, indent, style) {
  return (
    JSON.stringify(key) + style.colon + (rest.length === 0 ? JSON.stringify(value) : wrap(rest, value, indent, style))
  );
}

/**
 * An object with one member.
 *
 * @param {string[]} keys
 * @param {string} value
 * @param {string} indent of the line on which it begins
 * @param {Style} style
 * @returns {string}
 */
function wrap(keys, value, indent, style) {
  const { unit, end, isSpread } = style;
  if (!isSpread) return `{${render(keys, value, indent, style)}}`;
  return `{${end}${indent}${unit}${render(keys, value, indent + unit, style)}${end}${indent}}`;
}

/**
 * @param {string} text
 * @param {number} from
 */
function skip(text, from) {
  let at = from;
  while (" \t\r\n".includes(text[at] ?? "x")) at++;
  return at;
}

/**
 * Where a value ends. The text is known to be JSON.
 *
 * @param {string} text
 * @param {number} start
 * @returns {Span}
 */
function spanAt(text, start) {
  if (text[start] === "{") return objectAt(text, start);
  if (text[start] !== "[") return { start, end: scalarEnd(text, start) };
  let at = skip(text, start + 1);
  while (text[at] !== "]") at = afterComma(text, spanAt(text, at).end);
  return { start, end: at + 1 };
}

/**
 * @param {string} text
 * @param {number} start
 * @returns {Span}
 */
function objectAt(text, start) {
  const members = [];
  let at = skip(text, start + 1);
  while (text[at] !== "}") {
    const keyEnd = scalarEnd(text, at);
    const colon = skip(text, keyEnd);
    const value = spanAt(text, skip(text, colon + 1));
    members.push({ key: JSON.parse(text.slice(at, keyEnd)), start: at, keyEnd, value });
    at = afterComma(text, value.end);
  }
  return { start, end: at + 1, members };
}

/**
 * @param {string} text
 * @param {number} end
 */
function afterComma(text, end) {
  const at = skip(text, end);
  return text[at] === "," ? skip(text, at + 1) : at;
}

/**
 * @param {string} text
 * @param {number} start
 */
function scalarEnd(text, start) {
  const scalar = text[start] === '"' ? /"(?:[^"\\]|\\.)*"/y : /[^\s,\]}]+/y;
  scalar.lastIndex = start;
  scalar.test(text);
  return scalar.lastIndex;
}

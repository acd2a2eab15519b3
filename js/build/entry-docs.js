// The documentation of the entries, made from what stands before each function in its family's file.
//
// A promise twin has no text of its own: its types and examples are those of its function, as promises.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.js";

/** @typedef {import("../src/families.js").Family} Family */

const folder = join(root, "js", "src");

/** The sources of a family: `hash.js`, and what else of `js/src` begins with its name. @param {Family} family */
const filesOf = (family) => readdirSync(folder).filter((file) => file.startsWith(family) && file.endsWith(".js"));

/**
 * The comments right before a function, and the file that has them.
 *
 * @param {Family} family
 * @param {string} name
 */
function commentsOf(family, name) {
  for (const file of filesOf(family)) {
    const source = readFileSync(join(folder, file), "utf8");
    const found = new RegExp(`((?: *\\/\\*\\*(?:(?!\\*\\/)[\\s\\S])*\\*\\/\\n)+) *function ${name}\\(([^)]*)\\)`).exec(
      source,
    );
    if (!found) continue;
    const comments = found[1]
      .replace(/^ {2}/gm, "")
      .trimEnd()
      .split(/(?<=\*\/)\n/);
    return { file, source, comments, parameters: found[2].split(", ").filter(Boolean) };
  }
  throw new Error(`no documentation for ${name}`);
}

/**
 * The documentation of a function, without types, which come from the function itself; only a thrown class is part of
 * the text.
 *
 * @param {Family} family
 * @param {string} name
 */
export function syncDocs(family, name) {
  const last = /** @type {string} */ (commentsOf(family, name).comments.at(-1));
  return last
    .replace(/^ \* @template .*\n/gm, "")
    .replace(/@throws \{(\w+)\}/g, "@throws $1")
    .replace(/@(param|returns) \{.*?\} (?=\S)/g, "@$1 ")
    .replace(/^( \* @returns) \{.*\}\n/gm, "");
}

/**
 * The documentation of a promise, with its types.
 *
 * @param {Family} family
 * @param {string} name
 * @param {boolean} isTwin whether it is made from a function that returns at once
 */
export function promiseDocs(family, name, isTwin) {
  const { file, source, comments, parameters } = commentsOf(family, name);
  const types = [...source.matchAll(/@typedef \{[\s\S]*?\} (\w+)/g)].map(([, type]) => type);
  const known = new RegExp(`(?<![\\w."])(${types.join("|")})\\b(?!["\\w])`, "g");
  const list = isTwin && !parameters.includes("options") ? [...parameters, "options"] : parameters;
  const docs = comments.map((comment) => {
    const made = isTwin ? twinOf(comment, !parameters.includes("options")) : comment;
    // The types of the family's file, from where the entry is.
    return made.replace(/(@\w+ )\{(.*?)\}(?=[ \n])/g, (_, tag, type) => {
      return `${tag}{${type.replace(known, `import("../${file}").$1`)}}`;
    });
  });
  return { docs: docs.join("\n"), parameters: list };
}

const NOTE =
  " * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.\n";

/**
 * A comment of a function as one of its promise twin.
 *
 * @param {string} comment
 * @param {boolean} needsOptions whether the function has no options of its own
 */
function twinOf(comment, needsOptions) {
  const template = /^ \* @template \{(.*)\} (\w+)\n/m.exec(comment);
  let twin = comment
    .replace(/@param \{(.*?)\} (\[?options)/g, "@param {Controlled<$1>} $2")
    .replace(/@returns \{(.*)\}/g, "@returns {Promise<$1>}");
  if (template) {
    // A function that works in place and gives back what it was given; as a promise it leaves that alone.
    const [line, constraint, type] = template;
    twin = twin
      .replace(line, "")
      .replace(/^ \* It works in place\.\n/m, "")
      .replace(`{${type}}`, `{${constraint}}`)
      .replace(/@returns .*/, "@returns {Promise<Uint8Array<ArrayBuffer>>} new bytes; what was passed stays as it is");
  }
  const isOverload = comment.includes("@overload");
  if (needsOptions) {
    const control = ' * @param {import("../later.js").Control} [options] `signal` and `onProgress`\n';
    twin = twin.replace(/(?= \* @returns)/, control);
  }
  twin = twin.replaceAll("{Controlled<", '{import("../later.js").Controlled<');
  if (isOverload) return twin;
  return twin
    .replace(/(?<= \*\n)(?= \* @param)/, `${NOTE} *\n`)
    .replace(/(\[options\] .*?)(?=\n \* @returns)/s, (_, text) =>
      needsOptions
        ? text
        : `${text}; \`signal\` cancels the\n *   call, and \`onProgress(done, total)\` is told how far it is`,
    )
    .replace(/^( \* )(\w+\(.*\)(?:\.\w+)?; \/\/ )/gm, (_, start, claim) => `${start}${awaited(claim)}`);
}

/** A call whose result is waited for; what is asked of the result comes after. @param {string} claim */
const awaited = (claim) => {
  const property = /^(.*\))(\.\w+); \/\/ $/.exec(claim);
  return property ? `(await ${property[1]})${property[2]}; // ` : `await ${claim}`;
};

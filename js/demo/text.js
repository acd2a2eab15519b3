// The text of the demo: a real book as more than 100,000 distinct lines, one in five with words that are not ASCII.

import { readFileSync } from "node:fs";

// Wrapping the book at each of these widths makes about 119,000 distinct lines.
const NARROWEST = 30;
const WIDEST = 90;

// Accents, ligatures, other scripts, and characters outside the basic plane, composed of several code points too.
const WORDS = (
  "café naïve Œuvre señorita Straße smörgåsbord Żółw coração Ærøskøbing Τσεσάιρ Алиса ǆ e\u0301tude " +
  "兎 愛麗絲 不思議の国 토끼굴 𠮷野家 🐇 🎩☕ 👩‍🚀 🇬🇧 ⏰ الأرنب गिलहरी"
).split(" ");

/** The distinct lines, always the same ones in the same order. */
export function distinctLines() {
  const book = readFileSync(new URL("data/alice29.txt", import.meta.url), "latin1");
  const words = book.match(/[!-~]+/g) ?? [];
  const wrapped = new Set();
  for (let width = NARROWEST; width <= WIDEST; width++) wrap(words, width, wrapped);
  const lines = [...wrapped].map((line, i) => (i % 5 === 4 ? withForeignWord(line, i) : line));
  // A file that a program reads is one string that is split at its line ends, so the demo's lines are made that way.
  return [...new Set(lines)].join("\n").split("\n");
}

/**
 * Adds the lines of at most `width` characters to `lines`; only a word that is longer makes a longer line.
 *
 * @param {string[]} words
 * @param {number} width
 * @param {Set<string>} lines
 */
function wrap(words, width, lines) {
  let line = "";
  for (const word of words) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.add(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  lines.add(line);
}

/**
 * Puts one word that is not ASCII, and one that depends on the line, into the middle of the line.
 *
 * @param {string} line
 * @param {number} number
 */
function withForeignWord(line, number) {
  const words = line.split(" ");
  words.splice(words.length >> 1, 0, WORDS[number % WORDS.length], WORDS[(number >> 3) % WORDS.length]);
  return words.join(" ");
}

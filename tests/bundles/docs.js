// The sizes that docs/platforms.md shows: they must be close to what is measured.

import { deepStrictEqual } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../js/build/run.js";
import { BUNDLERS } from "./bundlers.js";
import { bundled } from "./pages.js";
import { entrySizes } from "./sizes.js";

const PAGE = join(root, "docs", "platforms.md");
const MARKED = /(<!-- sizes -->\n)[\s\S]*?(<!-- end -->)/;
/** How far a documented size may be from the measured one, or 1 KiB: a change of a few lines needs no new table. */
const TOLERANCE = 0.03;
const KIB = 1024;

/** @typedef {{ head: string[], rows: [name: string, ...bytes: number[]][] }} Table */

/** @returns {Promise<Table[]>} */
async function measured() {
  /** @type {Table["rows"]} */
  const pages = [];
  for (const bundler of BUNDLERS) {
    const { minified, gzip } = (await bundled(bundler)).size;
    pages.push([`${bundler.name} ${bundler.version}`, minified, gzip]);
  }
  const entries = [...(await entrySizes())].map(
    ([name, size]) => /** @type {[string, number]} */ ([`\`${name}\``, size]),
  );
  return [
    { head: ["bundler", "KiB, minified", "KiB with gzip"], rows: pages },
    { head: ["entry", "KiB with gzip"], rows: entries },
  ];
}

/** @param {Table} table */
function markdown({ head, rows }) {
  const line = (/** @type {unknown[]} */ cells) => `| ${cells.join(" | ")} |`;
  const kib = (/** @type {number} */ bytes) => Math.round(bytes / KIB);
  const body = rows.map(([name, ...bytes]) => line([name, ...bytes.map(kib)]));
  return [line(head), `|${head.map(() => "---|").join("")}`, ...body].join("\n");
}

/** The tables of all sizes, as text. */
export const sizeTables = async () => (await measured()).map(markdown).join("\n\n");

/**
 * What is wrong with the tables of a page.
 *
 * @param {string} text
 * @param {Table[]} tables
 */
export function stale(text, tables) {
  const lines = (MARKED.exec(text)?.[0] ?? "").split("\n").filter((line) => /\d \|$/.test(line));
  const documented = new Map(lines.map((line) => line.slice(2, -2).split(" | ")).map(([name, ...kib]) => [name, kib]));
  const known = tables.flatMap(({ rows }) => rows);
  const close = (/** @type {number} */ bytes, /** @type {string | undefined} */ kib) =>
    Math.abs(Number(kib) * KIB - bytes) <= Math.max(KIB, bytes * TOLERANCE);
  const far = known.filter(
    ([name, ...bytes]) => !bytes.every((size, index) => close(size, documented.get(name)?.[index])),
  );
  const gone = [...documented.keys()].filter((name) => !known.some((row) => row[0] === name));
  return [...far.map(([name]) => name), ...gone];
}

/** @type {Table[]} */
const EXAMPLE = [{ head: ["", ""], rows: [["a", 100 * KIB]] }];
const page = (/** @type {string} */ rows) => `<!-- sizes -->\n\n| x | y |\n|---|---|\n${rows}\n\n<!-- end -->`;

/** @type {import("../report.js").Check[]} */
export const docsChecks = [
  {
    name: "a documented size that is far from the measured one is told, and one that is missing or was not measured",
    run: () => {
      const pages = ["| a | 100 |", "| a | 103 |", "| a | 104 |", "", "| a | 100 |\n| b | 1 |"].map(page);
      deepStrictEqual(
        pages.map((text) => stale(text, EXAMPLE)),
        [[], [], ["a"], ["a"], ["b"]],
      );
    },
  },
  {
    name: "docs/platforms.md has the sizes that were measured (UPDATE=1 writes them anew)",
    run: async () => {
      const tables = await measured();
      if (process.env.UPDATE) {
        const text = await sizeTables();
        writeFileSync(
          PAGE,
          readFileSync(PAGE, "utf8").replace(MARKED, (_, begin, end) => `${begin}\n${text}\n\n${end}`),
        );
      }
      deepStrictEqual(stale(readFileSync(PAGE, "utf8"), tables), []);
    },
  },
];

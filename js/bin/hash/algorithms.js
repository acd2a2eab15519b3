// Shows which algorithms there are.

import { hashes } from "../../src/entries/hash.js";

/** @param {import("../../src/hash-list.js").AlgorithmInfo} info */
const kindOf = ({ cryptographic, broken }) => (broken ? "broken" : cryptographic ? "cryptographic" : "checksum");

/**
 * @param {{ json: boolean }} options
 * @param {import("./output.js").Output} output
 */
export async function printAlgorithms({ json }, output) {
  if (json) return output.json(hashes());
  const rows = hashes().map((info) => [info.name, info.title, String(info.digestLength ?? "any"), kindOf(info)]);
  const table = [["name", "title", "bytes", "kind"], ...rows];
  const [name, title, bytes] = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column].length)));
  const lines = table.map((row) =>
    [row[0].padEnd(name), row[1].padEnd(title), row[2].padStart(bytes), row[3]].join("  "),
  );
  await output.print(lines.join("\n"));
}

// Uses two installed copies of Oxbridge in one process, in turns, on one backend; prints what `probe.js` prints of each.

import { pathToFileURL } from "node:url";
import { mappedBinaries } from "./mapped.js";

const [name, ...folders] = process.argv.slice(2);
const urls = folders.map((folder) => pathToFileURL(`${folder}/node_modules/oxbridge/src/`));
const copies = [];
for (const url of urls) {
  const pinned = await import(new URL(`entries/${name}.js`, url).href);
  const { load } = await import(new URL("entries/backend.js", url).href);
  copies.push({ pinned, loaded: await load(name) });
}

const digests = [];
for (let turn = 0; turn < 3; turn++) {
  for (const { pinned, loaded } of copies) digests.push(pinned.sha256("abc"), loaded.sha256("abc"));
}
const files = copies.map(({ loaded }) => loaded.backend().file);
console.log(JSON.stringify({ digests: [...new Set(digests)], files, binaries: mappedBinaries() }));

// Says whether a library is in the memory of this process: before Oxbridge is imported, after that, and after the first
// call. Run with the path of the library.

import { readFileSync } from "node:fs";

const [file] = process.argv.slice(2);
const isMapped = () => readFileSync("/proc/self/maps", "utf8").includes(file);

const answers = [isMapped()];
const { fibonacci } = await import("oxbridge");
await import("oxbridge/backend");
answers.push(isMapped());
fibonacci(10);
answers.push(isMapped());
console.log(JSON.stringify(answers));

// Imports a package, calls it twice, and prints what each of the three did: `first-call.js SPECIFIER`.

import { takeActs } from "./watched.js";

const [specifier] = process.argv.slice(2);
takeActs();
const { sha256 } = await import(specifier);
const imported = takeActs();
sha256("abc");
const first = takeActs();
sha256("abc");
console.log(JSON.stringify({ imported, first, second: takeActs() }));

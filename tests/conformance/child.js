// Runs in the runtime that is asked for, where that is Node, Bun or Deno: `child.js '{"name":"bun"}'` puts one subject
// through the cases, and prints how far it is and the column, each behind a mark. With `"every":3` it takes every third
// case.

import process from "node:process";
import { readVectors } from "../runners/vectors.js";
import { SUBJECTS } from "../subjects/list.js";
import { moduleSubject } from "../subjects/oxbridge.js";
import { ask } from "./ask.js";
import { ownRuntime } from "./runtimes.js";

const { name, address, every } = JSON.parse(process.argv[2]);
const load = async () => (address === undefined ? SUBJECTS[name]() : moduleSubject(name, () => import(address)));
const asked = { what: { subject: name, runtime: ownRuntime() }, vectors: readVectors(), every };
const column = await ask(load, asked, (far) => console.log(`CASES ${far}`));
console.log(`COLUMN ${JSON.stringify(column)}`);

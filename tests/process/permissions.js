// A runtime that gives a program few permissions: Oxbridge takes what it may have, never asks for more, and says truly
// why it did not take the rest.

import { join } from "node:path";
import { nativeFolder } from "../../js/build/native.js";
import { root } from "../../js/build/run.js";
import { ABC } from "../abc.js";
import { RUNTIMES } from "../runtimes.js";
import { child, ENVIRONMENT, matches, runChild, same } from "./children.js";
import { onTerminal } from "./terminal.js";

const PROMPT = /Deno requests|Allow\?/;
const LIBRARY_ENV = "--allow-env=OXBRIDGE_LIBRARY_PATH";
const BOTH_ENV = [LIBRARY_ENV, "--allow-env=OXBRIDGE_BACKEND"];

/** @typedef {{ name: string, file: string | null, async: { by: string, reason: string | null }, others: { name: string, reason: string }[] }} Info */

/**
 * What `say.js` printed: all calls are right, and this backend answered.
 *
 * @param {string} text
 * @returns {Info}
 */
function infoOf(text) {
  const { sum, digest, later, info } = JSON.parse(text);
  same([sum, digest, later], [{ value: 3 }, { value: ABC }, { value: ABC }], "what the calls gave");
  if (!info.value) throw new Error(`backend() threw ${JSON.stringify(info.error)}`);
  return info.value;
}

/** @param {Info} info */
const napiReason = ({ others }) => others.find(({ name }) => name === "napi")?.reason;

/**
 * Runs `say.js` in Deno on a terminal, where it could ask, and sees to it that it does not.
 *
 * @param {string[]} flags
 * @param {Record<string, string | undefined>} [env]
 */
async function inDeno(flags, env = {}) {
  const args = ["run", "--quiet", ...flags, child("say.js")];
  const { text, ended, code } = await onTerminal(RUNTIMES.deno.command, args, { env: { ...ENVIRONMENT, ...env } });
  if (PROMPT.test(text)) throw new Error(`Deno asked: ${text}`);
  same([ended, code], [true, 0], `how Deno ended (it printed ${text})`);
  return infoOf(text);
}

/**
 * @param {string[]} flags
 * @param {RegExp} reason
 * @param {Record<string, string | undefined>} [env]
 */
async function denoTakesWasm(flags, reason, env) {
  const info = await inDeno(flags, env);
  same(info.name, "wasm", "the backend");
  matches(napiReason(info), reason, "the reason against napi");
}

/** @param {string} folder */
const bothIn = (folder) => [`--allow-ffi=${folder}`, `--allow-read=${folder}`, LIBRARY_ENV];

/** @type {import("../report.js").Check[]} */
const deno = [
  {
    name: "a Deno program that asks for a permission is seen to ask, and does not end by itself",
    run: async () => {
      const args = ["run", "--quiet", child("ask.js")];
      const { text, ended } = await onTerminal(RUNTIMES.deno.command, args, { timeout: 3000 });
      matches(text, PROMPT, "what the terminal shows");
      same(ended, false, "whether it ended");
    },
  },
  {
    name: "Deno without permissions takes wasm without asking, and says which flag napi needs",
    run: () => denoTakesWasm([], /--allow-(ffi|read|env)/),
  },
  {
    name: "Deno without permissions takes wasm where no library is named, too",
    run: () => denoTakesWasm([], /--allow-(ffi|read)/, { OXBRIDGE_LIBRARY_PATH: undefined }),
  },
  {
    name: "Deno that may read and call the library's folder takes napi without asking",
    run: async () => {
      const info = await inDeno(bothIn(nativeFolder));
      same([info.name, info.file], ["napi", join(nativeFolder, "oxbridge-napi.node")], "the backend");
    },
  },
  {
    name: "Deno that may read and call other folders takes wasm without asking",
    run: () => denoTakesWasm(bothIn("/usr"), /--allow-(ffi|read)/),
  },
  {
    name: "Deno that may read the library, but not call it, takes wasm without asking",
    run: () => denoTakesWasm([`--allow-read=${nativeFolder}`, LIBRARY_ENV], /--allow-ffi/),
  },
  {
    name: "Deno that may call the library, but not read it, takes wasm without asking",
    run: () => denoTakesWasm([`--allow-ffi=${nativeFolder}`, LIBRARY_ENV], /--allow-read/),
  },
  {
    name: "Deno that may call any library, but not read its file, takes wasm without asking",
    run: () => denoTakesWasm(["--allow-ffi", LIBRARY_ENV], /--allow-read/),
  },
  {
    name: "Deno that may read only Oxbridge itself looks for installed binaries without asking",
    run: () =>
      denoTakesWasm(["--allow-ffi", `--allow-read=${join(root, "js")}`], /./, { OXBRIDGE_LIBRARY_PATH: undefined }),
  },
  {
    name: "Deno that is told of a library by a relative path, and may read nothing, takes wasm without asking",
    run: () => denoTakesWasm(["--allow-ffi", LIBRARY_ENV], /--allow-read/, { OXBRIDGE_LIBRARY_PATH: "dist/native" }),
  },
  {
    name: "Deno that may call libraries of one folder has no cabi, because that reads C's memory, and does not ask",
    run: async () => {
      const args = ["run", "--quiet", ...bothIn(nativeFolder), ...BOTH_ENV, child("say.js")];
      const env = { ...ENVIRONMENT, OXBRIDGE_BACKEND: "cabi" };
      const { text, ended } = await onTerminal(RUNTIMES.deno.command, args, { env });
      if (PROMPT.test(text)) throw new Error(`Deno asked: ${text}`);
      same([ended, JSON.parse(text).sum.error?.code], [true, "ERR_BACKEND_UNAVAILABLE"], `how it ended (${text})`);
      matches(JSON.parse(text).sum.error.message, /cabi: .*--allow-ffi/, "the message");
    },
  },
  {
    name: "Deno that is forbidden to call libraries takes wasm, and says which flag napi needs",
    run: () => denoTakesWasm(["--deny-ffi", "--allow-read", LIBRARY_ENV], /--allow-ffi/),
  },
];

const READ = ["--permission", "--allow-fs-read=*"];

/**
 * @param {import("./children.js").RuntimeId} id
 * @param {string[]} flags
 * @param {Record<string, string | undefined>} [env]
 */
const inNode = async (id, flags, env) => infoOf(await runChild(id, "say.js", [], { flags, env }));

/**
 * @param {import("./children.js").RuntimeId} id
 * @param {string[]} flags
 * @param {RegExp} reason
 */
async function nodeTakesWasm(id, flags, reason) {
  const info = await inNode(id, flags);
  same(info.name, "wasm", "the backend");
  matches(napiReason(info), reason, "the reason against napi");
}

/** @type {import("../report.js").Check[]} */
const node = /** @type {const} */ (["node24", "node26"]).flatMap((id) => [
  {
    name: `${id} with --permission takes wasm, and says that addons are not allowed`,
    run: () => nodeTakesWasm(id, READ, /--allow-addons/),
  },
  {
    name: `${id} with --permission --allow-addons takes napi`,
    run: async () => same((await inNode(id, [...READ, "--allow-addons"])).name, "napi", "the backend"),
  },
]);

/** @type {import("../report.js").Check[]} */
const noAddons = /** @type {const} */ (["node20", "node24", "node26"]).map((id) => ({
  name: `${id} with --no-addons takes wasm, and says why`,
  run: () => nodeTakesWasm(id, ["--no-addons"], /--no-addons/),
}));

/** @type {import("../report.js").Check[]} */
const nodeFfi = [
  {
    name: "node26 with --permission --allow-ffi takes cabi where it is named",
    run: async () => {
      const info = await inNode("node26", [...READ, "--allow-ffi"], { OXBRIDGE_BACKEND: "cabi" });
      same(info.name, "cabi", "the backend");
    },
  },
  ...[READ, [...READ, "--allow-addons"]].map((flags) => ({
    name: `node26 with ${flags.join(" ")} has no cabi, and says which flag it needs`,
    run: async () => {
      const text = await runChild("node26", "say.js", [], { flags, env: { OXBRIDGE_BACKEND: "cabi" } });
      const { error } = JSON.parse(text).sum;
      same([error?.name, error?.code], ["Error", "ERR_BACKEND_UNAVAILABLE"], `the error (${text})`);
      matches(error.message, /cabi: .*--allow-ffi/, "the message");
    },
  })),
];

/**
 * What each runtime is allowed, and where promises run then.
 *
 * @type {{ name: string, info: () => Promise<Info>, backend: string, by: string, reason?: RegExp }[]}
 */
const LATER = [
  ...[
    { flags: READ, backend: "wasm", by: "calling thread", reason: /--allow-worker/ },
    { flags: [...READ, "--allow-worker"], backend: "wasm", by: "workers" },
    { flags: [...READ, "--allow-addons"], backend: "napi", by: "threads" },
  ].flatMap(({ flags, ...row }) =>
    /** @type {const} */ (["node24", "node26"]).map((id) => ({
      ...row,
      name: `${id} with ${flags.join(" ")}`,
      info: () => inNode(id, flags),
    })),
  ),
  ...[
    { flags: [...READ, "--allow-ffi"], by: "calling thread", reason: /--allow-worker/ },
    { flags: [...READ, "--allow-ffi", "--allow-worker"], by: "workers" },
  ].map(({ flags, ...row }) => ({
    ...row,
    backend: "cabi",
    name: `node26 with ${flags.join(" ")}`,
    info: () => inNode("node26", flags, { OXBRIDGE_BACKEND: "cabi" }),
  })),
  { name: "Deno without permissions", info: () => inDeno([]), backend: "wasm", by: "workers" },
  ...[
    { name: "call and read everything", read: "--allow-read", by: "workers" },
    {
      name: "call everything, but read only the library",
      read: `--allow-read=${nativeFolder}`,
      by: "calling thread",
      reason: /--allow-read/,
    },
  ].map(({ name, read, ...row }) => ({
    ...row,
    name: `Deno that may ${name}`,
    info: () => inDeno(["--allow-ffi", read, ...BOTH_ENV], { OXBRIDGE_BACKEND: "cabi" }),
    backend: "cabi",
  })),
];

/** @type {import("../report.js").Check[]} */
const later = LATER.map(({ name, info, backend, by, reason = /^null$/ }) => ({
  name: `${name} runs promises of ${backend} in ${by}`,
  run: async () => {
    const { name: actual, async: how } = await info();
    same([actual, how.by], [backend, by], "what answers, and where");
    matches(how.reason, reason, "the reason");
  },
}));

export const checks = [...deno, ...node, ...noAddons, ...nodeFfi, ...later];

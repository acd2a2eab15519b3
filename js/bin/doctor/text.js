// What the doctor finds, for a person to read.

/** @typedef {import("./report.js").Report} Report */
/** @typedef {import("./report.js").Candidate} Candidate */

const WIDTH = 10;

/** Where promises run. */
const PLACES = {
  threads: "run on the threads of the runtime",
  workers: "run in workers",
  "calling thread": "run on the calling thread",
};

/** @param {string} label @param {string} text */
export const line = (label, text) => `${label.padEnd(WIDTH)}${text}`;

/** @param {Report} report */
export function reportText(report) {
  const { version, folder, runtime, manager } = report;
  const head = [
    line("oxbridge", `${version}, in ${folder}`),
    line("runtime", `${runtime.name} ${runtime.version}`),
    line("platform", platformText(report.platform)),
    line("packages", managerText(manager)),
    ...environmentText(report),
    ...slotText(report),
  ];
  const blocks = report.backends.map((candidate) => candidateText(candidate).join("\n"));
  return [head.join("\n"), ...blocks, choiceText(report)].join("\n\n");
}

/** @param {import("./manager.js").Manager} manager */
export const managerText = ({ name, because }) => `${name.replace("-classic", " 1")}, known by ${because}`;

/** @param {import("./machine.js").Machine} platform */
function platformText({ os, cpu, libc, level }) {
  const parts = [`${os} ${cpu}`];
  if (libc)
    parts.push(libc.name === "unknown" ? "unknown C library" : `${libc.name} ${libc.version ?? "of unknown version"}`);
  if (level) parts.push(level === "unknown" ? "unknown level of the processor" : level);
  return parts.join(", ");
}

/** @param {Report} report */
function environmentText({ environment: { unreadable, ...values } }) {
  const set = Object.entries(values).filter(([, value]) => value !== null);
  const lines = set.map(([name, value]) => `${name}=${value}`);
  if (unreadable.length > 0) lines.push(`${unreadable.join(" and ")} may not be read, and are as if unset`);
  return lines.map((text) => line("variables", text));
}

/** @param {Report} report */
function slotText({ slot }) {
  if (slot === null || slot.holds === "napi") return [];
  const filled = slot.package === null ? "" : ` with ${slot.package}`;
  return [line("override", `${slot.name} is filled${filled} ${slot.version}: it holds ${slot.holds}`)];
}

/** @param {Candidate} candidate */
function candidateText({ name, usable, chosen, package: from, version, file, async, reason, fix }) {
  const lines = [line(name, `${usable ? "can be used" : "cannot be used"}${chosen ? ", and is chosen" : ""}`)];
  const add = (/** @type {string} */ label, /** @type {string} */ text) => lines.push(`  ${line(label, text)}`);
  if (reason)
    add(
      "reason",
      `${reason.message}${reason.code && !reason.message.includes(reason.code) ? ` (${reason.code})` : ""}`,
    );
  if (from) add("package", version === null ? from : `${from} ${version}`);
  if (file) add("file", file);
  if (async) add("promises", `${PLACES[async.by]}${async.reason === null ? "" : `: ${async.reason}`}`);
  if (fix) add("way out", fix.command === null ? fix.text : `${fix.command}\n  ${line("", `(${fix.text})`)}`);
  return lines;
}

/** @param {Report} report */
function choiceText({ ok, choice, backends, environment, slot }) {
  const { backend, rule, order, error } = choice;
  const by = {
    automatic: `by the automatic order ${order?.join(", ")}`,
    override: `by the override of ${slot?.name}, which makes the order ${order?.join(", ")}`,
    OXBRIDGE_BACKEND: `because OXBRIDGE_BACKEND is ${environment.OXBRIDGE_BACKEND}`,
  }[rule];
  if (backend === null) return line("chosen", `none: ${error?.message}`);
  const candidate = backends.find(({ name }) => name === backend);
  const lines = [line("chosen", `${backend}, ${by}`)];
  if (candidate?.from === "OXBRIDGE_LIBRARY_PATH") lines.push(line("", "its file is the one of OXBRIDGE_LIBRARY_PATH"));
  if (!ok) lines.push(line("", "but it cannot be used, and every call fails"));
  return lines.join("\n");
}

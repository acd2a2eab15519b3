// What is installed for another machine, for a person to read.

import { line, managerText } from "./text.js";

/** @param {import("./target.js").TargetReport} report */
export function targetText({ version, target, manager, error, backends, install }) {
  const head = [line("oxbridge", version), line("target", target.name), line("packages", managerText(manager))].join(
    "\n",
  );
  const blocks = backends.map(backendText);
  const end = error === null ? [] : [line("required", error.message)];
  if (install !== null) {
    end.push(line("install", install.text), ...install.commands.map((command) => line("", command)));
  }
  return [head, ...blocks, ...(end.length > 0 ? [end.join("\n")] : [])].join("\n\n");
}

/** @param {import("./target.js").Backend} backend */
function backendText({ name, required, ready, packages, reason }) {
  const lines = [line(name, `${ready ? "is ready" : "is not ready"}${required ? ", and is required" : ""}`)];
  for (const { name: needed, version, installed } of packages) {
    lines.push(`  ${line(installed ? "here" : "lacking", installed ? `${needed} ${version ?? ""}` : needed)}`);
  }
  if (reason) lines.push(`  ${line("reason", reason.message)}`);
  return lines.join("\n");
}

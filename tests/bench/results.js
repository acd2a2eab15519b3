// What a run of the benchmark has found, as `results.json` holds it.

/** @typedef {import("./statistics.js").Summary} Summary */

/**
 * What is measured, for people.
 *
 * @typedef {object} Job
 * @property {string} id
 * @property {string} title
 * @property {string} unit what one operation is
 * @property {string} [does] what Oxbridge's function does
 */

/**
 * The times of the candidates that took turns in one process.
 *
 * @typedef {object} Taken
 * @property {string} job
 * @property {string} [backend] the only backend of the process; without one, all of them took turns
 * @property {import("./rounds.js").Times} times
 */

/** @typedef {Taken & { runtime: string }} Measurement */

/** @typedef {{ what: string, reason: string }} Absent what was not measured, and why */

/**
 * Where a backend is faster than the best built-in or JavaScript way of a runtime.
 *
 * @typedef {object} BreakEven
 * @property {string} runtime
 * @property {string} backend
 * @property {string} function
 * @property {string} unit what sizes count
 * @property {number} smallest size that was tried
 * @property {number} largest
 * @property {{ from: number, to: number }[]} ranges of sizes in which the backend is faster; both ends belong to them
 * @property {Record<string, number>} speed how many times as fast it is as the best other way, by size
 * @property {Record<string, string>} against which way that is, by size
 */

/**
 * @typedef {object} Machine
 * @property {string} cpu
 * @property {number} cores
 * @property {string} platform
 * @property {number} loadPerCore the load average of the last minute when the run began
 * @property {boolean} busy whether that is too much to trust any figure
 * @property {string[] | null} flags of a processor for x64, as Linux names them; `null` where nothing tells, or for another
 */

/** @typedef {{ id: string, name: string, version: string }} RuntimeInfo */

/**
 * @typedef {object} Results
 * @property {1} format of this object
 * @property {string} oxbridge its version
 * @property {string} date
 * @property {boolean} quick whether so little was measured that no figure means anything
 * @property {Machine} machine
 * @property {RuntimeInfo[]} runtimes
 * @property {Record<string, string>} peers their versions
 * @property {Job[]} jobs
 * @property {Figures[]} figures
 * @property {BreakEven[]} breakEven
 * @property {import("./targets.js").Verdict[]} targets
 * @property {Absent[]} absent what could not be had
 * @property {Absent[]} failures what was there, but failed, or gave another result than the others
 */

/**
 * The medians and quartiles of the candidates of a job, in nanoseconds for each operation.
 *
 * @typedef {object} Figures
 * @property {string} job
 * @property {string} runtime
 * @property {string} [backend]
 * @property {number} rounds
 * @property {Record<string, Summary>} nanoseconds
 */

export const BACKENDS = /** @type {const} */ (["napi", "neon", "wasm", "cabi"]);

/** The name of a runtime without its version: `node` of `node24`. @param {string} id */
export const kindOf = (id) => id.replace(/\d+$/, "");

/**
 * The version of Node that targets are for and jobs run on, or else the first one that there is.
 *
 * @param {string[]} ids of runtimes
 */
export function referenceNode(ids) {
  const nodes = ids.filter((id) => kindOf(id) === "node");
  return nodes.includes("node24") ? "node24" : nodes[0];
}

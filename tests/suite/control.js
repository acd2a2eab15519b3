// What cases use to look at `signal` and `onProgress`: a signal that counts its listeners, and progress as text.

/** Reasons for which a call may be cancelled. @type {Record<string, (controller: AbortController) => void>} */
export const ABORTS = {
  "no reason": (controller) => controller.abort(),
  "an object": (controller) => controller.abort({ not: "an error" }),
  null: (controller) => controller.abort(null),
  "an empty text": (controller) => controller.abort(""),
};

/**
 * A signal of the runtime behind an object that counts who listens to it.
 *
 * @param {AbortController} controller
 */
export function countingSignal({ signal }) {
  /** @type {Set<unknown>} */
  const listeners = new Set();
  return {
    get aborted() {
      return signal.aborted;
    },
    get reason() {
      return signal.reason;
    },
    /** @param {[string, any, any]} args */
    addEventListener(...args) {
      listeners.add(args[1]);
      signal.addEventListener(...args);
    },
    /** @param {[string, any]} args */
    removeEventListener(...args) {
      listeners.delete(args[1]);
      signal.removeEventListener(...args);
    },
    count: () => listeners.size,
  };
}

/**
 * How a promise ended that was to be cancelled, as text.
 *
 * @param {Promise<unknown>} promise
 * @param {AbortSignal} signal
 */
export const ending = (promise, signal) =>
  promise.then(
    () => "it was not cancelled",
    (thrown) => {
      if (Object.is(thrown, signal.reason)) return "the reason";
      return `another reason: ${thrown?.name} ${thrown?.message}`;
    },
  );

/** Collects what `onProgress` is told. */
export function progressLog() {
  /** @type {[done: number, total: number | undefined][]} */
  const told = [];
  const onProgress = (/** @type {number} */ done, /** @type {number | undefined} */ total) =>
    void told.push([done, total]);
  return { told, onProgress };
}

/**
 * Whether progress rose at every step, had the total whenever it is known, and ended there; otherwise what is wrong.
 *
 * Where the total is not known from the beginning, the last step may only say that what is done is all.
 *
 * @param {[done: number, total: number | undefined][]} told
 * @param {number} total
 * @param {boolean} [isKnown] whether each step knows the total
 */
export function progressOf(told, total, isKnown = true) {
  if (told.length === 0) return "nothing was told";
  for (const [index, [done, of]] of told.entries()) {
    const isLast = index === told.length - 1;
    const before = index === 0 ? -1 : told[index - 1][0];
    const mayStay = isLast && !isKnown && told[index - 1]?.[1] === undefined;
    if (done < before || (done === before && !mayStay)) return `it did not rise: ${JSON.stringify(told)}`;
    if (of !== (isKnown || isLast ? total : undefined)) return `a total was wrong: ${JSON.stringify(told)}`;
  }
  const [done] = told[told.length - 1];
  return done === total ? "it rose to the total" : `it ended at ${done}: ${JSON.stringify(told)}`;
}
export const ROSE = "it rose to the total";

// What a case is, and how a result becomes text that can be compared across backends, runtimes and languages.

/**
 * One case: a call, and what must come of it.
 *
 * @typedef {object} Case
 * @property {string} id unique, and a description
 * @property {string} fn the function of the API; `promises.sha256` is the one that gives a promise
 * @property {(call: any) => any[]} [args] makes fresh arguments; `call` calls a function of the subject meanwhile
 * @property {(api: any) => unknown} [script] what is done with the functions of the subject, in the place of one call;
 *   programs cannot be given it
 * @property {Expected | (() => Expected | Promise<Expected>)} expect
 * @property {string} source where the expectation comes from
 * @property {boolean} [portable] the arguments are numbers, strings, bytes and lists of those: C and Rust can take them
 * @property {"realm"} [needs] what the runtime must have for the case to make sense
 * @property {boolean} [watched] the bytes among the arguments must stay as they are; those of portable cases are watched
 *   anyway
 * @property {boolean} [many] one of so many of its kind that the short form of the suite needs only every tenth
 * @property {(outcome: Outcome, args: any[], isProgram: boolean) => string | undefined} [also] what else must hold; says what does not
 * @property {Partial<Case>} [twin] what is different when the function is called as a promise
 */

/** @typedef {{ value: any } | { error: ErrorShape } | { thrown: unknown }} Expected `thrown` must pass through as it is */
/** @typedef {{ name: string, code?: string, argument?: string }} ErrorShape */
/** @typedef {{ value: any } | { error: ErrorShape, thrown?: unknown }} Outcome */

/**
 * Something that answers cases: a backend, a program, or a library that claims to do the same.
 *
 * @typedef {object} Subject
 * @property {string} name
 * @property {boolean} [isProgram]
 * @property {(cases: Question[]) => Outcome[] | Promise<Outcome[]>} run
 */

/** @typedef {{ id: string, fn: string, args: any[], script?: (api: any) => unknown }} Question */

/** What the functions that give promises are called behind. */
export const PROMISES = "promises.";

/**
 * A subject around an object with the API's functions.
 *
 * @param {string} name
 * @param {Record<string, any>} api those that give promises are under `promises`
 * @returns {Subject}
 */
export function apiSubject(name, api) {
  /** @param {Question} question */
  const answer = ({ fn, args, script }) => {
    if (script) return outcomeOfScript(() => script(api));
    if (!fn.startsWith(PROMISES)) return outcomeOf(() => api[fn](...args));
    return outcomeOfPromise(() => api.promises[fn.slice(PROMISES.length)](...args));
  };
  return {
    name,
    run: (cases) => {
      const outcomes = cases.map(answer);
      // Calls of the subject from inside an argument cannot wait.
      return outcomes.some((outcome) => outcome instanceof Promise)
        ? Promise.all(outcomes)
        : /** @type {Outcome[]} */ (outcomes);
    },
  };
}

/**
 * @param {() => unknown} call
 * @returns {Outcome}
 */
export function outcomeOf(call) {
  try {
    return { value: call() };
  } catch (thrown) {
    return failed(thrown);
  }
}

/**
 * @param {unknown} thrown
 * @returns {Outcome}
 */
function failed(thrown) {
  const { name, code, argument } = /** @type {any} */ (Object(thrown));
  return { error: { name: String(name), code, argument }, thrown };
}

/**
 * What comes of a call that must give a promise, whatever is wrong.
 *
 * @param {() => unknown} call
 * @returns {Promise<Outcome>}
 */
export async function outcomeOfPromise(call) {
  let promise;
  try {
    promise = call();
  } catch (thrown) {
    return { error: { name: "a call that throws, and gives no promise" }, thrown };
  }
  if (!(promise instanceof Promise)) return { error: { name: "a call that gives no promise" } };
  return promise.then((value) => ({ value }), failed);
}

/**
 * @param {() => unknown} script
 * @returns {Outcome | Promise<Outcome>}
 */
function outcomeOfScript(script) {
  const outcome = outcomeOf(script);
  const promise = "value" in outcome ? outcome.value : undefined;
  return promise instanceof Promise ? promise.then((value) => ({ value }), failed) : outcome;
}

/**
 * The error that a case expects.
 *
 * @param {"TypeError" | "RangeError" | "Error"} name
 * @param {string} code
 * @param {string} argument
 */
export const fails = (name, code, argument) => ({ error: { name, code, argument } });
/** @param {string} argument */
export const wrongType = (argument) => fails("TypeError", "ERR_INVALID_ARG_TYPE", argument);
/** @param {string} argument */
export const wrongValue = (argument) => fails("TypeError", "ERR_INVALID_ARG_VALUE", argument);
/** @param {string} argument */
export const outOfRange = (argument) => fails("RangeError", "ERR_OUT_OF_RANGE", argument);

/**
 * A result as text: its type, its bits, and for bytes also where they lie in their buffer.
 *
 * @param {Outcome | Expected} outcome
 * @returns {string}
 */
export function canonical(outcome) {
  if ("value" in outcome) return canonicalValue(outcome.value);
  if ("error" in outcome) {
    const { name, code = "", argument = "" } = outcome.error;
    return `error ${name} ${code} ${argument}`;
  }
  return canonical(
    outcomeOf(() => {
      throw outcome.thrown;
    }),
  );
}

/**
 * @param {any} value
 * @returns {string}
 */
function canonicalValue(value) {
  if (typeof value === "number") return `number ${bitsOf(value)}`;
  if (typeof value === "string") return `string ${value}`;
  if (typeof value === "bigint") return `bigint ${value}`;
  if (typeof value === "boolean") return `boolean ${value}`;
  if (Array.isArray(value)) return `array ${value.length}\n${value.map(canonicalValue).join("\n")}`;
  // Anything but a plain array may lie about its bytes; the cases that pass such things look at them by themselves.
  if (isPlain(value)) {
    const { byteOffset, byteLength, buffer } = value;
    // One that is detached shows no bytes, and has no part.
    const text = byteLength === 0 ? "" : bytesText(value.subarray(0, byteLength));
    return `Uint8Array ${byteOffset} ${buffer.byteLength} ${text}`;
  }
  return typeof value;
}

/** @param {any} value */
const isPlain = (value) =>
  value instanceof Uint8Array &&
  Object.getPrototypeOf(value) === Uint8Array.prototype &&
  !Object.hasOwn(value, "byteLength");

/**
 * The bits of a double; every NaN is written as it is, because only one is allowed.
 *
 * @param {number} value
 */
function bitsOf(value) {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** @param {Uint8Array} bytes */
export function hexOf(bytes) {
  let text = "";
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/**
 * Bytes as text that no other bytes give: hexadecimal, or for long ones a character each, which is faster. They are
 * not decoded as Latin-1: for the bytes from 0x80 to 0x9f, Node 20 gives other characters than Node 22.
 *
 * @param {Uint8Array} bytes
 */
const bytesText = (bytes) => (bytes.length <= 4096 ? hexOf(bytes) : UNITS.decode(new Uint16Array(bytes)));

const UNITS = new TextDecoder("utf-16le", { ignoreBOM: true });

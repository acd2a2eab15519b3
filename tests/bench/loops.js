// The loops that call a candidate. Each candidate has one of its own: in a shared loop, what an engine learned from one
// candidate would slow the calls of all others.

/** What each loop does with `call`, `inputs` and `count`; each takes something of every result into its sum. */
export const BODIES = {
  numbers: "let sum = 0; for (let i = 0; i < count; i++) sum = call(sum, i); return sum;",
  inPlace: "for (let i = 0; i < count; i++) call(inputs); return inputs;",
  bytes: "let sum = 0; for (let i = 0; i < count; i++) sum += call(inputs[i % inputs.length])[7]; return sum;",
  texts:
    "let sum = 0; for (let i = 0; i < count; i++) sum += call(inputs[i % inputs.length]).charCodeAt(7); return sum;",
  promises:
    "return (async () => { let sum = 0; " +
    "for (let i = 0; i < count; i++) sum += (await call(inputs[i % inputs.length]))[7]; return sum; })();",
  each: "const results = []; for (let i = 0; i < inputs.length; i++) results.push(call(inputs[i])); return results;",
};

let made = 0;

/**
 * A loop of its own for a candidate.
 *
 * @param {keyof typeof BODIES} body
 * @param {Function} call what is called
 * @param {number} [count] how often, where the inputs do not say it
 * @returns {(inputs: any) => any}
 */
export function ownLoop(body, call, count = 0) {
  // V8 keeps what it learned with the source, so each loop needs a source of its own.
  const loop = new Function("call", "inputs", "count", `${BODIES[body]} // loop ${++made}`);
  return (inputs) => loop(call, inputs, count);
}

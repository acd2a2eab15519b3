// Another realm: a second set of the language's own classes, as an iframe or Node's `vm` has. The runner gives it.

/** @type {((code: string) => any) | undefined} */
let evaluate;

/** @param {((code: string) => any) | undefined} evaluateThere runs an expression in another realm, if there is one */
export function setRealm(evaluateThere) {
  evaluate = evaluateThere;
}

export const hasRealm = () => evaluate !== undefined;

/** @param {string} code */
export function inOtherRealm(code) {
  if (evaluate === undefined) throw new Error("this runtime has no other realm");
  return evaluate(code);
}

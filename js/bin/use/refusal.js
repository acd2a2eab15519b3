// What `oxbridge use` does not try, and why.

/** An argument that is wrong, something that is missing, or a file that cannot be changed safely. */
export class Refusal extends Error {}

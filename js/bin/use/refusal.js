// What `oxbridge use` does not try, and why.

/** An argument that is wrong, something that is missing, or a file that cannot be changed safely. */
export class Refusal extends Error {
  /** Where a person can write the override by hand. @type {{ keys: string[] | undefined } | undefined} */
  place;

  /**
   * @param {string} message
   * @param {{ keys: string[] | undefined }} [place]
   */
  constructor(message, place) {
    super(message);
    this.place = place;
  }
}

// The digest that checks ask for which need only one.

/** SHA-256 of "abc": FIPS 180-2, appendix B.1. */
export const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

// `oxbridge/neon`: the whole API, on the backend made with Neon and no other. Printed; do not edit.

import { bindApi } from "../load.js";

const api = bindApi("neon");

export const add = api.add;
export const fibonacci = api.fibonacci;
export const sha256 = api.sha256;
export const hash = api.hash;
export const bulkHash = api.bulkHash;
export const createHash = api.createHash;
export const invertColors = api.invertColors;
export const promises = api.promises;

// `oxbridge/backend`: the choice of a backend. Printed; do not edit.

export { backend, configure, load } from "#bound";

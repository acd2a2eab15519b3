// The shape of the benchmark's `results.json`, as `bench/results.js` documents it.

/** @typedef {(value: any, path: string) => string[]} Shape gives what is wrong */

/** @type {(type: string) => Shape} */
const is = (type) => (value, path) => (typeof value === type ? [] : [`${path} should be a ${type}, and is ${value}`]);
const [text, number, truth] = [is("string"), is("number"), is("boolean")];

/** @type {(shape: Shape) => Shape} */
const optional = (shape) => (value, path) => (value === undefined ? [] : shape(value, path));
/** @type {(shape: Shape) => Shape} */
const nullable = (shape) => (value, path) => (value === null ? [] : shape(value, path));
/** @type {(shape: Shape) => Shape} */
const list = (shape) => (value, path) =>
  Array.isArray(value)
    ? value.flatMap((item, index) => shape(item, `${path}[${index}]`))
    : [`${path} should be an array`];
/** @type {(shape: Shape) => Shape} */
const map = (shape) => (value, path) =>
  Object.entries(value ?? {}).flatMap(([key, item]) => shape(item, `${path}.${key}`));
/** @type {(fields: Record<string, Shape>) => Shape} */
const object = (fields) => (value, path) => {
  if (typeof value !== "object" || value === null) return [`${path} should be an object`];
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(fields, key));
  return [
    ...unknown.map((key) => `${path}.${key} is not documented`),
    ...Object.entries(fields).flatMap(([key, shape]) => shape(value[key], `${path}.${key}`)),
  ];
};

/** @type {Shape} */
const summary = (value, path) => {
  const wrong = object({ median: number, low: number, high: number })(value, path);
  if (wrong.length > 0 || (value.low <= value.median && value.median <= value.high)) return wrong;
  return [`${path} is out of order`];
};
const absent = list(object({ what: text, reason: text }));

const RESULTS = object({
  format: (value, path) => (value === 1 ? [] : [`${path} should be 1`]),
  oxbridge: text,
  date: text,
  quick: truth,
  machine: object({
    cpu: text,
    cores: number,
    platform: text,
    loadPerCore: number,
    busy: truth,
    flags: nullable(list(text)),
  }),
  runtimes: list(object({ id: text, name: text, version: text })),
  peers: map(text),
  jobs: list(object({ id: text, title: text, unit: text, does: optional(text) })),
  figures: list(
    object({ job: text, runtime: text, backend: optional(text), rounds: number, nanoseconds: map(summary) }),
  ),
  breakEven: list(
    object({
      ...{ runtime: text, backend: text, function: text, unit: text, smallest: number, largest: number },
      ...{ ranges: list(object({ from: number, to: number })), speed: map(number), against: map(text) },
    }),
  ),
  targets: list(
    object({
      name: text,
      runtime: text,
      target: text,
      measured: nullable(summary),
      met: nullable(truth),
      lacks: list(text),
    }),
  ),
  absent,
  failures: absent,
});

/** What differs from the documented shape. @param {unknown} results */
export const shapeOf = (results) => RESULTS(results, "results");

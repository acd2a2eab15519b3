// What the bundler puts into the bundles: the text of each file of vectors.
declare const VECTORS: Record<string, string>;

// Measures what files add to a page: `size-limit.js FILE...` prints their sizes with gzip, in bytes, in the same order.
// A program of its own, because size-limit needs a newer Node than the repository.

// @ts-expect-error the plugin has no types
import esbuildPlugin from "@size-limit/esbuild";
// @ts-expect-error nor has this one
import filePlugin from "@size-limit/file";
import sizeLimit from "size-limit";

const checks = process.argv.slice(2).map((file) => ({ files: [file], gzip: true }));
const sizes = /** @type {{ size: number }[]} */ (await sizeLimit([esbuildPlugin, filePlugin], { checks }));
console.log(JSON.stringify(sizes.map(({ size }) => size)));

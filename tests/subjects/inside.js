// What the suite shares with the package `oxbridge` that it does not export: it is the same work.

/**
 * A module of its sources.
 *
 * @param {string} file
 * @returns {Promise<any>}
 */
export const inside = (file) => import(new URL(`src/${file}`, import.meta.resolve("oxbridge/package.json")).href);

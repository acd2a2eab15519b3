// Whether a process has stayed as large as it was.

const NOISE = 8; // MiB by which it may shrink, because engines give back what they do not need just now

/**
 * @param {number} growth in MiB; `undefined`, which is not little, before anything was measured
 * @param {number} most it may grow
 */
export const isLittle = (growth, most) => growth < most && growth > -Math.max(most, NOISE);
